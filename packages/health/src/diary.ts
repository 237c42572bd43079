import { formatDuration } from '@ci-actions/wait'
import type { Verdict } from './expect.ts'

/** Milliseconds after which it is said again, so that a log never looks dead. */
const heartbeat = 30_000

/** Tells what changes, and now and then what does not. */
export function diary(name: string, now: () => number, tell: (line: string) => void) {
  const began = now()
  let told = { reason: '', at: began }
  return ({ healthy, reason, detail }: Verdict, attempts: number): void => {
    const isNews = reason !== told.reason
    if (!isNews && now() - told.at < heartbeat) return
    told = { reason, at: now() }
    const state = healthy ? 'healthy' : 'not healthy'
    const still = isNews
      ? ''
      : ` still, after ${formatDuration(now() - began)} and ${attempts} tries`
    tell(`${name} is ${state}${still}: ${reason}${detail ? ` (${detail})` : ''}.`)
  }
}
