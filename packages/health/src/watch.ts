import { withConnection } from '@ci-actions/http'
import { type Deadline, poll, TimeoutError } from '@ci-actions/wait'
import { diary } from './diary.ts'
import { type Expectation, judge, type Verdict } from './expect.ts'
import type { Observation } from './observation.ts'
import { type Patience, pauseAfter } from './pace.ts'
import { probe } from './probe.ts'
import type { Question } from './question.ts'
import type { Statuses } from './statuses.ts'
import { neverSeen, seenNext } from './steady.ts'
import type { Target } from './target.ts'

/** What is waited for, and how; times in milliseconds. */
export interface Plan extends Patience {
  readonly question: Question
  readonly expectation: Expectation
  readonly failFast: Statuses | undefined
  /** Wait until it is down. */
  readonly reverse: boolean
}

/** What was seen of a target last. */
interface Seen {
  readonly healthy: boolean
  /** Of its HTTP answer, if there was one. */
  readonly status: number | undefined
  readonly latency: number | undefined
  readonly certificateDays: number | undefined
  readonly reason: string
}

/** What became of one target. */
export interface Result extends Seen {
  readonly target: Target
  /** What was waited for came; a status ended it at once; or neither before the time was over. */
  readonly outcome: 'reached' | 'refused' | 'missed'
  readonly attempts: number
  /** Whether it was not as it should be when it was seen last, or fell back after it had been. */
  readonly isSuspect: boolean
}

const nothing: Seen = {
  healthy: false,
  status: undefined,
  latency: undefined,
  certificateDays: undefined,
  reason: 'no answer had come yet',
}

/** Looks at one target until it is as it should be, or the deadline ends. */
export async function watch(
  target: Target,
  plan: Plan,
  deadline: Deadline,
  tell: (line: string) => void,
): Promise<Result> {
  const { now } = deadline.clock
  const note = diary(target.name, now, tell)
  const began = now() + plan.initialDelay
  let attempts = 0
  let last = nothing
  let steady = neverSeen(now())

  const look = async (): Promise<Result['outcome'] | undefined> => {
    const seen = await withConnection(deadline.signal, () => {
      attempts++
      return probe(target, plan.question, deadline)
    })
    if (seen.kind === 'not looked') {
      attempts--
      last = { ...last, reason: seen.reason }
      return undefined
    }
    const verdict = judge(seen, plan.expectation)
    last = summed(seen, verdict)
    note(verdict, attempts)
    if (last.status !== undefined && plan.failFast?.has(last.status)) return 'refused'
    steady = seenNext(steady, verdict.healthy !== plan.reverse, now())
    const isCertain = steady.tries >= plan.successes && now() - steady.since >= plan.stableFor
    return isCertain ? 'reached' : undefined
  }

  /** Not past the moment from which it has been steady for long enough. */
  const pause = (): number => {
    const usual = pauseAfter(now() - began, plan.interval)
    const left = plan.stableFor - (now() - steady.since)
    return steady.tries > 0 && left > 0 ? Math.min(left, usual) : usual
  }

  const outcome = await deadline
    .sleep(plan.initialDelay)
    .then(() => poll(look, pause, deadline))
    .catch((error) => {
      if (error instanceof TimeoutError || error === deadline.signal.reason)
        return 'missed' as const
      throw error
    })
  return { target, outcome, attempts, isSuspect: steady.isSuspect, ...last }
}

function summed(seen: Observation, { healthy, reason, detail }: Verdict): Seen {
  return {
    healthy,
    status: 'status' in seen ? seen.status : undefined,
    latency: seen.latency,
    certificateDays: seen.certificateDays,
    reason: detail ? `${reason} (${detail})` : reason,
  }
}
