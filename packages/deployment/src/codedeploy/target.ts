import { hasErrorCode } from '@ci-actions/aws'
import { ActionError, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { createOnce } from '../create-once.ts'
import type { EcsApi } from '../ecs/api.ts'
import type { EcsService } from '../ecs/schemas.ts'
import type { NamedService } from '../ecs/service.ts'
import type {
  ResolvedTaskDefinition,
  TaskDefinitionResolver,
} from '../ecs/task-definition-resolver.ts'
import type { TaskDefinitions } from '../ecs/task-definitions.ts'
import { nameIn, nameOf, versionOf } from '../ecs/version.ts'
import { shortName, type Version } from '../record.ts'
import type { Deployment, Identity, Operation, Plan, Target, TargetState } from '../target.ts'
import { active, type CodeDeployApi, type CodeDeployment, type DeploymentGroup } from './api.ts'
import { type AppSpec, builtFor, read, revisionOf, taskDefinitionIn } from './appspec.ts'
import { CodeDeployDeployment } from './deployment.ts'

export interface CodeDeployTargetOptions extends NamedService, DeploymentGroup {
  /** The task definition to deploy; undefined for a rollback. */
  readonly resolver?: TaskDefinitionResolver | undefined
  /** Default: built for the service. */
  readonly appSpec?: AppSpec | undefined
  readonly force?: boolean
  /** Whether CodeDeploy rolls back automatically when the deployment fails or is stopped. */
  readonly rollsBack?: boolean
}

/** An Amazon ECS service that is deployed by CodeDeploy. */
export class CodeDeployTarget implements Target {
  readonly #ecs: EcsApi
  readonly #api: CodeDeployApi
  readonly #definitions: TaskDefinitions
  readonly #options: CodeDeployTargetOptions

  constructor(
    ecs: EcsApi,
    api: CodeDeployApi,
    definitions: TaskDefinitions,
    options: CodeDeployTargetOptions,
  ) {
    this.#ecs = ecs
    this.#api = api
    this.#definitions = definitions
    this.#options = options
  }

  get identity(): Identity {
    const { cluster, service, application, deploymentGroup } = this.#options
    const { region } = this.#ecs
    const target = { cluster, service, region, application, deploymentGroup }
    return { provider: 'ecs', name: this.#name, target }
  }

  get #name(): string {
    return this.#options.name ?? nameOf(this.#options.service)
  }

  get #resolver(): TaskDefinitionResolver {
    const { resolver } = this.#options
    if (resolver) return resolver
    throw new Error('This target can only be rolled back.')
  }

  async plan(deadline: Deadline): Promise<Plan> {
    const service = await this.#read(deadline)
    const [live, [underway]] = await Promise.all([
      this.#liveOf(service, deadline),
      this.#api.deployments(this.#options, active, deadline),
    ])
    const resolved = await this.#resolver.resolve(live?.ref, deadline)
    const isUnchanged = !!live && live.ref === resolved.arn && !underway && !this.#options.force
    const earlier = isUnchanged ? await this.#before(live, deadline) : null
    return {
      live,
      before: (version) => (live && live.ref !== version.ref ? live : earlier),
      step:
        live && isUnchanged
          ? { kind: 'unchanged', version: live }
          : this.#step(service, live, resolved, underway),
    }
  }

  /** @throws ActionError if another version is being deployed: a group has one deployment at a time */
  #step(
    service: EcsService,
    live: Version | null,
    resolved: ResolvedTaskDefinition,
    underway: CodeDeployment | undefined,
  ): Plan['step'] {
    if (!underway) return { kind: 'start', operation: this.#deploy(service, live, resolved) }
    const ref = taskDefinitionOf(underway)
    if (ref && ref === resolved.arn) {
      const version = { ref, commit: this.#resolver.commit }
      return { kind: 'attach', deployment: this.#deployment(underway.deploymentId, version) }
    }
    throw new ActionError(
      `${underway.deploymentId} is under way in ${this.#options.deploymentGroup} (${underway.status}), with ` +
        `${ref ? nameOf(ref) : 'another version'}. CodeDeploy runs one deployment at a time: wait for it, or stop it.`,
    )
  }

  #deploy(service: EcsService, live: Version | null, resolved: ResolvedTaskDefinition): Operation {
    const { application, deploymentGroup } = this.#options
    const { task } = this.#resolver
    const first = task ? `run "${task.command.join(' ')}" first, ` : ''
    const what = resolved.arn
      ? nameOf(resolved.arn)
      : `a new revision of ${resolved.definition.family}`
    const appSpec = this.#options.appSpec ?? builtFor(service)
    return {
      description: `${first}deploy ${what} to ${this.#name} with CodeDeploy (${application}, ${deploymentGroup})`,
      start: async (deadline, { written, note }) => {
        const version = await this.#resolver.available(resolved, live?.ref, written, deadline)
        const { ref } = version
        const ran = await this.#resolver.runPreDeployTask(ref, service, written, deadline)
        if (ran) note(ran)
        return this.#createOnce(appSpec, version, deadline)
      },
    }
  }

  /** Starts one deployment. If the response is lost, the running deployment with our version is taken for it. */
  async #createOnce(appSpec: AppSpec, version: Version, deadline: Deadline): Promise<Deployment> {
    const { application, deploymentGroup, rollsBack = true } = this.#options
    const events = ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST']
    const deployment = {
      applicationName: application,
      deploymentGroupName: deploymentGroup,
      revision: revisionOf(appSpec, version.ref),
      description: `ci-actions: ${shortName(version)} as ${nameOf(version.ref)}`,
      ...(rollsBack && { autoRollbackConfiguration: { enabled: true, events } }),
    }
    const write = (): Promise<string> => this.#api.create(deployment, deadline)
    const find = async (): Promise<string | undefined> => {
      const [one] = await this.#api.deployments(this.#options, active, deadline)
      return one && taskDefinitionOf(one) === version.ref ? one.deploymentId : undefined
    }
    const missing = `No new deployment of ${this.#name} showed up`
    const id = await createOnce({ noun: 'deployment', missing, write, find }, deadline)
    return this.#deployment(id, version)
  }

  #deployment(id: string, version: Version, isStopped = false): Deployment {
    const options = { id, version, service: this.#options, isStopped }
    return new CodeDeployDeployment(this.#ecs, this.#api, options)
  }

  async live(deadline: Deadline): Promise<Version | null> {
    return this.#liveOf(await this.#read(deadline), deadline)
  }

  async state(deadline: Deadline): Promise<TargetState> {
    const [live, [underway]] = await Promise.all([
      this.live(deadline),
      this.#api.deployments(this.#options, active, deadline),
    ])
    const ref = underway && taskDefinitionOf(underway)
    if (!ref) return { live, desired: live }
    return { live, desired: versionOf(await this.#definitions.registered(ref, deadline)) }
  }

  async #liveOf(service: EcsService, deadline: Deadline): Promise<Version | null> {
    const primary = service.taskSets.find(({ status }) => status === 'PRIMARY')
    const ref = primary?.taskDefinition ?? service.taskDefinition
    return ref ? versionOf(await this.#definitions.registered(ref, deadline)) : null
  }

  async previous(deadline: Deadline): Promise<Version | null> {
    return this.#before(await this.live(deadline), deadline)
  }

  /**
   * Returns the version before a given one: from the deployments that succeeded, or else from the tags of its revision.
   */
  async #before(version: Version | null, deadline: Deadline): Promise<Version | null> {
    const refs = await this.#refs(deadline)
    // A rollback is not a new version: what counts is what was live before the version was first deployed.
    const older = version ? refs.slice(refs.lastIndexOf(version.ref) + 1) : refs
    const isKnown = !version || refs.includes(version.ref)
    const found = isKnown ? older.find((ref) => ref !== version?.ref) : undefined
    const { prev } = version
      ? (await this.#definitions.registered(version.ref, deadline)).metadata
      : {}
    const ref = found ?? (prev === version?.ref ? undefined : prev)
    return ref ? versionOf(await this.#definitions.registered(ref, deadline)) : null
  }

  /** Returns the task definitions that were deployed successfully, newest first. */
  async #refs(deadline: Deadline): Promise<string[]> {
    const deployments = await this.#api.deployments(this.#options, ['Succeeded'], deadline)
    return deployments.flatMap((one) => taskDefinitionOf(one) ?? [])
  }

  async find(text: string, deadline: Deadline): Promise<Version> {
    const live = await this.live(deadline)
    const name = nameIn(text, live)
    if (name) return versionOf(await this.#definitions.registered(name, deadline))
    const refs = new Set([...(live ? [live.ref] : []), ...(await this.#refs(deadline))])
    const all = await Promise.all(
      [...refs].map((ref) => this.#definitions.registered(ref, deadline)),
    )
    const found = all
      .map(versionOf)
      .find(({ commit }) => text.length >= 7 && !!commit && commit.startsWith(text))
    if (found) return found
    throw new ActionError(
      `${this.#name} has no version ${quote(text)} among its deployments. Use a task definition as ` +
        '"family:revision", its ARN, a revision number, a commit of at least 7 characters, or "previous".',
    )
  }

  same(a: Version | null, b: Version | null): boolean {
    return !!a && !!b && a.ref === b.ref
  }

  rollbackTo(to: Version): Operation {
    return {
      description: `roll ${this.#name} back to ${nameOf(to.ref)} with CodeDeploy`,
      start: async (deadline) => {
        const stopped = await this.#stopUnderway(to, deadline)
        if (stopped) return stopped
        const service = await this.#read(deadline)
        const deployments = await this.#api.deployments(this.#options, ['Succeeded'], deadline)
        const earlier = deployments.find((one) => taskDefinitionOf(one) === to.ref)
        const appSpec = read(contentOf(earlier)) ?? this.#options.appSpec ?? builtFor(service)
        return this.#createOnce(appSpec, to, deadline)
      },
    }
  }

  /** Stops a running deployment, so that CodeDeploy rolls back itself. */
  async #stopUnderway(to: Version, deadline: Deadline): Promise<Deployment | undefined> {
    const [underway] = await this.#api.deployments(this.#options, active, deadline)
    if (!underway) return undefined
    const id = underway.deploymentId
    // If it is the rollback already, just follow it.
    if (taskDefinitionOf(underway) === to.ref) return this.#deployment(id, to)
    try {
      await this.#api.stop(id, deadline)
    } catch (error) {
      if (!hasErrorCode(error, 'DeploymentAlreadyCompletedException')) throw error
      return undefined
    }
    return this.#deployment(id, to, true)
  }

  /** @throws ActionError if the service is not deployed by CodeDeploy */
  async #read(deadline: Deadline): Promise<EcsService> {
    const service = await this.#ecs.service(this.#options, deadline)
    if (service.deploymentController?.type === 'CODE_DEPLOY') return service
    throw new ActionError(
      `${this.#name} is deployed by ECS itself, not by CodeDeploy. Remove "codedeploy-application" and ` +
        '"codedeploy-deployment-group".',
    )
  }
}

function contentOf(deployment: CodeDeployment | undefined): string | null | undefined {
  return deployment?.revision?.appSpecContent?.content
}

function taskDefinitionOf(deployment: CodeDeployment): string | undefined {
  return taskDefinitionIn(contentOf(deployment))
}
