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

/** What became of the comment, and on which pull request. */
export interface Report extends Outcome {
  readonly number?: number
  /** Why nothing was written, as sentences. */
  readonly reason?: string
}

/** Tells the workflow: outputs, summary, and a line, an annotation or a failure. */
export function tell(
  report: Report,
  text: string,
  given: InputValues<typeof inputs>,
  runner: Runner,
): void {
  const { action, id, url, cut = false } = report
  runner.setOutputs({ 'comment-id': id, 'comment-url': url, action }, given.onError)
  const said = sentenceOf(report, text, given)
  const isElsewhere = action === 'failed' || action === 'skipped' || action === 'dry-run'
  runner.appendSummary(summaryOf(report, said, isElsewhere || cut ? text : ''))
  if (cut) runner.notice('The comment has only the beginning of the text; the job summary has all.')
  if (action !== 'failed') {
    if (report.reason) runner.notice(said)
    else runner.info(url ? `${said} ${url}` : said)
  } else if (runner.cancelled.aborted) {
    throw new CancelledError(said)
  } else {
    if (given.onError === 'fail') throw new ActionError(said)
    runner.warning(said)
  }
}

function sentenceOf(
  { action, id, number, reason = '' }: Report,
  text: string,
  given: InputValues<typeof inputs>,
): string {
  const where = text === '' ? '' : ' The job summary has the text.'
  switch (action) {
    case 'failed':
      return `The comment is not ${deedOf(given)}, as far as is known.${where} ${reason}`
    case 'skipped':
      return reason ? `There is no comment.${where} ${reason}` : `#${number} has no such comment.`
    case 'dry-run': {
      const which = id === undefined ? 'a new comment' : `comment ${id}`
      return `Dry run: ${which} on #${number} would be ${deedOf(given)}.${where}`
    }
    default:
      return `The comment on #${number} is ${action}.`
  }
}

/** What is done to the comment; completes "it is …". */
function deedOf({ mode, section }: InputValues<typeof inputs>): string {
  if (mode === 'hide') return 'hidden'
  if (mode === 'delete') return section === undefined ? 'deleted' : 'changed'
  return 'written'
}

function summaryOf({ url }: Report, said: string, text: Markdown): Markdown {
  const where = url ? ` ${markdownLink('Go to it', url)}.` : ''
  const parts = ['### Comment on the pull request', `${escapeMarkdown(said)}${where}`, text]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
