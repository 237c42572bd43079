import { withConnection } from '@ci-actions/http'
import { type Deadline, poll, TimeoutError } from '@ci-actions/wait'
import { type Expectation, evaluate, type Verdict } from './expect.ts'
import { probe } from './probe.ts'
import type { ProbeRequest } from './probe-request.ts'
import type { ProbeResult } from './probe-result.ts'
import { initialStability, updateStability } from './stability.ts'
import { createStatusLog } from './status-log.ts'
import type { Statuses } from './statuses.ts'
import type { Target } from './target.ts'
import { type CheckTiming, pauseAfter } from './timing.ts'

/** How to wait for a target; times in milliseconds. */
export interface WaitPlan extends CheckTiming {
  readonly request: ProbeRequest
  readonly expectation: Expectation
  readonly failFast: Statuses | undefined
  /** Wait until the target is down. */
  readonly reverse: boolean
}

/** The result of the last attempt. */
interface LastAttempt {
  readonly healthy: boolean
  /** HTTP status, if there was an HTTP response. */
  readonly status: number | undefined
  readonly latency: number | undefined
  readonly certificateDays: number | undefined
  readonly reason: string
}

/** The result of checking one target. */
export interface TargetResult extends LastAttempt {
  readonly target: Target
  /** Whether the target reached the expected state, was stopped by `failFast`, or ran out of time. */
  readonly outcome: 'reached' | 'failed-fast' | 'missed'
  readonly attempts: number
  /** Whether the last attempt did not find the expected state, or the state was lost after it had been reached. */
  readonly isSuspect: boolean
}

const noAttempt: LastAttempt = {
  healthy: false,
  status: undefined,
  latency: undefined,
  certificateDays: undefined,
  reason: 'no response yet',
}

/** Checks one target until it is healthy (or down, with `reverse`), or the deadline ends. */
export async function waitForHealthy(
  target: Target,
  plan: WaitPlan,
  deadline: Deadline,
  log: (line: string) => void,
): Promise<TargetResult> {
  const { now } = deadline.clock
  const logStatus = createStatusLog(target.name, now, log)
  const began = now() + plan.initialDelay
  let attempts = 0
  let last = noAttempt
  let stability = initialStability(now())

  const attempt = async (): Promise<TargetResult['outcome'] | undefined> => {
    const result = await withConnection(deadline.signal, () => {
      attempts++
      return probe(target, plan.request, deadline)
    })
    if (result.kind === 'not-probed') {
      attempts--
      last = { ...last, reason: result.reason }
      return undefined
    }
    const verdict = evaluate(result, plan.expectation)
    last = toLastAttempt(result, verdict)
    logStatus(verdict, attempts)
    if (last.status !== undefined && plan.failFast?.has(last.status)) return 'failed-fast'
    stability = updateStability(stability, verdict.healthy !== plan.reverse, now())
    const isStable =
      stability.successes >= plan.successes && now() - stability.since >= plan.stableFor
    return isStable ? 'reached' : undefined
  }

  /** Returns the next pause, which ends at the latest when the target has been stable for long enough. */
  const pause = (): number => {
    const usual = pauseAfter(now() - began, plan.interval)
    const left = plan.stableFor - (now() - stability.since)
    return stability.successes > 0 && left > 0 ? Math.min(left, usual) : usual
  }

  const outcome = await deadline
    .sleep(plan.initialDelay)
    .then(() => poll(attempt, pause, deadline))
    .catch((error) => {
      if (error instanceof TimeoutError || error === deadline.signal.reason)
        return 'missed' as const
      throw error
    })
  return { target, outcome, attempts, isSuspect: stability.isSuspect, ...last }
}

function toLastAttempt(result: ProbeResult, { healthy, reason, detail }: Verdict): LastAttempt {
  return {
    healthy,
    status: 'status' in result ? result.status : undefined,
    latency: result.latency,
    certificateDays: result.certificateDays,
    reason: detail ? `${reason} (${detail})` : reason,
  }
}
