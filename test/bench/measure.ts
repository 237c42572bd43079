import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { array, number, object, parse, string } from 'valibot'
import { root } from '../../packages/tooling/src/actions.ts'
import { inputEnvironment } from '../support/bundle.ts'
import type { Job } from '../support/jobs.ts'

/** The time of `node -e 0`, in milliseconds. */
export function timeOfNode(): number {
  return timed(() => start(['-e', '0'], {}))
}

/** The time of one run, in milliseconds. */
export function timeOf(job: Job, run: number, workspace: string): number {
  const env = environmentOf(job, run, workspace)
  return timed(() => start([bundleOf(job)], env))
}

/** What a run costs beside its time; bytes. */
export interface Cost {
  readonly peakMemory: number
  /** Of the files of the bundle that it loaded. */
  readonly size: number
  readonly gzipped: number
}

export function costOfNode(): Cost {
  return readProbe(start(['--import', probe, '-e', '0'], {}))
}

export function costOf(job: Job, run: number, workspace: string): Cost {
  return readProbe(start(['--import', probe, bundleOf(job)], environmentOf(job, run, workspace)))
}

const probe = join(import.meta.dirname, 'probe.mjs')

function bundleOf({ action }: Job): string {
  return join(root, 'dist', action, 'index.js')
}

function timed(act: () => void): number {
  const began = performance.now()
  act()
  return performance.now() - began
}

/** Runs node with nothing but this environment; yields what it wrote to file descriptor 3. */
function start(args: readonly string[], env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr, output } = spawnSync(process.execPath, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  if (status === 0) return output[3] ?? ''
  throw new Error(`${args.at(-1)} ended with ${status}:\n${stdout}${stderr}`)
}

/** As the runner sets it, and no more than that. */
function environmentOf(
  { action, inputs, env = {}, event = {} }: Job,
  run: number,
  workspace: string,
): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
  }
  for (const file of Object.values(files)) writeFileSync(file, '')
  writeFileSync(files.GITHUB_EVENT_PATH, JSON.stringify(event))
  return {
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'org/app',
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_REF_NAME: 'main',
    ...files,
    ...env,
    ...inputEnvironment(action, inputs(run)),
  }
}

/** What a process took: CPU time in seconds, all its threads together, and bytes at its peak. */
export interface Usage {
  readonly cpu: number
  readonly peakMemory: number
}

export function usageOf(args: readonly string[], env: NodeJS.ProcessEnv): Usage {
  const { cpu, peak } = parse(probeShape, JSON.parse(start(['--import', probe, ...args], env)))
  return { cpu, peakMemory: peak * 1024 }
}

const probeShape = object({ loaded: array(string()), peak: number(), cpu: number() })

function readProbe(told: string): Cost {
  const { loaded, peak } = parse(probeShape, JSON.parse(told))
  const files = loaded
    .filter((file) => file.startsWith(join(root, 'dist')))
    .map((file) => readFileSync(file))
  return {
    peakMemory: peak * 1024,
    size: sum(files.map(({ length }) => length)),
    gzipped: sum(files.map((file) => gzipSync(file).length)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
