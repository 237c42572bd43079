import type { Deadline } from '@ci-actions/wait'
import { cancelBestEffort, diagnoseBestEffort, readLiveBestEffort, writeGrace } from './cleanup.ts'
import { type FollowOptions, follow } from './follow.ts'
import type { DeployOptions } from './options.ts'
import { type DeploymentRecord, shortName } from './record.ts'
import type { RecordBuilder } from './record-builder.ts'
import type { Deployment, OnWritten, Plan, Step, SummaryNote, Target } from './target.ts'

/** How to run a plan. */
export interface RunOptions extends Pick<DeployOptions, 'dryRun' | 'wait' | 'onCancel'> {
  /** Whether to ask the provider why a deployment failed. */
  readonly diagnose: boolean
  readonly follow: FollowOptions
  readonly deadline: Deadline
}

/** A target, the plan for it, and the record of the run. */
export interface PlannedRun {
  readonly target: Target
  readonly plan: Plan
  readonly record: RecordBuilder
}

/** Results of a run besides its record. */
export interface RunResult {
  /** The deployment followed last; undefined if none was started. */
  readonly deployment?: Deployment | undefined
  readonly notes: readonly SummaryNote[]
}

/** The result of deploying one target. */
export interface DeployResult extends RunResult {
  readonly target: Target
  readonly record: DeploymentRecord
}

/**
 * Runs the plan of a deploy or rollback: starts a deployment or attaches to one, follows it and reads the live version.
 * The outcome is in the record; only bugs are thrown.
 */
export async function runDeployment(run: PlannedRun, options: RunOptions): Promise<RunResult> {
  const { plan, record } = run
  const { step } = plan
  const { deadline } = options
  const notes: SummaryNote[] = []
  let deployment: Deployment | undefined
  let written: string | undefined
  try {
    if (step.kind === 'unchanged') {
      record.unchanged(step.version, plan.before(step.version))
    } else if (options.dryRun) {
      record.dryRun(describe(step), versionOf(step))
    } else {
      deadline.signal.throwIfAborted()
      record.writing(versionOf(step))
      const onWritten = (what: string): void => {
        written = what
      }
      deployment = await start(run.target, step, onWritten, notes, options)
      record.started(deployment, plan.before(deployment.version))
      if (options.wait) deployment = await followToEnd(run, deployment, notes, options)
      else record.left()
    }
  } catch (error) {
    record.failed(error, written, deadline.signal.aborted)
  }
  return { deployment, notes }
}

type Pending = Exclude<Step, { kind: 'unchanged' }>

function describe(step: Pending): string {
  return step.kind === 'attach'
    ? `follow ${step.deployment.id}, which is already deploying this version`
    : step.operation.description
}

function versionOf(step: Pending) {
  return step.kind === 'start' ? step.version : undefined
}

/** Attaches to a running deployment, or writes. A write that has begun gets some extra time at the deadline. */
async function start(
  { identity: { name } }: Target,
  step: Pending,
  written: OnWritten,
  notes: SummaryNote[],
  { follow: { log }, deadline }: RunOptions,
): Promise<Deployment> {
  if (step.kind === 'attach') {
    log(`${name}: ${step.deployment.id} is already deploying this version; following it.`)
    return step.deployment
  }
  const note = (one: SummaryNote): void => {
    notes.push(one)
  }
  const started = await step.operation.start(deadline.extendedBy(writeGrace), { written, note })
  const what = step.version ? `rolling back to ${shortName(step.version)} with` : 'started'
  log(`${name}: ${what} ${started.id}`)
  return started
}

/** Follows a deployment and records its outcome. Returns the deployment followed last. */
async function followToEnd(
  { target, plan, record }: PlannedRun,
  started: Deployment,
  notes: SummaryNote[],
  options: RunOptions,
): Promise<Deployment> {
  const { deadline, onCancel } = options
  const { name } = target.identity
  const result = await follow(name, started, options.follow, deadline)
  const { deployment, status, version } = result
  record.ended(result, plan.before(version))
  if (status === 'succeeded') {
    record.live(version)
    return deployment
  }
  const isJobCancelled = status === 'cancelled' && deadline.signal.aborted
  if (isJobCancelled && onCancel !== 'leave') {
    const { isDone, sentence } = await cancelBestEffort(deployment, deadline)
    const { id } = deployment
    const now = isDone
      ? sentence
      : `${id} could not be cancelled and may still be running: ${sentence}`
    record.because(`The job was cancelled; ${now}`)
  }
  if (!isJobCancelled && options.diagnose && status !== 'superseded') {
    const lines = await diagnoseBestEffort(deployment, deadline)
    notes.push(...lines.map((text) => ({ text: `${name}: ${text}` })))
    if (lines[0]) record.add(lines[0])
  }
  record.live(await readLiveBestEffort(target, deadline))
  return deployment
}
