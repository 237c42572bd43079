import { createHash } from 'node:crypto'
import type {
  ContainerDefinition,
  DeploymentConfiguration,
  DescribeServiceDeploymentsRequest,
  DescribeServiceRevisionsRequest,
  DescribeServicesRequest,
  DescribeServicesResponse,
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse,
  DescribeTasksRequest,
  DescribeTasksResponse,
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
  ListTasksRequest,
  ListTasksResponse,
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
  RunTaskRequest,
  RunTaskResponse,
  Service,
  StopServiceDeploymentRequest,
  StopTaskRequest,
  StopTaskResponse,
  Tag,
  Task,
  TaskDefinition,
  TaskSet,
  UpdateServiceRequest,
  UpdateServiceResponse,
} from '@aws-sdk/client-ecs'
import * as sdk from '@aws-sdk/client-ecs'
import { array, looseObject, object, parse, string } from 'valibot'
import { AwsError, account, type Emulated, region } from './aws-server.ts'
import { type Outcome, type Rollouts, rolloutsOf, type Stage } from './ecs-rollouts.ts'
import type { Fault } from './faults.ts'
import { send } from './server.ts'

/** A service as a test describes it; only what differs from a plain one has to be said. */
export interface EcsServiceGiven {
  readonly name: string
  /** What was deployed before, oldest first; the last one serves. */
  readonly history?: readonly Past[]
  readonly family?: string
  readonly containers?: readonly ContainerDefinition[]
  readonly controller?: 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL'
  readonly configuration?: DeploymentConfiguration
  readonly desiredCount?: number
  /** The way of its next deployments; unless said, each state is seen by one question. */
  readonly stages?: readonly Stage[]
}

/** A revision that was there before. */
export interface Past {
  readonly image: string
  readonly env?: Readonly<Record<string, string>>
  readonly tags?: Readonly<Record<string, string>>
  readonly status?: 'ACTIVE' | 'INACTIVE'
  /** Registered, but never deployed. */
  readonly undeployed?: boolean
}

export interface EcsGiven {
  readonly cluster?: string
  readonly services: readonly EcsServiceGiven[]
  /** How a deployment ends, by its service and its image: `SUCCESSFUL` unless said. */
  readonly outcome?: (service: string, image: string) => Outcome
  /** How a task that is run once ends: 0 unless said; undefined is not at all. */
  readonly exitCode?: (command: readonly string[]) => number | undefined
  /** The container of the command is not essential, and the others run on when it has ended. */
  readonly outlives?: boolean
}

/** A service as it is. */
export interface EcsService {
  readonly name: string
  readonly arn: string
  readonly controller: string
  configuration: DeploymentConfiguration
  desiredCount: number
  readonly rollouts: Rollouts
  /** The ARN of the task definition that serves, by ECS's own account. */
  readonly serving: string | undefined
  /** The image of its first container. */
  readonly image: string | undefined
}

export interface Ecs {
  readonly emulated: Emulated
  readonly cluster: string
  readonly services: Readonly<Record<string, EcsService>>
  readonly definitions: ReadonlyMap<string, TaskDefinition & { readonly tags: readonly Tag[] }>
  /** The tasks that were run once. */
  readonly tasks: readonly Task[]
  /** CodeDeploy has brought another task definition. */
  switchTo(service: string, definition: string): void
  /** From now on a tag means another image. */
  retag(image: string): void
  /** Somebody else deploys. */
  deploy(service: string, past: Past): void
  stop(): void
}

type Definition = TaskDefinition & { readonly tags: readonly Tag[] }

/**
 * Amazon ECS as far as services, their deployments and single tasks go, with the state and the
 * refusals it has (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/).
 */
