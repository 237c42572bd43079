import { Failure, quote } from '@ci-actions/kit'
import { type Deadline, growing, say, until } from '@ci-actions/wait'
import { consoleOf, consolePart } from '../aws-console.ts'
import type { Version } from '../record.ts'
import type { DeploymentState, Identity, Operation, Plan, Started, Target } from '../target.ts'
import type { Alias, Configuration, LambdaApi, LambdaFunction } from './api.ts'
import type { CanaryStep } from './canary.ts'
import type { CanaryHealth } from './canary-health.ts'
import { hasCode, type LambdaCode } from './code.ts'
import type { DeployGroup } from './deploy-group.ts'
import { readMetadata, withMetadata } from './description.ts'
import { noSuchFunction, publish, sameConfiguration, updateCode } from './publish.ts'
import { checkStart } from './start-check.ts'
import { percent, type Traffic, trafficOf } from './traffic.ts'
import { TrafficShift, type TrafficShiftOptions } from './traffic-shift.ts'

/** A function, the alias that its callers use, and what a deploy of it shall bring. */
export interface LambdaTargetOptions {
  /** Its name, or its ARN. */
  readonly function: string
  readonly name?: string | undefined
  readonly alias: string
  /** Left out by who only goes back. */
  readonly code?: LambdaCode | undefined
  readonly architecture?: string | undefined
  /** The parts of the traffic that a new version gets before it gets all. */
  readonly canary?: readonly CanaryStep[]
  readonly health?: CanaryHealth | undefined
  /** Those that are put back together with it. */
  readonly together?: DeployGroup | undefined
  /** False: the alias leads to the new version before anybody has seen that it can serve. */
  readonly wait?: boolean
  /** Where to say what may be wrong with the package. */
  readonly warn?: (line: string) => void
  /** Of the run, for the descriptions of version and alias. */
  readonly commit?: string | undefined
  readonly runId?: string | undefined
}

/** What is read before anything is written. */
interface State {
  readonly latest: LambdaFunction
  readonly alias: Alias | undefined
  readonly traffic: Traffic | undefined
  /** The version that the alias leads to. */
  readonly live: LambdaFunction | undefined
}

/** A function of AWS Lambda, whose callers come by an alias. */
export class LambdaTarget implements Target {
  readonly #api: LambdaApi
  readonly #order: LambdaTargetOptions
  #shift: TrafficShift | undefined
  #logGroup: string | undefined

  constructor(api: LambdaApi, order: LambdaTargetOptions) {
    this.#api = api
    this.#order = order
  }

