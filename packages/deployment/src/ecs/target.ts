import { hasErrorCode } from '@ci-actions/aws'
import { ActionError, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { shortName, type Version } from '../record.ts'
import type {
  Deployment,
  Identity,
  OnWritten,
  Operation,
  Plan,
  Step,
  Target,
  TargetState,
} from '../target.ts'
import { type EcsApi, isDenied } from './api.ts'
import { EcsDeployment } from './deployment.ts'
import { stoppable, underway } from './deployment-state.ts'
import { maxHistory, same } from './history.ts'
import type { EcsService, ServiceDeploymentBrief } from './schemas.ts'
import {
  type NamedService,
  primaryIn,
  type RunningVersion,
  ServiceReader,
  type ServiceSnapshot,
  servingIn,
  snapshotOf,
} from './service.ts'
import { configurationFor, type Strategy } from './strategy.ts'
import { changed, differences } from './task-definition.ts'
import type { ResolvedTaskDefinition, TaskDefinitionResolver } from './task-definition-resolver.ts'
import type { TaskDefinitions } from './task-definitions.ts'
import { updateService } from './update-service.ts'
import { nameIn, nameOf, versionOf } from './version.ts'

/** A service and how to deploy it. */
export interface EcsTargetOptions extends NamedService {
  /** The task definition to deploy; undefined for a rollback. */
  readonly resolver?: TaskDefinitionResolver | undefined
  readonly desiredCount?: number | undefined
  readonly force?: boolean
  /** Default: the service's own strategy. */
  readonly strategy?: Strategy | undefined
  /** Minutes to keep the old version after the switch. */
  readonly bakeTime?: number | undefined
  /** The attempt of this run. The first one never attaches to a forced deployment, which must be someone else's. */
  readonly attempt?: number
}

/** Everything that is read before planning. */
interface Reading {
  readonly service: EcsService
  readonly running: RunningVersion | null
  readonly resolved: ResolvedTaskDefinition
  readonly before: ServiceSnapshot
}

/** An Amazon ECS service that ECS itself deploys. */
export class EcsTarget implements Target {
  readonly #service: ServiceReader
  readonly #options: EcsTargetOptions

  constructor(api: EcsApi, definitions: TaskDefinitions, options: EcsTargetOptions) {
    this.#service = new ServiceReader(api, definitions, options)
    this.#options = options
  }

  get identity(): Identity {
    const { locator, name, api } = this.#service
    return { provider: 'ecs', name, target: { ...locator, region: api.region } }
  }

  get #resolver(): TaskDefinitionResolver {
    const { resolver } = this.#options
    if (resolver) return resolver
    throw new Error('This target can only be rolled back.')
  }

  async plan(deadline: Deadline): Promise<Plan> {
    const { history } = this.#service
    const service = await this.#service.read(deadline)
    const { taskDefinition } = servingIn(service) ?? primaryIn(service) ?? service
    const [running, resolved, briefs] = await Promise.all([
      this.#service.running(service, deadline),
      this.#resolver.resolve(taskDefinition ?? undefined, deadline),
      history.briefs(deadline),
    ])
    const live = running?.version ?? null
    const before = snapshotOf(service, briefs, live)
    const step = this.#step({ service, running, resolved, before })
    const isSame = step.kind === 'unchanged' || resolved.arn === live?.ref
    const earlier = isSame && live ? await history.before(live, briefs, deadline) : null
    return {
      live,
      before: (version) => (live && !same(live, version) ? live : earlier),
      step,
    }
  }

  #step(reading: Reading): Step {
    const { service, resolved, before } = reading
    const { live } = before
    const { force, desiredCount, attempt = 1 } = this.#options
    const primary = primaryIn(service)
    const isUnderway =
      primary?.rolloutState === 'IN_PROGRESS' && primary.taskDefinition === resolved.arn
    if (primary && isUnderway && (!force || attempt > 1)) {
      const version = { ref: primary.taskDefinition, commit: this.#resolver.commit }
      const { id } = primary
      const deployment = new EcsDeployment(this.#service, { id, version }, before, 'attached')
      return { kind: 'attach', deployment }
    }
    const isRunning = live?.ref === resolved.arn && primary?.taskDefinition === resolved.arn
    const isAsked = desiredCount === undefined || desiredCount === service.desiredCount
    if (live && isRunning && !force && isAsked && !configurationFor(service, this.#options)) {
      this.#logUnresolvedTags(resolved)
      return { kind: 'unchanged', version: live }
    }
    return { kind: 'start', operation: this.#deploy(reading) }
  }

  /** Logs that tags are not checked: ECS resolves a tag when a deployment starts and does not report when it moves. */
  #logUnresolvedTags({ definition }: ResolvedTaskDefinition): void {
    const tagged = definition.containerDefinitions.flatMap(({ image }) =>
      image && !image.includes('@') ? [image] : [],
    )
    if (tagged.length === 0) return
    const { api, name } = this.#service
    api.log(
      `${name}: not checked whether ${tagged.join(', ')} now points to another image. ` +
        'If a tag moves, deploy with "force-new-deployment: true".',
    )
  }

  #deploy(reading: Reading): Operation {
    const { service, resolved, before } = reading
    const { live } = before
    const { force = false, desiredCount } = this.#options
    const resolver = this.#resolver
    const deploymentConfiguration = configurationFor(service, this.#options)
    return {
      description: this.#describeDeploy(reading),
      start: async (deadline, { written, note }) => {
        const version = await resolver.available(resolved, live?.ref, written, deadline)
        const { ref } = version
        const ran = await resolver.runPreDeployTask(ref, service, written, deadline)
        if (ran) note(ran)
        const update = {
          taskDefinition: ref,
          ...(desiredCount !== undefined && { desiredCount }),
          ...(deploymentConfiguration && { deploymentConfiguration }),
          ...((force || isStuck(service, live, ref)) && { forceNewDeployment: true }),
        }
        return updateService(this.#service, update, version, before, deadline)
      },
    }
  }

  #describeDeploy({ service, running, resolved: { arn, definition } }: Reading): string {
    const { desiredCount, force } = this.#options
    const { name } = this.#service
    const { task } = this.#resolver
    const configuration = configurationFor(service, this.#options)
    const changes = running
      ? differences(running.taskDefinition.definition, definition).join('; ')
      : 'the first one'
    const deploys = arn
      ? `deploy ${nameOf(arn)}${arn === running?.version.ref ? ' again' : ''}`
      : `register a new revision of ${definition.family} (${changes}) and deploy it`
    return [
      ...(task ? [`run "${task.command.join(' ')}" first`] : []),
      `${deploys} to ${name}`,
      ...(force ? ['even if nothing changed'] : []),
      ...(configuration ? [`with the strategy ${configuration.strategy}`] : []),
      ...(desiredCount === undefined ? [] : [`with ${desiredCount} tasks`]),
    ].join(', ')
  }

  async live(deadline: Deadline): Promise<Version | null> {
    const service = await this.#service.read(deadline)
    return (await this.#service.running(service, deadline))?.version ?? null
  }

  async state(deadline: Deadline): Promise<TargetState> {
    const service = await this.#service.read(deadline)
    const primary = primaryIn(service)
    const live = (await this.#service.running(service, deadline))?.version ?? null
    if (!primary || primary.taskDefinition === live?.ref) return { live, desired: live }
    const { definitions } = this.#service
    return {
      live,
      desired: versionOf(await definitions.registered(primary.taskDefinition, deadline)),
    }
  }

  async previous(deadline: Deadline): Promise<Version | null> {
    const { history } = this.#service
    const live = await this.live(deadline)
    return history.before(live, await history.briefs(deadline), deadline)
  }

  async find(text: string, deadline: Deadline): Promise<Version> {
    const { name: serviceName, definitions, history } = this.#service
    const live = await this.live(deadline)
    const name = nameIn(text, live)
    if (name) return versionOf(await definitions.registered(name, deadline))
    const found = await history.find(text, live, deadline)
    if (found) return found
    throw new ActionError(
      `${serviceName} has no version ${quote(text)} among its last ${maxHistory} deployments. Use a task definition as ` +
        `"family:revision", its ARN, a revision number, a commit of at least 7 characters, or "previous".`,
    )
  }

  same(a: Version | null, b: Version | null): boolean {
    return same(a, b)
  }

  rollbackTo(to: Version): Operation {
    const { name, history } = this.#service
    return {
      description: `roll ${name} back to ${nameOf(to.ref)}${to.commit ? ` (${shortName(to)})` : ''}`,
      start: async (deadline, { written }) => {
        const service = await this.#service.read(deadline)
        const briefs = await history.briefs(deadline)
        const live = (await this.#service.running(service, deadline))?.version ?? null
        const before = snapshotOf(service, briefs, live)
        const stopped =
          same(live, to) && (await this.#stopUnderway(briefs[0], to, before, deadline))
        if (stopped) return stopped
        const taskDefinition = await this.#deployable(to, service, written, deadline)
        const version = { ...to, ref: taskDefinition }
        return updateService(this.#service, { taskDefinition }, version, before, deadline)
      },
    }
  }

  /** Stops a running deployment that came after `to`, so that ECS rolls back itself. */
  async #stopUnderway(
    newest: ServiceDeploymentBrief | undefined,
    to: Version,
    before: ServiceSnapshot,
    deadline: Deadline,
  ): Promise<Deployment | undefined> {
    if (!newest || !underway.includes(newest.status)) return undefined
    const { serviceDeploymentArn: arn, status } = newest
    if (stoppable.includes(status)) {
      try {
        await this.#service.api.stop(arn, deadline)
      } catch (error) {
        if (isDenied(error) || hasErrorCode(error, 'ConflictException')) return undefined
        throw error
      }
    }
    return new EcsDeployment(this.#service, { id: arn, version: to }, before, 'stopped')
  }

  /** Returns the ARN to deploy: the version's own, or that of a copy if it is inactive or its tags have moved. */
  async #deployable(
    to: Version,
    service: EcsService,
    written: OnWritten,
    deadline: Deadline,
  ): Promise<string> {
    const { definitions, history } = this.#service
    const { arn, isActive, definition } = await definitions.registered(to.ref, deadline)
    const hasMoved = primaryIn(service)?.taskDefinition === arn
    if (isActive && !hasMoved) return arn
    const copy = hasMoved
      ? changed(definition, { images: await history.images(to, deadline), env: {} })
      : definition
    return definitions.register(copy, { commit: to.commit }, written, deadline)
  }
}

/**
 * Whether the newest deployment has this definition but it is not live: it failed without rollback, was stopped, or
 * timed out. ECS starts no other one with the same definition unless forced.
 */
function isStuck(service: EcsService, live: Version | null, definition: string): boolean {
  const primary = primaryIn(service)
  return primary?.taskDefinition === definition && live?.ref !== definition
}
