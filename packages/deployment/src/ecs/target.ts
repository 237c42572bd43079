import { isRefusedWith } from '@ci-actions/aws'
import { Failure, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { consoleOf } from '../aws-console.ts'
import { createOnce } from '../create-once.ts'
import { shortName, type Version } from '../record.ts'
import type {
  DeploymentState,
  Identity,
  OnWritten,
  Operation,
  Plan,
  Started,
  SummaryNote,
  Target,
} from '../target.ts'
import { type EcsApi, isDenied, type ServiceLocator } from './api.ts'
import { rolloutState, serviceDeploymentState, stoppable, underway } from './deployment-state.ts'
import { diagnoseFailure } from './diagnostics.ts'
import { EcsHistory, maxHistory, same } from './history.ts'
import type { EcsService, Rollout, ServiceDeploymentBrief } from './schemas.ts'
import { changed, differences, type RegisteredTaskDefinition } from './task-definition.ts'
import type { ResolvedTaskDefinition, TaskDefinitionResolver } from './task-definition-resolver.ts'
import { nameIn, nameOf, versionOf } from './version.ts'

/** How ECS brings a new version in, in its own words. */
export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'CANARY' | 'LINEAR'

/** A service, and how its new version shall come. */
export interface EcsTargetOptions extends ServiceLocator {
  readonly name?: string | undefined
  readonly desiredCount?: number | undefined
  readonly force?: boolean
  /** As the service has it, unless said. */
  readonly strategy?: Strategy | undefined
  /** Minutes that the old version stays after the switch. */
  readonly bakeTime?: number | undefined
  /** A first attempt of a run does not take a forced deployment of somebody else for its own. */
  readonly attempt?: number
}

/** How long a new deployment may be missing from the history before the service itself is asked. */
const missingFor = 30_000

/** A service of Amazon ECS, whose deployments ECS itself controls. */
export class EcsTarget implements Target {
  readonly #api: EcsApi
  readonly #resolver: TaskDefinitionResolver
  readonly #order: EcsTargetOptions
  readonly #history: EcsHistory
  /** What is worth telling a person beyond the record. */
  readonly notes: SummaryNote[] = []
  /** The ARNs of the service deployments that were there before. */
  readonly #old = new Set<string>()
  /** Whether a deployment is followed that somebody else has started. */
  #attached = false
  /** The ids of the deployments that the service had before. */
  #ids: readonly string[] = []
  /** Of these, the ones that an update left as they were. */
  readonly #kept = new Set<string>()
  /** The ARNs of service deployments by the ids that they have in the service. */
  readonly #arns = new Map<string, string>()
  readonly #versions = new Map<string, Version>()
  /** Those that were told to go back to what served before them. */
  readonly #stopped = new Set<string>()
  /** The definition that runs; it is read for the plan. */
  #runs: RegisteredTaskDefinition | undefined
  #missingSince: number | undefined
  #live: Version | null = null

  constructor(api: EcsApi, resolver: TaskDefinitionResolver, order: EcsTargetOptions) {
    this.#api = api
    this.#resolver = resolver
    this.#order = order
    this.#history = new EcsHistory(api, resolver, order)
  }

  get identity(): Identity {
    const { cluster, service } = this.#order
    return {
      provider: 'ecs',
      name: this.#name,
      target: { cluster, service, region: this.#api.region },
    }
  }

  get #name(): string {
    return this.#order.name ?? nameOf(this.#order.service)
  }

  async plan(deadline: Deadline): Promise<Plan> {
    const service = await this.#meet(deadline)
    const { taskDefinition: running } = servingOf(service) ?? primaryOf(service) ?? service
    const [live, wanted, briefs] = await Promise.all([
      this.#liveOf(service, deadline),
      this.#resolver.resolve(running ?? undefined, deadline),
      this.#history.briefs(deadline),
    ])
    this.#remember(service, briefs)
    const step = this.#step(service, live, wanted)
    const isSame = step.kind === 'unchanged' || wanted.arn === live?.ref
    const earlier = isSame && live ? await this.#history.before(live, briefs, deadline) : null
    return {
      live,
      before: (version) => (live && !same(live, version) ? live : earlier),
      step,
    }
  }

  /** What was there before anything is written: nothing of it can be what comes of that. */
  #remember({ deployments }: EcsService, briefs: readonly ServiceDeploymentBrief[]): void {
    this.#ids = deployments.map(({ id }) => id)
    for (const { serviceDeploymentArn } of briefs) this.#old.add(serviceDeploymentArn)
  }

  #step(service: EcsService, live: Version | null, wanted: ResolvedTaskDefinition): Plan['step'] {
    const { force, desiredCount, attempt = 1 } = this.#order
    const primary = primaryOf(service)
    const isUnderway =
      primary?.rolloutState === 'IN_PROGRESS' && primary.taskDefinition === wanted.arn
    if (primary && isUnderway && (!force || attempt > 1)) {
      const version = { ref: primary.taskDefinition, commit: this.#resolver.commit }
      this.#attached = true
      return { kind: 'attach', started: this.#started(primary, version) }
    }
    const isRunning = live?.ref === wanted.arn && primary?.taskDefinition === wanted.arn
    const isAsked = desiredCount === undefined || desiredCount === service.desiredCount
    if (live && isRunning && !force && isAsked && !this.#configuration(service)) {
      this.#sayWhatTagsMean(wanted)
      return { kind: 'unchanged', version: live }
    }
    return { kind: 'start', move: this.#move(service, live, wanted) }
  }

  /** ECS looks a tag up when a deployment begins, and tells nobody that it has moved since. */
  #sayWhatTagsMean({ definition }: ResolvedTaskDefinition): void {
    const tagged = definition.containerDefinitions.flatMap(({ image }) =>
      image && !image.includes('@') ? [image] : [],
    )
    if (tagged.length === 0) return
    this.#api.log(
      `${this.#name}: whether ${tagged.join(', ')} means another image by now is not asked. ` +
        'Where a tag moves, deploy with "force-new-deployment: true".',
    )
  }

  #move(service: EcsService, live: Version | null, wanted: ResolvedTaskDefinition): Operation {
    const { force = false, desiredCount } = this.#order
    const deploymentConfiguration = this.#configuration(service)
    return {
      description: this.#inWords(service, live, wanted),
      start: async (deadline, wrote) => {
        const version = await this.#resolver.available(wanted, live?.ref, wrote, deadline)
        const { ref } = version
        const evidence = await this.#resolver.runPreDeployTask(ref, service, wrote, deadline)
        if (evidence) this.notes.push(evidence)
        const change = {
          taskDefinition: ref,
          ...(desiredCount !== undefined && { desiredCount }),
          ...(deploymentConfiguration && { deploymentConfiguration }),
          ...((force || isStuck(service, live, ref)) && { forceNewDeployment: true }),
        }
        return this.#update(change, version, deadline)
      },
    }
  }

  #inWords(
    service: EcsService,
    live: Version | null,
    { arn, definition }: ResolvedTaskDefinition,
  ): string {
    const { desiredCount, force } = this.#order
    const { task } = this.#resolver
    const configuration = this.#configuration(service)
    const deploys = arn
      ? `deploy ${nameOf(arn)}${arn === live?.ref ? ' again' : ''}`
      : `register a new revision of ${definition.family} (${this.#whatDiffers(definition)}) and deploy it`
    return [
      ...(task ? [`run "${task.command.join(' ')}" first`] : []),
      `${deploys} to ${this.#name}`,
      ...(force ? ['even if nothing differs'] : []),
      ...(configuration ? [`with the strategy ${configuration.strategy}`] : []),
      ...(desiredCount === undefined ? [] : [`with ${desiredCount} tasks`]),
    ].join(', ')
  }

  #whatDiffers(definition: ResolvedTaskDefinition['definition']): string {
    return this.#runs ? differences(this.#runs.definition, definition).join('; ') : 'the first one'
  }

  /** The configuration to set, when another strategy is asked for; ECS takes it whole. */
  #configuration(service: EcsService) {
    const { strategy, bakeTime } = this.#order
    const now = service.deploymentConfiguration ?? {}
    const isSet =
      (strategy ?? now.strategy) === (now.strategy ?? 'ROLLING') &&
      (bakeTime ?? now.bakeTimeInMinutes) === now.bakeTimeInMinutes
    if (isSet || (!strategy && bakeTime === undefined)) return undefined
    const { canaryConfiguration, linearConfiguration, ...others } = now
    const kind = strategy ?? now.strategy ?? 'ROLLING'
    return {
      ...others,
      ...(kind === 'CANARY' && canaryConfiguration ? { canaryConfiguration } : {}),
      ...(kind === 'LINEAR' && linearConfiguration ? { linearConfiguration } : {}),
      strategy: kind,
      ...(bakeTime !== undefined && { bakeTimeInMinutes: bakeTime }),
    }
  }

  /** Updates the service once. Where the answer is lost, a deployment that was not there before is it. */
  async #update(
    change: { readonly taskDefinition: string; readonly forceNewDeployment?: boolean },
    version: Version,
    deadline: Deadline,
  ): Promise<Started> {
    const { cluster, service } = this.#order
    const isForced = change.forceNewDeployment ?? false
    const { taskDefinition } = change
    const write = async (): Promise<Rollout> => {
      const json = { cluster, service, ...change }
      const primary = primaryOf(await this.#api.update(json, isForced, deadline))
      if (!primary) {
        throw new Failure(`ECS took the update of ${this.#name}, but shows no deployment of it.`)
      }
      const isOurs = primary.taskDefinition === taskDefinition
      if (isOurs && this.#ids.includes(primary.id)) this.#kept.add(primary.id)
      return primary
    }
    const look = async (): Promise<Rollout | undefined> => {
      const primary = primaryOf(await this.#meet(deadline))
      const isOurs = primary?.taskDefinition === taskDefinition && !this.#ids.includes(primary.id)
      return isOurs ? primary : undefined
    }
    const missing = `No new deployment of ${this.#name} is to be seen`
    const rollout = await createOnce({ noun: 'deployment', missing, write, find: look }, deadline)
    return this.#started(rollout, version)
  }

  #started({ id }: Rollout, version: Version): Started {
    this.#versions.set(id, version)
    return { id, version }
  }

  async look(id: string, deadline: Deadline): Promise<DeploymentState> {
    const version = this.#versions.get(id) ?? { ref: '' }
    if (this.#kept.has(id)) return this.#lookAtTasks(await this.#meet(deadline), version)
    const arn = await this.#arnOf(id, version, deadline)
    if (!arn) return this.#lookAtService(id, version, deadline)
    const deployment = await this.#history.deployment(arn, deadline)
    if (!deployment) return this.#lookAtService(id, version, deadline)
    const look = serviceDeploymentState(id, deployment, version)
    if (look.state === 'live') {
      const revision = deployment.targetServiceRevision?.arn
      const arns = revision ? [revision] : []
      return { ...look, version: await this.#history.resolved(version, arns, deadline) }
    }
    const isBack = look.state === 'rolled-back' || look.state === 'cancelled'
    if (isBack && this.#stopped.has(id)) return { state: 'live', version }
    if (look.state !== 'cancelled') return look
    const next = await this.#history.after(arn, deadline)
    if (!next) return look
    const reason = `${look.reason} The newer deployment ${nameOf(next)} took its place.`
    return { state: 'superseded', version, reason }
  }

  /** Where only other settings were asked for, there is no deployment to look at. */
  #lookAtTasks({ runningCount, desiredCount }: EcsService, version: Version): DeploymentState {
    const [running, desired] = [runningCount ?? 0, desiredCount ?? 0]
    if (running === desired) return { state: 'live', version: this.#live ?? version }
    return { state: 'running', version, phase: `${running} of ${desired} tasks run` }
  }

  async #lookAtService(id: string, version: Version, deadline: Deadline): Promise<DeploymentState> {
    const now = deadline.clock.now()
    this.#missingSince ??= now
    const service = await this.#meet(deadline)
    const look = rolloutState(id, service, version, { ids: this.#ids, live: this.#live?.ref })
    const isLate = now - this.#missingSince > missingFor
    if (!this.#history.isVisible || isLate || look.state === 'superseded') return look
    if (look.state === 'missing') return look
    return { state: 'running', version, phase: 'not in the history yet' }
  }

  /** The ARN of our service deployment; undefined when it is not listed (yet), or may not be seen. */
  async #arnOf(id: string, version: Version, deadline: Deadline): Promise<string | undefined> {
    if (id.startsWith('arn:')) return id
    const known = this.#arns.get(id)
    if (known) return known
    const briefs = await this.#history.briefs(deadline)
    // What was found on its way may have ended by now; what was started is none of the old ones.
    const candidates = this.#attached
      ? briefs.slice(0, 20)
      : briefs.filter(({ serviceDeploymentArn }) => !this.#old.has(serviceDeploymentArn))
    const arn = await this.#history.bringing(version.ref, candidates, deadline)
    if (arn) this.#arns.set(id, arn)
    return arn
  }

  async live(deadline: Deadline): Promise<Version | null> {
    return this.#liveOf(await this.#meet(deadline), deadline)
  }

  async desired(deadline: Deadline): Promise<Version | null> {
    const service = await this.#meet(deadline)
    const primary = primaryOf(service)
    const live = await this.#liveOf(service, deadline)
    if (!primary || primary.taskDefinition === live?.ref) return live
    return versionOf(await this.#resolver.registered(primary.taskDefinition, deadline))
  }

  async #liveOf(service: EcsService, deadline: Deadline): Promise<Version | null> {
    const rollout = servingOf(service)
    if (!rollout) return null
    const arns = service.currentServiceRevisions.flatMap(({ arn }) => arn ?? [])
    const [known, { digest }] = await Promise.all([
      this.#resolver.registered(rollout.taskDefinition, deadline),
      this.#history.resolved({ ref: rollout.taskDefinition }, arns, deadline),
    ])
    this.#runs ??= known
    const live = { ...versionOf(known), ...(digest && { digest }) }
    this.#live ??= live
    return live
  }

  async previous(deadline: Deadline): Promise<Version | null> {
    const live = await this.live(deadline)
    return this.#history.before(live, await this.#history.briefs(deadline), deadline)
  }

  async find(text: string, deadline: Deadline): Promise<Version> {
    const live = await this.live(deadline)
    const name = nameIn(text, live)
    if (name) return versionOf(await this.#resolver.registered(name, deadline))
    const found = await this.#history.find(text, live, deadline)
    if (found) return found
    throw new Failure(
      `${this.#name} has no version ${quote(text)} among its last ${maxHistory} deployments. Give a task definition as ` +
        `"family:revision", its ARN, the number of a revision, a commit of at least 7 characters, or "previous".`,
    )
  }

  same(one: Version | null, other: Version | null): boolean {
    return same(one, other)
  }

  rollbackTo(to: Version): Operation {
    return {
      description: `put ${this.#name} back to ${nameOf(to.ref)}${to.commit ? ` (${shortName(to)})` : ''}`,
      start: async (deadline, wrote) => {
        const service = await this.#meet(deadline)
        const briefs = await this.#history.briefs(deadline)
        this.#remember(service, briefs)
        const live = await this.#liveOf(service, deadline)
        const stopped = same(live, to) && (await this.#stopUnderway(briefs[0], to, deadline))
        if (stopped) return stopped
        const taskDefinition = await this.#deployable(to, service, wrote, deadline)
        const version = { ...to, ref: taskDefinition }
        return this.#update({ taskDefinition }, version, deadline)
      },
    }
  }

  /** What is under way and came after `to`: ECS itself goes back from it to what served before. */
  async #stopUnderway(
    newest: ServiceDeploymentBrief | undefined,
    to: Version,
    deadline: Deadline,
  ): Promise<Started | undefined> {
    if (!newest || !underway.includes(newest.status)) return undefined
    const { serviceDeploymentArn: arn, status } = newest
    if (stoppable.includes(status)) {
      try {
        await this.#api.stop(arn, deadline)
      } catch (error) {
        if (isDenied(error) || isRefusedWith(error, 'ConflictException')) return undefined
        throw error
      }
    }
    this.#stopped.add(arn)
    this.#versions.set(arn, to)
    return { id: arn, version: to }
  }

  /** What brings a version back: itself, or a copy where it may not be deployed or its tags moved on. */
  async #deployable(
    to: Version,
    service: EcsService,
    wrote: OnWritten,
    deadline: Deadline,
  ): Promise<string> {
    const known = await this.#resolver.registered(to.ref, deadline)
    const moved = primaryOf(service)?.taskDefinition === known.arn
    if (known.isActive && !moved) return known.arn
    const { definition } = known
    const copy = moved
      ? changed(definition, { images: await this.#history.images(to, deadline), env: {} })
      : definition
    return this.#resolver.register(copy, { commit: to.commit }, wrote, deadline)
  }

  async cancel(id: string, deadline: Deadline): Promise<string> {
    const arn = await this.#arnOf(id, this.#versions.get(id) ?? { ref: '' }, deadline)
    if (arn) {
      await this.#api.stop(arn, deadline)
      return 'was stopped, and ECS goes back to what served before'
    }
    if (!this.#live) throw new Failure('no version is known that served before.')
    const { cluster, service } = this.#order
    await this.#api.update({ cluster, service, taskDefinition: this.#live.ref }, false, deadline)
    return `was replaced by ${nameOf(this.#live.ref)}, which served before`
  }

  async why(id: string, deadline: Deadline): Promise<readonly string[]> {
    const { ref } = this.#versions.get(id) ?? { ref: '' }
    const lines = await diagnoseFailure(this.#api, this.#order, ref, deadline)
    this.notes.push(...lines.map((text) => ({ text: `${this.#name}: ${text}` })))
    return lines
  }

  logUrl(): string | undefined {
    const { cluster, service } = this.#order
    const { region } = this.#api
    const path = `ecs/v2/clusters/${nameOf(cluster)}/services/${nameOf(service)}`
    return consoleOf(region, `${path}/deployments?region=${region}`)
  }

  /** @throws Failure when ECS does not control the deployments of the service */
  async #meet(deadline: Deadline): Promise<EcsService> {
    const service = await this.#api.service(this.#order, deadline)
    const { type } = service.deploymentController ?? {}
    if (!type || type === 'ECS') return service
    throw new Failure(
      type === 'CODE_DEPLOY'
        ? `${this.#name} is deployed by CodeDeploy. Give "codedeploy-application" and "codedeploy-deployment-group".`
        : `The deployments of ${this.#name} are controlled from outside (${type}), which this action cannot do.`,
    )
  }
}

/**
 * Whether the newest deployment has the definition and did not bring it: it failed and was not rolled back,
 * was stopped, or ran out of time. Unless it is forced, ECS starts no other one with the same definition.
 */
function isStuck(service: EcsService, live: Version | null, definition: string): boolean {
  const primary = primaryOf(service)
  return primary?.taskDefinition === definition && live?.ref !== definition
}

function primaryOf({ deployments }: EcsService): Rollout | undefined {
  return deployments.find(({ status }) => status === 'PRIMARY')
}

/** The deployment that serves: the newest that has come up. */
function servingOf(service: EcsService): Rollout | undefined {
  const { deployments } = service
  const runs = (one: Rollout): boolean => (one.runningCount ?? 0) > 0
  const primary = primaryOf(service)
  return (
    deployments.find(({ rolloutState }) => rolloutState === 'COMPLETED') ??
    deployments.find((one) => one !== primary && runs(one)) ??
    (primary && !primary.rolloutState && runs(primary) ? primary : undefined)
  )
}
