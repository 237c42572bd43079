import { ActionError, quote } from '@ci-actions/kit'
import { type Deadline, exponential, formatDuration, poll } from '@ci-actions/wait'
import type { Version } from '../record.ts'
import type {
  DeploymentState,
  Identity,
  OnWritten,
  Operation,
  Plan,
  Step,
  Target,
  TargetState,
} from '../target.ts'
import type { Alias, Configuration, LambdaApi, LambdaFunction } from './api.ts'
import type { CanaryStep } from './canary.ts'
import type { CanaryHealth } from './canary-health.ts'
import { hasCode, type LambdaCode } from './code.ts'
import type { DeployGroup } from './deploy-group.ts'
import { readMetadata, withMetadata } from './description.ts'
import { before, type FunctionState, logUrlOf, readState, versionOf } from './function-state.ts'
import type { LambdaLocator } from './locator.ts'
import { publish, sameConfiguration, updateCode } from './publish.ts'
import { checkStart } from './start-check.ts'
import { percent, type Traffic, trafficOf } from './traffic.ts'
import { TrafficShift, type TrafficShiftOptions } from './traffic-shift.ts'
import { findVersion, previousVersion } from './versions.ts'

/** A function, its alias, and what to deploy. */
export interface LambdaTargetOptions extends Omit<LambdaLocator, 'region'> {
  /** Undefined for a rollback. */
  readonly code?: LambdaCode | undefined
  readonly architecture?: string | undefined
  /** The shares of traffic that a new version gets before it gets all traffic. */
  readonly canary?: readonly CanaryStep[]
  readonly health?: CanaryHealth | undefined
  /** The functions that are rolled back together with it. */
  readonly group?: DeployGroup | undefined
  /** If false, the alias points at the new version before it is known to be ready. */
  readonly wait?: boolean
  /** Warns about possible problems of the package. */
  readonly warn?: (line: string) => void
  /** From the run, for the descriptions of version and alias. */
  readonly commit?: string | undefined
  readonly runId?: string | undefined
}

/** An AWS Lambda function, invoked through an alias. */
export class LambdaTarget implements Target {
  readonly #api: LambdaApi
  readonly #options: LambdaTargetOptions

  constructor(api: LambdaApi, options: LambdaTargetOptions) {
    this.#api = api
    this.#options = options
  }

  get identity(): Identity {
    const { function: name, alias } = this.#options
    const target = { function: name, alias, region: this.#api.region }
    return { provider: 'lambda', name: this.#name, target }
  }

  get #name(): string {
    return this.#options.name ?? this.#options.function
  }

  async plan(deadline: Deadline): Promise<Plan> {
    const { function: name, alias } = this.#options
    const state = await readState(this.#api, name, alias, deadline)
    const { live } = state
    return {
      live: live ? versionOf(live.Configuration) : null,
      before: (version) => before(version, state),
      step: await this.#step(state, deadline),
    }
  }

  async live(deadline: Deadline): Promise<Version | null> {
    return (await this.state(deadline)).live
  }

  /** During a canary, the desired version is the one that gets part of the traffic. */
  async state(deadline: Deadline): Promise<TargetState> {
    const found = await this.#alias(deadline)
    if (!found) return { live: null, desired: null }
    const { main, canary } = trafficOf(found)
    const { sha } = readMetadata(found.Description)
    const live = { ref: main, ...(sha && { commit: sha }) }
    return { live, desired: { ref: canary?.version ?? main } }
  }

  async previous(deadline: Deadline): Promise<Version | null> {
    const { function: id, alias: aliasName } = this.#options
    const alias = await this.#alias(deadline)
    if (!alias) throw this.#noAlias()
    return previousVersion(this.#api, { id, name: this.#name, aliasName, alias }, deadline)
  }

  find(text: string, deadline: Deadline): Promise<Version> {
    const { function: id } = this.#options
    return findVersion(this.#api, { id, name: this.#name }, text, deadline)
  }

  rollbackTo(to: Version): Operation {
    const { function: name, alias } = this.#options
    return {
      description: `point alias ${alias} of ${name} at version ${to.ref}, with all traffic`,
      start: async (deadline) => {
        const [found, version] = await Promise.all([
          this.#alias(deadline),
          this.#api.function(name, deadline, to.ref),
        ])
        if (!found) throw this.#noAlias()
        if (!version) {
          throw new ActionError(
            `Version ${to.ref} of ${name} no longer exists; set another one in "to".`,
          )
        }
        const metadata = readMetadata(version.Configuration.Description)
        const shift = this.#shift(versionOf(version.Configuration), trafficOf(found), {
          describe: (now) => withMetadata(now?.Description, metadata),
        })
        await pollToEnd(shift, deadline)
        return shift
      },
    }
  }

  same(a: Version | null, b: Version | null): boolean {
    return !!a && a.ref === b?.ref
  }

  #alias(deadline: Deadline): Promise<Alias | undefined> {
    const { function: name, alias } = this.#options
    return this.#api.alias(name, alias, deadline)
  }

  async #step(state: FunctionState, deadline: Deadline): Promise<Step> {
    const { code } = this.#options
    const { latest, traffic, live } = state
    if (!code) throw new Error('Nothing to deploy: the target has no code.')
    this.#refuseUnfit(state, code)
    const canary = await this.#canaryOf(state, deadline)
    if (traffic && canary && this.#isIn(canary, code)) {
      return this.#attach(canary.Configuration, state)
    }
    const hasNews = !live || !sameConfiguration(latest.Configuration, live.Configuration)
    if (traffic && live && this.#isIn(live, code) && !hasNews && !canary) {
      return isReady(live.Configuration)
        ? { kind: 'unchanged', version: versionOf(live.Configuration) }
        : this.#attach(live.Configuration, state)
    }
    checkStart(code, latest.Configuration, this.#options)
    if (live) await this.#refuseUnwatched(live, deadline)
    return { kind: 'start', operation: this.#deploy(code, state) }
  }

  #isIn({ Configuration, Code }: LambdaFunction, code: LambdaCode): boolean {
    const { architecture } = this.#options
    const isBuiltFor = !architecture || !!Configuration.Architectures?.includes(architecture)
    return isBuiltFor && hasCode({ Configuration, Code }, code)
  }

  #refuseUnfit({ latest, traffic }: FunctionState, code: LambdaCode): void {
    const { function: name, alias } = this.#options
    const { PackageType = 'Zip' } = latest.Configuration
    if (PackageType !== code.packageType) {
      throw new ActionError(
        `${name} has the package type ${PackageType} and cannot use ${code.says}.`,
      )
    }
    if (traffic?.main === '$LATEST') {
      throw new ActionError(
        `Alias ${alias} of ${name} points at $LATEST, so new code would go live before it is published. ` +
          'Publish a version and point the alias at it manually, once.',
      )
    }
  }

