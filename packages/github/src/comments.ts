import { Refused } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'
import {
  array,
  type InferOutput,
  nullable,
  nullish,
  number,
  object,
  optional,
  string,
  unknown,
} from 'valibot'
import type { Github } from './client.ts'

/** Which comment of a pull request is meant: one id stands in it once. */
export interface CommentId {
  /** `owner/name`. */
  readonly repository: string
  readonly pullRequest: number
  /** One action may keep several. */
  readonly id: string
  /** What the id was in earlier versions: a comment that still has it is taken over where none has the new one. */
  readonly formerId?: string
}

const commentShape = object({
  id: number(),
  node_id: string(),
  body: optional(string(), ''),
  html_url: string(),
  user: nullable(object({ login: string() })),
  /** Why it is hidden, where it is. */
  minimized: nullish(unknown()),
})
const viewerShape = object({ data: object({ viewer: object({ login: string() }) }) })

export type Comment = InferOutput<typeof commentShape>

/** Only a workflow of this repository writes as this user. */
const workflows = 'github-actions[bot]'

/** The marker a comment is known by: an HTML comment, in which no `--` may stand. */
export function markerOf(id: string): string {
  return `<!-- ci-actions: ${encodeURIComponent(id.toWellFormed()).replaceAll('-', '%2D')} -->`
}

/**
 * The comments with this id, the oldest first; more than one where two jobs made it at the same time.
 * Known by the marker at their begin and by their author, so that nobody can put another one in their
 * place.
 *
 * @throws as `Github.ask`
 */
export async function ownComments(
  github: Github,
  where: CommentId,
  deadline: Deadline,
): Promise<Comment[]> {
  const comments = await github.list(pathOf(where), array(commentShape), deadline)
  for (const marker of markersOf(where)) {
    const marked = comments.filter(({ body }) => body.startsWith(marker))
    const by = (author: string) => marked.filter(({ user }) => user?.login === author)
    const own = by(workflows)
    if (own.length > 0) return own
    const ofViewer = marked.length > 0 ? by(await viewer(github, deadline)) : []
    if (ofViewer.length > 0) return ofViewer
  }
  return []
}

/** What a comment says, without its marker. */
export function textOf(where: CommentId, { body }: Comment): string {
  const marker = markersOf(where).find((one) => body.startsWith(one)) ?? ''
  return body.replaceAll('\r\n', '\n').slice(marker.length).replace(/^\n/, '')
}

/** The markers by which the comment may be known, that of today first. */
function markersOf({ id, formerId }: CommentId): string[] {
  return [id, ...(formerId === undefined ? [] : [formerId])].map(markerOf)
}

/** @throws as `Github.ask`; Ambiguous when it may have been created */
export function createComment(
  github: Github,
  where: CommentId,
  body: string,
  deadline: Deadline,
): Promise<Comment> {
  const question = { method: 'POST', path: pathOf(where), json: { body } } as const
  return github.ask(question, commentShape, deadline)
}

/** @throws as `Github.ask`; Ambiguous when it is not repeatable and may have been done */
export function editComment(
  github: Github,
  { repository }: CommentId,
  { id }: Comment,
  { body, repeatable }: { body: string; repeatable: boolean },
  deadline: Deadline,
): Promise<Comment> {
  const path = `/repos/${repository}/issues/comments/${id}`
  const question = { method: 'PATCH', path, json: { body }, repeatable } as const
  return github.ask(question, commentShape, deadline)
}

/** That it is gone already is fine. */
export async function deleteComment(
  github: Github,
  { repository }: CommentId,
  { id }: Comment,
  deadline: Deadline,
): Promise<void> {
  const path = `/repos/${repository}/issues/comments/${id}`
  try {
    await github.send({ method: 'DELETE', path, repeatable: true }, deadline)
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error
  }
}

/** Folds it away as outdated, or shows it again. */
export async function foldComment(
  github: Github,
  { node_id }: Comment,
  fold: 'hide' | 'show',
  deadline: Deadline,
): Promise<void> {
  const change =
    fold === 'hide'
      ? 'minimizeComment(input: {subjectId: $id, classifier: OUTDATED})'
      : 'unminimizeComment(input: {subjectId: $id})'
  const query = `mutation($id: ID!) { ${change} { clientMutationId } }`
  await github.query(query, object({ data: object({}) }), deadline, { id: node_id })
}

/** Who the token speaks for: a person, or an app as `name[bot]`. */
async function viewer(github: Github, deadline: Deadline): Promise<string> {
  const { data } = await github.query('{ viewer { login } }', viewerShape, deadline)
  return data.viewer.login
}

function pathOf({ repository, pullRequest }: CommentId): string {
  return `/repos/${repository}/issues/${pullRequest}/comments`
}
