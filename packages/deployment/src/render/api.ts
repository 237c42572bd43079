import { Client, type Connection, HttpError } from '@ci-actions/http'
import { parseJson } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import {
  array,
  type GenericSchema,
  type InferOutput,
  looseObject,
  nullish,
  object,
  safeParse,
  string,
  unknown,
} from 'valibot'

// Render's public API: https://api-docs.render.com/reference/introduction

const deploySchema = object({
  id: string(),
  /** created, queued, build_in_progress, …; unknown statuses count as running. */
  status: string(),
  trigger: nullish(string()),
  commit: nullish(object({ id: nullish(string()) })),
  image: nullish(object({ ref: nullish(string()), sha: nullish(string()) })),
  createdAt: nullish(string()),
})

const deployListSchema = array(object({ deploy: deploySchema, cursor: nullish(string()) }))

const serviceSchema = object({
  id: string(),
  name: string(),
  dashboardUrl: nullish(string()),
  suspended: nullish(string()),
  serviceDetails: nullish(looseObject({ url: nullish(unknown()) })),
})

export type RenderDeploy = InferOutput<typeof deploySchema>
export type RenderService = InferOutput<typeof serviceSchema>

export interface RenderAccess {
  readonly apiKey: string
  readonly apiUrl: URL
  readonly connection?: Connection | undefined
  readonly log: (line: string) => void
}

/** The content of a new deploy. */
export interface NewDeploy {
  readonly commitId?: string | undefined
  readonly imageUrl?: string | undefined
  readonly clearCache: 'clear' | 'do_not_clear'
}

const hints = {
  401: 'Check the API key: Render, Account Settings, API Keys; it belongs in "secrets".',
  403: 'The API key is not allowed to do this; it needs the permissions of a workspace member.',
  404: 'Check the service id (srv-…), and that the API key belongs to its workspace.',
}

/** The part of Render's API for deploys of services. */
export class RenderApi {
  readonly #client: Client

  constructor({ apiKey, apiUrl, connection, log }: RenderAccess) {
    const headers = { authorization: `Bearer ${apiKey}` }
    this.#client = new Client({ name: 'Render', base: apiUrl, headers, connection, hints, log })
  }

  service(id: string, deadline: Deadline): Promise<RenderService> {
    return this.#get(`/services/${id}`, {}, serviceSchema, deadline)
  }

  /** Returns deploys, newest first; the next page starts after `cursor`. */
  async deploys(
    id: string,
    deadline: Deadline,
    { limit = 20, cursor }: { limit?: number; cursor?: string | undefined } = {},
  ): Promise<{ deploys: RenderDeploy[]; cursor: string | undefined }> {
    const query = { limit: String(limit), ...(cursor && { cursor }) }
    const page = await this.#get(`/services/${id}/deploys`, query, deployListSchema, deadline)
    const deploys = page.map(({ deploy }) => deploy)
    return { deploys, cursor: page.length < limit ? undefined : (page.at(-1)?.cursor ?? undefined) }
  }

  /** Returns a deploy; undefined if Render does not know it (yet). */
  async deploy(
    id: string,
    deployId: string,
    deadline: Deadline,
  ): Promise<RenderDeploy | undefined> {
    const path = `/services/${id}/deploys/${deployId}`
    try {
      // Retries without limit, so that following a deploy survives an API outage.
      const request = { method: 'GET', path, tries: Number.POSITIVE_INFINITY } as const
      return await this.#client.requestJson(request, deploySchema, deadline)
    } catch (error) {
      if (error instanceof HttpError && error.status === 404) return undefined
      throw error
    }
  }

  /** Starts a deploy. Returns undefined for 202 (queued), which has no body. */
  startDeploy(
    id: string,
    wanted: NewDeploy,
    deadline: Deadline,
  ): Promise<RenderDeploy | undefined> {
    return this.#post(`/services/${id}/deploys`, wanted, deadline)
  }

  /** Redeploys the build of an earlier deploy. */
  rollback(id: string, deployId: string, deadline: Deadline): Promise<RenderDeploy | undefined> {
    return this.#post(`/services/${id}/rollback`, { deployId }, deadline)
  }

  async cancel(id: string, deployId: string, deadline: Deadline): Promise<void> {
    const path = `/services/${id}/deploys/${deployId}/cancel`
    await this.#client.request({ method: 'POST', path, idempotent: true }, deadline)
  }

  async turnOffAutodeploy(id: string, deadline: Deadline): Promise<void> {
    const request = { method: 'PATCH', path: `/services/${id}`, idempotent: true } as const
    await this.#client.request({ ...request, json: { autoDeploy: 'no' } }, deadline)
  }

  #get<T>(
    path: string,
    query: Record<string, string>,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    // With twenty services in parallel, one may get several bad gateways in a row.
    return this.#client.requestJson({ method: 'GET', path, query, tries: 10 }, shape, deadline)
  }

  async #post(path: string, json: unknown, deadline: Deadline): Promise<RenderDeploy | undefined> {
    const { body } = await this.#client.request({ method: 'POST', path, json }, deadline)
    const deploy = safeParse(deploySchema, parseJson(body))
    return deploy.success ? deploy.output : undefined
  }
}