  async #canaryOf(
    { traffic }: FunctionState,
    deadline: Deadline,
  ): Promise<LambdaFunction | undefined> {
    const { version } = traffic?.canary ?? {}
    return version ? this.#api.function(this.#options.function, deadline, version) : undefined
  }

  /** Attaches to what an earlier run has begun and not finished. */
  #attach(configuration: Configuration, state: FunctionState): Step {
    const version = versionOf(configuration)
    const arrival = this.#arrival(state, version)
    return { kind: 'attach', deployment: this.#shift(version, state.traffic, arrival) }
  }

  #deploy(code: LambdaCode, state: FunctionState): Operation {
    const { function: name, alias: aliasName, canary = [], group } = this.#options
    const { traffic } = state
    const now = traffic ? `now at version ${traffic.main}` : 'new'
    const parts = traffic ? canary.map(describeStep).join('') : ''
    return {
      description: `send ${code.says} to ${name}, publish a version and point alias ${aliasName} (${now}) at it${parts}`,
      start: async (deadline, { written }) => {
        try {
          return await this.#publish(code, state, written, deadline)
        } catch (error) {
          group?.abort(this.#name)
          throw error
        }
      },
    }
  }

  async #publish(
    code: LambdaCode,
    state: FunctionState,
    written: OnWritten,
    deadline: Deadline,
  ): Promise<TrafficShift> {
    const { function: name, alias: aliasName, architecture, commit, runId, wait } = this.#options
    const { latest: found, traffic, alias } = state
    const update = { function: name, code, architecture }
    const latest = await updateCode(this.#api, update, found, deadline, written)
    const metadata = { prev: traffic?.main, sha: commit, run: runId }
    const description = withMetadata(latest.Description, metadata)
    const published = await publish(this.#api, name, latest, description, deadline)
    const version = versionOf(published)
    written(`Version ${version.ref} was published; alias ${aliasName} does not point at it.`)
    if (!alias)
      this.#api.log(`${this.#name}: creating alias ${aliasName}, which does not exist yet`)
    const isReady = wait === false || published.State === 'Active'
    const shift = this.#shift(version, traffic, { ...this.#arrival(state, version), isReady })
    if (wait === false) await pollToEnd(shift, deadline)
    return shift
  }

  /** Returns the options for shifting all traffic to a version. */
  #arrival({ latest, traffic }: FunctionState, version: Version): Arrival {
    const { canary: steps = [], health, group, runId } = this.#options
    const metadata = { prev: traffic?.main, sha: version.commit, run: runId }
    const isThere = traffic?.main === version.ref
    return {
      steps,
      health,
      group,
      logUrl: logUrlOf(latest, this.#api.region),
      describe: (now) =>
        isThere ? (now?.Description ?? '') : withMetadata(now?.Description, metadata),
    }
  }

  #shift(to: Version, from: Traffic | undefined, arrival: Arrival): TrafficShift {
    const { function: id, alias } = this.#options
    const options = { function: id, name: this.#name, alias, from, to, steps: [], ...arrival }
    return new TrafficShift(this.#api, options)
  }

  async #refuseUnwatched({ Configuration }: LambdaFunction, deadline: Deadline): Promise<void> {
    const { function: name, alias, health } = this.#options
    const since = deadline.clock.date()
    await health?.ready({ function: name, alias, version: Configuration.Version, since }, deadline)
  }

  #noAlias(): ActionError {
    const { function: name, alias } = this.#options
    return new ActionError(
      `${name} has no alias ${quote(alias)} in ${this.#api.region}, or does not exist; a rollback ` +
        'needs an existing alias. Check the name, the alias and the region.',
    )
  }
}

/** Options for shifting all traffic to a version. */
type Arrival = Pick<TrafficShiftOptions, 'describe'> & Partial<TrafficShiftOptions>

function isReady({ State }: Configuration): boolean {
  return State !== 'Pending' && State !== 'Failed'
}

/** Polls a deployment that is not followed until all of it is written. */
async function pollToEnd(shift: TrafficShift, deadline: Deadline): Promise<void> {
  const check = async (): Promise<DeploymentState | undefined> => {
    const state = await shift.poll(deadline)
    return state.state === 'running' ? undefined : state
  }
  const state = await poll(check, exponential(300, 1.6, 5_000), deadline)
  if ('reason' in state) throw new ActionError(state.reason)
}

function describeStep({ weight, ms }: CanaryStep): string {
  return `, after ${percent(weight)} for ${formatDuration(ms)}`
}
