import { deploymentRecords } from '@ci-actions/deployment/record'
import {
  duration,
  flag,
  InputError,
  type InputValues,
  mapOf,
  oneOf,
  optional,
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
import { moments } from './moment.ts'
import { type Status, status, statusOfNothing } from './status.ts'

/** The inputs that every notifier has; where it sends to, and whom it calls, are its own. */
export const noticeInputs = {
  status: optional('status', status),
  statusPath: optional('status-path', text),
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

export type NoticeGiven = InputValues<typeof noticeInputs>

/** A file of `needs` is no larger than what the runner hands on of all jobs. */
const maxStatusBytes = 64 * 1024 * 1024

/**
 * The status that is told: of the file, where there is one, else of the input.
 *
 * @throws InputError when the file cannot be read, or holds none
 */
export async function givenStatus(
  { status: given, statusPath }: Pick<NoticeGiven, 'status' | 'statusPath'>,
  runner: Runner,
): Promise<Status> {
  if (statusPath === undefined) return given ?? statusOfNothing
  const text = readInputFile('status-path', statusPath, runner.workspace, maxStatusBytes)
    .toString()
    .trim()
  if (text === '') return statusOfNothing
  try {
    return await status.parse(text)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new InputError(`The file of input "status-path" must hold ${error.expected}.`)
  }
}
