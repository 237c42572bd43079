import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../packages/tooling/src/actions.ts'
import { inputEnvironment, readOutputs } from '../support/bundle.ts'
import { type Kind, kinds, type Truth, writeReport } from './coverage-reports.ts'
import { type Usage, usageOf } from './measure.ts'

/*
 * How fast coverage-gate reads reports, whole bundle from start to exit, beside a plain chunked read
 * that counts newlines: `npm run bench -- coverage [size in MB …] [--only lcov]`. Exits 1 over a bar.
 */

/**
 * How many times the CPU time of the plain read a large report may take: 1.5 s for 500 MB of XML, 2 s of Go,
 * 2.5 s of lcov and 4 s of Istanbul, on a machine on which the plain read takes 0.6 s. The others have none.
 */
const bars: Readonly<Record<string, number>> = {
  Cobertura: 2.5,
  JaCoCo: 2.5,
  Go: 3.3,
  lcov: 4.2,
  'Istanbul final': 6.7,
}
/** In MB. */
const mostMemory = 300
/** How much longer a MB of the largest report may take than one of a smaller report, start-up left out. */
const mostGrowth = 1.3
/** From so many MB on what node takes to start and to compile says little, and the bars hold. */
const large = 500
/** Of so many runs the least counts: what else the machine does only adds to it. */
const rounds = 3

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [1, 10, 100, 500]
const folder = mkdtempSync(join(tmpdir(), 'bench-coverage-'))
const plainRead = join(folder, 'plain.mjs')
let over = 0

try {
  writeFileSync(plainRead, plainReadOf())
  console.log('report              MB       s   cpu s    MB/s  x plain  peak MB')
  for (const kind of kinds.filter(({ name }) => !values.only || name === values.only)) {
    const runs = sizes.map((size) => bench(kind, size))
    tellGrowth(kind, runs)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = over > 0 ? 1 : 0

interface Run extends Usage {
  readonly megabytes: number
  readonly seconds: number
  readonly outputs: Readonly<Record<string, string>>
}

function bench(kind: Kind, size: number): Run {
  const path = join(folder, kind.file)
  const truth = writeReport(kind, path, size * 1e6)
  const pairs = Array.from({ length: rounds }, () => ({
    plain: usageOf([plainRead, path], {}),
    gate: gate(kind.file),
  }))
  const plain = least(pairs.map((pair) => pair.plain))
  const run = least(pairs.map((pair) => pair.gate))
  const ratio = run.cpu / plain.cpu
  tell(kind, run, ratio, [
    ...faultsOf(truth, run.outputs),
    ...(size >= large && ratio > (bars[kind.name] ?? Number.POSITIVE_INFINITY)
      ? [`over ${bars[kind.name]} x plain`]
      : []),
    ...(run.peakMemory > mostMemory * 2 ** 20 ? [`over ${mostMemory} MB`] : []),
  ])
  rmSync(path)
  return run
}

/** Time must grow as the report does, from 10 MB on, and not with its square. */
function tellGrowth(kind: Kind, runs: readonly Run[]): void {
  writeReport(kind, join(folder, kind.file), 10_000)
  const start = least(Array.from({ length: rounds }, () => gate(kind.file))).cpu
  const costs = runs
    .filter(({ megabytes }) => megabytes >= 9)
    .map(({ cpu, megabytes }) => ({ megabytes, perMegabyte: (cpu - start) / megabytes }))
  const largest = costs.pop()
  const [best] = costs.toSorted((one, other) => one.perMegabyte - other.perMegabyte)
  if (!largest || !best) return
  const growth = largest.perMegabyte / best.perMegabyte
  const fault = growth > mostGrowth ? `over ${mostGrowth} x` : ''
  if (fault) over++
  const [from, to] = [best, largest].map(({ megabytes }) => `${megabytes.toFixed(0)} MB`)
  console.log(`  a MB of ${to} takes ${growth.toFixed(2)} x one of ${from}  ${fault}`)
}

function tell(
  kind: Kind,
  { megabytes, seconds, cpu, peakMemory }: Run,
  ratio: number,
  faults: string[],
): void {
  over += faults.length
  const cells = [
    megabytes.toFixed(0).padStart(8),
    seconds.toFixed(2).padStart(8),
    cpu.toFixed(2).padStart(8),
    (megabytes / seconds).toFixed(0).padStart(8),
    ratio.toFixed(2).padStart(9),
    (peakMemory / 2 ** 20).toFixed(0).padStart(9),
  ]
  console.log(`${kind.name.padEnd(14)}${cells.join('')}  ${faults.join(', ')}`)
}

function least<U extends Usage>(runs: readonly U[]): U {
  return runs.reduce((best, one) => (one.cpu < best.cpu ? one : best))
}

function faultsOf(truth: Truth, outputs: Run['outputs']): string[] {
  const totals = JSON.parse(outputs.totals || '{}')
  return (['lines', 'branches'] as const)
    .filter((metric) => {
      const found = totals[metric] ?? { covered: 0, total: 0 }
      return found.covered !== truth[metric].covered || found.total !== truth[metric].total
    })
    .map((metric) => `wrong ${metric}`)
}

function gate(report: string): Run {
  const output = join(folder, 'output')
  writeFileSync(output, '')
  const began = performance.now()
  const usage = usageOf([join(root, 'dist/coverage-gate/index.js')], {
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'org/app',
    RUNNER_TEMP: folder,
    ...inputEnvironment('coverage-gate', {
      reports: report,
      baseline: 'none',
      comment: 'false',
      annotations: 'false',
    }),
  })
  return {
    ...usage,
    megabytes: statSync(join(folder, report)).size / 1e6,
    seconds: (performance.now() - began) / 1000,
    outputs: readOutputs(readFileSync(output, 'utf8')),
  }
}

function plainReadOf(): string {
  return `import { openSync, readSync } from 'node:fs'
const file = openSync(process.argv[2], 'r')
const chunk = Buffer.alloc(256 * 1024)
let lines = 0
for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
  for (let i = 0; i < size; i++) if (chunk[i] === 10) lines++
}
console.log(lines)
`
}
