import { deploymentRecords } from '@ci-actions/deployment/record'
import {
  flag,
  InputError,
  type InputValues,
  mapOf,
  oneOf,
  optional,
  positiveDuration,
  type Runner,
  readInputFile,
  required,
  secret,
  text,
  ValidationError,
} from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { unknown } from 'valibot'
import { fieldNames } from './fields.ts'
import { emptyStatus, type Status, status } from './status.ts'
import { notifyWhenValues } from './when.ts'

/** The inputs of every notifier; those for its address and its mentions are its own. */
export const notifyInputs = {
  status: optional('status', status),
  statusPath: optional('status-path', text),
  when: required('when', oneOf(...notifyWhenValues)),
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
  timeout: required('timeout', positiveDuration),
  dryRun: required('dry-run', flag),
}

export type NotifyInputs = InputValues<typeof notifyInputs>

/** More than the runner passes on from all jobs. */
const maxStatusBytes = 64 * 1024 * 1024

/**
 * Returns the status from the file at `status-path`, or without one from `status`.
 *
 * @throws InputError when the file cannot be read or contains no status
 */
export async function readStatus(
  { status: value, statusPath }: Pick<NotifyInputs, 'status' | 'statusPath'>,
  runner: Runner,
): Promise<Status> {
  if (statusPath === undefined) return value ?? emptyStatus
  const text = readInputFile('status-path', statusPath, runner.workspace, maxStatusBytes)
    .toString()
    .trim()
  if (text === '') return emptyStatus
  try {
    return await status.parse(text)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new InputError(`The file of input "status-path" must contain ${error.expected}.`)
  }
}
