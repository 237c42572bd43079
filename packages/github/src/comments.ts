import { HttpError } from '@ci-actions/http'
import type { Endpoints } from '@octokit/types'
import { type InferOutput, object, string } from 'valibot'
import { type Octokit, ownerAndRepo } from './octokit.ts'

/** Identifies a comment of a pull request; each id occurs once per pull request. */
export interface CommentId {
  /** `owner/name`. */
  readonly repository: string
  readonly pullRequest: number
  /** An action may have several comments. */
  readonly id: string
  /** The id in earlier versions. A comment with it is taken over if none has the new id. */
  readonly formerId?: string
}

type Listed =
  Endpoints['GET /repos/{owner}/{repo}/issues/{issue_number}/comments']['response']['data'][number]

export interface Comment extends Pick<Listed, 'id' | 'node_id' | 'body' | 'html_url' | 'user'> {
  /** Present if the comment is minimized; missing in Octokit's types. */
  readonly minimized?: unknown
}

/** Only workflows of this repository can write as this user. */
const workflows = 'github-actions[bot]'

/** Returns the marker that identifies a comment: an HTML comment, which must not contain `--`. */
export function commentMarker(id: string): string {
  return `<!-- ci-actions: ${encodeURIComponent(id.toWellFormed()).replaceAll('-', '%2D')} -->`
}

/**
 * Lists the comments with this id, the oldest first; several if two jobs created it at the same time. They are
 * identified by the marker at their start and by their author, so that nobody else can forge one.
 *
 * @throws like `getOctokit`
 */
export async function listOwnComments(octokit: Octokit, where: CommentId): Promise<Comment[]> {
  const parameters = { ...issueParameters(where), per_page: 100 }
  const comments = await octokit.paginate(octokit.rest.issues.listComments, parameters)
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

/** Returns the text of a comment without its marker. */
export function commentText(where: CommentId, { body = '' }: Comment): string {
  const marker = commentMarkers(where).find((one) => body.startsWith(one)) ?? ''
  return body.replaceAll('\r\n', '\n').slice(marker.length).replace(/^\n/, '')
}

/** Returns the markers that may identify the comment, the current one first. */
function commentMarkers({ id, formerId }: CommentId): string[] {
  return [id, ...(formerId === undefined ? [] : [formerId])].map(commentMarker)
}

/** @throws like `getOctokit`; IndeterminateError if the comment may have been created */
export async function createComment(
  octokit: Octokit,
  where: CommentId,
  body: string,
): Promise<Comment> {
  const { data } = await octokit.rest.issues.createComment({ ...issueParameters(where), body })
  return data
}

/** @throws like `getOctokit`; IndeterminateError if the edit is not idempotent and may have been made */
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

/** Deletes a comment; does nothing if it is already gone. */
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

/** Minimizes a comment as outdated, or shows it again. */
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

/** Returns the login that owns the token: a user, or an app as `name[bot]`. */
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
