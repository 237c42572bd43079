import { type ChildProcess, fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../packages/tooling/src/actions.ts'
import { preparePlace, type Start, type Step, startBundle } from './bundle.ts'
import type { Order, Report } from './step-host.ts'

/** The process that runs the steps of a test file, and those that have not ended. */
interface Host {
  readonly child: ChildProcess
  readonly running: Map<number, PromiseWithResolvers<Report>>
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
  const { child, running } = host
  const id = orders++
  const ended = Promise.withResolvers<Report>()
  running.set(id, ended)
  const place = preparePlace(name, start)
  const began = performance.now()
  child.send({ id, name, env: place.env } satisfies Order)
  const { code, stdout } = await ended.promise
  return place.collect({ code, stdout, stderr: '', took: performance.now() - began })
}

function needsProcess({ watch, openFiles, env = {} }: Start): boolean {
  const isForPrograms = Object.keys(env).some((name) =>
    /^(PATH|HOME|TMPDIR|NODE_.*|GIT_.*|ACTIONS_.*)$/.test(name),
  )
  return watch !== undefined || openFiles !== undefined || isForPrograms
}

function startHost(): Host {
  // Types are stripped, and code compiled, once.
  const compiled = join(root, 'node_modules/.cache/test-steps')
  const env = { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: compiled }
  const child = fork(join(import.meta.dirname, 'step-host.ts'), [], { env, cwd: tmpdir() })
  const running = new Map<number, PromiseWithResolvers<Report>>()
  child.on('message', (report: Report) => {
    running.get(report.id)?.resolve(report)
    running.delete(report.id)
  })
  child.on('exit', (code) => {
    const reason = new Error(`The process of the steps ended with ${code}; its error is above.`)
    for (const step of running.values()) step.reject(reason)
  })
  return { child, running }
}
