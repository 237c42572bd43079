import { type ChildProcess, fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preparePlace, type Start, type Step, startBundle } from './bundle.ts'
import { compileCache } from './compile-cache.ts'
import type { Order, Report } from './step-host.ts'

/** A step that has not ended. */
interface Running {
  readonly report: PromiseWithResolvers<Report>
  /** What the process printed meanwhile, beside what its steps did. */
  stray: string
}

/** The process that runs the steps of a test file. */
interface Host {
  readonly child: ChildProcess
  readonly running: Map<number, Running>
}

let host: Host | undefined
let orders = 0

afterAll(() => host?.child.disconnect())

/**
 * Runs the sources of an action as `startBundle` runs its bundle, in a process that all steps of a test file share:
 * a tenth of the CPU. A step that is sent a signal, or whose environment is not only for the action, gets its bundle
 * in a process of its own.
 */
export async function runStep(name: string, start: Start = {}): Promise<Step> {
  if (needsProcess(start)) return startBundle(name, start)
  host ??= startHost()
  const id = orders++
  const step: Running = { report: Promise.withResolvers(), stray: '' }
  host.running.set(id, step)
  const place = preparePlace(name, start)
  const began = performance.now()
  host.child.send({ id, name, env: place.env } satisfies Order)
  const { code, stdout } = await step.report.promise
  return place.collect({ code, stdout, stderr: step.stray, took: performance.now() - began })
}

function needsProcess({ watch, openFiles, env = {} }: Start): boolean {
  const isForPrograms = Object.keys(env).some((name) =>
    /^(PATH|HOME|TMPDIR|NODE_.*|GIT_.*|ACTIONS_.*)$/.test(name),
  )
  return watch !== undefined || openFiles !== undefined || isForPrograms
}

function startHost(): Host {
  const env = { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: compileCache }
  const script = join(import.meta.dirname, 'step-host.ts')
  const child = fork(script, [], { env, cwd: tmpdir(), execArgv: [], silent: true })
  const running = new Map<number, Running>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      for (const step of running.values()) step.stray += text
    })
  }
  child.on('message', (report: Report) => {
    running.get(report.id)?.report.resolve(report)
    running.delete(report.id)
  })
  child.on('close', (code) => {
    for (const { report, stray } of running.values())
      report.reject(new Error(`The process of the steps ended with ${code}: ${stray}`))
  })
  return { child, running }
}
