import { type Deadline, growing, TimedOut, until } from '@ci-actions/wait'
import { diary } from './diary.ts'
import { type Expectation, judge, type Verdict } from './expect.ts'
import { type Observation, probe, type Question } from './probe.ts'
import type { Statuses } from './statuses.ts'
import type { Target } from './targets.ts'

/** What is waited for, and how; times in milliseconds. */
export interface Plan {
  readonly question: Question
  readonly expectation: Expectation
  readonly initialDelay: number
  /** The most between two tries. */
  readonly interval: number
  /** How many tries in a row, over how long, make it certain. */
  readonly successes: number
  readonly stableFor: number
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
}

const nothing: Seen = {
  healthy: false,
  status: undefined,
  latency: undefined,
  certificateDays: undefined,
  reason: 'no answer had come yet',
}

/** A service that is up already costs no wait, one that comes up soon a short one. */
const firstPause = 200

/** Looks at one target until it is as it should be, or the deadline ends. */
export async function watch(
  target: Target,
  plan: Plan,
  deadline: Deadline,
  tell: (line: string) => void,
): Promise<Result> {
  const { now } = deadline.clock
  const note = diary(target.name, now, tell)
  const pace = growing(firstPause, 1.5, plan.interval)
  let attempts = 0
  let last = nothing
  let steady: Steady = { tries: 0, since: now() }

  const look = async (): Promise<Result['outcome'] | undefined> => {
    attempts++
    const seen = await probe(target, plan.question, deadline)
    const verdict = judge(seen, plan.expectation)
    last = summed(seen, verdict)
    note(verdict, attempts)
    if (last.status !== undefined && plan.failFast?.has(last.status)) return 'refused'
    steady = verdict.healthy === plan.reverse ? { tries: 0, since: now() } : longer(steady, now())
    const isCertain = steady.tries >= plan.successes && now() - steady.since >= plan.stableFor
    return isCertain ? 'reached' : undefined
  }

  /** Not past the moment from which it has been steady for long enough. */
  const pause = (tries: number): number => {
    const left = plan.stableFor - (now() - steady.since)
    return steady.tries > 0 && left > 0 ? Math.min(left, pace(tries)) : pace(tries)
  }

  const outcome = await deadline
    .sleep(plan.initialDelay)
    .then(() => until(look, pause, deadline))
    .catch((error) => {
      if (error instanceof TimedOut || error === deadline.signal.reason) return 'missed' as const
      throw error
    })
  return { target, outcome, attempts, ...last }
}

/** How many tries in a row showed what is waited for, and since when. */
interface Steady {
  readonly tries: number
  readonly since: number
}

function longer({ tries, since }: Steady, now: number): Steady {
  return { tries: tries + 1, since: tries === 0 ? now : since }
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
