import { formatDuration } from '@ci-actions/wait'
import type { Verdict } from './expect.ts'

/** Milliseconds after which an unchanged status is logged again, so that the log never looks stuck. */
const heartbeat = 30_000

/** Returns a function that logs each change of a target's status, and an unchanged one every 30 s. */
export function createStatusLog(name: string, now: () => number, log: (line: string) => void) {
  const began = now()
  let last = { reason: '', at: began }
  return ({ healthy, reason, detail }: Verdict, attempts: number): void => {
    const isChange = reason !== last.reason
    if (!isChange && now() - last.at < heartbeat) return
    last = { reason, at: now() }
    const state = healthy ? 'healthy' : 'not healthy'
    const elapsed = `${formatDuration(now() - began)} and ${attempts} attempts`
    const status = isChange ? `is ${state}` : `is still ${state} after ${elapsed}`
    log(`${name} ${status}: ${reason}${detail ? ` (${detail})` : ''}.`)
  }
}
