import { actionNames } from '../../scripts/actions.ts'
import { sampleJobs } from '../support/sample-jobs.ts'
import { startServices } from '../support/services.ts'
import { type Start, startOf, timesOf, usageOf } from './measure.ts'
import type { Bench, Row } from './table.ts'

/** Each action must stay below so many times the CPU of `node -e 0`, unless its job says another. */
const usualBar = 2.6
const rounds = 61

interface Step {
  readonly name: string
  readonly bar: number | null
  readonly start: (run: number) => Start
}

/** What a step costs: each bundle does its job once, against servers in a process of their own. */
export async function benchSteps(folder: string): Promise<Bench> {
  // One more than the rounds warms up, one more looks at what a step takes beside its time.
  const { world, stop } = await startServices(rounds + 2)
  const jobs = sampleJobs(world, folder)
  const steps = jobs.map((job) => ({
    name: job.by ? `${job.action}, ${job.by}` : job.action,
    bar: job.bar ?? usualBar,
    start: (run: number) => startOf(job, run, folder),
  }))
  const node = { name: 'node -e 0', bar: null, start: () => ({ args: ['-e', '0'], env: {} }) }
  const rows = measure([node, ...steps])
  stop()
  const idle = actionNames().filter((name) => !jobs.some(({ action }) => action === name))
  return { rows, faults: idle.map((name) => `${name} is not measured: give it a job in jobs.ts.`) }
}

/**
 * Medians of ratios to the first in the same round, so that whatever else the machine does hits all alike;
 * of CPU time, which a busy machine stretches least.
 */
function measure(steps: readonly Step[]): Row[] {
  console.error(`Measuring what steps cost, in ${rounds} rounds …`)
  const times = Array.from({ length: rounds + 1 }, (_, run) => {
    // Every other round the other way round, so that none profits from the one before it.
    const round = steps.map((step, at) => ({ step, at }))
    const ordered = run % 2 === 0 ? round : round.toReversed()
    const took = ordered.map(({ step, at }) => ({ at, ...timesOf(step.start(run)) }))
    return took.toSorted((one, other) => one.at - other.at)
  }).slice(1)
  const medianOf = (at: number, key: 'wallMs' | 'cpuMs'): number =>
    median(times.map((round) => round[at]?.[key] ?? Number.NaN))
  return steps.map(({ name, bar, start }, at) => ({
    name,
    ...usageOf(start(rounds + 1)),
    wallMs: medianOf(at, 'wallMs'),
    cpuMs: medianOf(at, 'cpuMs'),
    against: 'node -e 0',
    ratio: median(
      times.map((round) => (round[at]?.cpuMs ?? Number.NaN) / (round[0]?.cpuMs ?? Number.NaN)),
    ),
    bar,
    bytesPerSecond: null,
  }))
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
