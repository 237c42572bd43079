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

/** A comment that exists once per pull request and is updated in place. */
export interface StickyComment extends CommentId {
  /** Markdown; truncated if too long for a comment. */
  readonly body: string
}

/** What happened to the comment, and its URL. */
export interface StickyCommentResult {
  readonly did: 'created' | 'updated' | 'unchanged'
  readonly id: number
  readonly url: string
}

/**
 * Returns the new text of a comment, given its current text (undefined if there is none); at most `maxTextLength(id)`
 * characters. Applied to its own result, it must return the same text.
 */
export type ComposeBody = (current: string | undefined) => string

/** Maximum length of a comment body; GitHub responds with 422 beyond it. */
const maxBodyLength = 65_536

/** How often to recheck after a write with an unknown outcome. */
const maxDoubts = 2

/** Returns the maximum length of the text of a comment with this id. */
export function maxTextLength(id: string): number {
  return maxBodyLength - commentMarker(id).length - 1
}

/**
 * Updates the comment, or creates it.
 *
 * @throws like `getOctokit`
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
 * Like `upsertStickyComment`, with a text that depends on the current one. Writes nothing that is already there and
 * never blindly repeats a write: after one with an unknown outcome it checks the comment first. If several jobs created
 * the comment at once, the oldest is kept.
 *
 * @param quietPeriod how long, after a write, other jobs may take to overwrite it, in milliseconds; then the comment is
 * checked again. Extended if GitHub took longer for this write. 0 if no other job writes parts of this comment.
 * @throws like `getOctokit`
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
    write: Promise<Comment>,
    isInDoubt = (error: unknown): boolean => error instanceof IndeterminateError,
  ): Promise<Comment | undefined> => {
    try {
      return await write
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
      // GitHub's list may lag behind its last response.
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
    // A text that GitHub changed on saving, such as replaced characters, counts as written.
    const written = (edited ?? created)?.body
    if (isSame(oldest.body ?? '', body) || oldest.body === written) return toResult(did, oldest)
    // A retry must not overwrite what others have written since.
    const idempotent = quietPeriod === 0
    const write = editComment(octokit, where, oldest, { body, idempotent })
    edited = await unlessInDoubt(write, isLostOrGone)
    did = 'updated'
    if (quietPeriod === 0 && edited) return toResult(did, oldest)
    await deadline.sleep(quietPeriodAfter(clock.now() - began, quietPeriod) * (1 + clock.random()))
  }
}

/** A comment that was deleted meanwhile is treated like a lost response. */
function isLostOrGone(error: unknown): boolean {
  return error instanceof IndeterminateError || (error instanceof HttpError && error.status === 404)
}

/** Assumes that other jobs take as long as this one did; a very long time was a rate limit and is capped. */
function quietPeriodAfter(took: number, quietPeriod: number): number {
  return Math.min(Math.max(took, quietPeriod), 10 * quietPeriod)
}

/**
 * Deletes the comment. Returns whether it existed.
 *
 * @throws like `getOctokit`
 */
export async function deleteStickyComment(octokit: Octokit, where: CommentId): Promise<boolean> {
  const own = await listOwnComments(octokit, where)
  for (const one of own) await deleteComment(octokit, where, one)
  return own.length > 0
}

function withMarker({ id }: CommentId, text: string): string {
  return `${commentMarker(id)}\n${text}`
}

/** Compares texts, ignoring CRLF and trailing whitespace, which GitHub's editor changes. */
function isSame(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()
  return plain(a) === plain(b)
}

function toResult(did: StickyCommentResult['did'], { id, html_url }: Comment): StickyCommentResult {
  return { did, id, url: html_url }
}
