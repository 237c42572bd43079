import { ConnectionError, isFileShortage } from '@ci-actions/http'
import { type Deadline, formatDuration } from '@ci-actions/wait'
import type { Nothing, NotLooked, Observation, Seen } from './observation.ts'
import { probes } from './probes/registry.ts'
import type { Question } from './question.ts'
import type { Target } from './target.ts'

/**
 * Looks at a target once.
 *
 * @throws TimeoutError or CancelledError when the deadline ends first
 */
export async function probe(
  target: Target,
  question: Question,
  deadline: Deadline,
): Promise<Observation> {
  const { attemptTimeout } = question
  const isCutShort = deadline.remaining < attemptTimeout
  const attempt = deadline.capped(attemptTimeout)
  const began = deadline.clock.now()
  const seen = await look(target, question, attempt).catch((error): Nothing | NotLooked => {
    if (error instanceof ConnectionError) {
      return { kind: isFileShortage(error.cause) ? 'not looked' : 'nothing', reason: error.message }
    }
    if (!attempt.signal.aborted || deadline.signal.aborted || isCutShort) throw error
    return {
      kind: 'nothing',
      reason: `gave no complete answer within ${formatDuration(attemptTimeout)}`,
    }
  })
  const took = 'took' in seen ? seen.took : Math.ceil(deadline.clock.now() - began)
  return { ...seen, latency: took, certificateDays: daysLeft(seen, deadline.clock.date()) }
}

async function look(target: Target, question: Question, deadline: Deadline): Promise<Seen> {
  const probe = probes[target.url.protocol]
  if (!probe) throw new Error(`There is no probe for ${target.url.protocol}`)
  return probe.look(target, question, deadline)
}

const day = 24 * 60 * 60 * 1000

function daysLeft(seen: Seen, now: Date): number | undefined {
  const end = 'certificateEnds' in seen ? seen.certificateEnds : undefined
  return end && Math.floor((end.getTime() - now.getTime()) / day)
}