export function emulateEcs(given: EcsGiven): Ecs {
  const {
    cluster = 'prod',
    outcome = () => 'SUCCESSFUL',
    exitCode = () => 0,
    outlives = false,
  } = given
  const clusterArn = arn(`cluster/${cluster}`)
  const definitions = new Map<string, Definition>()
  const services = new Map<string, EcsService & { readonly given: EcsServiceGiven }>()
  const runs = new Map<string, Task>()
  const retagged = new Map<string, number>()
  let clock = Date.now() - 3_600_000
  const now = (): Date => new Date(++clock < Date.now() ? clock : Date.now() + (clock % 1000))

  const digest = (image: string): string =>
    /sha256:\w+$/.exec(image)?.[0] ??
    `sha256:${createHash('sha256')
      .update(`${image} ${retagged.get(image) ?? 0}`)
      .digest('hex')}`

  function register(wanted: RegisterTaskDefinitionRequest): Definition {
    const { tags = [], family = '', ...rest } = wanted
    const revision = [...definitions.values()].filter((one) => one.family === family).length + 1
    const taskDefinitionArn = arn(`task-definition/${family}:${revision}`)
    const definition: Definition = {
      ...rest,
      // As ECS fills in what was left out.
      volumes: rest.volumes ?? [],
      placementConstraints: rest.placementConstraints ?? [],
      networkMode: rest.networkMode ?? 'bridge',
      containerDefinitions: (rest.containerDefinitions ?? []).map((one) => ({
        cpu: 0,
        essential: true,
        environment: [],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        ...one,
        portMappings: (one.portMappings ?? []).map((port) => ({
          protocol: 'tcp' as const,
          ...(rest.networkMode === 'awsvpc' && { hostPort: port.containerPort }),
          ...port,
        })),
      })),
      family,
      revision,
      taskDefinitionArn,
      status: 'ACTIVE',
      registeredAt: now(),
      registeredBy: `arn:aws:iam::${account}:root`,
      compatibilities: ['EC2', 'FARGATE'],
      requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' }],
      tags,
    }
    definitions.set(taskDefinitionArn, definition)
    return definition
  }

  /** By ARN, by `family:revision`, or the newest of a family that is active. */
  function definitionOf(name = ''): Definition {
    const all = [...definitions.values()]
    const found =
      definitions.get(name) ??
      all.find(({ family, revision }) => `${family}:${revision}` === name) ??
      all.findLast(({ family, status }) => family === name && status === 'ACTIVE')
    if (!found) throw new AwsError('ClientException', 'Unable to describe task definition.')
    return found
  }

  function imagesOf(definition: Definition) {
    return (definition.containerDefinitions ?? []).map(({ name, image }) => ({
      containerName: name,
      image,
      imageDigest: digest(image ?? ''),
    }))
  }

  function host(one: EcsServiceGiven): void {
    const family = one.family ?? one.name
    const containers = one.containers ?? [{ name: 'web', portMappings: [{ containerPort: 8080 }] }]
    const history = one.history ?? [{ image: 'repo/app:1' }, { image: 'repo/app:2' }]
    const rollouts = rolloutsOf({
      name: one.name,
      serviceArn: arn(`service/${cluster}/${one.name}`),
      clusterArn,
      stages: one.stages ?? ['PENDING', 'IN_PROGRESS'],
      now,
      images: (name) => imagesOf(definitionOf(name)),
      desired: () => services.get(one.name)?.desiredCount ?? 1,
      outcome: (name) =>
        outcome(one.name, definitionOf(name).containerDefinitions?.[0]?.image ?? ''),
    })
    services.set(one.name, {
      given: one,
      name: one.name,
      arn: arn(`service/${cluster}/${one.name}`),
      controller: one.controller ?? 'ECS',
      configuration: one.configuration ?? { strategy: 'ROLLING' },
      desiredCount: one.desiredCount ?? 2,
      rollouts,
      get serving() {
        return rollouts.serving
      },
      get image() {
        return rollouts.serving && definitionOf(rollouts.serving).containerDefinitions?.[0]?.image
      },
    })
    for (const past of history) {
      const definition = registerPast(family, containers, past)
      if (!past.undeployed) rollouts.assume(definition.taskDefinitionArn ?? '')
    }
  }

  function registerPast(
    family: string,
    containers: readonly ContainerDefinition[],
    past: Past,
  ): Definition {
    const [first, ...others] = containers
    const environment = Object.entries(past.env ?? {}).map(([name, value]) => ({ name, value }))
    const definition = register({
      family,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [{ ...first, image: past.image, environment }, ...others],
      tags: Object.entries(past.tags ?? {}).map(([key, value]) => ({ key, value })),
    })
    if (past.status) definition.status = past.status
    return definition
  }

  for (const one of given.services) host(one)

  function at(name = ''): EcsService & { readonly given: EcsServiceGiven } {
    const found = services.get(name.split('/').at(-1) ?? '')
    if (!found) throw new AwsError('ServiceNotFoundException', 'Service not found.')
    return found
  }

  function checkCluster(name = 'default'): void {
    if (name !== cluster && name !== clusterArn) {
      throw new AwsError('ClusterNotFoundException', 'Cluster not found.')
    }
  }

  function describe(one: EcsService): Service {
    const { rollouts } = one
    return {
      serviceName: one.name,
      serviceArn: one.arn,
      clusterArn,
      status: 'ACTIVE',
      desiredCount: one.desiredCount,
      runningCount: one.desiredCount,
      pendingCount: 0,
      launchType: 'FARGATE',
      platformVersion: 'LATEST',
      taskDefinition: rollouts.primary?.taskDefinition,
      deploymentController: { type: one.controller as 'ECS' },
      deploymentConfiguration: one.configuration,
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] },
      },
      loadBalancers: [{ containerName: 'web', containerPort: 8080 }],
      ...(one.controller === 'CODE_DEPLOY'
        ? { deployments: [], taskSets: taskSetsOf(rollouts.serving) }
        : { deployments: rollouts.shown() }),
      ...(rollouts.current && { currentServiceDeployment: rollouts.current }),
      currentServiceRevisions: rollouts.currentRevisions(),
      events: rollouts.events,
      createdAt: new Date(0),
    }
  }

  const operations = {
    DescribeServices({
      cluster: name,
      services: names = [],
    }: DescribeServicesRequest): DescribeServicesResponse {
      checkCluster(name)
      const found = names.flatMap((one) => services.get(one.split('/').at(-1) ?? '') ?? [])
      for (const { rollouts } of found) rollouts.look()
      const missing = names.filter((one) => !services.has(one.split('/').at(-1) ?? ''))
      return {
        services: found.map(describe),
        failures: missing.map((one) => ({
          arn: arn(`service/${cluster}/${one}`),
          reason: 'MISSING',
        })),
      }
    },

    UpdateService(asked: UpdateServiceRequest): UpdateServiceResponse {
      checkCluster(asked.cluster)
      const one = at(asked.service)
      if (one.controller !== 'ECS') {
        throw new AwsError(
          'InvalidParameterException',
          'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
        )
      }
      one.desiredCount = asked.desiredCount ?? one.desiredCount
      one.configuration = asked.deploymentConfiguration ?? one.configuration
      const now = one.rollouts.primary?.taskDefinition
      const definition = definitionOf(asked.taskDefinition ?? now)
      if (definition.status !== 'ACTIVE') {
        throw new AwsError('ClientException', 'TaskDefinition is inactive')
      }
      const wanted = definition.taskDefinitionArn ?? ''
      if (wanted !== now || asked.forceNewDeployment) one.rollouts.begin(wanted)
      return { service: describe(one) }
    },

    RegisterTaskDefinition(asked: RegisterTaskDefinitionRequest): RegisterTaskDefinitionResponse {
      if (!asked.containerDefinitions?.length) {
        throw new AwsError('ClientException', 'Container list cannot be empty.')
      }
      const { tags, ...taskDefinition } = register(asked)
      return { taskDefinition, tags: [...tags] }
    },

    DescribeTaskDefinition({
      taskDefinition: name,
      include,
    }: DescribeTaskDefinitionRequest): DescribeTaskDefinitionResponse {
      const { tags, ...taskDefinition } = definitionOf(name)
      return { taskDefinition, ...(include?.includes('TAGS') && { tags: [...tags] }) }
    },

    ListServiceDeployments({
      cluster: name,
      service,
    }: ListServiceDeploymentsRequest): ListServiceDeploymentsResponse {
      checkCluster(name)
      const { rollouts } = at(service)
      rollouts.look()
      return { serviceDeployments: rollouts.briefs() }
    },

    DescribeServiceDeployments({ serviceDeploymentArns = [] }: DescribeServiceDeploymentsRequest) {
      const all = [...services.values()].map(({ rollouts }) => rollouts)
      const found = serviceDeploymentArns.flatMap((name) =>
        all.flatMap((one) => one.described(name) ?? []),
      )
      return { serviceDeployments: found, failures: [] }
    },

    DescribeServiceRevisions({ serviceRevisionArns = [] }: DescribeServiceRevisionsRequest) {
      if (serviceRevisionArns.length > 20) {
        throw new AwsError(
          'InvalidParameterException',
          'serviceRevisionArns can have at most 20 items.',
        )
      }
      const all = [...services.values()].flatMap(({ rollouts }) => rollouts.revisions)
      const found = serviceRevisionArns.flatMap(
        (name) => all.find((one) => one.serviceRevisionArn === name) ?? [],
      )
      return { serviceRevisions: found, failures: [] }
    },

    StopServiceDeployment({ serviceDeploymentArn = '' }: StopServiceDeploymentRequest) {
      const one = [...services.values()].find(({ rollouts }) => rollouts.has(serviceDeploymentArn))
      if (!one)
        throw new AwsError('ServiceDeploymentNotFoundException', 'Service deployment not found.')
      if (!one.rollouts.rollBack(serviceDeploymentArn)) {
        throw new AwsError(
          'ConflictException',
          'The service deployment cannot be stopped in its state.',
        )
      }
      return { serviceDeploymentArn }
    },

    RunTask(asked: RunTaskRequest): RunTaskResponse {
      const token = asked.clientToken ?? `${runs.size}`
      const definition = definitionOf(asked.taskDefinition)
      const command = asked.overrides?.containerOverrides?.[0]?.command ?? []
      const task = runs.get(token) ?? {
        taskArn: arn(
          `task/${cluster}/${createHash('sha256').update(token).digest('hex').slice(0, 32)}`,
        ),
        clusterArn,
        taskDefinitionArn: definition.taskDefinitionArn,
        lastStatus: 'PROVISIONING',
        desiredStatus: 'RUNNING',
        overrides: asked.overrides,
        containers: (definition.containerDefinitions ?? []).map(({ name }) => ({
          name,
          lastStatus: 'PENDING',
        })),
        tags: [{ key: 'command', value: command.join(' ') }],
      }
      runs.set(token, task)
      return { tasks: [task], failures: [] }
    },

    StopTask({ task: name }: StopTaskRequest): StopTaskResponse {
      const task = [...runs.values()].find(({ taskArn }) => taskArn === name)
      if (!task)
        throw new AwsError('InvalidParameterException', 'The referenced task was not found.')
      task.desiredStatus = 'STOPPED'
      return { task }
    },

    ListTasks({ serviceName, desiredStatus }: ListTasksRequest): ListTasksResponse {
      const tasks = desiredStatus === 'STOPPED' ? at(serviceName).rollouts.stoppedTasks : []
      return { taskArns: tasks.flatMap(({ taskArn }) => taskArn ?? []) }
    },

    DescribeTasks({ tasks: names = [] }: DescribeTasksRequest): DescribeTasksResponse {
      const stopped = [...services.values()].flatMap(({ rollouts }) => rollouts.stoppedTasks)
      const own = [...runs.values()]
      for (const task of own) advance(task, exitCode, outlives)
      const found = names.flatMap(
        (name) => [...own, ...stopped].find((one) => one.taskArn === name) ?? [],
      )
      return { tasks: found, failures: [] }
    },
  }

  return {
    emulated: {
      name: 'ecs',
      target: 'AmazonEC2ContainerServiceV20141113',
      schemas: { ...sdk },
      operations,
      resourceOf: (operation, input) =>
        'service' in input
          ? arn(`service/${cluster}/${String(input.service)}`)
          : /TaskDefinition/.test(operation)
            ? '*'
            : clusterArn,
    },
    cluster,
    services: Object.fromEntries(services),
    definitions,
    get tasks() {
      return [...runs.values()]
    },
    switchTo(name, definition) {
      at(name).rollouts.assume(definition)
    },
    retag(image) {
      retagged.set(image, (retagged.get(image) ?? 0) + 1)
    },
    deploy(name, past) {
      const one = at(name)
      const containers = one.given.containers ?? [
        { name: 'web', portMappings: [{ containerPort: 8080 }] },
      ]
      one.rollouts.begin(
        registerPast(one.given.family ?? name, containers, past).taskDefinitionArn ?? '',
      )
    },
    stop() {
      for (const { rollouts } of services.values()) rollouts.stop()
    },
  }
}

