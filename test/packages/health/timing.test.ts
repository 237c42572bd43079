import { initialStability, updateStability } from '../../../packages/health/src/stability.ts'
import { minCheckDuration, pauseAfter } from '../../../packages/health/src/timing.ts'

/** Tries at the pace of a check, each of which takes so long, until one begins after the service is up. */
function foundAfter(up: number, interval: number, answer: number) {
  let now = 0
  let tries = 1
  for (; now < up; tries++) {
    now += answer
    now += pauseAfter(now, interval)
  }
  return { late: now - up, tries }
}

const waits = [0, 150, 900, 1_000, 2_000, 3_000, 8_000, 20_000, 59_000, 60_000, 300_000, 3_600_000]

describe('A service that comes up is found at most a tenth of the time waited later', () => {
  test.each(waits)('after %i ms', (wait) => {
    // Wherever between two tries that is.
    for (let up = wait; up < wait * 1.2 + 200; up += 17) {
      for (const answer of [1, 20]) {
        const { late } = foundAfter(up, 5_000, answer)
        expect(late).toBeLessThanOrEqual(Math.max(up / 10, 100) + answer)
      }
    }
  })

  test.each([1_000, 5_000, 30_000, 600_000])('however long the interval is: %i ms', (interval) => {
    for (const up of waits) {
      const { late } = foundAfter(up, interval, 1)
      expect(late).toBeLessThanOrEqual(Math.max(up / 10, 100) + 1)
      expect(late).toBeLessThanOrEqual(interval + 1)
    }
  })

  test.each([
    [10_000, 45],
    [60_000, 65],
    [300_000, 115],
  ])('without asking it all the time: in %i ms at most %i times', (up, most) => {
    expect(foundAfter(up, 5_000, 1).tries).toBeLessThanOrEqual(most)
  })
})

test.each([
  [0, 5_000, 100],
  [1_200, 5_000, 100],
  [2_400, 5_000, 200],
  [60_000, 5_000, 5_000],
  [3_600_000, 5_000, 5_000],
  [0, 50, 50],
  [3_600_000, 600_000, 300_000],
])('After %i ms, with an interval of %i ms, the pause is %i ms', (waited, interval, pause) => {
  expect(pauseAfter(waited, interval)).toBe(pause)
})

const once = { initialDelay: 0, interval: 5_000, successes: 1, stableFor: 0 }

test.each([
  [{}, 0],
  [{ initialDelay: 3_000 }, 3_000],
  [{ stableFor: 30_000 }, 30_000],
  [{ initialDelay: 3_000, stableFor: 30_000 }, 33_000],
  [{ successes: 2 }, 100],
  [{ successes: 11 }, 1_000],
  [{ successes: 11, interval: 50 }, 500],
  [{ successes: 11, stableFor: 900 }, 1_000],
  [{ successes: 11, stableFor: 1_100 }, 1_100],
  [{ successes: 3, interval: 10, initialDelay: 5 }, 25],
  [{ successes: Number.MAX_SAFE_INTEGER, interval: 1 }, Number.MAX_SAFE_INTEGER - 1],
])('A check with %j takes %i ms at the least', (asked, least) => {
  expect(minCheckDuration({ ...once, ...asked })).toBe(least)
})

test.each<[string, { successes: number; hasRelapsed: boolean; isSuspect: boolean }]>([
  ['', { successes: 0, hasRelapsed: false, isSuspect: false }],
  ['+', { successes: 1, hasRelapsed: false, isSuspect: false }],
  ['+++', { successes: 3, hasRelapsed: false, isSuspect: false }],
  ['-', { successes: 0, hasRelapsed: false, isSuspect: true }],
  ['--+', { successes: 1, hasRelapsed: false, isSuspect: false }],
  ['--+++', { successes: 3, hasRelapsed: false, isSuspect: false }],
  ['+-', { successes: 0, hasRelapsed: true, isSuspect: true }],
  ['+-+', { successes: 1, hasRelapsed: true, isSuspect: true }],
  ['-+-++', { successes: 2, hasRelapsed: true, isSuspect: true }],
])('What was seen as "%s" is %j', (looks, due) => {
  const seen = [...looks].reduce(
    (stability, look, now) => updateStability(stability, look === '+', now),
    initialStability(0),
  )
  expect(seen).toMatchObject(due)
  expect(seen.since).toBe(Math.max(0, looks.length - Math.max(due.successes, looks === '' ? 0 : 1)))
})
