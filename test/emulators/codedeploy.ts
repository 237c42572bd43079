import type {
  BatchGetDeploymentsInput,
  CreateDeploymentInput,
  DeploymentInfo,
  DeploymentStatus,
  ListDeploymentsInput,
  StopDeploymentInput,
} from '@aws-sdk/client-codedeploy'
import * as sdk from '@aws-sdk/client-codedeploy'
import { array, object, parse, record, string } from 'valibot'
import { AwsError, type Emulated } from './aws-server.ts'
import type { Ecs } from './ecs.ts'

/** `Failed` goes back if it was asked to; `Broken` fails to go back too. */
export type Outcome = 'Succeeded' | 'Failed' | 'Broken'

export interface CodeDeployGiven {
  readonly ecs: Ecs
  readonly application: string
  readonly group: string
  readonly service: string
  /** The statuses that each deployment passes through, one for each time that somebody asks; none unless said. */
  readonly stages?: readonly DeploymentStatus[]
  readonly outcome?: (taskDefinition: string) => Outcome
}

export interface CodeDeploy {
  readonly emulated: Emulated
  /** All there were, oldest first. */
  readonly deployments: readonly DeploymentInfo[]
}

const appSpecShape = object({
  Resources: array(record(string(), object({ Properties: object({ TaskDefinition: string() }) }))),
})

interface Flight {
  readonly info: DeploymentInfo
  readonly taskDefinition: string
  /** What served when it began. */
  readonly before: string
  readonly left: DeploymentStatus[]
}

/**
 * CodeDeploy for one service of ECS: one deployment at a time, going back by another one
 * (https://docs.aws.amazon.com/codedeploy/latest/APIReference/).
 */
export function emulateCodeDeploy(given: CodeDeployGiven): CodeDeploy {
  const { ecs, service, application, group, outcome = () => 'Succeeded', stages = [] } = given
  const flights: Flight[] = []
  const active = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready']

  function begin(asked: CreateDeploymentInput, creator: 'user' | 'codeDeployRollback'): Flight {
    const content = asked.revision?.appSpecContent?.content ?? ''
    const [resource] = parse(appSpecShape, JSON.parse(content)).Resources
    const [target] = Object.values(resource ?? {})
    const info: DeploymentInfo = {
      applicationName: application,
      deploymentGroupName: group,
      deploymentId: `d-${String(flights.length + 1).padStart(9, '0')}`,
      ...(asked.revision && { revision: asked.revision }),
      status: 'Created',
      createTime: new Date(Date.now() + flights.length),
      creator,
      computePlatform: 'ECS',
      ...(asked.description && { description: asked.description }),
      ...(asked.autoRollbackConfiguration && {
        autoRollbackConfiguration: asked.autoRollbackConfiguration,
      }),
    }
    const flight = {
      info,
      taskDefinition: target?.Properties.TaskDefinition ?? '',
      before: ecs.services[service]?.serving ?? '',
      left: [...stages],
    }
    flights.push(flight)
    return flight
  }

  /** Somebody asks: what is under way goes on. */
  function look(): void {
    for (const flight of [...flights]) {
      if (!active.includes(flight.info.status ?? '')) continue
      const next = flight.left.shift()
      if (next) flight.info.status = next
      else end(flight)
    }
  }

  function end(flight: Flight): void {
    const isBack = flight.info.creator === 'codeDeployRollback'
    const ending = isBack ? 'Succeeded' : outcome(flight.taskDefinition)
    if (ending === 'Succeeded') {
      ecs.switchTo(service, flight.taskDefinition)
      flight.info.status = 'Succeeded'
      return
    }
    flight.info.status = 'Failed'
    flight.info.errorInformation = {
      code: 'HOOK_EXECUTION_FAILURE',
      message: 'The hook AfterAllowTestTraffic failed.',
    }
    const goesBack = ending === 'Failed' && flight.info.autoRollbackConfiguration?.enabled
    if (goesBack) goBack(flight)
  }

  function goBack(flight: Flight): void {
    const content = JSON.stringify({
      version: 0,
      Resources: [{ TargetService: { Properties: { TaskDefinition: flight.before } } }],
    })
    const revision = { revisionType: 'AppSpecContent' as const, appSpecContent: { content } }
    const back = begin({ applicationName: application, revision }, 'codeDeployRollback')
    flight.info.rollbackInfo = { rollbackDeploymentId: back.info.deploymentId }
  }

  const operations = {
    CreateDeployment(asked: CreateDeploymentInput) {
      if (asked.applicationName !== application) {
        throw new AwsError('ApplicationDoesNotExistException', 'No application found for name.')
      }
      if (asked.deploymentGroupName !== group) {
        throw new AwsError('DeploymentGroupDoesNotExistException', 'No Deployment Group found.')
      }
      const busy = flights.find(({ info }) => active.includes(info.status ?? ''))
      if (busy) {
        throw new AwsError(
          'DeploymentLimitExceededException',
          `The Deployment Group '${group}' already has an active Deployment '${busy.info.deploymentId}'`,
        )
      }
      return { deploymentId: begin(asked, 'user').info.deploymentId }
    },

    ListDeployments({ includeOnlyStatuses = [] }: ListDeploymentsInput) {
      const found = flights.filter(({ info }) =>
        includeOnlyStatuses.some((status) => status === info.status),
      )
      return { deployments: found.toReversed().flatMap(({ info }) => info.deploymentId ?? []) }
    },

    BatchGetDeployments({ deploymentIds = [] }: BatchGetDeploymentsInput) {
      look()
      const found = flights.filter(({ info }) => deploymentIds.includes(info.deploymentId ?? ''))
      return { deploymentsInfo: found.map(({ info }) => info) }
    },

    StopDeployment({ deploymentId, autoRollbackEnabled }: StopDeploymentInput) {
      const flight = flights.find(({ info }) => info.deploymentId === deploymentId)
      if (!flight) throw new AwsError('DeploymentDoesNotExistException', 'No such deployment.')
      if (!active.includes(flight.info.status ?? '')) {
        throw new AwsError('DeploymentAlreadyCompletedException', 'The deployment has ended.')
      }
      flight.info.status = 'Stopped'
      if (autoRollbackEnabled) goBack(flight)
      return { status: 'Succeeded', statusMessage: 'Stopped.' }
    },
  }

  return {
    emulated: {
      name: 'codedeploy',
      target: 'CodeDeploy_20141006',
      schemas: { ...sdk },
      operations,
    },
    get deployments() {
      return flights.map(({ info }) => info)
    },
  }
}
