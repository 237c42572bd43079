import { HttpError, IndeterminateError } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'
import {
  type Comment,
  type CommentId,
  commentMarker,
  commentText,
  createComment,
  deleteComment,
  editComment,
  listOwnComments,
  minimizeComment,
} from './comments.ts'
import type { Octokit } from './octokit.ts'
import { truncateMarkdown } from './truncate-markdown.ts'

/** A comment that a pull request has once, however often it is written. */
export interface StickyComment extends CommentId {
  /** Markdown; what is too much for a comment is cut. */
  readonly body: string
}

/** What became of the comment, and where it is. */
export interface StickyCommentResult {
  readonly did: 'created' | 'updated' | 'unchanged'
  readonly id: number
  readonly url: string
}

/**
 * What a comment is to say, given what it says now (undefined when there is none); at most
 * `maxTextLength(id)` characters. What it yields for its own text must be that text.
 */
export type ComposeBody = (now: string | undefined) => string

/** What a comment may hold; GitHub answers 422 to more. */
const maxBodyLength = 65_536

/** How often it is looked again after a write that may have been done or not. */
const maxDoubts = 2

/** How long a text may be in a comment with this id. */
export function maxTextLength(id: string): number {
  return maxBodyLength - commentMarker(id).length - 1
}

/**
 * Writes the comment where it is, or creates it.
 *
 * @throws as `getOctokit` says
 */
export function upsertStickyComment(
  octokit: Octokit,
  { body, ...where }: StickyComment,
  deadline: Deadline,
): Promise<StickyCommentResult> {
  const text = truncateMarkdown(body, maxTextLength(where.id))
  return updateStickyComment(octokit, where, () => text, deadline)
}

/**
 * The same with a text that depends on what is there. Nothing is written that is there already, and
 * nothing is sent blindly twice: after a write whose outcome is in doubt it is looked again. Of
 * comments that several jobs created at once, the oldest is kept.
 *
 * @param quietPeriod after a write, how long others may take to write over it, in milliseconds; then it
 *   is looked again. It is longer where GitHub took longer for this write. 0 when nobody else writes
 *   parts of this comment.
 * @throws as `getOctokit` says
 */
export async function updateStickyComment(
  octokit: Octokit,
  where: CommentId,
  compose: ComposeBody,
  deadline: Deadline,
  quietPeriod = 0,
): Promise<StickyCommentResult> {
  const { clock } = deadline
  let created: Comment | undefined
  let edited: Comment | undefined
  let doubts = 0
  const unlessInDoubt = async (
    asked: Promise<Comment>,
    isInDoubt = (error: unknown): boolean => error instanceof IndeterminateError,
  ): Promise<Comment | undefined> => {
    try {
      return await asked
    } catch (error) {
      if (!isInDoubt(error) || doubts++ >= maxDoubts) throw error
      await deadline.sleep(1000)
      return undefined
    }
  }
  let did: StickyCommentResult['did'] = 'unchanged'
  for (;;) {
    const began = clock.now()
    const [oldest, ...younger] = await listOwnComments(octokit, where)
    for (const one of younger) await deleteComment(octokit, where, one)
    if (!oldest) {
      // GitHub's list may lag behind what it has just answered.
      if (created) return toResult(did, created)
      const body = withMarker(where, compose(undefined))
      created = await unlessInDoubt(createComment(octokit, where, body))
      did = 'created'
      continue
    }
    if (did === 'created' && created && created.id !== oldest.id) did = 'unchanged'
    if (oldest.minimized) {
      await minimizeComment(octokit, oldest, 'show')
      did = 'updated'
    }
    const body = withMarker(where, compose(commentText(where, oldest)))
    // What GitHub makes of the text, where it does not keep a character, counts as written.
    const written = (edited ?? created)?.body
    if (isSame(oldest.body ?? '', body) || oldest.body === written) return toResult(did, oldest)
    // What others write is not to be written over later by the same request made again.
    const idempotent = quietPeriod === 0
    const asked = editComment(octokit, where, oldest, { body, idempotent })
    edited = await unlessInDoubt(asked, isLostOrGone)
    did = 'updated'
    if (quietPeriod === 0 && edited) return toResult(did, oldest)
    await deadline.sleep(quietPeriodAfter(clock.now() - began, quietPeriod) * (1 + clock.random()))
  }
}

/** That somebody has deleted the comment meanwhile is as good as an answer that was lost. */
function isLostOrGone(error: unknown): boolean {
  return error instanceof IndeterminateError || (error instanceof HttpError && error.status === 404)
}

/** Others take as long as this job did; where it took very long, it waited for a rate limit. */
function quietPeriodAfter(took: number, quietPeriod: number): number {
  return Math.min(Math.max(took, quietPeriod), 10 * quietPeriod)
}

/**
 * Takes the comment away; false when there was none.
 *
 * @throws as `getOctokit` says
 */
export async function deleteStickyComment(octokit: Octokit, where: CommentId): Promise<boolean> {
  const own = await listOwnComments(octokit, where)
  for (const one of own) await deleteComment(octokit, where, one)
  return own.length > 0
}

function withMarker({ id }: CommentId, text: string): string {
  return `${commentMarker(id)}\n${text}`
}

/** An editor of GitHub's writes CRLF and leaves out blanks at the end. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()
  return plain(one) === plain(other)
}

function toResult(did: StickyCommentResult['did'], { id, html_url }: Comment): StickyCommentResult {
  return { did, id, url: html_url }
}
