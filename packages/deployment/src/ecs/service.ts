import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { consoleOf } from '../aws-console.ts'
import type { Version } from '../record.ts'
import type { EcsApi } from './api.ts'
import { EcsHistory } from './history.ts'
import type { ServiceLocator } from './locator.ts'
import type { EcsService, Rollout, ServiceDeploymentBrief } from './schemas.ts'
import type { RegisteredTaskDefinition } from './task-definition.ts'
import type { TaskDefinitions } from './task-definitions.ts'
import { nameOf, versionOf } from './version.ts'

/** The live version of a service. */
export interface RunningVersion {
  readonly version: Version
  readonly taskDefinition: RegisteredTaskDefinition
}

/** The state before a write, to recognize what the write has started. */
export interface ServiceSnapshot {
  /** Ids of the deployments that the service showed. */
  readonly deploymentIds: readonly string[]
  /** ARNs of the service deployments in its history. */
  readonly serviceDeploymentArns: ReadonlySet<string>
  readonly live: Version | null
}

/** Locates a service, with an optional display name. */
export interface NamedService extends ServiceLocator {
  readonly name?: string | undefined
}

/** Reads a service that ECS itself deploys. */
export class ServiceReader {
  readonly locator: ServiceLocator
  readonly name: string
  readonly api: EcsApi
  readonly definitions: TaskDefinitions
  readonly history: EcsHistory

  constructor(api: EcsApi, definitions: TaskDefinitions, service: NamedService) {
    this.locator = { cluster: service.cluster, service: service.service }
    this.name = service.name ?? nameOf(service.service)
    this.api = api
    this.definitions = definitions
    this.history = new EcsHistory(api, definitions, this.locator)
  }

  /** The page of its deployments. */
  get deploymentsUrl(): string | undefined {
    const { cluster, service } = this.locator
    const { region } = this.api
    const path = `ecs/v2/clusters/${nameOf(cluster)}/services/${nameOf(service)}`
    return consoleOf(region, `${path}/deployments?region=${region}`)
  }

  /** @throws ActionError if ECS does not deploy the service itself */
  async read(deadline: Deadline): Promise<EcsService> {
    const service = await this.api.service(this.locator, deadline)
    const { type } = service.deploymentController ?? {}
    if (!type || type === 'ECS') return service
    throw new ActionError(
      type === 'CODE_DEPLOY'
        ? `${this.name} is deployed by CodeDeploy. Set "codedeploy-application" and "codedeploy-deployment-group".`
        : `${this.name} uses an external deployment controller (${type}), which this action does not support.`,
    )
  }

  /** Returns the live version of a service, with image digests if they may be read. */
  async running(service: EcsService, deadline: Deadline): Promise<RunningVersion | null> {
    const rollout = servingIn(service)
    if (!rollout) return null
    const arns = service.currentServiceRevisions.flatMap(({ arn }) => arn ?? [])
    const [taskDefinition, { digest }] = await Promise.all([
      this.definitions.registered(rollout.taskDefinition, deadline),
      this.history.resolved({ ref: rollout.taskDefinition }, arns, deadline),
    ])
    const version = { ...versionOf(taskDefinition), ...(digest && { digest }) }
    return { version, taskDefinition }
  }
}

export function snapshotOf(
  { deployments }: EcsService,
  briefs: readonly ServiceDeploymentBrief[],
  live: Version | null,
): ServiceSnapshot {
  return {
    deploymentIds: deployments.map(({ id }) => id),
    serviceDeploymentArns: new Set(briefs.map((one) => one.serviceDeploymentArn)),
    live,
  }
}

export function primaryIn({ deployments }: EcsService): Rollout | undefined {
  return deployments.find(({ status }) => status === 'PRIMARY')
}

/** Returns the deployment that serves traffic: the newest one that has started. */
export function servingIn(service: EcsService): Rollout | undefined {
  const { deployments } = service
  const runs = (one: Rollout): boolean => (one.runningCount ?? 0) > 0
  const primary = primaryIn(service)
  return (
    deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED') ??
    deployments.find((one) => one !== primary && runs(one)) ??
    (primary && !primary.rolloutState && runs(primary) ? primary : undefined)
  )
}
