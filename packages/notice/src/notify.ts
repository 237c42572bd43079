import { ActionError, type Runner, type WorkflowRun } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import type { Announcement } from './announcement.ts'
import { type Delivery, type Destination, deliver } from './deliver.ts'
import { detailsOf } from './details.ts'
import { noticeOf } from './from-run.ts'
import { givenStatus, type NoticeGiven } from './inputs.ts'
import { type Callable, called } from './mentions.ts'
import { changeOf, looksBack, type Past, silence } from './moment.ts'
import type { Notice } from './notice.ts'
import { type SendResult, tell } from './report-delivery.ts'
import { runOfEvent } from './reported-run.ts'
import { getsNoSecrets } from './secrets.ts'

/** Where messages go on a platform, as far as this run can use it. */
export interface Channel {
  /** What a person calls the platform: `Slack`. */
  readonly name: string
  /** Where messages go; undefined when the secret for it is missing. */
  readonly destination: Destination | undefined
  /** What is missing then: `webhook-url`. */
  readonly missing: string
  /** The message of a notice. Only `mentions`, its own markup, may call anybody. */
  compose(notice: Notice, mentions: readonly string[]): Promise<object>
}

/** Announces how a run ended, and tells the workflow what became of the message. */
export async function notify(
  channel: Channel,
  given: NoticeGiven & Callable,
  runner: Runner,
): Promise<void> {
  const status = await givenStatus(given, runner)
  if (status.remark) runner.warning(status.remark)
  tell(await announce(channel, { ...given, status }, runner), given, runner)
}

/** Reads how the run ended, decides whether that is news, and sends it. */
export async function announce(
  channel: Channel,
  given: Announcement,
  runner: Runner,
): Promise<SendResult> {
  const { outcome } = given.status
  const deadline = new Deadline(given.timeout, runner.cancelled)
  // What was deployed here, or needed by this job, is of this run also when another one has started it.
  const isOfThisRun = given.deployments?.length || given.status.jobs.length > 0 || given.isOfThisJob
  const run = (isOfThisRun ? undefined : runOfEvent(runner.event, runner.run)) ?? runner.run
  const past = await pastOf(given, run, runner, deadline)
  const quiet = silence(given.when, outcome, past)
  const details = quiet ? {} : await detailsOf(given, run, runner, deadline)
  const change = changeOf(outcome, past, deadline.clock.date())
  const notice = noticeOf({ ...given, ...details, change }, run)
  const mentions = called(given, outcome, [run.author?.login, run.actor])
  const payload = withoutSecrets(await channel.compose(notice, mentions), runner)
  if (!quiet && mentions.length > 0 && channel.destination?.isChange) {
    runner.notice(`${channel.name} notifies nobody of a changed message. ${callAnew}`)
  }
  const delivery = quiet
    ? { end: 'silent' as const, reason: quiet, attempts: 0 }
    : await send(payload, channel, given, runner, deadline)
  return { platform: channel.name, notice, payload, delivery }
}

/** What a service repeats of what it was asked with may stand in what is told of it. */
function withoutSecrets(payload: object, runner: Runner): object {
  const json = JSON.stringify(payload, (_, value) =>
    typeof value === 'string' ? runner.redact(value) : value,
  )
  return JSON.parse(json)
}

const callAnew = 'To call those who are mentioned, send a new one.'

/** A past that cannot be looked up keeps no message back. */
async function pastOf(
  given: Announcement,
  run: WorkflowRun,
  runner: Runner,
  deadline: Deadline,
): Promise<Past> {
  const { when, githubToken } = given
  if (!looksBack(when)) return 'unknown'
  try {
    if (!githubToken) throw new ActionError('There is no "github-token" to ask with.')
    const { lookBack } = await import('./history.ts')
    return await lookBack(githubToken, run, runner, deadline.capped(deadline.remaining / 2))
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    runner.warning(`How the run before ended is not known, so this is told. ${error.message}`)
    return 'unknown'
  }
}

async function send(
  payload: object,
  { name, destination, missing }: Channel,
  { dryRun }: Announcement,
  runner: Runner,
  deadline: Deadline,
): Promise<Delivery> {
  if (dryRun) return { end: 'dry-run', attempts: 0 }
  if (!destination) return { end: 'missing', reason: nowhere(name, missing, runner), attempts: 0 }
  const log = (line: string): void => runner.info(line)
  return deliver(payload, destination, { name, connection: { proxy: runner.proxy }, log }, deadline)
}

function nowhere(name: string, missing: string, runner: Runner): string {
  const none = `There is no ${missing}, so ${name} is not told.`
  if (getsNoSecrets(runner)) return `${none} Runs of forks and of Dependabot get no secrets.`
  return `${none} See whether the secret exists, has this name, and is read as \${{ secrets.… }}, not as \${{ vars.… }}.`
}
