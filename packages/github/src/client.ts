import { type Answer, Client, type Question, Refused, readJson, retryAfter } from '@ci-actions/http'
import type { Runner } from '@ci-actions/kit'
import { type Deadline, say, TimedOut } from '@ci-actions/wait'
import type { GenericSchema } from 'valibot'

export interface GithubAccess {
  readonly token: string
  /** What the token must be allowed, for the one who reads a 403: `pull-requests: write`. */
  readonly permission: string
}

/** A secondary limit without a time of its own ends after a minute at the earliest (GitHub's docs). */
const secondaryLimit = 60_000

/** As many rows as GitHub lists on one page. */
const pageSize = 100

/** GitHub's REST API, as this run's token may use it. */
export class Github {
  readonly #rest: Client
  readonly #graphql: Client
  readonly #runner: Runner

  constructor({ token, permission }: GithubAccess, runner: Runner) {
    this.#runner = runner
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
        403: `The token needs "permissions: ${permission}"; in a pull request from a fork it never has it.`,
        404: `The token needs "permissions: ${permission}".`,
      },
      log: (line: string) => runner.info(line),
    }
    this.#rest = new Client(service)
    const graphql = runner.env('GITHUB_GRAPHQL_URL') ?? `${api}/graphql`
    this.#graphql = new Client({ ...service, base: new URL(graphql) })
  }

  /** @throws as `Client.ask`; a 403 or 429 that is a rate limit is waited for, as far as time allows */
  async ask<T>(
    question: Question,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    const answer = await this.#askWithin(this.#rest, question, deadline)
    return readJson(answer, shape, `The answer of GitHub to ${question.method} ${question.path}`)
  }

  /** All rows of a list, page by page; at most `most`. */
  async list<T>(
    path: string,
    row: GenericSchema<unknown, T[]>,
    deadline: Deadline,
    most = Number.POSITIVE_INFINITY,
  ): Promise<T[]> {
    const rows: T[] = []
    for (let page = 1; rows.length < most; page++) {
      const query = { per_page: String(pageSize), page: String(page) }
      const next = await this.ask({ method: 'GET', path, query }, row, deadline)
      rows.push(...next)
      if (next.length < pageSize) break
    }
    return rows
  }

  /** A GraphQL query; it changes nothing, so it may be asked again. */
  async query<T>(query: string, shape: GenericSchema<unknown, T>, deadline: Deadline): Promise<T> {
    const question = { method: 'POST', path: '', json: { query }, repeatable: true } as const
    const answer = await this.#askWithin(this.#graphql, question, deadline)
    return readJson(answer, shape, 'The answer of GitHub to a GraphQL query')
  }

  async #askWithin(client: Client, question: Question, deadline: Deadline): Promise<Answer> {
    for (let times = 0; ; times++) {
      try {
        return await client.ask(question, deadline)
      } catch (error) {
        const wait = error instanceof Refused ? limitOf(error, times, deadline) : undefined
        if (wait === undefined) throw error
        if (wait > deadline.remaining) {
          throw new TimedOut(
            `GitHub's rate limit for this token is used up for another ${say(wait)}; ` +
              `${say(deadline.remaining)} are left of the time given.`,
          )
        }
        this.#runner.info(`GitHub's rate limit is reached; asking again in ${say(wait)}.`)
        await deadline.sleep(wait)
      }
    }
  }
}

/**
 * How long a rate limit lasts, in milliseconds; undefined when the refusal is not one. The client
 * has waited for a 429 already: GitHub also says it with a 403.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function limitOf({ status, answer }: Refused, times: number, deadline: Deadline) {
  if (status !== 403) return undefined
  const { headers, body } = answer
  const now = deadline.clock.date()
  const asked = retryAfter({ 'retry-after': headers['retry-after'] }, now)
  if (asked !== undefined) return asked + 1000
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = String(headers['x-ratelimit-reset'] ?? '')
    return (retryAfter({ 'ratelimit-reset': reset }, now) ?? secondaryLimit) + 1000
  }
  return /rate limit/i.test(body) ? secondaryLimit * 2 ** times : undefined
}
