import { hasErrorCode } from '@ci-actions/aws'
import { IndeterminateError } from '@ci-actions/http'
import { ActionError, errorMessage, excerpt, lookUp, quote } from '@ci-actions/kit'
import { type Deadline, exponential, poll } from '@ci-actions/wait'
import type { OnWritten } from '../target.ts'
import type { Configuration, LambdaApi, LambdaFunction } from './api.ts'
import { hasCode, type LambdaCode } from './code.ts'

/** Members that may differ between a function and a version of it with the same settings. */
const volatile = new Set([
  'CodeSize',
  'ConfigSha256',
  'Description',
  'FunctionArn',
  'LastModified',
  'LastUpdateStatus',
  'LastUpdateStatusReason',
  'LastUpdateStatusReasonCode',
  'MasterArn',
  'RevisionId',
  'RuntimeVersionConfig',
  'State',
  'StateReason',
  'StateReasonCode',
  'Version',
])

/** Whether two versions have the same code and settings, so that publishing would change nothing. */
export function sameConfiguration(a: Configuration, b: Configuration): boolean {
  const lasting = (configuration: Configuration): string =>
    JSON.stringify(
      Object.entries(configuration)
        .filter(([name, value]) => !volatile.has(name) && value != null)
        .map(([name, value]) => (name === 'SnapStart' ? [name, snapStartOf(value)] : [name, value]))
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    )
  return lasting(a) === lasting(b)
}

/** Returns when snapshots are taken, ignoring the state of the snapshot, which differs between versions. */
function snapStartOf(value: unknown): unknown {
  return typeof value === 'object' && value && 'ApplyOn' in value ? value.ApplyOn : undefined
}

/** New code for a function, and its architecture. */
export interface Update {
  readonly function: string
  readonly code: LambdaCode
  readonly architecture?: string | undefined
}

const backoff = exponential(300, 1.6, 5_000)

/**
 * Updates the code of a function, unless it already has it, and waits until Lambda has finished. Live versions are not
 * affected, because aliases point at published versions.
 *
 * @param known the function as just read
 * @throws ActionError if Lambda rejects the code, or someone else writes at the same time
 */
export async function updateCode(
  api: LambdaApi,
  { function: name, code, architecture }: Update,
  known: LambdaFunction,
  deadline: Deadline,
  written: OnWritten,
): Promise<Configuration> {
  let refused: Configuration | undefined
  let isLost = false
  let busy: string | undefined
  const write = async (tries: number): Promise<Configuration | undefined> => {
    const isFresh = tries === 0 && !isAtWork(known.Configuration)
    const found = isFresh ? known : await idle(api, name, deadline)
    const { Configuration: now } = found
    const isBuiltFor = !architecture || !!now.Architectures?.includes(architecture)
    if (hasCode(found, code) && isBuiltFor && now.LastUpdateStatus !== 'Failed') {
      if (isLost) written(sent(name, 'was'))
      return now
    }
    if (refused && isOther(refused, now)) throw changedMeanwhile(name, now)
    const revision = now.RevisionId ?? undefined
    const result = await attempt(
      () => api.updateCode(name, code.source(), architecture, revision, deadline),
      (why) => {
        busy = why
      },
    )
    // The revision has changed; the next read shows whether someone else changed the function.
    if (result === 'changed') refused = now
    if (result === 'lost') {
      isLost = true
      written(sent(name, 'may have been'))
    }
    if (typeof result === 'string') return undefined
    written(sent(name, 'was'))
    return taken(api, name, result, deadline)
  }
  return poll(write, backoff, deadline, () => busy)
}

function sent(name: string, was: 'was' | 'may have been'): string {
  return `New code ${was} sent to $LATEST of ${name}; no version was published.`
}

/** Waits until Lambda has processed the code, and returns the function. */
async function taken(
  api: LambdaApi,
  name: string,
  sent: Configuration,
  deadline: Deadline,
): Promise<Configuration> {
  api.log(`${name}: the new code was sent`)
  const now = isAtWork(sent) ? (await idle(api, name, deadline)).Configuration : sent
  if (now.CodeSha256 !== sent.CodeSha256) throw changedMeanwhile(name, now)
  if (now.LastUpdateStatus === 'Failed') throw notTaken(name, now)
  return now
}

/**
 * Publishes the current state of a function as a version; if nothing has changed, it is the last version.
 *
 * @throws ActionError if the code of the function has changed since
 */
