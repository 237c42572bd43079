import { isRefusedWith } from '@ci-actions/aws'
import { Failure, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { consoleOf } from '../aws-console.ts'
import { createOnce } from '../create-once.ts'
import type { EcsApi, ServiceLocator } from '../ecs/api.ts'
import { diagnoseFailure } from '../ecs/diagnostics.ts'
import type { EcsService } from '../ecs/schemas.ts'
import type {
  ResolvedTaskDefinition,
  TaskDefinitionResolver,
} from '../ecs/task-definition-resolver.ts'
import { nameIn, nameOf, versionOf } from '../ecs/version.ts'
import { shortName, type Version } from '../record.ts'
import type {
  DeploymentState,
  Identity,
  Operation,
  Plan,
  Started,
  SummaryNote,
  Target,
} from '../target.ts'
import { active, type CodeDeployApi, type CodeDeployment, type DeploymentGroup } from './api.ts'
import { type AppSpec, builtFor, read, revisionOf, taskDefinitionIn } from './appspec.ts'

export interface CodeDeployTargetOptions extends ServiceLocator, DeploymentGroup {
  readonly name?: string | undefined
  /** One is built for the service unless given. */
  readonly appSpec?: AppSpec | undefined
  readonly force?: boolean
  /** CodeDeploy goes back by itself when the deployment fails or is stopped. */
  readonly rollsBack?: boolean
}

/** A deployment that failed has a moment to name the one that goes back. */
const rollbackComesWithin = 10_000

/** A service of Amazon ECS whose deployments CodeDeploy controls. */
export class CodeDeployTarget implements Target {
  readonly #ecs: EcsApi
  readonly #api: CodeDeployApi
  readonly #resolver: TaskDefinitionResolver
  readonly #order: CodeDeployTargetOptions
  readonly notes: SummaryNote[] = []
  readonly #versions = new Map<string, Version>()
  /** Those that were told to go back to what served before them. */
  readonly #stopped = new Set<string>()
  /** When a deployment was first seen to have failed. */
  readonly #failedAt = new Map<string, number>()

  constructor(
    ecs: EcsApi,
    api: CodeDeployApi,
    resolver: TaskDefinitionResolver,
    order: CodeDeployTargetOptions,
  ) {
    this.#ecs = ecs
    this.#api = api
    this.#resolver = resolver
    this.#order = order
  }

  get identity(): Identity {
    const { cluster, service, application, deploymentGroup } = this.#order
    const { region } = this.#ecs
    const target = { cluster, service, region, application, deploymentGroup }
    return { provider: 'ecs', name: this.#name, target }
  }

  get #name(): string {
    return this.#order.name ?? nameOf(this.#order.service)
  }

  async plan(deadline: Deadline): Promise<Plan> {
    const service = await this.#meet(deadline)
    const [live, [underway]] = await Promise.all([
      this.#liveOf(service, deadline),
      this.#api.deployments(this.#order, active, deadline),
    ])
    const wanted = await this.#resolver.resolve(live?.ref, deadline)
    const isUnchanged = !!live && live.ref === wanted.arn && !underway && !this.#order.force
    const earlier = isUnchanged ? await this.#before(live, deadline) : null
    return {
      live,
      before: (version) => (live && live.ref !== version.ref ? live : earlier),
      step:
        live && isUnchanged
          ? { kind: 'unchanged', version: live }
          : this.#step(service, live, wanted, underway),
    }
  }

  /** @throws Failure when another version is on its way: a group has one deployment at a time */
  #step(
    service: EcsService,
    live: Version | null,
    wanted: ResolvedTaskDefinition,
    underway: CodeDeployment | undefined,
  ): Plan['step'] {
    if (!underway) return { kind: 'start', move: this.#move(service, live, wanted) }
    const ref = taskDefinitionOf(underway)
    if (ref && ref === wanted.arn) {
      const version = { ref, commit: this.#resolver.commit }
      return { kind: 'attach', started: this.#started(underway.deploymentId, version) }
    }
    throw new Failure(
      `${underway.deploymentId} is under way in ${this.#order.deploymentGroup} (${underway.status}), with ` +
        `${ref ? nameOf(ref) : 'another version'}. CodeDeploy does one deployment at a time: wait for it, or stop it.`,
    )
  }

  #move(service: EcsService, live: Version | null, wanted: ResolvedTaskDefinition): Operation {
    const { application, deploymentGroup } = this.#order
    const { task } = this.#resolver
    const first = task ? `run "${task.command.join(' ')}" first, ` : ''
    const what = wanted.arn ? nameOf(wanted.arn) : `a new revision of ${wanted.definition.family}`
    const appSpec = this.#order.appSpec ?? builtFor(service)
    return {
      description: `${first}deploy ${what} to ${this.#name} by CodeDeploy (${application}, ${deploymentGroup})`,
      start: async (deadline, wrote) => {
        const version = await this.#resolver.available(wanted, live?.ref, wrote, deadline)
        const evidence = await this.#resolver.runPreDeployTask(
          version.ref,
          service,
          wrote,
          deadline,
        )
        if (evidence) this.notes.push(evidence)
        return this.#createOnce(appSpec, version, deadline)
      },
    }
  }

  /** Starts one deployment. Where the answer is lost, the one under way with our version is it. */
  async #createOnce(appSpec: AppSpec, version: Version, deadline: Deadline): Promise<Started> {
    const { application, deploymentGroup, rollsBack = true } = this.#order
    const events = ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST']
    const deployment = {
      applicationName: application,
      deploymentGroupName: deploymentGroup,
      revision: revisionOf(appSpec, version.ref),
      description: `ci-actions: ${shortName(version)} as ${nameOf(version.ref)}`,
      ...(rollsBack && { autoRollbackConfiguration: { enabled: true, events } }),
    }
    const write = (): Promise<string> => this.#api.create(deployment, deadline)
    const look = async (): Promise<string | undefined> => {
      const [one] = await this.#api.deployments(this.#order, active, deadline)
      return one && taskDefinitionOf(one) === version.ref ? one.deploymentId : undefined
    }
    const missing = `No new deployment of ${this.#name} is to be seen`
    const id = await createOnce({ noun: 'deployment', missing, write, find: look }, deadline)
    return this.#started(id, version)
  }

  #started(id: string, version: Version): Started {
    this.#versions.set(id, version)
    return { id, version }
  }

  async look(id: string, deadline: Deadline): Promise<DeploymentState> {
    const version = this.#versions.get(id) ?? { ref: '' }
    const deployment = await this.#api.deployment(id, deadline)
    if (!deployment) return { state: 'missing' }
    const { status, errorInformation: error } = deployment
    if (status === 'Succeeded') return { state: 'live', version }
    if (status !== 'Failed' && status !== 'Stopped') {
      return { state: 'running', version, phase: status }
    }
    const said = [error?.code, error?.message].filter(Boolean).join(': ')
    const reason = `${id} ended as ${status}${said ? ` (${said})` : ''}.`
    const back = await this.#lookBack(deployment, deadline)
    if (back === 'running') return { state: 'running', version, phase: `${status}, going back` }
    if (back && this.#stopped.has(id)) return { state: 'live', version }
    if (back) {
      return {
        state: 'rolled-back',
        version,
        reason: `${reason} CodeDeploy went back with ${back}.`,
      }
    }
    return { state: status === 'Stopped' ? 'cancelled' : 'failed', version, reason }
  }

  /** Whether CodeDeploy goes back by itself: by which deployment, once that has succeeded. */
  async #lookBack(
    { deploymentId, rollbackInfo, autoRollbackConfiguration }: CodeDeployment,
    deadline: Deadline,
  ): Promise<string | undefined> {
    const id = rollbackInfo?.rollbackDeploymentId
    if (!id) {
      const now = deadline.clock.now()
      const since = this.#failedAt.get(deploymentId) ?? now
      this.#failedAt.set(deploymentId, since)
      const isExpected = autoRollbackConfiguration?.enabled || this.#stopped.has(deploymentId)
      return isExpected && now - since < rollbackComesWithin ? 'running' : undefined
    }
    const back = await this.#api.deployment(id, deadline)
    if (!back || active.includes(back.status)) return 'running'
    return back.status === 'Succeeded' ? id : undefined
  }

  async live(deadline: Deadline): Promise<Version | null> {
    return this.#liveOf(await this.#meet(deadline), deadline)
  }

  async desired(deadline: Deadline): Promise<Version | null> {
    const [underway] = await this.#api.deployments(this.#order, active, deadline)
    const ref = underway && taskDefinitionOf(underway)
    if (!ref) return this.live(deadline)
    return versionOf(await this.#resolver.registered(ref, deadline))
  }

  async #liveOf(service: EcsService, deadline: Deadline): Promise<Version | null> {
    const primary = service.taskSets.find(({ status }) => status === 'PRIMARY')
    const ref = primary?.taskDefinition ?? service.taskDefinition
    return ref ? versionOf(await this.#resolver.registered(ref, deadline)) : null
  }

  async previous(deadline: Deadline): Promise<Version | null> {
    return this.#before(await this.live(deadline), deadline)
  }

  /** What served before a version, by the deployments that succeeded, else by the tags of its revision. */
  async #before(version: Version | null, deadline: Deadline): Promise<Version | null> {
    const refs = await this.#refs(deadline)
    // Going back is no version of its own: what counts is what was there before the version first came.
    const older = version ? refs.slice(refs.lastIndexOf(version.ref) + 1) : refs
    const isKnown = !version || refs.includes(version.ref)
    const found = isKnown ? older.find((ref) => ref !== version?.ref) : undefined
    const { prev } = version
      ? (await this.#resolver.registered(version.ref, deadline)).metadata
      : {}
    const ref = found ?? (prev === version?.ref ? undefined : prev)
    return ref ? versionOf(await this.#resolver.registered(ref, deadline)) : null
  }

  /** The task definitions that were deployed with success, newest first. */
  async #refs(deadline: Deadline): Promise<string[]> {
    const deployments = await this.#api.deployments(this.#order, ['Succeeded'], deadline)
    return deployments.flatMap((one) => taskDefinitionOf(one) ?? [])
  }

  async find(text: string, deadline: Deadline): Promise<Version> {
    const live = await this.live(deadline)
    const name = nameIn(text, live)
    if (name) return versionOf(await this.#resolver.registered(name, deadline))
    const refs = new Set([...(live ? [live.ref] : []), ...(await this.#refs(deadline))])
    const all = await Promise.all([...refs].map((ref) => this.#resolver.registered(ref, deadline)))
    const found = all
      .map(versionOf)
      .find(({ commit }) => text.length >= 7 && !!commit && commit.startsWith(text))
    if (found) return found
    throw new Failure(
      `${this.#name} has no version ${quote(text)} among its deployments. Give a task definition as ` +
        '"family:revision", its ARN, the number of a revision, a commit of at least 7 characters, or "previous".',
    )
  }

  same(one: Version | null, other: Version | null): boolean {
    return !!one && !!other && one.ref === other.ref
  }

  rollbackTo(to: Version): Operation {
    return {
      description: `put ${this.#name} back to ${nameOf(to.ref)} by CodeDeploy`,
      start: async (deadline) => {
        const stopped = await this.#stopUnderway(to, deadline)
        if (stopped) return stopped
        const service = await this.#meet(deadline)
        const deployments = await this.#api.deployments(this.#order, ['Succeeded'], deadline)
        const earlier = deployments.find((one) => taskDefinitionOf(one) === to.ref)
        const appSpec = read(contentOf(earlier)) ?? this.#order.appSpec ?? builtFor(service)
        return this.#createOnce(appSpec, to, deadline)
      },
    }
  }

  /** What is under way is stopped, and CodeDeploy itself goes back to what served before. */
  async #stopUnderway(to: Version, deadline: Deadline): Promise<Started | undefined> {
    const [underway] = await this.#api.deployments(this.#order, active, deadline)
    if (!underway) return undefined
    const id = underway.deploymentId
    // One that goes back already is only to be followed.
    if (taskDefinitionOf(underway) === to.ref) return this.#started(id, to)
    try {
      await this.#api.stop(id, deadline)
    } catch (error) {
      if (!isRefusedWith(error, 'DeploymentAlreadyCompletedException')) throw error
      return undefined
    }
    this.#stopped.add(id)
    return this.#started(id, to)
  }

  async cancel(id: string, deadline: Deadline): Promise<string> {
    await this.#api.stop(id, deadline)
    return 'was stopped, and CodeDeploy goes back to what served before'
  }

  async why(id: string, deadline: Deadline): Promise<readonly string[]> {
    const { ref } = this.#versions.get(id) ?? { ref: '' }
    const lines = await diagnoseFailure(this.#ecs, this.#order, ref, deadline)
    this.notes.push(...lines.map((text) => ({ text: `${this.#name}: ${text}` })))
    return lines
  }

  logUrl(id: string): string | undefined {
    const { region } = this.#ecs
    return consoleOf(region, `codesuite/codedeploy/deployments/${id}?region=${region}`)
  }

  /** @throws Failure when CodeDeploy does not control the deployments of the service */
  async #meet(deadline: Deadline): Promise<EcsService> {
    const service = await this.#ecs.service(this.#order, deadline)
    if (service.deploymentController?.type === 'CODE_DEPLOY') return service
    throw new Failure(
      `${this.#name} is not deployed by CodeDeploy, but by ECS itself. Leave out "codedeploy-application" and ` +
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
