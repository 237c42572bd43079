import { HttpError } from '@ci-actions/http'
import { ActionError, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { createOnce } from '../create-once.ts'
import { shortName, type Version } from '../record.ts'
import type { Deployment, Identity, Operation, Plan, Target, TargetState } from '../target.ts'
import type { NewDeploy, RenderApi, RenderDeploy, RenderService } from './api.ts'
import { RenderDeployment } from './deployment.ts'
import {
  before,
  desiredIn,
  hasServed,
  isCronJob,
  isUnderway,
  liveIn,
  newestServed,
  sameCommit,
  versionOf,
} from './history.ts'
import type { DeployHookTrigger } from './hook.ts'
import type { RenderLocator } from './locator.ts'

/** A service on Render and what to deploy to it. */
export interface RenderTargetOptions extends RenderLocator {
  /** A commit or an image; without either, the head of the service's branch, or its image. */
  readonly commit?: string | undefined
  readonly image?: string | undefined
  readonly clearCache?: boolean
  /** The commit of this run: a running deploy of it counts as ours, even if a push started it. */
  readonly runCommit?: string | undefined
  /** Whether this is a rerun: a running deploy may be from the previous attempt. */
  readonly isRerun?: boolean | undefined
  /** Starts a deploy instead of the API. */
  readonly hook?: DeployHookTrigger | undefined
  /** Whether a rollback also turns off automatic deploys. */
  readonly turnOffAutodeploy?: boolean | undefined
}

/** How many pages of 100 deploys to search for the live version and the one before it. */
const maxPages = 5

/** A service on Render, deployed through the API. */
export class RenderTarget implements Target {
  readonly #api: RenderApi
  readonly #options: RenderTargetOptions
  /** The service, once read. */
  #service: RenderService | undefined

  constructor(api: RenderApi, options: RenderTargetOptions) {
    this.#api = api
    this.#options = options
  }

  get identity(): Identity {
    const { serviceId } = this.#options
    const url = this.#service?.serviceDetails?.url
    return {
      provider: 'render',
      name: this.#name,
      target: { serviceId },
      ...(typeof url === 'string' && { url }),
    }
  }

  get #name(): string {
    return this.#options.name ?? this.#service?.name ?? this.#options.serviceId
  }

  async plan(deadline: Deadline): Promise<Plan> {
    const history = await this.#read(deadline)
    if (this.#service?.suspended === 'suspended') {
      throw new ActionError(
        `${this.#name} is suspended on Render and cannot be deployed; resume it.`,
      )
    }
    return {
      live: liveIn(history),
      before: (version) => before(version, history),
      step: this.#step(history),
    }
  }

  async live(deadline: Deadline): Promise<Version | null> {
    return liveIn(await this.#read(deadline))
  }

  async state(deadline: Deadline): Promise<TargetState> {
    const history = await this.#read(deadline)
    return { live: liveIn(history), desired: desiredIn(history) }
  }

  async previous(deadline: Deadline): Promise<Version | null> {
    const history = await this.#readHistory(deadline)
    const live = liveIn(history)
    return live ? before(live, history) : newestServed(history)
  }

  async find(text: string, deadline: Deadline): Promise<Version> {
    const history = await this.#readHistory(deadline)
    const isMeant = (deploy: RenderDeploy): boolean => {
      const { ref, commit, digest } = versionOf(deploy)
      return ref === text || digest === text || (text.length >= 7 && !!commit?.startsWith(text))
    }
    const found = history.filter(hasServed).find(isMeant)
    if (found) return versionOf(found)
    if (/^[0-9a-f]{40}$/.test(text)) return { ref: text, commit: text }
    throw new ActionError(
      `${this.#name} has no deploy ${quote(text)} that was ever live. Give the id of one (dep-…), ` +
        'a commit of at least 7 characters, or "previous".',
    )
  }

  /** @throws ActionError if the service is a cron job, which Render cannot roll back */
  rollbackTo(to: Version): Operation {
    const { serviceId, turnOffAutodeploy } = this.#options
    if (isCronJob(serviceId)) {
      throw new ActionError(
        `Render cannot roll back a cron job: revert the commit on the branch of ${this.#name}, and deploy that.`,
      )
    }
    const also = turnOffAutodeploy ? ' and turn its autodeploy off' : ''
    return {
      description: `roll ${this.#name} (${serviceId}) back to ${shortName(to)} (${to.ref})${also}`,
      start: async (deadline, { written }) => {
        const known = (await this.#api.deploys(serviceId, deadline)).deploys
        if (turnOffAutodeploy) {
          await this.#api.turnOffAutodeploy(serviceId, deadline)
          written(`Autodeploy of ${this.#name} was turned off.`)
        }
        try {
          if (!to.ref.startsWith('dep-')) return await this.#deployAgain(to, known, deadline)
          const write: Write = () => this.#api.rollback(serviceId, to.ref, deadline)
          return await this.#createOnce(write, { trigger: 'rollback' }, known, deadline)
        } catch (error) {
          // Render keeps old builds for a limited time; the commit can be built again.
          const isGone = error instanceof HttpError && [400, 404, 410].includes(error.status)
          if (isGone && to.commit) return this.#deployAgain(to, known, deadline)
          throw error
        }
      },
    }
  }

  /** Reads the history of the service and, once, the service itself. */
  async #read(deadline: Deadline): Promise<RenderDeploy[]> {
    const { serviceId } = this.#options
    const [history, service] = await Promise.all([
      this.#readHistory(deadline),
      this.#service ?? this.#api.service(serviceId, deadline),
    ])
    this.#service = service
    return history
  }

  #step(history: readonly RenderDeploy[]): Plan['step'] {
    const { commit, image, clearCache, runCommit, isRerun, hook } = this.#options
    const wanted = commit ?? (image ? undefined : runCommit)
    const brings = ({ commit: one, image: picture }: RenderDeploy): boolean =>
      image ? picture?.ref === image : !!wanted && sameCommit(one?.id, wanted)
    const isFixed = commit !== undefined || !!image?.includes('@sha256:')
    const underway = history.filter(isUnderway)
    // A deploy of an earlier attempt, or the one that the push started. With an empty cache it is a different deploy,
    // and so it may be with a tag, which is resolved when a deploy is created.
    const canBeOurs = !clearCache && (!image || isFixed || isRerun)
    const own = canBeOurs ? underway.find(brings) : undefined
    if (own) return { kind: 'attach', deployment: this.#deployment(own) }

    const live = history.find(({ status }) => status === 'live')
    // A running deploy is about to replace the live one.
    const isStaying = live && underway.length === 0
    if (isStaying && isFixed && !clearCache && (brings(live) || hasDigest(live, image))) {
      return { kind: 'unchanged', version: versionOf(live) }
    }
    const operation = hook ? this.#callHook(hook, history) : this.#createDeploy(history)
    return { kind: 'start', operation }
  }

  #createDeploy(known: readonly RenderDeploy[]): Operation {
    const { serviceId, commit, image, clearCache } = this.#options
    const wanted: NewDeploy = {
      ...(commit && { commitId: commit }),
      ...(image && { imageUrl: image }),
      clearCache: clearCache ? 'clear' : 'do_not_clear',
    }
    return {
      description: `POST /services/${serviceId}/deploys ${JSON.stringify(wanted)}`,
      start: (deadline) => {
        const write: Write = () => this.#api.startDeploy(serviceId, wanted, deadline)
        return this.#createOnce(write, { trigger: 'api', commit }, known, deadline)
      },
    }
  }

  #callHook(hook: DeployHookTrigger, known: readonly RenderDeploy[]): Operation {
    const { serviceId, commit } = this.#options
    return {
      description: `call the deploy hook of ${serviceId}`,
      start: (deadline) => {
        const write: Write = async () => {
          const id = await hook(deadline)
          return id ? { id, status: 'created', trigger: 'deploy_hook' } : undefined
        }
        return this.#createOnce(write, { trigger: 'deploy_hook', commit }, known, deadline)
      },
    }
  }

  #deployAgain(
    to: Version,
    known: readonly RenderDeploy[],
    deadline: Deadline,
  ): Promise<Deployment> {
    const wanted: NewDeploy = { commitId: to.commit ?? to.ref, clearCache: 'do_not_clear' }
    const write: Write = () => this.#api.startDeploy(this.#options.serviceId, wanted, deadline)
    return this.#createOnce(write, { trigger: 'api', commit: wanted.commitId }, known, deadline)
  }

  /** @param known the deploys before the request; none of them is the new one */
  async #createOnce(
    write: Write,
    sign: Sign,
    known: readonly RenderDeploy[],
    deadline: Deadline,
  ): Promise<Deployment> {
    const knownIds = new Set(known.map(({ id }) => id))
    const isOurs = ({ id, trigger, commit }: RenderDeploy): boolean =>
      !knownIds.has(id) &&
      (!trigger || trigger === sign.trigger) &&
      (!sign.commit || !commit?.id || sameCommit(commit.id, sign.commit))
    const find = async (): Promise<RenderDeploy | undefined> => {
      const { deploys } = await this.#api.deploys(this.#options.serviceId, deadline)
      // Newest first: the oldest new deploy is closest to our request.
      return deploys.findLast(isOurs)
    }
    const missing = `No new deploy of ${this.#name} is listed`
    return this.#deployment(await createOnce({ noun: 'deploy', missing, write, find }, deadline))
  }

  #deployment(deploy: RenderDeploy): Deployment {
    const { serviceId } = this.#options
    const dashboardUrl = this.#service?.dashboardUrl ?? undefined
    return new RenderDeployment(this.#api, { serviceId, dashboardUrl }, deploy)
  }

  /** Reads the history, newest first, back to the live version and the one before it. */
  async #readHistory(deadline: Deadline): Promise<RenderDeploy[]> {
    const history: RenderDeploy[] = []
    let cursor: string | undefined
    for (let page = 0; page < maxPages; page++) {
      const next = await this.#api.deploys(this.#options.serviceId, deadline, {
        limit: 100,
        cursor,
      })
      history.push(...next.deploys)
      cursor = next.cursor
      const live = liveIn(history)
      if (!cursor || (live && before(live, history))) break
    }
    return history
  }
}

/** Requests a deploy; returns undefined if it was accepted but the response does not identify it. */
type Write = () => Promise<RenderDeploy | undefined>

/** How to recognize the deploy just requested. */
interface Sign {
  readonly trigger: string
  readonly commit?: string | undefined
}

function hasDigest({ image }: RenderDeploy, wanted: string | undefined): boolean {
  return !!image?.sha && !!wanted?.endsWith(`@${image.sha}`)
}
