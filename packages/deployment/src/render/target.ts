import { Refused } from '@ci-actions/http'
import { Failure, lookUp, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { createOnce } from '../create-once.ts'
import { sameVersion, shortName, type Version } from '../record.ts'
import type { DeploymentState, Identity, Operation, Plan, Started, Target } from '../target.ts'
import type { NewDeploy, RenderApi, RenderDeploy, RenderService } from './api.ts'
import type { DeployHookTrigger } from './hook.ts'

/** A service on Render, and what a deploy of it shall bring. */
export interface RenderTargetOptions {
  readonly serviceId: string
  readonly name?: string | undefined
  /** A commit, or an image; neither means the head of the service's branch, or its image. */
  readonly commit?: string | undefined
  readonly image?: string | undefined
  readonly clearCache?: boolean
  /** The commit of this run: a deploy of it that is on its way is ours, even if a push started it. */
  readonly runCommit?: string | undefined
  /** Whether this run was started again: what is on its way may be of the attempt before. */
  readonly isRerun?: boolean | undefined
  /** Starts a deploy in place of the API. */
  readonly hook?: DeployHookTrigger | undefined
  /** Going back also stops the deploys that pushes start. */
  readonly turnOffAutodeploy?: boolean | undefined
}

const phases = [
  'created',
  'queued',
  'build_in_progress',
  'pre_deploy_in_progress',
  'update_in_progress',
]

const failures: Readonly<Record<string, string>> = {
  build_failed: 'its build failed',
  pre_deploy_failed: 'its pre-deploy command failed',
  update_failed: 'it was built, but never became healthy',
}

/** How far back to look for what is live and what was live before, in pages of 100. */
const mostPages = 5

/** A service on Render, deployed and followed by its API. */
export class RenderTarget implements Target {
  readonly #api: RenderApi
  readonly #order: RenderTargetOptions
  /** The ids of all deploys that were seen: a new one is none of them. */
  readonly #known = new Set<string>()
  #history: readonly RenderDeploy[] = []
  #service: RenderService | undefined

  constructor(api: RenderApi, order: RenderTargetOptions) {
    this.#api = api
    this.#order = order
  }

  get identity(): Identity {
    const { serviceId } = this.#order
    const url = this.#service?.serviceDetails?.url
    return {
      provider: 'render',
      name: this.#name,
      target: { serviceId },
      ...(typeof url === 'string' && { url }),
    }
  }

  get #name(): string {
    return this.#order.name ?? this.#service?.name ?? this.#order.serviceId
  }

  async plan(deadline: Deadline): Promise<Plan> {
    const history = await this.#meet(deadline)
    if (this.#service?.suspended === 'suspended') {
      throw new Failure(`${this.#name} is suspended on Render and cannot be deployed; resume it.`)
    }
    const live = history.find(({ status }) => status === 'live')
    return {
      live: live ? versionOf(live) : null,
      before: (version) => before(version, history),
      step: this.#step(history, live),
    }
  }

  async look(id: string, deadline: Deadline): Promise<DeploymentState> {
    const deploy = await this.#api.deploy(this.#order.serviceId, id, deadline)
    if (!deploy) return { state: 'missing' }
    const version = versionOf(deploy)
    const { status } = deploy
    if (status === 'live') return { state: 'live', version }
    if (status === 'deactivated' || status === 'canceled') return this.#ended(deploy, deadline)
    const failure = lookUp(failures, status)
    if (!failure) return { state: 'running', phase: status, version }
    const reason = `${id} ended as ${status}: ${failure}.`
    return { state: 'failed', version, reason }
  }

  async live(deadline: Deadline): Promise<Version | null> {
    const history = await this.#meet(deadline)
    const live = history.find(({ status }) => status === 'live')
    return live ? versionOf(live) : null
  }

  /** By the history that was read last, as for `live`. */
  async desired(): Promise<Version | null> {
    const aim = this.#history.find((one) => isUnderway(one) || one.status === 'live')
    return aim ? versionOf(aim) : null
  }

  async previous(deadline: Deadline): Promise<Version | null> {
    const history = await this.#readHistory(deadline)
    const live = history.find(({ status }) => status === 'live')
    return live ? before(versionOf(live), history) : newestThatServed(history)
  }

  async find(text: string, deadline: Deadline): Promise<Version> {
    const history = await this.#readHistory(deadline)
    const isMeant = (deploy: RenderDeploy): boolean => {
      const { ref, commit, digest } = versionOf(deploy)
      return ref === text || digest === text || (text.length >= 7 && !!commit?.startsWith(text))
    }
    const found = history.filter(served).find(isMeant)
    if (found) return versionOf(found)
    if (/^[0-9a-f]{40}$/.test(text)) return { ref: text, commit: text }
    throw new Failure(
      `${this.#name} has no deploy ${quote(text)} that was ever live. Give the id of one (dep-…), ` +
        'a commit of at least 7 characters, or "previous".',
    )
  }

  /** @throws Failure when the service is a cron job, which Render takes back neither by deploy nor by commit */
  rollbackTo(to: Version): Operation {
    const { serviceId, turnOffAutodeploy } = this.#order
    if (isCronJob(serviceId)) {
      throw new Failure(
        `Render cannot roll back a cron job: revert the commit on the branch of ${this.#name}, and deploy that.`,
      )
    }
    const also = turnOffAutodeploy ? ' and turn its autodeploy off' : ''
    return {
      description: `roll ${this.#name} (${serviceId}) back to ${shortName(to)} (${to.ref})${also}`,
      start: async (deadline, wrote) => {
        if (turnOffAutodeploy) {
          await this.#api.turnOffAutodeploy(serviceId, deadline)
          wrote(`The autodeploy of ${this.#name} is off.`)
        }
        try {
          if (!to.ref.startsWith('dep-')) return await this.#deployAgain(to, deadline)
          const ask: Ask = () => this.#api.rollback(serviceId, to.ref, deadline)
          return await this.#startOnce(ask, { trigger: 'rollback' }, deadline)
        } catch (error) {
          // What the old deploy had built is kept for a while only; its commit can be built again.
          const isGone = error instanceof Refused && [400, 404, 410].includes(error.status)
          if (isGone && to.commit) return this.#deployAgain(to, deadline)
          throw error
        }
      },
    }
  }

  async cancel(id: string, deadline: Deadline): Promise<string> {
    const { serviceId } = this.#order
    if (isCronJob(serviceId)) return 'goes on: Render cannot cancel the deploy of a cron job'
    await this.#api.cancel(serviceId, id, deadline)
    return 'was cancelled at render'
  }

  logUrl(id: string): string | undefined {
    const dashboard = this.#service?.dashboardUrl
    return dashboard ? `${dashboard}/deploys/${id}` : undefined
  }

  /** The history of the service, and, once, who it is. */
  async #meet(deadline: Deadline): Promise<RenderDeploy[]> {
    const { serviceId } = this.#order
    const [history, service] = await Promise.all([
      this.#readHistory(deadline),
      this.#service ?? this.#api.service(serviceId, deadline),
    ])
    this.#service = service
    return history
  }

  #step(history: readonly RenderDeploy[], live: RenderDeploy | undefined): Plan['step'] {
    const { commit, image, clearCache, runCommit, isRerun, hook } = this.#order
    const wanted = commit ?? (image ? undefined : runCommit)
    const brings = ({ commit: one, image: picture }: RenderDeploy): boolean =>
      image ? picture?.ref === image : !!wanted && sameCommit(one?.id, wanted)
    const isFixed = commit !== undefined || !!image?.includes('@sha256:')
    const underway = history.filter(isUnderway)
    // A re-run, or the deploy that the push itself has started. With an empty cache it is another, and
    // so it may be by a tag, which means what it meant when that deploy was created.
    const canBeOurs = !clearCache && (!image || isFixed || isRerun)
    const own = canBeOurs ? underway.find(brings) : undefined
    if (own) return { kind: 'attach', started: startedBy(own) }

    // What is on its way is about to take the place of what is live.
    const isStaying = live && underway.length === 0
    if (isStaying && isFixed && !clearCache && (brings(live) || hasDigest(live, image))) {
      return { kind: 'unchanged', version: versionOf(live) }
    }
    return { kind: 'start', move: hook ? this.#callHook(hook) : this.#createDeploy() }
  }

  #createDeploy(): Operation {
    const { serviceId, commit, image, clearCache } = this.#order
    const wanted: NewDeploy = {
      ...(commit && { commitId: commit }),
      ...(image && { imageUrl: image }),
      clearCache: clearCache ? 'clear' : 'do_not_clear',
    }
    return {
      description: `POST /services/${serviceId}/deploys ${JSON.stringify(wanted)}`,
      start: (deadline) => {
        const ask: Ask = () => this.#api.startDeploy(serviceId, wanted, deadline)
        return this.#startOnce(ask, { trigger: 'api', commit }, deadline)
      },
    }
  }

  #callHook(hook: NonNullable<RenderTargetOptions['hook']>): Operation {
    const { serviceId, commit } = this.#order
    return {
      description: `call the deploy hook of ${serviceId}`,
      start: (deadline) => {
        const ask: Ask = async () => {
          const id = await hook(deadline)
          return id ? { id, status: 'created', trigger: 'deploy_hook' } : undefined
        }
        return this.#startOnce(ask, { trigger: 'deploy_hook', commit }, deadline)
      },
    }
  }

  #deployAgain(to: Version, deadline: Deadline): Promise<Started> {
    const wanted: NewDeploy = { commitId: to.commit ?? to.ref, clearCache: 'do_not_clear' }
    const ask: Ask = () => this.#api.startDeploy(this.#order.serviceId, wanted, deadline)
    return this.#startOnce(ask, { trigger: 'api', commit: wanted.commitId }, deadline)
  }

  async #startOnce(ask: Ask, sign: Sign, deadline: Deadline): Promise<Started> {
    // One that was not there before and bears our signs.
    const isOurs = ({ id, trigger, commit }: RenderDeploy): boolean =>
      !this.#known.has(id) &&
      (!trigger || trigger === sign.trigger) &&
      (!sign.commit || !commit?.id || sameCommit(commit.id, sign.commit))
    const look = async (): Promise<RenderDeploy | undefined> => {
      const { deploys } = await this.#api.deploys(this.#order.serviceId, deadline)
      // Newest first: the oldest of the new ones is nearest to our request.
      return deploys.findLast(isOurs)
    }
    const missing = `No new deploy of ${this.#name} is listed`
    return startedBy(
      await createOnce({ noun: 'deploy', missing, write: ask, find: look }, deadline),
    )
  }

  /** Newest first, as far back as what is live and something else that was live before. */
  async #readHistory(deadline: Deadline): Promise<RenderDeploy[]> {
    const history: RenderDeploy[] = []
    let cursor: string | undefined
    for (let page = 0; page < mostPages; page++) {
      const next = await this.#api.deploys(this.#order.serviceId, deadline, { limit: 100, cursor })
      history.push(...next.deploys)
      for (const { id } of next.deploys) this.#known.add(id)
      cursor = next.cursor
      const live = history.find(({ status }) => status === 'live')
      if (!cursor || (live && before(versionOf(live), history))) break
    }
    this.#history = history
    return history
  }

  /** How a deploy ended that did not fail: a newer one is in its place, or somebody cancelled it. */
  async #ended(deploy: RenderDeploy, deadline: Deadline): Promise<DeploymentState> {
    const { id, status } = deploy
    const version = versionOf(deploy)
    const { deploys } = await this.#api.deploys(this.#order.serviceId, deadline)
    const at = deploys.findIndex((one) => one.id === id)
    // What was live gives way only to what goes live; a deploy on its way, to any that is newer.
    const next = deploys
      .slice(0, Math.max(0, at))
      .findLast((one) => status === 'canceled' || served(one))
    // An autodeploy of the same commit, whose webhook came a moment after our request.
    if (next && sameVersion(versionOf(next), version)) {
      return { state: 'replaced', by: startedBy(next), version }
    }
    if (status === 'deactivated') {
      const reason = `${id} went live and was replaced by a newer deploy since.`
      return { state: 'superseded', version, reason }
    }
    if (!next) return { state: 'cancelled', version, reason: `${id} was cancelled on Render.` }
    const reason = `${id} was cancelled in favour of the newer ${next.id}.`
    return { state: 'superseded', version, reason }
  }
}

