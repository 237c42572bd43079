import { deploymentRecords } from '@ci-actions/deployment/record'
import { duration, flag, type Given, list, oneOf, optional, required, text } from '@ci-actions/kit'
import { fields } from './from-run.ts'
import { lookOf, type Outcome } from './outcome.ts'
import { status } from './status.ts'

/** The inputs that every notifier has; where it sends to, and whom it calls, are its own. */
export const noticeInputs = {
  status: required('status', status),
  title: optional('title', text),
  text: optional('text', text),
  fields: optional('fields', list(oneOf(...fields))),
  deployments: optional('deployments', deploymentRecords),
  environment: optional('environment', text),
  mentionOn: required('mention-on', oneOf('failure', 'success', 'always')),
  onError: required('on-error', oneOf('warn', 'fail')),
  ifMissing: required('if-missing', oneOf('skip', 'fail')),
  timeout: required('timeout', duration),
  dryRun: required('dry-run', flag),
}

/** The outputs that every notifier sets. */
export const noticeOutputs = ['sent', 'message-id', 'channel-id', 'attempts', 'payload'] as const

export type NoticeGiven = Given<typeof noticeInputs>

/** Whether an outcome is one that somebody is to be called for. */
export function calls(on: NoticeGiven['mentionOn'], outcome: Outcome): boolean {
  const { tone } = lookOf(outcome)
  return on === 'always' || tone === (on === 'failure' ? 'bad' : 'good')
}
