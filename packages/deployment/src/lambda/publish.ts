import { hasErrorCode } from '@ci-actions/aws'
import { IndeterminateError } from '@ci-actions/http'
import { ActionError, errorMessage, excerpt, lookUp, quote } from '@ci-actions/kit'
import { type Deadline, exponential, poll } from '@ci-actions/wait'
import type { OnWritten } from '../target.ts'
import type { Configuration, LambdaApi, LambdaFunction } from './api.ts'
import { hasCode, type LambdaCode } from './code.ts'

/** What differs between a function and a version of it that has the same settings. */
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

/** Whether two versions have the same code and settings, so that publishing one would change nothing. */
export function sameConfiguration(one: Configuration, other: Configuration): boolean {
  const lasting = (configuration: Configuration): string =>
    JSON.stringify(
      Object.entries(configuration)
        .filter(([name, value]) => !volatile.has(name) && value != null)
        .map(([name, value]) => (name === 'SnapStart' ? [name, snapStartOf(value)] : [name, value]))
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    )
  return lasting(one) === lasting(other)
}

/** When snapshots are taken; whether there is one is another matter of each version. */
function snapStartOf(value: unknown): unknown {
  return typeof value === 'object' && value && 'ApplyOn' in value ? value.ApplyOn : undefined
}

/** New code for a function, and the architecture it is built for. */
export interface Update {
  readonly function: string
  readonly code: LambdaCode
  readonly architecture?: string | undefined
}

const backoff = exponential(300, 1.6, 5_000)

/**
 * Gives a function its new code, unless it has it already, and waits until Lambda has taken it. What
 * serves is not touched: aliases lead to versions.
 *
 * @param known the function as it was read just before
 * @throws ActionError when Lambda does not take it, or somebody else writes at the same time
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
    const answer = await attempt(
      () => api.updateCode(name, code.source(), architecture, revision, deadline),
      (why) => {
        busy = why
      },
    )
    // The revision is another one; whether that is somebody's doing, the next reading tells.
    if (answer === 'changed') refused = now
    if (answer === 'lost') {
      isLost = true
      written(sent(name, 'may have been'))
    }
    if (typeof answer === 'string') return undefined
    written(sent(name, 'was'))
    return taken(api, name, answer, deadline)
  }
  return poll(write, backoff, deadline, () => busy)
}

function sent(name: string, was: 'was' | 'may have been'): string {
  return `New code ${was} sent to $LATEST of ${name}; no version was published.`
}

/** The function once Lambda has taken the code that was sent. */
async function taken(
  api: LambdaApi,
  name: string,
  sent: Configuration,
  deadline: Deadline,
): Promise<Configuration> {
  api.log(`${name}: the new code is sent`)
  const now = isAtWork(sent) ? (await idle(api, name, deadline)).Configuration : sent
  if (now.CodeSha256 !== sent.CodeSha256) throw changedMeanwhile(name, now)
  if (now.LastUpdateStatus === 'Failed') throw notTaken(name, now)
  return now
}

/**
 * Publishes what a function is now as a version; it is the last one again when nothing has changed.
 *
 * @throws ActionError when the function has other code by now
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
    const answer = await attempt(
      () => api.publish(name, wanted, deadline),
      (why) => {
        busy = why
      },
    )
    if (typeof answer !== 'string') return answer
    const { Configuration: now } = await idle(api, name, deadline)
    if (now.CodeSha256 !== CodeSha256) throw changedMeanwhile(name, now)
    revision = now.RevisionId ?? undefined
    return undefined
  }
  return poll(write, backoff, deadline, () => busy)
}

/** The function once Lambda is not at work on it. */
async function idle(api: LambdaApi, name: string, deadline: Deadline): Promise<LambdaFunction> {
  let busy: string | undefined
  const ask = async (): Promise<LambdaFunction | undefined> => {
    const found = await api.function(name, deadline)
    if (!found) throw noSuchFunction(name, api.region)
    if (!isAtWork(found.Configuration)) return found
    if (!busy) api.log(`${name}: Lambda is at work on it; waiting`)
    const isNew = found.Configuration.State === 'Pending'
    busy = isNew ? 'its state is Pending' : 'its last update is InProgress'
    return undefined
  }
  return poll(ask, backoff, deadline, () => busy && `Lambda is still at work on ${name}: ${busy}.`)
}

function isAtWork({ LastUpdateStatus, State }: Configuration): boolean {
  return LastUpdateStatus === 'InProgress' || State === 'Pending'
}

/** A write whose answer may be lost, or that comes at a bad moment, or after somebody else's. */
async function attempt<T>(
  write: () => Promise<T>,
  isBusy: (why: string) => void,
): Promise<T | 'lost' | 'busy' | 'changed'> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof IndeterminateError) return 'lost'
    if (hasErrorCode(error, 'ResourceConflictException')) {
      isBusy(`It was waited out each time: ${errorMessage(error)}`)
      return 'busy'
    }
    if (hasErrorCode(error, 'PreconditionFailedException')) return 'changed'
    throw error
  }
}

function isOther(one: Configuration, other: Configuration): boolean {
  return one.CodeSha256 !== other.CodeSha256 || one.LastModified !== other.LastModified
}

export function noSuchFunction(name: string, region: string): ActionError {
  return new ActionError(
    `There is no function ${quote(name)} in ${region}. Code is only brought to functions that exist: ` +
      'create it first, as with Terraform, SAM or CDK, or check its name and the region.',
  )
}

function changedMeanwhile(name: string, { LastModified, CodeSha256 }: Configuration): ActionError {
  return new ActionError(
    `Somebody else has changed ${name} meanwhile${LastModified ? ` (at ${excerpt(LastModified)})` : ''}; ` +
      `its code is ${excerpt(CodeSha256)} now. Nothing was published; run this step again when they are done.`,
  )
}

function notTaken(name: string, now: Configuration): ActionError {
  const { LastUpdateStatusReasonCode: reason, LastUpdateStatusReason: words } = now
  const advice = reason && lookUp(advices, reason)
  return new ActionError(
    `Lambda did not take the new code of ${name}: ${reason ?? 'no reason is given'}` +
      `${words ? `, ${quote(words, 200)}` : ''}.${advice ? ` ${advice}` : ''}`,
  )
}

const advices: Readonly<Record<string, string>> = {
  ImageAccessDenied:
    'Let Lambda read the repository in ECR: its policy, and its account and region.',
  ImageDeleted: 'The image is no longer in ECR; push it again, or give another.',
  InvalidImage:
    'Is the image built for the architecture of the function, and without attestations?',
  InvalidRuntime: 'The runtime of the function is no longer supported; choose a newer one.',
  InvalidZipFileException: 'The package is no zip file that Lambda can read.',
  InsufficientRolePermissions:
    'The role of the function lacks a permission that its settings need.',
  EniLimitExceeded: 'The VPC has no network interfaces left.',
  SubnetOutOfIPAddresses: 'The subnets of the function have no addresses left.',
}
