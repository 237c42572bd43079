import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readContract, root } from '../../packages/tooling/src/actions.ts'
import { kinds, type Truth, writeReport } from './coverage-reports.ts'

/**
 * How fast coverage-gate reads reports, whole bundle from start to exit, beside a plain chunked read
 * that counts newlines: `node test/bench/coverage.ts [size in MB …] [--only lcov]`. Exits 1 over a bar.
 */

/**
 * How many times the CPU time of the plain read a large report may take: 1.5 s for 500 MB of XML, 2 s of Go,
 * 2.5 s of lcov and 4 s of Istanbul, on a machine on which the plain read takes 0.6 s.
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

interface Run {
  readonly seconds: number
  readonly cpu: number
  readonly memory: number
  readonly outputs: Readonly<Record<string, string>>
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [1, 10]
const defaults = Object.fromEntries(
  Object.entries(readContract('coverage-gate').inputs).map(([name, input]) => [
    `INPUT_${name.toUpperCase()}`,
    input.default ?? '',
  ]),
)
const folder = mkdtempSync(join(tmpdir(), 'bench-coverage-'))
const plainRead = join(folder, 'plain.mjs')
const tellUsage = join(folder, 'usage.mjs')
let over = 0

try {
  writeFileSync(plainRead, plainReadOf())
  writeFileSync(tellUsage, usageOf())
  console.log('report              MB       s   cpu s    MB/s  x plain  peak MB')
  for (const kind of kinds.filter(({ name }) => !values.only || name === values.only)) {
    for (const size of sizes) bench(kind, size)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = over > 0 ? 1 : 0

function bench(kind: (typeof kinds)[number], size: number): void {
  const path = join(folder, kind.file)
  const truth = writeReport(kind, path, size * 1e6)
  const bytes = statSync(path).size
  const plain = run([plainRead, path], {})
  const gate = run([join(root, 'dist/coverage-gate/index.js')], {
    ...defaults,
    INPUT_REPORTS: kind.file,
    INPUT_BASELINE: 'none',
    INPUT_COMMENT: 'false',
    INPUT_ANNOTATIONS: 'false',
  })
  const ratio = gate.cpu / plain.cpu
  const faults = [
    ...faultsOf(truth, gate.outputs),
    // What node itself takes to start says nothing about small reports.
    ...(size >= 100 && ratio > (bars[kind.name] ?? 0) ? [`over ${bars[kind.name]} x plain`] : []),
    ...(gate.memory > mostMemory ? [`over ${mostMemory} MB`] : []),
  ]
  over += faults.length
  const cells = [
    (bytes / 1e6).toFixed(0).padStart(8),
    gate.seconds.toFixed(2).padStart(8),
    gate.cpu.toFixed(2).padStart(8),
    (bytes / 1e6 / gate.seconds).toFixed(0).padStart(8),
    ratio.toFixed(2).padStart(9),
    gate.memory.toFixed(0).padStart(9),
  ]
  console.log(`${kind.name.padEnd(14)}${cells.join('')}  ${faults.join(', ')}`)
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

function run(command: readonly string[], inputs: Readonly<Record<string, string>>): Run {
  const files = { output: join(folder, 'output'), usage: join(folder, 'usage') }
  writeFileSync(files.output, '')
  writeFileSync(files.usage, '{}')
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', tellUsage, ...command],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        USAGE: files.usage,
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: folder,
        GITHUB_OUTPUT: files.output,
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REPOSITORY: 'org/app',
        RUNNER_TEMP: folder,
        ...inputs,
      },
    },
  )
  const seconds = (performance.now() - began) / 1000
  if (status !== 0) console.error(stdout, stderr)
  const { cpu = Number.NaN, memory = Number.NaN } = JSON.parse(readFileSync(files.usage, 'utf8'))
  return { seconds, cpu, memory, outputs: outputsOf(readFileSync(files.output, 'utf8')) }
}

/** `name<<delimiter`, the value, the delimiter. */
function outputsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm), ([, name, , value]) => [
      name ?? '',
      value ?? '',
    ]),
  )
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

/** Loaded into each process: tells what it took when it ends. */
function usageOf(): string {
  return `import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const usage = { cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 }
  writeFileSync(process.env.USAGE, JSON.stringify(usage))
})
`
}