  get identity(): Identity {
    const { function: name, alias } = this.#order
    const target = { function: name, alias, region: this.#api.region }
    return { provider: 'lambda', name: this.#name, target }
  }

  get #name(): string {
    return this.#order.name ?? this.#order.function
  }

  plan(deadline: Deadline): Promise<Plan> {
    return this.#telling(async () => {
      const state = await this.#state(deadline)
      const { live } = state
      return {
        live: live ? versionOf(live.Configuration) : null,
        before: (version) => before(version, state),
        step: await this.#step(state, deadline),
      }
    })
  }

  async look(_id: string, deadline: Deadline): Promise<DeploymentState> {
    const look = await this.#telling(() => this.#running().look(deadline))
    if (look.state === 'failed') this.#order.together?.abort(this.#name)
    return look
  }

  async live(deadline: Deadline): Promise<Version | null> {
    const found = await this.#alias(deadline)
    if (!found) return null
    const { sha } = readMetadata(found.Description)
    return { ref: found.FunctionVersion, ...(sha && { commit: sha }) }
  }

  /** Of a canary that is under way, the version that gets a part of the traffic. */
  async desired(deadline: Deadline): Promise<Version | null> {
    const found = await this.#alias(deadline)
    const traffic = found && trafficOf(found)
    return traffic ? { ref: traffic.canary?.version ?? traffic.main } : null
  }

  async previous(deadline: Deadline): Promise<Version | null> {
    const { function: name, alias } = this.#order
    const found = await this.#alias(deadline)
    if (!found) throw this.#noAlias()
    const { main, canary } = trafficOf(found)
    if (canary) return { ref: main }
    const { prev } = readMetadata(found.Description)
    const noted = prev && prev !== main ? await this.#api.function(name, deadline, prev) : undefined
    if (noted) return versionOf(noted.Configuration)
    const older = (await this.#api.versions(name, deadline)).findLast(
      ({ Version }) => Number(Version) < Number(main),
    )
    if (!older) return null
    this.#api.log(
      `${this.#name}: alias ${alias} does not say what it led to before version ${main}` +
        `${prev ? ` (version ${prev} is gone)` : ''}, so it is taken to be version ${older.Version}, ` +
        'the next lower one that is published.',
    )
    return versionOf(older)
  }

  async find(text: string, deadline: Deadline): Promise<Version> {
    const { function: name } = this.#order
    if (/^\d+$/.test(text)) {
      const found = await this.#api.function(name, deadline, text)
      if (found) return versionOf(found.Configuration)
    }
    const versions = await this.#api.versions(name, deadline)
    const isMeant = ({ CodeSha256, Description }: Configuration): boolean =>
      CodeSha256 === text || (text.length >= 7 && !!readMetadata(Description).sha?.startsWith(text))
    const found = versions.findLast(isMeant)
    if (found) return versionOf(found)
    const newest = versions.slice(-10).map(({ Version }) => Version)
    throw new Failure(
      `${this.#name} has no version ${quote(text)}. Give the number of one, a commit of at least 7 ` +
        `characters that we deployed, or "previous". The newest are ${newest.join(', ') || 'none'}.`,
    )
  }

  rollbackTo(to: Version): Operation {
    const { function: name, alias } = this.#order
    return {
      description: `lead alias ${alias} of ${name} to version ${to.ref}, with all of its traffic`,
      start: async (deadline) => {
        const [found, version] = await Promise.all([
          this.#alias(deadline),
          this.#api.function(name, deadline, to.ref),
        ])
        if (!found) throw this.#noAlias()
        if (!version) {
          throw new Failure(`Version ${to.ref} of ${name} is gone; name another one with "to".`)
        }
        const metadata = readMetadata(version.Configuration.Description)
        const started = this.#start(versionOf(version.Configuration), trafficOf(found), {
          describe: (now) => withMetadata(now?.Description, metadata),
        })
        await this.#finish(deadline)
        return started
      },
    }
  }

  async cancel(_id: string, deadline: Deadline): Promise<string> {
    return this.#running().clear(deadline)
  }

  same(one: Version | null, other: Version | null): boolean {
    return !!one && one.ref === other?.ref
  }

  logUrl(): string | undefined {
    if (!this.#logGroup) return undefined
    const { region } = this.#api
    const group = consolePart(this.#logGroup)
    return consoleOf(
      region,
      `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}`,
    )
  }

  #alias(deadline: Deadline): Promise<Alias | undefined> {
    const { function: name, alias } = this.#order
    return this.#api.alias(name, alias, deadline)
  }

  async #state(deadline: Deadline): Promise<State> {
    const { function: name, alias: aliasName } = this.#order
    const [latest, alias, aliased] = await Promise.all([
      this.#api.function(name, deadline),
      this.#alias(deadline),
      this.#api.function(name, deadline, aliasName),
    ])
    if (!latest) throw noSuchFunction(name, this.#api.region)
    this.#logGroup =
      latest.Configuration.LoggingConfig?.LogGroup ??
      `/aws/lambda/${latest.Configuration.FunctionName}`
    const traffic = alias && trafficOf(alias)
    // Asked side by side, the two may have seen the alias before and after a change.
    const isSame = aliased?.Configuration.Version === traffic?.main
    const live =
      traffic && !isSame ? await this.#api.function(name, deadline, traffic.main) : aliased
    return { latest, alias, traffic, live }
  }

  async #step(state: State, deadline: Deadline): Promise<Plan['step']> {
    const { code } = this.#order
    const { latest, traffic, live } = state
    if (!code) throw new Error('Without code there is nothing to deploy.')
    this.#refuseUnfit(state, code)
    const canary = await this.#canaryOf(state, deadline)
    if (traffic && canary && this.#isIn(canary, code)) {
      return this.#attach(canary.Configuration, traffic)
    }
    const hasNews = !live || !sameConfiguration(latest.Configuration, live.Configuration)
    if (traffic && live && this.#isIn(live, code) && !hasNews && !canary) {
      return isReady(live.Configuration)
        ? { kind: 'unchanged', version: versionOf(live.Configuration) }
        : this.#attach(live.Configuration, traffic)
    }
    checkStart(code, latest.Configuration, this.#order)
    if (live) await this.#refuseUnwatched(live, deadline)
    return { kind: 'start', move: this.#bring(code, state) }
  }

  #isIn({ Configuration, Code }: LambdaFunction, code: LambdaCode): boolean {
    const { architecture } = this.#order
    const isBuiltFor = !architecture || !!Configuration.Architectures?.includes(architecture)
    return isBuiltFor && hasCode({ Configuration, Code }, code)
  }

  #refuseUnfit({ latest, traffic }: State, code: LambdaCode): void {
    const { function: name, alias } = this.#order
    const { PackageType = 'Zip' } = latest.Configuration
    if (PackageType !== code.packageType) {
      throw new Failure(
        `${name} is a function of package type ${PackageType}, and cannot take ${code.says}.`,
      )
    }
    if (traffic?.main === '$LATEST') {
      throw new Failure(
        `Alias ${alias} of ${name} leads to $LATEST, so new code would serve before it is published. ` +
          'Publish a version and lead the alias to it, once and by hand.',
      )
    }
  }

  async #canaryOf({ traffic }: State, deadline: Deadline): Promise<LambdaFunction | undefined> {
    const { version } = traffic?.canary ?? {}
    return version ? this.#api.function(this.#order.function, deadline, version) : undefined
  }

  /** What an earlier run has begun, and what is not at its end. */
  #attach(configuration: Configuration, traffic: Traffic): Plan['step'] {
    const version = versionOf(configuration)
    const started = this.#start(version, traffic, this.#arrival(traffic, version))
    return { kind: 'attach', started }
  }

  #bring(code: LambdaCode, { latest: found, traffic, alias }: State): Operation {
    const { function: name, alias: aliasName, canary = [], architecture } = this.#order
    const { commit, runId, wait } = this.#order
    const now = traffic ? `which leads to version ${traffic.main} now` : 'which is new'
    const parts = traffic ? canary.map(sayStep).join('') : ''
    return {
      description: `send ${code.says} to ${name}, publish a version and lead alias ${aliasName}, ${now}, to it${parts}`,
      start: (deadline, wrote) =>
        this.#telling(async () => {
          const update = { function: name, code, architecture }
          const latest = await updateCode(this.#api, update, found, deadline, wrote)
          const metadata = { prev: traffic?.main, sha: commit, run: runId }
          const description = withMetadata(latest.Description, metadata)
          const published = await publish(this.#api, name, latest, description, deadline)
          const version = versionOf(published)
          wrote(`Version ${version.ref} is published; alias ${aliasName} does not lead to it.`)
          if (!alias) this.#api.log(`${this.#name}: there is no alias ${aliasName} yet; it is made`)
          const isReady = wait === false || published.State === 'Active'
          const started = this.#start(version, traffic, {
            ...this.#arrival(traffic, version),
            isReady,
          })
          if (wait === false) await this.#finish(deadline)
          return started
        }),
    }
  }

  /** How a version comes to all of the traffic when it is deployed. */
  #arrival(traffic: Traffic | undefined, version: Version): Arrival {
    const { canary: steps = [], health, together, runId } = this.#order
    const metadata = { prev: traffic?.main, sha: version.commit, run: runId }
    const isThere = traffic?.main === version.ref
    return {
      steps,
      health,
      together,
      describe: (now) =>
        isThere ? (now?.Description ?? '') : withMetadata(now?.Description, metadata),
    }
  }

  #start(to: Version, from: Traffic | undefined, arrival: Arrival): Started {
    const { function: name, alias } = this.#order
    const order = { function: name, alias, from, to, steps: [], ...arrival }
    this.#shift = new TrafficShift(this.#api, order)
    return { id: `${name}:${to.ref}`, version: to }
  }

  /** Those that are deployed with it hear when it fails. */
  async #telling<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      this.#order.together?.abort(this.#name)
      throw error
    }
  }

  /** Until all of it is written, for who does not look again. */
  async #finish(deadline: Deadline): Promise<void> {
    const ask = async (): Promise<DeploymentState | undefined> => {
      const look = await this.#running().look(deadline)
      return look.state === 'running' ? undefined : look
    }
    const look = await until(ask, growing(300, 1.6, 5_000), deadline)
    if ('reason' in look) throw new Failure(look.reason)
  }

  async #refuseUnwatched({ Configuration }: LambdaFunction, deadline: Deadline): Promise<void> {
    const { function: name, alias, health } = this.#order
    const since = deadline.clock.date()
    await health?.ready({ function: name, alias, version: Configuration.Version, since }, deadline)
  }

  #running(): TrafficShift {
    if (this.#shift) return this.#shift
    throw new Error('Nothing was started yet.')
  }

  #noAlias(): Failure {
    const { function: name, alias } = this.#order
    return new Failure(
      `${name} has no alias ${quote(alias)} in ${this.#api.region}, or is not there at all; a rollback ` +
        'leads an alias back. Check the name, the alias and the region.',
    )
  }
}

/** What makes up a way to all of the traffic. */
type Arrival = Pick<TrafficShiftOptions, 'describe'> & Partial<TrafficShiftOptions>

function isReady({ State }: Configuration): boolean {
  return State !== 'Pending' && State !== 'Failed'
}

function versionOf({ Version, CodeSha256, Description }: Configuration): Version {
  const { sha } = readMetadata(Description)
  return { ref: Version, ...(sha && { commit: sha }), digest: CodeSha256 }
}

/** What the alias led to before a version, by what was read: what it leads to now, or what it says. */
function before({ ref }: Version, { alias, live }: State): Version | null {
  if (!live) return null
  if (live.Configuration.Version !== ref) return versionOf(live.Configuration)
  const { prev } = readMetadata(alias?.Description)
  return prev && prev !== ref ? { ref: prev } : null
}

function sayStep({ weight, ms }: CanaryStep): string {
  return `, after ${percent(weight)} for ${say(ms)}`
}
