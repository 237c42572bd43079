import { deploymentRecords } from '@ci-actions/deployment/record'
import {
  duration,
  flag,
  type Given,
  mapOf,
  oneOf,
  optional,
  required,
  secret,
  text,
} from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { unknown } from 'valibot'
import { fieldNames } from './fields.ts'
import { moments } from './moment.ts'
import { status } from './status.ts'

/** The inputs that every notifier has; where it sends to, and whom it calls, are its own. */
export const noticeInputs = {
  status: required('status', status),
  when: required('when', oneOf(...moments)),
  title: optional('title', text),
  text: optional('text', text),
  fields: optional('fields', fieldNames),
  deployments: optional('deployments', deploymentRecords),
  environment: optional('environment', text),
  mentionOn: required('mention-on', oneOf('failure', 'success', 'always')),
  payload: optional('payload', yaml(mapOf(unknown()), 'a map, as JSON or YAML')),
  onError: required('on-error', oneOf('warn', 'fail')),
  ifMissing: required('if-missing', oneOf('skip', 'fail')),
  githubToken: optional('github-token', secret),
  timeout: required('timeout', duration),
  dryRun: required('dry-run', flag),
}

export type NoticeGiven = Given<typeof noticeInputs>
