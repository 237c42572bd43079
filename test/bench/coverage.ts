import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { number, object, parse } from 'valibot'
import { readOutputs } from '../support/bundle.ts'
import { type Kind, kinds, type Truth, writeReport } from './coverage-reports.ts'
import { outputFileIn, startOf, type Usage, usageOf } from './measure.ts'
import type { Bench, Row } from './table.ts'

const plainRead = join(import.meta.dirname, 'plain-read.mjs')

const count = object({ covered: number(), total: number() })
/** The output `totals`, as far as it is compared. */
const totalsShape = object({ lines: count, branches: count })

/**
 * How many times the CPU time of the plain read a large report may take: 1.5 s for 500 MB of XML, 2 s of Go,
 * 2.5 s of lcov and 4 s of Istanbul, on a machine on which the plain read takes 0.6 s. The others have none.
 */
const bars: Readonly<Record<string, number>> = {
  Cobertura: 2.5,
  // It has the smallest files, and each is looked for in the checkout: 1.5 µs of 25 are for that.
  JaCoCo: 2.8,
  Go: 3.3,
  lcov: 4.2,
  'Istanbul final': 6.7,
}
/** In MB. From here on what node takes to start and to compile says little, and the bars hold. */
const large = 500
const mostMemoryBytes = 300 * 2 ** 20
/** How much longer a byte of the largest report may take than one of a smaller report. */
const mostGrowth = 1.3
/** Of so many runs the least counts: what else the machine does only adds to it. */
const rounds = 3

interface Reading {
  readonly row: Row
  readonly bytes: number
  readonly faults: readonly string[]
}

/**
 * How fast coverage-gate reads reports of so many MB, whole bundle from start to exit, beside a plain read
 * that counts newlines.
 */
export function benchCoverage(folder: string, sizes: readonly number[], only?: string): Bench {
  const asked = kinds.filter(({ name }) => only === undefined || name === only)
  if (asked.length === 0) {
    throw new Error(`There is no "${only}"; there are ${kinds.map(({ name }) => name).join(', ')}.`)
  }
  const readings = asked.map((kind) => sizes.map((size) => read(kind, size, folder)))
  return {
    rows: readings.flat().map(({ row }) => row),
    faults: [...readings.flat().flatMap(({ faults }) => faults), ...readings.flatMap(growthFaults)],
  }
}

function read(kind: Kind, size: number, folder: string): Reading {
  const name = `${size} MB of ${kind.name}`
  console.error(`Measuring how fast coverage-gate reads ${name} …`)
  const path = join(folder, kind.file)
  const truth = writeReport(kind, path, size * 1e6)
  const bytes = statSync(path).size
  const gate = {
    action: 'coverage-gate',
    inputs: () => ({
      reports: kind.file,
      baseline: 'none',
      comment: 'false',
      annotations: 'false',
    }),
  }
  const pairs = Array.from({ length: rounds }, () => ({
    plain: usageOf({ args: [plainRead, path], env: {} }),
    gate: usageOf(startOf(gate, 0, folder)),
  }))
  rmSync(path)
  const plain = least(pairs.map((pair) => pair.plain))
  const usage = least(pairs.map((pair) => pair.gate))
  const row: Row = {
    name,
    ...usage,
    against: 'a plain read',
    ratio: usage.cpuMs / plain.cpuMs,
    bar: size >= large ? (bars[kind.name] ?? null) : null,
    bytesPerSecond: (bytes / usage.wallMs) * 1000,
  }
  const { totals } = readOutputs(readFileSync(outputFileIn(folder), 'utf8'))
  return { row, bytes, faults: [...truthFaults(name, truth, totals), ...memoryFaults(row)] }
}

function least(runs: readonly Usage[]): Usage {
  return runs.reduce((best, one) => (one.cpuMs < best.cpuMs ? one : best))
}

function truthFaults(name: string, truth: Truth, told = '{}'): string[] {
  const totals = parse(totalsShape, JSON.parse(told))
  if (isDeepStrictEqual(totals, truth)) return []
  return [`${name} comes to ${JSON.stringify(truth)}, but was read as ${JSON.stringify(totals)}.`]
}

function memoryFaults({ name, peakMemoryBytes }: Row): string[] {
  if (peakMemoryBytes <= mostMemoryBytes) return []
  return [`${name} takes ${peakMemoryBytes} bytes of memory; the bar is ${mostMemoryBytes}.`]
}

/** Time must grow as the report does, and not with its square. */
function growthFaults(readings: readonly Reading[]): string[] {
  const costs = readings.map(({ row, bytes }) => row.cpuMs / bytes)
  const growth = (costs.at(-1) ?? 0) / Math.min(...costs)
  if (growth <= mostGrowth) return []
  const name = readings.at(-1)?.row.name
  return [
    `A byte of ${name} takes ${growth.toFixed(2)} times as long as one of less; the bar is ${mostGrowth}.`,
  ]
}
