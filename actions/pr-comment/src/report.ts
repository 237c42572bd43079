import {
  ActionError,
  CancelledError,
  escapeMarkdown,
  type InputValues,
  type Markdown,
  markdownLink,
  type Runner,
} from '@ci-actions/kit'
import type { Outcome } from './comment.ts'
import type { inputs } from './inputs.ts'

/** The result for the comment, and its pull request. */
export interface Report extends Outcome {
  readonly number?: number
  /** Why nothing was written, as sentences. */
  readonly reason?: string
}

/** Reports the result in outputs, summary, and as a log line, an annotation or a failure. */
export function reportOutcome(
  report: Report,
  text: string,
  given: InputValues<typeof inputs>,
  runner: Runner,
): void {
  const { action, id, url, cut = false } = report
  runner.setOutputs({ 'comment-id': id, 'comment-url': url, action }, given.onError)
  const sentence = describeOutcome(report, text, given)
  const isElsewhere = action === 'failed' || action === 'skipped' || action === 'dry-run'
  runner.appendSummary(commentSummary(report, sentence, isElsewhere || cut ? text : ''))
  if (cut)
    runner.notice(
      'The comment contains only the beginning of the text; the job summary contains all of it.',
    )
  if (action !== 'failed') {
    if (report.reason) runner.notice(sentence)
    else runner.info(url ? `${sentence} ${url}` : sentence)
  } else if (runner.cancelled.aborted) {
    throw new CancelledError(sentence)
  } else {
    if (given.onError === 'fail') throw new ActionError(sentence)
    runner.warning(sentence)
  }
}

function describeOutcome(
  { action, id, number, reason = '' }: Report,
  text: string,
  given: InputValues<typeof inputs>,
): string {
  const where = text === '' ? '' : ' The job summary contains its text.'
  switch (action) {
    case 'failed':
      return `As far as is known, the comment was not ${describeChange(given)}.${where} ${reason}`
    case 'skipped':
      return reason
        ? `No comment was written.${where} ${reason}`
        : `#${number} has no such comment.`
    case 'dry-run': {
      const which = id === undefined ? 'a new comment' : `comment ${id}`
      return `Dry run: ${which} on #${number} would be ${describeChange(given)}.${where}`
    }
    default:
      return `The comment on #${number} was ${action}.`
  }
}

/** Returns what the mode does to the comment; completes "was …". */
function describeChange({ mode, section }: InputValues<typeof inputs>): string {
  if (mode === 'hide') return 'hidden'
  if (mode === 'delete') return section === undefined ? 'deleted' : 'changed'
  return 'written'
}

function commentSummary({ url }: Report, said: string, text: Markdown): Markdown {
  const where = url ? ` ${markdownLink('Open the comment', url)}.` : ''
  const parts = ['### Comment on the pull request', `${escapeMarkdown(said)}${where}`, text]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
