import { ConnectionError, isFileShortage } from '@ci-actions/http'
import { type Deadline, formatDuration } from '@ci-actions/wait'
import type { ProbeRequest } from './probe-request.ts'
import type { NoResponse, NotProbed, ProbeOutcome, ProbeResult } from './probe-result.ts'
import { probes } from './probes/registry.ts'
import type { Target } from './target.ts'

/**
 * Probes a target once.
 *
 * @throws TimeoutError or CancelledError when the deadline ends first
 */
export async function probe(
  target: Target,
  request: ProbeRequest,
  deadline: Deadline,
): Promise<ProbeResult> {
  const { attemptTimeout } = request
  const isCutShort = deadline.remaining < attemptTimeout
  const attempt = deadline.capped(attemptTimeout)
  const began = deadline.clock.now()
  const outcome = await runProbe(target, request, attempt).catch(
    (error): NoResponse | NotProbed => {
      if (error instanceof ConnectionError) {
        return {
          kind: isFileShortage(error.cause) ? 'not-probed' : 'no-response',
          reason: error.message,
        }
      }
      if (!attempt.signal.aborted || deadline.signal.aborted || isCutShort) throw error
      return {
        kind: 'no-response',
        reason: `sent no complete response within ${formatDuration(attemptTimeout)}`,
      }
    },
  )
  const latency =
    'connectTime' in outcome ? outcome.connectTime : Math.ceil(deadline.clock.now() - began)
  return { ...outcome, latency, certificateDays: remainingDays(outcome, deadline.clock.date()) }
}

async function runProbe(
  target: Target,
  request: ProbeRequest,
  deadline: Deadline,
): Promise<ProbeOutcome> {
  const probe = probes[target.url.protocol]
  if (!probe) throw new Error(`There is no probe for ${target.url.protocol}`)
  return probe.run(target, request, deadline)
}

const day = 24 * 60 * 60 * 1000

function remainingDays(outcome: ProbeOutcome, now: Date): number | undefined {
  const end = 'certificateEnds' in outcome ? outcome.certificateEnds : undefined
  return end && Math.floor((end.getTime() - now.getTime()) / day)
}
