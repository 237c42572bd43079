import { hasErrorCode } from '@ci-actions/aws'
import { IndeterminateError } from '@ci-actions/http'
import { type Deadline, formatDuration } from '@ci-actions/wait'
import { writeGrace } from '../cleanup.ts'
import type { Version } from '../record.ts'
import type { Deployment, DeploymentState } from '../target.ts'
import type { Alias, AliasWanted, LambdaApi } from './api.ts'
import type { CanaryStep } from './canary.ts'
import type { CanaryHealth } from './canary-health.ts'
import type { DeployGroup } from './deploy-group.ts'
import { describeAuthor } from './description.ts'
import { percent, sameTraffic, sayTraffic, type Traffic, trafficOf } from './traffic.ts'

/** A version on its way to all of the traffic of an alias. */
export interface TrafficShiftOptions {
  readonly function: string
  /** What a person calls the function. */
  readonly name: string
  readonly alias: string
  /** What the alias does now; undefined when there is none yet. */
  readonly from: Traffic | undefined
  readonly to: Version
  /** What the alias shall be described as once it is there. */
  readonly describe: (now: Alias | undefined) => string
  readonly steps: readonly CanaryStep[]
  readonly health?: CanaryHealth | undefined
  /** The functions that it is deployed with. */
  readonly group?: DeployGroup | undefined
  readonly logUrl?: string | undefined
  /** It is known that the version can serve, or nobody wants to know. */
  readonly isReady?: boolean
}

/**
 * The deployment of a version to an alias: it gets the traffic step by step. Each poll reads what the
 * alias does, and writes when it is time to. A write names the revision that was read; whether one whose
 * answer was lost has been carried out is what the next poll reads.
 */
export class TrafficShift implements Deployment {
  readonly id: string
  readonly version: Version
  readonly logUrl: string | undefined
  readonly #api: LambdaApi
  readonly #options: TrafficShiftOptions
  /** What the alias should do, as far as it is up to us. */
  #expected: Traffic | undefined
  /** What it may do since the last write. */
  #tried: Traffic | undefined
  /** The step of the canary that runs, from 0; −1 before the first. */
  #step: number
  /** When that step was reached, and the first of them, by the clock. */
  #since: number | undefined
  #began: number | undefined
  #isReady: boolean
  /** Why it goes back to the version that it came from. */
  #stopped: string | undefined

  constructor(api: LambdaApi, options: TrafficShiftOptions) {
    const { from, to, steps } = options
    this.id = `${options.function}:${to.ref}`
    this.version = to
    this.logUrl = options.logUrl
    this.#api = api
    this.#options = options
    this.#expected = from
    this.#isReady = options.isReady ?? false
    // A canary that an earlier run has left goes on where it is.
    const weight = from?.canary?.version === to.ref ? from.canary.weight : 0
    this.#step = steps.findLastIndex((step) => step.weight <= weight)
  }

  /** The functions that it is deployed with hear when it fails. */
  async poll(deadline: Deadline): Promise<DeploymentState> {
    const { group, name } = this.#options
    try {
      const state = await this.#advance(deadline)
      if (state.state === 'failed') group?.abort(name)
      return state
    } catch (error) {
      group?.abort(name)
      throw error
    }
  }

