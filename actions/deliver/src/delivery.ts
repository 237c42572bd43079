import {
  type DeploymentRecord,
  deploy,
  isGood,
  putBack,
  type Target,
  watchOf,
} from '@ci-actions/deployment'
import { type Check, checkHealth, hasPassed, type Look } from '@ci-actions/health'
import type { Given, Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import type { inputs } from './inputs.ts'

export type Wanted = Given<typeof inputs>

/** What a delivery came to. */
export interface Delivery {
  readonly records: readonly DeploymentRecord[]
  /** How the services were found afterwards; undefined when nobody looked. */
  readonly check: Check | undefined
}

/** A job that was cancelled has 5 s: this long to start putting back, in milliseconds. */
const hurry = 2_500

/**
 * The check that follows the deploy, when there is one.
 *
 * @throws InputError when its inputs cannot be met together
 */
export function checkOf(wanted: Wanted, runner: Runner): Look | undefined {
  const { targets, healthTimeout: timeout } = wanted
  if (!targets) return undefined
  return checkHealth({ ...wanted, targets, timeout, require: 'all', reverse: false }, runner)
}

/** Deploys, looks, and puts back what is not healthy. What happened is told, never thrown. */
export async function deliverTo(
  targets: readonly Target[],
  look: Look | undefined,
  wanted: Wanted,
  runner: Runner,
): Promise<Delivery> {
  const deadline = new Deadline(wanted.timeout, runner.cancelled)
  const records = await deploy(targets, { ...wanted, wait: true }, runner)
  if (!look || wanted.dryRun || !records.every(({ status }) => isGood(status))) {
    return { records, check: undefined }
  }
  const check = await look(Math.min(wanted.healthTimeout, deadline.remaining))
  const { aborted } = runner.cancelled
  const then = aborted ? wanted.onCancel : wanted.onFailure
  const isChanged = records.some(({ changed }) => changed)
  if (hasPassed(check) || then === 'leave' || !isChanged) return { records, check }

  const watch = watchOf(targets.length, (line) => runner.info(line))
  const back = aborted
    ? await putBack(targets, records, 'the job was cancelled before it was found healthy', {
        watch,
        deadline: deadline.afterwards(hurry),
        wait: false,
      })
    : await putBack(targets, records, 'the health check failed', {
        watch,
        deadline: new Deadline(wanted.timeout, runner.cancelled),
      })
  return { records: back, check }
}

/** Whether it did what it was asked. */
export function isDelivered({ records, check }: Delivery): boolean {
  return records.every(({ status }) => isGood(status)) && (!check || hasPassed(check))
}
