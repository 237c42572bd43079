import {
  array,
  maxLength,
  number,
  object,
  optional,
  parse,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { bodyOf, Refusal, read, told } from './exchange.ts'
import { faultPlayer, type Rule } from './faults.ts'
import { type Answer, listen, type Received, send } from './server.ts'

/** What a token may do: the permissions of a workflow's `permissions:`, and who it speaks for. */
export interface Token {
  readonly login: string
  readonly pullRequests: 'none' | 'read' | 'write'
}

export interface ChangedFileGiven {
  readonly filename: string
  readonly status?: 'added' | 'removed' | 'modified' | 'renamed'
  readonly previous_filename?: string
  readonly additions: number
  readonly patch?: string
}

export interface GithubGiven {
  /** By the token itself. */
  readonly tokens: Readonly<Record<string, Token>>
  readonly files?: readonly ChangedFileGiven[]
  readonly comments?: readonly { readonly login: string; readonly body: string }[]
}

export interface Comment {
  readonly id: number
  readonly login: string
  body: string
}

export interface GithubServer {
  readonly url: string
  /** The comments of the one pull request there is, number 7 of org/app. */
  readonly comments: readonly Comment[]
  readonly requests: readonly Received[]
  play(rules: readonly Rule[]): void
  close(): Promise<void>
}

const userShape = object({ login: string(), id: number(), type: string() })
const commentShape = object({
  id: number(),
  node_id: string(),
  url: string(),
  html_url: string(),
  issue_url: string(),
  user: userShape,
  created_at: string(),
  updated_at: string(),
  body: string(),
})
const fileShape = object({
  sha: string(),
  filename: string(),
  status: string(),
  additions: number(),
  deletions: number(),
  changes: number(),
  blob_url: string(),
  raw_url: string(),
  contents_url: string(),
  patch: optional(string()),
  previous_filename: optional(string()),
})
const writeShape = strictObject({
  body: pipe(string(), maxLength(65_536, 'Body is too long (maximum is 65536 characters)')),
})
const queryShape = strictObject({ query: string() })

/**
 * GitHub on this machine: the comments and the changed files of pull request 7 of org/app, as
 * `@octokit/openapi` describes them, with the permissions its documentation asks for.
 */
export async function startGithub(given: GithubGiven): Promise<GithubServer> {
  const comments: Comment[] = (given.comments ?? []).map((one, i) => ({ id: i + 1, ...one }))
  const requests: Received[] = []
  const faults = faultPlayer()
  const answer = (received: Received): Answer => {
    try {
      return route(received)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const documentation_url = 'https://docs.github.com/rest'
      const body = JSON.stringify({ message: error.message, documentation_url })
      return { status: error.status, headers: json, body }
    }
  }
  const route = (received: Received): Answer => {
    const { method, path, query } = received
    const token =
      given.tokens[/^Bearer (.+)$/.exec(received.headers.authorization ?? '')?.[1] ?? '']
    if (!token) throw new Refusal(401, 'Bad credentials')
    if (method === 'POST' && path === '/graphql') {
      read(queryShape, bodyOf(received))
      return told(200, viewerShape, { data: { viewer: { login: token.login } } })
    }
    const [, list, id] =
      /^\/repos\/org\/app\/(issues\/7\/comments|pulls\/7\/files|issues\/comments\/(\d+))$/.exec(
        path,
      ) ?? []
    if (list === undefined) throw new Refusal(404, 'Not Found')
    const level = method === 'GET' ? 'read' : 'write'
    if (token.pullRequests === 'none' || (level === 'write' && token.pullRequests === 'read')) {
      throw new Refusal(403, 'Resource not accessible by integration')
    }
    if (method === 'GET' && list.startsWith('pulls')) {
      const files = (given.files ?? []).map(fileOf)
      return told(200, array(fileShape), paged(files.slice(0, 3000), query))
    }
    if (method === 'GET') {
      return told(200, array(commentShape), paged(comments, query).map(commentOf))
    }
    const { body } = readBody(received)
    if (method === 'POST' && id === undefined) {
      const comment = { id: comments.length + 1, login: token.login, body }
      comments.push(comment)
      return told(201, commentShape, commentOf(comment))
    }
    const comment = comments.find((one) => one.id === Number(id))
    if (method !== 'PATCH' || !comment) throw new Refusal(404, 'Not Found')
    comment.body = body
    return told(200, commentShape, commentOf(comment))
  }
  const server = await listen((received, response) => {
    requests.push(received)
    const execute = () => answer(received)
    const fault = faults.faultFor(received)
    if (fault) fault(execute, response)
    else send(response, execute())
  })
  return { url: server.url, comments, requests, play: faults.play, close: server.close }
}

const json = { 'content-type': 'application/json; charset=utf-8' }
const viewerShape = object({ data: object({ viewer: object({ login: string() }) }) })

/** GitHub answers 422, not 400, to a body it does not take. */
function readBody(received: Received): { body: string } {
  try {
    return read(writeShape, bodyOf(received))
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(422, `Validation Failed: ${error.message}`) : error
  }
}

function paged<T>(rows: readonly T[], query: URLSearchParams): T[] {
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const page = Number(query.get('page') ?? 1)
  return rows.slice((page - 1) * size, page * size)
}

function commentOf({ id, login, body }: Comment) {
  const at = '2026-11-21T12:00:00Z'
  return parse(commentShape, {
    id,
    node_id: `IC_${id}`,
    url: `https://api.github.com/repos/org/app/issues/comments/${id}`,
    html_url: `https://github.com/org/app/pull/7#issuecomment-${id}`,
    issue_url: 'https://api.github.com/repos/org/app/issues/7',
    user: { login, id: 1, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
    created_at: at,
    updated_at: at,
    body,
  })
}

function fileOf(file: ChangedFileGiven) {
  const { filename, status = 'modified', additions } = file
  return parse(fileShape, {
    sha: 'bbcd538c8e72b8c175046e27cc8f907076331401',
    deletions: 0,
    changes: additions,
    blob_url: `https://github.com/org/app/blob/x/${filename}`,
    raw_url: `https://github.com/org/app/raw/x/${filename}`,
    contents_url: `https://api.github.com/repos/org/app/contents/${filename}`,
    ...file,
    status,
  })
}