  async #advance(deadline: Deadline): Promise<DeploymentState> {
    const { function: name, alias: aliasName, to } = this.#options
    const alias = await this.#api.alias(name, aliasName, deadline)
    const traffic = alias && trafficOf(alias)
    if (this.#tried && sameTraffic(traffic, this.#tried)) this.#arrive(this.#tried, deadline)
    if (!sameTraffic(traffic, this.#expected)) {
      const reason =
        `Somebody else has changed alias ${aliasName} of ${name} meanwhile: it leads to ` +
        `${sayTraffic(traffic)}${alias ? ` (${describeAuthor(alias)})` : ''}, not to ${sayTraffic(this.#expected)}.`
      return { state: 'superseded', reason, version: to }
    }
    return (
      (await this.#becomeReady(deadline)) ??
      this.#end() ??
      (await this.#watch(deadline)) ??
      (await this.#shift(alias, deadline))
    )
  }

  /** Takes back what a canary has got of the traffic. */
  async cancel(deadline: Deadline): Promise<string> {
    const { function: name, alias: aliasName, to } = this.#options
    const alias = await this.#api.alias(name, aliasName, deadline)
    const { main, canary } = alias ? trafficOf(alias) : {}
    if (!alias || !main) return `was stopped; alias ${aliasName} is not made`
    if (main === to.ref) return 'has all of the traffic already'
    if (canary?.version !== to.ref) return `was stopped before it got any traffic of ${aliasName}`
    const wanted = aliasWanted({ main })
    await this.#api.updateAlias(name, aliasName, wanted, alias.RevisionId ?? undefined, deadline)
    return `was stopped, and all traffic of ${aliasName} goes to version ${main} again`
  }

  /** How it has ended, if it has. */
  #end(): DeploymentState | undefined {
    const { to } = this.#options
    if (!this.#expected || this.#expected.canary) return undefined
    if (this.#stopped) return { state: 'rolled-back', reason: this.#stopped, version: to }
    return this.#expected.main === to.ref ? { state: 'live', version: to } : undefined
  }

  /** A version that has just been published may need a while, as with SnapStart or in a VPC. */
  async #becomeReady(deadline: Deadline): Promise<DeploymentState | undefined> {
    if (this.#isReady) return undefined
    const { function: name, to } = this.#options
    const found = await this.#api.function(name, deadline, to.ref)
    const { State, StateReasonCode, StateReason } = found?.Configuration ?? {}
    if (!found || State === 'Failed') {
      const why = found ? `${StateReasonCode}: ${StateReason}` : 'it is not to be found'
      return {
        state: 'failed',
        reason: `Version ${to.ref} of ${name} cannot serve: ${why}.`,
        version: to,
      }
    }
    if (State === 'Pending') {
      return { state: 'running', phase: `version ${to.ref} is Pending`, version: to }
    }
    this.#isReady = true
    return undefined
  }

  /** A canary goes on as long as nothing is wrong; a step lasts its time. */
  async #watch(deadline: Deadline): Promise<DeploymentState | undefined> {
    const { function: name, alias, to, steps, health, group } = this.#options
    const step = steps[this.#step]
    if (!step || this.#stopped) return undefined
    const { clock } = deadline
    const now = clock.now()
    this.#since ??= now
    this.#began ??= now
    const since = new Date(clock.date().getTime() - (now - this.#began))
    const watched = { function: name, alias, version: to.ref, since }
    const { trouble = group?.abortReason, unknown } =
      (await health?.finding(watched, deadline)) ?? {}
    if (trouble) {
      group?.abort(this.#options.name)
      this.#stopped =
        `The canary was stopped at ${percent(step.weight)}: ${trouble}. All traffic goes to ` +
        `version ${this.#expected?.main} again.`
      return undefined
    }
    if (now - this.#since < step.ms) return this.#running()
    if (unknown)
      this.#api.log(
        `${name}: after ${percent(step.weight)} for ${formatDuration(step.ms)}, ${unknown}`,
      )
    return undefined
  }

  async #shift(alias: Alias | undefined, deadline: Deadline): Promise<DeploymentState> {
    const { function: name, alias: aliasName } = this.#options
    deadline.signal.throwIfAborted()
    const wanted = this.#next()
    this.#tried = wanted
    const late = deadline.extendedBy(writeGrace)
    const description =
      wanted.main === this.#options.to.ref ? this.#options.describe(alias) : undefined
    const write = aliasWanted(wanted, description)
    try {
      await (alias
        ? this.#api.updateAlias(name, aliasName, write, alias.RevisionId ?? undefined, late)
        : this.#api.createAlias(name, aliasName, write, late))
    } catch (error) {
      // What came of it, and of what somebody else did, is seen at the next poll.
      if (error instanceof IndeterminateError || hasErrorCode(error, ...contended))
        return this.#running()
      throw error
    }
    this.#arrive(wanted, deadline)
    return this.#end() ?? this.#running()
  }

  #next(): Traffic {
    const { from, to, steps } = this.#options
    if (!from || from.main === to.ref) return { main: to.ref }
    if (this.#stopped) return { main: from.main }
    const step = steps[this.#step + 1]
    return step
      ? { main: from.main, canary: { version: to.ref, weight: step.weight } }
      : { main: to.ref }
  }

  #arrive(traffic: Traffic, { clock }: Deadline): void {
    this.#expected = traffic
    this.#tried = undefined
    this.#since = clock.now()
    if (!this.#stopped) this.#step++
  }

  #running(): DeploymentState {
    const { to, steps } = this.#options
    const step = this.#expected?.canary && steps[this.#step]
    const phase = step
      ? `version ${to.ref} gets ${percent(step.weight)} for ${formatDuration(step.ms)}`
      : `version ${to.ref} is brought in`
    return { state: 'running', phase, version: to }
  }
}

/** Somebody else has written, or Lambda is at work on the function. */
const contended = ['PreconditionFailedException', 'ResourceConflictException']

function aliasWanted({ main, canary }: Traffic, description?: string): AliasWanted {
  return {
    FunctionVersion: main,
    ...(description !== undefined && { Description: description }),
    RoutingConfig: { AdditionalVersionWeights: canary ? { [canary.version]: canary.weight } : {} },
  }
}
