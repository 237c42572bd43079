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

/** Options of shifting traffic to a version. */
export interface TrafficShiftOptions {
  readonly function: string
  /** Display name of the function. */
  readonly name: string
  readonly alias: string
  /** The current traffic of the alias; undefined if it does not exist yet. */
  readonly from: Traffic | undefined
  readonly to: Version
  /** Returns the description of the alias once it points at the version. */
  readonly describe: (now: Alias | undefined) => string
  readonly steps: readonly CanaryStep[]
  readonly health?: CanaryHealth | undefined
  /** The functions that are deployed together with it. */
  readonly group?: DeployGroup | undefined
  readonly logUrl?: string | undefined
  /** Whether the version is known to be ready, or its readiness does not matter. */
  readonly isReady?: boolean
}

/**
 * Deploys a version to an alias by shifting traffic step by step. Each poll reads the alias and writes when the next
 * step is due. Writes include the revision that was read. If the response of a write is lost, the next poll shows
 * whether it was executed.
 */
export class TrafficShift implements Deployment {
  readonly id: string
  readonly version: Version
  readonly logUrl: string | undefined
  readonly #api: LambdaApi
  readonly #options: TrafficShiftOptions
  /** The expected traffic of the alias. */
  #expected: Traffic | undefined
  /** The traffic of the last write, if it is not confirmed yet. */
  #tried: Traffic | undefined
  /** The index of the running canary step; −1 before the first. */
  #step: number
  /** Clock times at which this step and the first step began. */
  #since: number | undefined
  #began: number | undefined
  #isReady: boolean
  /** Why all traffic returns to the original version. */
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
    // Continue a canary that an earlier run has left.
    const weight = from?.canary?.version === to.ref ? from.canary.weight : 0
    this.#step = steps.findLastIndex((step) => step.weight <= weight)
  }

  /** Polls, and reports a failure to the functions that are deployed together. */
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
        `Alias ${aliasName} of ${name} was changed by someone else in the meantime: it points at ` +
        `${sayTraffic(traffic)}${alias ? ` (${describeAuthor(alias)})` : ''}, not at ${sayTraffic(this.#expected)}.`
      return { state: 'superseded', reason, version: to }
    }
    return (
      (await this.#becomeReady(deadline)) ??
      this.#end() ??
      (await this.#watch(deadline)) ??
      (await this.#shift(alias, deadline))
    )
  }

  /** Stops a canary and returns its traffic to the original version. */
  async cancel(deadline: Deadline): Promise<string> {
    const { function: name, alias: aliasName, to } = this.#options
    const alias = await this.#api.alias(name, aliasName, deadline)
    const { main, canary } = alias ? trafficOf(alias) : {}
    if (!alias || !main) return `was stopped; alias ${aliasName} was not created`
    if (main === to.ref) return 'already has all traffic'
    if (canary?.version !== to.ref) return `was stopped before it got any traffic of ${aliasName}`
    const wanted = aliasWanted({ main })
    await this.#api.updateAlias(name, aliasName, wanted, alias.RevisionId ?? undefined, deadline)
    return `was stopped, and all traffic of ${aliasName} is back on version ${main}`
  }

  /** Returns the final state; undefined while the shift is in progress. */
  #end(): DeploymentState | undefined {
    const { to } = this.#options
    if (!this.#expected || this.#expected.canary) return undefined
    if (this.#stopped) return { state: 'rolled-back', reason: this.#stopped, version: to }
    return this.#expected.main === to.ref ? { state: 'live', version: to } : undefined
  }

  /** Waits for a version that was just published, which may take a while, for example with SnapStart or in a VPC. */
  async #becomeReady(deadline: Deadline): Promise<DeploymentState | undefined> {
    if (this.#isReady) return undefined
    const { function: name, to } = this.#options
    const found = await this.#api.function(name, deadline, to.ref)
    const { State, StateReasonCode, StateReason } = found?.Configuration ?? {}
    if (!found || State === 'Failed') {
      const why = found ? `${StateReasonCode}: ${StateReason}` : 'it cannot be found'
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

  /** Watches a canary step for its duration, and stops the canary if something is wrong. */
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
        `The canary was stopped at ${percent(step.weight)}: ${trouble}. All traffic is back on ` +
        `version ${this.#expected?.main}.`
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
      // The next poll shows the outcome, and what someone else did.
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
      : `version ${to.ref} is being deployed`
    return { state: 'running', phase, version: to }
  }
}

/** Errors for a write by someone else, and for an update in progress. */
const contended = ['PreconditionFailedException', 'ResourceConflictException']

function aliasWanted({ main, canary }: Traffic, description?: string): AliasWanted {
  return {
    FunctionVersion: main,
    ...(description !== undefined && { Description: description }),
    RoutingConfig: { AdditionalVersionWeights: canary ? { [canary.version]: canary.weight } : {} },
  }
}
