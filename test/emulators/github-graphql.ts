import { object, optional, record, strictObject, string } from 'valibot'
import { commentOfNode, forbidden } from './github-operations.ts'
import type { Repository, Token } from './github-repository.ts'
import { bodyOf, read } from './record-request.ts'
import type { Received } from './server.ts'

const queryShape = strictObject({
  query: string(),
  variables: optional(record(string(), string()), {}),
})

/** The few queries that are made, answered as GraphQL does: refusals too with a 200. */
export function answerQuery(received: Received, token: Token, repository: Repository): object {
  const { query, variables } = read(queryShape, bodyOf(received))
  if (/\bviewer\b/.test(query)) return { data: { viewer: { login: token.login } } }
  const [, name = ''] = /\b((?:un)?minimizeComment)\(input: \{subjectId: \$id\b/.exec(query) ?? []
  if (name === '') return refusal('GRAPHQL_PARSE_ERROR', `Cannot answer ${query}`)
  if (token.pullRequests !== 'write') return refusal('FORBIDDEN', forbidden().message)
  const { id } = read(object({ id: string() }), variables)
  const comment = commentOfNode(id, repository)
  if (!comment) return refusal('NOT_FOUND', `Could not resolve to a node with the id '${id}'.`)
  comment.minimized = name === 'minimizeComment'
  return { data: { [name]: { clientMutationId: null } } }
}

function refusal(type: string, message: string): object {
  return { data: null, errors: [{ type, message, path: [] }] }
}