/** Asks for a deploy; undefined when it was accepted but the answer does not tell which it is. */
type Ask = () => Promise<RenderDeploy | undefined>

/** By what a deploy is recognised as the one just asked for. */
interface Sign {
  readonly trigger: string
  readonly commit?: string | undefined
}

function startedBy(deploy: RenderDeploy): Started {
  return { id: deploy.id, version: versionOf(deploy) }
}

function versionOf({ id, commit, image }: RenderDeploy): Version {
  return {
    ref: id,
    ...(commit?.id && { commit: commit.id }),
    ...(image?.sha && { digest: image.sha }),
  }
}

function isCronJob(serviceId: string): boolean {
  return serviceId.startsWith('crn-')
}

function isUnderway({ status }: RenderDeploy): boolean {
  return phases.includes(status)
}

function served({ status }: RenderDeploy): boolean {
  return status === 'live' || status === 'deactivated'
}

function sameCommit(one: string | null | undefined, other: string): boolean {
  return !!one && (one.startsWith(other) || other.startsWith(one))
}

function hasDigest({ image }: RenderDeploy, wanted: string | undefined): boolean {
  return !!image?.sha && !!wanted?.endsWith(`@${image.sha}`)
}

function newestThatServed(history: readonly RenderDeploy[]): Version | null {
  const deploy = history.find(served)
  return deploy ? versionOf(deploy) : null
}

/**
 * What served before a version. A rollback does not count as a version of its own: before it came
 * what had served before the version it went back to.
 */
export function before(version: Version, history: readonly RenderDeploy[]): Version | null {
  const first = history.findLastIndex((one) => served(one) && sameVersion(versionOf(one), version))
  const newest = history.findIndex((one) => one.id === version.ref)
  const isRollback = history[newest]?.trigger === 'rollback'
  const older = history.slice((isRollback ? first : newest) + 1)
  const deploy = older.find((one) => served(one) && !sameVersion(versionOf(one), version))
  return deploy ? versionOf(deploy) : null
}
