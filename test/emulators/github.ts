import { faultPlayer, type Rule } from './faults.ts'
import { checkAnswer, checkRequest, operationOf } from './github-description.ts'
import { answerQuery } from './github-graphql.ts'
import { type Limits, limiter } from './github-limits.ts'
import { carryOut } from './github-operations.ts'
import { linksOf, pageOf } from './github-pages.ts'
import {
  type Comment,
  type Label,
  type Pull,
  type RepositoryGiven,
  repositoryOf,
  type Token,
} from './github-repository.ts'
import { Refusal } from './record-request.ts'
import { type Answer, listen, type Received, send } from './server.ts'

export interface GithubGiven extends RepositoryGiven {
  /** By the token itself. */
  readonly tokens: Readonly<Record<string, Token>>
  /** GitHub's own unless said. */
  readonly limits?: Partial<Limits>
}

export interface GithubServer {
  readonly url: string
  /** Pull request 7 of org/app, and its comments. */
  readonly pull: Pull
  readonly comments: readonly Comment[]
  readonly pulls: ReadonlyMap<number, Pull>
  /** The labels of the repository. */
  readonly labels: readonly Label[]
  readonly requests: readonly Received[]
  play(rules: readonly Rule[]): void
  close(): Promise<void>
}

/**
 * GitHub on this machine: the pull requests of org/app, their comments, labels and files, with the
 * permissions and limits its documentation tells. Every request and every answer is held against
 * GitHub's own description (`@octokit/openapi`).
 */
export async function startGithub(given: GithubGiven): Promise<GithubServer> {
  const repository = repositoryOf(given)
  const limit = limiter(given.limits)
  const requests: Received[] = []
  const faults = faultPlayer()
  const answer = (received: Received): Answer => {
    const [, bearer = ''] =
      /^(?:Bearer|token) (.+)$/i.exec(received.headers.authorization ?? '') ?? []
    const token = given.tokens[bearer]
    if (!token) return answerOf(401, { message: 'Bad credentials' })
    const { headers, refusal } = limit(bearer, received)
    const limited = refusal ?? play(received, token)
    return { ...limited, headers: { ...headers, ...limited.headers } }
  }
  const play = (received: Received, token: Token): Answer => {
    try {
      return route(received, token)
    } catch (error) {
      // A mistake of the emulator itself is to be seen by the test, not waited for.
      const status = error instanceof Refusal ? error.status : 501
      const message = error instanceof Error ? error.message : String(error)
      return answerOf(status, { message, documentation_url: docs })
    }
  }
  const route = (received: Received, token: Token): Answer => {
    if (received.path === '/graphql' && received.method === 'POST') {
      return answerOf(200, answerQuery(received, token, repository))
    }
    const asked = operationOf(received)
    if (!asked) throw new Refusal(404, 'Not Found')
    checkRequest(asked, received)
    const [status, value] = carryOut({ ...asked, received, token, repository })
    const told = Array.isArray(value)
      ? paged(status, value, received)
      : value === undefined
        ? { status, body: '' }
        : answerOf(status, value)
    checkAnswer(asked, told)
    return told
  }
  const server = await listen((received, response) => {
    requests.push(received)
    const execute = () => answer(received)
    const fault = faults.faultFor(received)
    if (fault) fault(execute, response)
    else send(response, execute())
  })
  const pull = repository.pulls.get(7)
  if (!pull) throw new Error('Pull request 7 is always there.')
  return {
    url: server.url,
    pull,
    comments: pull.comments,
    pulls: repository.pulls,
    labels: repository.labels,
    requests,
    play: faults.play,
    close: server.close,
  }
}

const docs = 'https://docs.github.com/rest'
const json = { 'content-type': 'application/json; charset=utf-8' }

function answerOf(status: number, value: unknown): Answer {
  return { status, headers: json, body: JSON.stringify(value) }
}

/** One page of a list, with the `Link` header that tells the others. */
function paged(status: number, rows: readonly unknown[], { path, query }: Received): Answer {
  const answer = answerOf(status, pageOf(rows, query))
  return { ...answer, headers: { ...answer.headers, ...linksOf(rows.length, path, query) } }
}