/** What CodeDeploy deploys has task sets in place of deployments. */
function taskSetsOf(serving: string | undefined): TaskSet[] {
  return serving ? [{ id: 'ecs-svc/0', status: 'PRIMARY', taskDefinition: serving }] : []
}

const states = ['PROVISIONING', 'RUNNING', 'STOPPED']

/** A task that is run once goes on each time that somebody asks. */
function advance(task: Task, exitCode: NonNullable<EcsGiven['exitCode']>, outlives: boolean): void {
  task.lastStatus = states[Math.min(states.indexOf(task.lastStatus ?? '') + 1, 2)]
  if (task.lastStatus !== 'STOPPED') return
  const [override] = task.overrides?.containerOverrides ?? []
  const code = exitCode(override?.command ?? [])
  if (code === undefined) {
    task.lastStatus = 'RUNNING'
    return
  }
  for (const container of task.containers ?? []) {
    const isCommand = container.name === override?.name
    if (isCommand) container.exitCode = code
    if (isCommand || !outlives) container.lastStatus = 'STOPPED'
  }
  if (outlives && task.desiredStatus !== 'STOPPED') {
    task.lastStatus = 'RUNNING'
    return
  }
  task.desiredStatus = 'STOPPED'
  task.stoppedReason = 'Essential container in task exited'
}

/** The newest deployment is not listed at once: so many times it is missing. */
export function listedLate(times: number): Fault {
  const known = new Set<string>()
  let left = times
  return (execute, response) => {
    const answer = execute()
    const { serviceDeployments } = parse(briefsShape, JSON.parse(answer.body))
    const arns = serviceDeployments.map((one) => one.serviceDeploymentArn)
    const isFirst = known.size === 0
    const isNew = !isFirst && arns.some((one) => !known.has(one))
    if (isFirst) for (const one of arns) known.add(one)
    if (!isNew || left-- <= 0) return send(response, answer)
    const shown = serviceDeployments.filter((one) => known.has(one.serviceDeploymentArn))
    send(response, { ...answer, body: JSON.stringify({ serviceDeployments: shown }) })
  }
}

const briefsShape = object({
  serviceDeployments: array(looseObject({ serviceDeploymentArn: string() })),
})

export function arn(rest: string): string {
  return `arn:aws:ecs:${region}:${account}:${rest}`
}