export async function publish(
  api: LambdaApi,
  name: string,
  { CodeSha256, RevisionId }: Configuration,
  description: string,
  deadline: Deadline,
): Promise<Configuration> {
  let revision = RevisionId ?? undefined
  let busy: string | undefined
  const write = async (): Promise<Configuration | undefined> => {
    const wanted = { CodeSha256, Description: description, RevisionId: revision }
    const result = await attempt(
      () => api.publish(name, wanted, deadline),
      (why) => {
        busy = why
      },
    )
    if (typeof result !== 'string') return result
    const { Configuration: now } = await idle(api, name, deadline)
    if (now.CodeSha256 !== CodeSha256) throw changedMeanwhile(name, now)
    revision = now.RevisionId ?? undefined
    return undefined
  }
  return poll(write, backoff, deadline, () => busy)
}

/** Waits until Lambda has finished updating a function, and returns it. */
async function idle(api: LambdaApi, name: string, deadline: Deadline): Promise<LambdaFunction> {
  let busy: string | undefined
  const ask = async (): Promise<LambdaFunction | undefined> => {
    const found = await api.function(name, deadline)
    if (!found) throw noSuchFunction(name, api.region)
    if (!isAtWork(found.Configuration)) return found
    if (!busy) api.log(`${name}: Lambda is still updating it; waiting`)
    const isNew = found.Configuration.State === 'Pending'
    busy = isNew ? 'its state is Pending' : 'its last update is InProgress'
    return undefined
  }
  return poll(ask, backoff, deadline, () => busy && `Lambda is still updating ${name}: ${busy}.`)
}

function isAtWork({ LastUpdateStatus, State }: Configuration): boolean {
  return LastUpdateStatus === 'InProgress' || State === 'Pending'
}

/** Makes a write that may lose its response, collide with an update in progress, or come after someone else's write. */
async function attempt<T>(
  write: () => Promise<T>,
  isBusy: (why: string) => void,
): Promise<T | 'lost' | 'busy' | 'changed'> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof IndeterminateError) return 'lost'
    if (hasErrorCode(error, 'ResourceConflictException')) {
      isBusy(`Lambda was busy at every attempt: ${errorMessage(error)}`)
      return 'busy'
    }
    if (hasErrorCode(error, 'PreconditionFailedException')) return 'changed'
    throw error
  }
}

function isOther(a: Configuration, b: Configuration): boolean {
  return a.CodeSha256 !== b.CodeSha256 || a.LastModified !== b.LastModified
}

export function noSuchFunction(name: string, region: string): ActionError {
  return new ActionError(
    `There is no function ${quote(name)} in ${region}. The function must exist: ` +
      'create it first, for example with Terraform, SAM or CDK, or check its name and the region.',
  )
}

function changedMeanwhile(name: string, { LastModified, CodeSha256 }: Configuration): ActionError {
  return new ActionError(
    `${name} was changed by someone else in the meantime${LastModified ? ` (at ${excerpt(LastModified)})` : ''}; ` +
      `its code is now ${excerpt(CodeSha256)}. Nothing was published; rerun this step when they are done.`,
  )
}

function notTaken(name: string, now: Configuration): ActionError {
  const { LastUpdateStatusReasonCode: reason, LastUpdateStatusReason: words } = now
  const advice = reason && lookUp(advices, reason)
  return new ActionError(
    `Lambda rejected the new code of ${name}: ${reason ?? 'no reason given'}` +
      `${words ? `, ${quote(words, 200)}` : ''}.${advice ? ` ${advice}` : ''}`,
  )
}

const advices: Readonly<Record<string, string>> = {
  ImageAccessDenied:
    'Allow Lambda to read the ECR repository: check its policy, account and region.',
  ImageDeleted: 'The image is no longer in ECR; push it again, or use another.',
  InvalidImage:
    'Check that the image is built for the architecture of the function and without attestations.',
  InvalidRuntime: 'The runtime of the function is no longer supported; choose a newer one.',
  InvalidZipFileException: 'The package is not a zip file that Lambda can read.',
  InsufficientRolePermissions:
    'The role of the function lacks a permission that its settings need.',
  EniLimitExceeded: 'The VPC has no network interfaces left.',
  SubnetOutOfIPAddresses: 'The subnets of the function have no addresses left.',
}
