import { HttpError } from '@ci-actions/http'
import type { Endpoints } from '@octokit/types'
import { type InferOutput, object, string } from 'valibot'
import { type Octokit, ownerAndRepo } from './octokit.ts'

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

type Listed =
  Endpoints['GET /repos/{owner}/{repo}/issues/{issue_number}/comments']['response']['data'][number]

export interface Comment extends Pick<Listed, 'id' | 'node_id' | 'body' | 'html_url' | 'user'> {
  /** Why it is hidden, where it is; the types of Octokit do not have it yet. */
  readonly minimized?: unknown
}

/** Only a workflow of this repository writes as this user. */
const workflows = 'github-actions[bot]'

/** The marker a comment is known by: an HTML comment, in which no `--` may stand. */
export function commentMarker(id: string): string {
  return `<!-- ci-actions: ${encodeURIComponent(id.toWellFormed()).replaceAll('-', '%2D')} -->`
}

/**
 * The comments with this id, the oldest first; more than one where two jobs made it at the same time.
 * Known by the marker at their begin and by their author, so that nobody can put another one in their
 * place.
 *
 * @throws as `getOctokit` says
 */
export async function listOwnComments(octokit: Octokit, where: CommentId): Promise<Comment[]> {
  const asked = { ...issueParameters(where), per_page: 100 }
  const comments = await octokit.paginate(octokit.rest.issues.listComments, asked)
  for (const marker of commentMarkers(where)) {
    const marked = comments.filter(({ body }) => body?.startsWith(marker))
    const by = (author: string) => marked.filter(({ user }) => user?.login === author)
    const own = by(workflows)
    if (own.length > 0) return own
    const ofViewer = marked.length > 0 ? by(await viewer(octokit)) : []
    if (ofViewer.length > 0) return ofViewer
  }
  return []
}

/** What a comment says, without its marker. */
export function commentText(where: CommentId, { body = '' }: Comment): string {
  const marker = commentMarkers(where).find((one) => body.startsWith(one)) ?? ''
  return body.replaceAll('\r\n', '\n').slice(marker.length).replace(/^\n/, '')
}

/** The markers by which the comment may be known, that of today first. */
function commentMarkers({ id, formerId }: CommentId): string[] {
  return [id, ...(formerId === undefined ? [] : [formerId])].map(commentMarker)
}

/** @throws as `getOctokit` says; IndeterminateError when it may have been created */
export async function createComment(
  octokit: Octokit,
  where: CommentId,
  body: string,
): Promise<Comment> {
  const { data } = await octokit.rest.issues.createComment({ ...issueParameters(where), body })
  return data
}

/** @throws as `getOctokit` says; IndeterminateError when it is not idempotent and may have been done */
export async function editComment(
  octokit: Octokit,
  { repository }: CommentId,
  { id }: Comment,
  { body, idempotent }: { body: string; idempotent: boolean },
): Promise<Comment> {
  const { data } = await octokit.rest.issues.updateComment({
    ...ownerAndRepo(repository),
    comment_id: id,
    body,
    request: { idempotent },
  })
  return data
}

/** That it is gone already is fine. */
export async function deleteComment(
  octokit: Octokit,
  { repository }: CommentId,
  { id }: Comment,
): Promise<void> {
  try {
    await octokit.rest.issues.deleteComment({ ...ownerAndRepo(repository), comment_id: id })
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 404) throw error
  }
}

/** Folds it away as outdated, or shows it again. */
export async function minimizeComment(
  octokit: Octokit,
  { node_id }: Comment,
  fold: 'hide' | 'show',
): Promise<void> {
  const change =
    fold === 'hide'
      ? 'minimizeComment(input: {subjectId: $id, classifier: OUTDATED})'
      : 'unminimizeComment(input: {subjectId: $id})'
  const query = `mutation($id: ID!) { ${change} { clientMutationId } }`
  await octokit.graphql(query, { id: node_id, request: { shape: object({}) } })
}

const viewerShape = object({ viewer: object({ login: string() }) })

/** Who the token speaks for: a person, or an app as `name[bot]`. */
async function viewer(octokit: Octokit): Promise<string> {
  const request = { shape: viewerShape }
  const { viewer } = await octokit.graphql<InferOutput<typeof viewerShape>>(
    '{ viewer { login } }',
    {
      request,
    },
  )
  return viewer.login
}

function issueParameters({ repository, pullRequest }: CommentId) {
  return { ...ownerAndRepo(repository), issue_number: pullRequest }
}
