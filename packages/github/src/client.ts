import {
  type Answer,
  Client,
  type Limit,
  type Question,
  readJson,
  retryAfter,
} from '@ci-actions/http'
import { excerpt, Failure, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { array, type GenericSchema, nullish, object, string } from 'valibot'

export interface GithubAccess {
  readonly token: string
  /** What the token must be allowed, for the one who reads a 403: `pull-requests: write`. */
  readonly permission: string
}

/** A secondary limit without a time of its own ends after a minute at the earliest (GitHub's docs). */
const secondaryLimit = 60_000

/** As many rows as GitHub lists on one page. */
const pageSize = 100

const errorsShape = object({ errors: nullish(array(object({ message: string() })), []) })

/** GitHub's REST API, as this run's token may use it. */
export class Github {
  readonly #rest: Client
  readonly #graphql: Client
  readonly #permission: string

  constructor({ token, permission }: GithubAccess, runner: Runner) {
    this.#permission = permission
    const api = runner.env('GITHUB_API_URL') ?? 'https://api.github.com'
    const service = {
      name: 'GitHub',
      base: new URL(api),
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
      },
      connection: { proxy: runner.proxy },
      hints: {
        401: 'Is the token in "github-token" complete, and still valid?',
        403: ({ body }: Answer) => (isAboutToken(body) ? this.#need() : ''),
        404: `Is it there? A token without "${permission}" under "permissions" may not see it.`,
      },
      log: (line: string) => runner.info(line),
      dialect: { limit },
    }
    this.#rest = new Client(service)
    const graphql = runner.env('GITHUB_GRAPHQL_URL') ?? `${api}/graphql`
    this.#graphql = new Client({ ...service, base: new URL(graphql) })
  }

  /** @throws as `Client.ask` */
  async ask<T>(
    question: Question,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    return read(await this.#rest.ask(question, deadline), question, shape)
  }

  /** The same, where the answer does not matter, or is empty. */
  async send(question: Question, deadline: Deadline): Promise<void> {
    await this.#rest.ask(question, deadline)
  }

  /** All rows of a list, page by page as its `Link` header leads; at most `most`. */
  async list<T>(
    path: string,
    rows: GenericSchema<unknown, T[]>,
    deadline: Deadline,
    most = Number.POSITIVE_INFINITY,
  ): Promise<T[]> {
    const listed: T[] = []
    for (let page = 1; ; page++) {
      const query = { per_page: String(pageSize), page: String(page) }
      const question = { method: 'GET', path, query } as const
      const answer = await this.#rest.ask(question, deadline)
      listed.push(...read(answer, question, rows))
      const isLast = !/\brel="?next\b/.test(String(answer.headers.link ?? ''))
      if (isLast || listed.length >= most) return listed.slice(0, most)
    }
  }

  /**
   * A GraphQL query, or a mutation that may be made twice.
   *
   * @throws Failure when it is refused, which GraphQL tells with a 200
   */
  async query<T>(
    query: string,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<T> {
    const json = { query, variables }
    const question = { method: 'POST', path: '', json, repeatable: true } as const
    const answer = await this.#graphql.ask(question, deadline)
    const from = 'The answer of GitHub to a GraphQL query'
    const [error] = readJson(answer, errorsShape, from).errors
    if (error) {
      const need = isAboutToken(error.message) ? ` ${this.#need()}` : ''
      throw new Failure(`GitHub (GraphQL) refused: "${excerpt(error.message)}".${need}`)
    }
    return readJson(answer, shape, from)
  }

  #need(): string {
    const need = `Add "${this.#permission}" under "permissions" of this job`
    if (!this.#permission.endsWith(': write')) return `${need}.`
    return `${need} ("read" is enough to read). Pull requests from forks never get it.`
  }
}

/** Whether a refusal is about what the token may; not about a locked conversation, an archived repository … */
function isAboutToken(words: string): boolean {
  return !/\b(locked|archived|interactions?|SAML|SSO|blocked|suspended|disabled|IP allow)\b/i.test(
    words,
  )
}

function read<T>(answer: Answer, { method, path }: Question, shape: GenericSchema<unknown, T>): T {
  return readJson(answer, shape, `The answer of GitHub to ${method} ${path}`)
}

/**
 * GitHub says a rate limit with a 403 too.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function limit({ status, headers, body }: Answer, times: number, now: Date): Limit | undefined {
  if (status !== 403) return undefined
  const asked = retryAfter({ 'retry-after': headers['retry-after'] }, now)
  if (asked !== undefined) return { wait: asked + 1000 }
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = String(headers['x-ratelimit-reset'] ?? '')
    return { wait: (retryAfter({ 'ratelimit-reset': reset }, now) ?? secondaryLimit) + 1000 }
  }
  const isSecondary = /rate limit|abuse detection/i.test(body)
  return isSecondary ? { wait: secondaryLimit * 2 ** times } : undefined
}
