import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'valibot'
import { actionNames } from '../../packages/tooling/src/actions.ts'
import { type Job, jobsIn } from '../support/jobs.ts'
import { worldShape } from '../support/world.ts'
import { type Cost, costOf, costOfNode, timeOf, timeOfNode } from './measure.ts'

/*
 * What a step costs: each bundle does its job once, against servers in a process of their own, next to
 * `node -e 0` in the same round. Ends with exit code 1 when one takes too many times as long as that.
 */

/** Each action must stay below so many times `node -e 0`, unless its job says another. */
const usualBar = 2
const rounds = 61

interface Row extends Cost {
  readonly name: string
  /** Medians: of the time in milliseconds, and of its ratio to `node -e 0` in the same round. */
  readonly time: number
  readonly ratio: number
  readonly bar: number
}

// One more than the rounds warms up, one more looks at the cost.
const { world, server } = await startWorld(rounds + 2)
const workspace = mkdtempSync(join(tmpdir(), 'bench-workspace-'))
const jobs = jobsIn(world, workspace)
const rows = measure(jobs)
server.disconnect()

print(rows)
const slow = rows.filter(({ ratio, bar }) => ratio >= bar)
for (const { name, ratio, bar } of slow) {
  console.error(`${name} takes ${ratio.toFixed(2)} times as long as node -e 0; the bar is ${bar}.`)
}
const idle = actionNames().filter((name) => !jobs.some(({ action }) => action === name))
for (const name of idle) console.error(`${name} is not measured: give it a job in jobs.ts.`)
process.exitCode = slow.length + idle.length > 0 ? 1 : 0

/** Paired and interleaved, so that whatever else the machine does hits all alike. */
function measure(jobs: readonly Job[]): Row[] {
  const times = Array.from({ length: rounds + 1 }, (_, round) => ({
    node: timeOfNode(),
    jobs: jobs.map((job) => timeOf(job, round, workspace)),
  })).slice(1)
  const node = {
    name: 'node -e 0',
    time: median(times.map((round) => round.node)),
    ratio: 1,
    bar: usualBar,
    ...costOfNode(),
  }
  const measured = jobs.map((job, index) => ({
    name: job.by ? `${job.action}, ${job.by}` : job.action,
    bar: job.bar ?? usualBar,
    time: median(times.map((round) => round.jobs[index] ?? Number.NaN)),
    ratio: median(times.map((round) => (round.jobs[index] ?? Number.NaN) / round.node)),
    ...costOf(job, rounds + 1, workspace),
  }))
  return [node, ...measured]
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

function print(table: readonly Row[]): void {
  console.log(
    `${rounds} rounds, medians; the bar is ${usualBar.toFixed(1)} times node -e 0, more for AWS and pull requests.\n`,
  )
  const line = (cells: readonly string[]): void =>
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(11))).join(''))
  line(['', 'time', 'ratio', 'memory', 'loaded', 'gzipped', ''])
  for (const { name, time, ratio, bar, peakMemory, size, gzipped } of table) {
    const verdict = ratio >= bar ? 'OVER THE BAR' : ''
    const cells = [`${time.toFixed(1)} ms`, `${ratio.toFixed(2)} x`, mega(peakMemory)]
    line([name, ...cells, kilo(size), kilo(gzipped), verdict])
  }
}

function mega(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`
}

function kilo(bytes: number): string {
  return bytes === 0 ? '' : `${Math.round(bytes / 1024)} KiB`
}

async function startWorld(runs: number) {
  const server: ChildProcess = fork(join(import.meta.dirname, '../support/world.ts'), [
    String(runs),
  ])
  const told = await new Promise((resolve, reject) => {
    server.once('message', resolve)
    server.once('exit', (code) => reject(new Error(`The servers ended with ${code}.`)))
  })
  const world = parse(worldShape, told)
  return { server, world }
}
