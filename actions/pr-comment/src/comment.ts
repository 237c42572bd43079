import {
  type CommentId,
  commentText,
  deleteStickyComment,
  listOwnComments,
  maxTextLength,
  minimizeComment,
  type Octokit,
  type StickyCommentResult,
  updateStickyComment,
  upsertStickyComment,
} from '@ci-actions/github'
import { ActionError, type InputValues } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { inputs } from './inputs.ts'
import { withEntry, withoutSection, withSection } from './sections.ts'

/** The result for the comment. */
export interface Outcome {
  readonly action:
    | 'created'
    | 'updated'
    | 'recreated'
    | 'unchanged'
    | 'hidden'
    | 'deleted'
    | 'skipped'
    | 'failed'
    | 'dry-run'
  readonly id?: number
  readonly url?: string
  /** Whether the text was truncated. */
  readonly cut?: boolean
}

/** The comment and the means to access it. */
export interface CommentContext {
  readonly where: CommentId
  readonly octokit: Octokit
  readonly deadline: Deadline
}

/** Milliseconds between reading and writing that another job with the same comment may take. */
const quietPeriod = 1000

/**
 * Applies the mode; in a dry run, only looks up the comment.
 *
 * @throws like `getOctokit`
 */
export function applyMode(
  { mode, section, dryRun }: InputValues<typeof inputs>,
  text: string,
  place: CommentContext,
): Promise<Outcome> {
  if (dryRun) return look(mode === 'hide' || mode === 'delete', place)
  if (mode === 'hide') return hide(place)
  if (mode === 'delete')
    return section === undefined ? remove(place) : removeSection(section, place)
  if (mode === 'recreate') return recreate(text, place)
  if (mode === 'append') return append(text, place)
  if (section === undefined) return keep(text, place)
  return share((current, max) => withSection(current, section, text, max), text, place)
}

async function keep(body: string, { where, octokit, deadline }: CommentContext): Promise<Outcome> {
  const cut = body.length > maxTextLength(where.id)
  return { ...toOutcome(await upsertStickyComment(octokit, { ...where, body }, deadline)), cut }
}

/** Writes part of a comment that other jobs may write at the same time. */
async function share(
  writing: (current: string, max: number) => string,
  text: string,
  { where, octokit, deadline }: CommentContext,
): Promise<Outcome> {
  let whole = ''
  const write = (current = ''): string => {
    whole = writing(current, maxTextLength(where.id))
    return whole
  }
  const outcome = toOutcome(await updateStickyComment(octokit, where, write, deadline, quietPeriod))
  return { ...outcome, cut: !whole.includes(text.trim()) }
}

function append(text: string, place: CommentContext): Promise<Outcome> {
  const { clock } = place.deadline
  const key = `${clock.date().toISOString()}-${clock.random().toString(36).slice(2)}`
  return share((current, max) => withEntry(current, key, text, max), text, place)
}

async function recreate(text: string, place: CommentContext): Promise<Outcome> {
  const { action } = await remove(place)
  if (action === 'skipped') return keep(text, place)
  try {
    return { ...(await keep(text, place)), action: 'recreated' }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    throw new ActionError(`The previous comment was already deleted. ${error.message}`)
  }
}

async function remove({ where, octokit }: CommentContext): Promise<Outcome> {
  return { action: (await deleteStickyComment(octokit, where)) ? 'deleted' : 'skipped' }
}

async function removeSection(name: string, place: CommentContext): Promise<Outcome> {
  const { where, octokit } = place
  const [comment] = await listOwnComments(octokit, where)
  if (!comment) return { action: 'skipped' }
  const isLast = withoutSection(commentText(where, comment), name) === ''
  return isLast ? remove(place) : share((current) => withoutSection(current, name), '', place)
}

async function hide({ where, octokit }: CommentContext): Promise<Outcome> {
  const own = await listOwnComments(octokit, where)
  const shown = own.filter(({ minimized }) => !minimized)
  for (const comment of shown) await minimizeComment(octokit, comment, 'hide')
  const [first] = own
  if (!first) return { action: 'skipped' }
  return { action: shown.length > 0 ? 'hidden' : 'unchanged', id: first.id, url: first.html_url }
}

async function look(needsOne: boolean, { where, octokit }: CommentContext): Promise<Outcome> {
  const [first] = await listOwnComments(octokit, where)
  if (!first) return { action: needsOne ? 'skipped' : 'dry-run' }
  return { action: 'dry-run', id: first.id, url: first.html_url }
}

function toOutcome({ did, id, url }: StickyCommentResult): Outcome {
  return { action: did, id, url }
}
