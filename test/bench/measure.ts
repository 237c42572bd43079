import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { array, number, object, parse, string } from 'valibot'
import { root } from '../../scripts/actions.ts'
import { inputEnvironment } from '../support/bundle.ts'
import type { Job } from '../support/sample-jobs.ts'

/** How node is started: its arguments, and all of its environment. */
export interface Start {
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

/** What one run took, from start to exit. */
export interface Usage {
  readonly wallMs: number
  /** Of all its threads together. */
  readonly cpuMs: number
  readonly peakMemoryBytes: number
  /** Of the files of the bundle that it loaded. */
  readonly loadedBytes: number
  readonly gzippedBytes: number
  /** That it sent over HTTP itself; those of a git that it started are not among them. */
  readonly requests: number
}

/** How a job is started: as the runner does, and with no more than that. The folder is its workspace. */
export function startOf(
  { action, inputs, env = {}, event = {} }: Pick<Job, 'action' | 'inputs' | 'env' | 'event'>,
  run: number,
  folder: string,
): Start {
  const files = {
    GITHUB_OUTPUT: outputFileIn(folder),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
  }
  for (const file of Object.values(files)) writeFileSync(file, '')
  writeFileSync(files.GITHUB_EVENT_PATH, JSON.stringify(event))
  return {
    args: [bundleOf(action)],
    env: {
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: 'org/app',
      GITHUB_SHA: 'c'.repeat(40),
      GITHUB_REF_NAME: 'main',
      RUNNER_TEMP: folder,
      ...files,
      ...env,
      ...inputEnvironment(action, inputs(run)),
    },
  }
}

/** Where a job that was started here has put its outputs. */
export function outputFileIn(folder: string): string {
  return join(folder, 'output')
}

function bundleOf(action: string): string {
  return join(root, 'dist', action, 'index.js')
}

/** What one run took, with as little as possible beside it. */
export function timesOf({ args, env }: Start): Pick<Usage, 'wallMs' | 'cpuMs'> {
  const { wallMs, told } = timed({ args: ['--require', cpu, ...args], env })
  return { wallMs, cpuMs: Number(told) / 1000 }
}

const cpu = join(import.meta.dirname, 'cpu.cjs')

/** Looks into the run, which costs it a little. */
export function usageOf({ args, env }: Start): Usage {
  const { wallMs, told } = timed({ args: ['--import', probe, ...args], env })
  const { loaded, peak, cpu, requests } = parse(probeShape, JSON.parse(told))
  const bundle = loaded
    .filter((file) => file.startsWith(join(root, 'dist')))
    .map((file) => readFileSync(file))
  return {
    wallMs,
    cpuMs: cpu / 1000,
    peakMemoryBytes: peak * 1024,
    loadedBytes: sum(bundle.map(({ length }) => length)),
    gzippedBytes: sum(bundle.map((file) => gzipSync(file).length)),
    requests,
  }
}

const probe = join(import.meta.dirname, 'probe.mjs')

/** What the probe tells: paths, kibibytes, microseconds. */
const probeShape = object({
  loaded: array(string()),
  peak: number(),
  cpu: number(),
  requests: number(),
})

/** Runs node to its end; `told` is what it wrote to file descriptor 3. */
function timed({ args, env }: Start): { wallMs: number; told: string } {
  const began = performance.now()
  const { status, stdout, stderr, output } = spawnSync(process.execPath, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const wallMs = performance.now() - began
  if (status === 0) return { wallMs, told: output[3] ?? '' }
  throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
