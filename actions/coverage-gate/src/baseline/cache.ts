import { copyFileSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import {
  ActionError,
  captureOutput,
  errorMessage,
  excerpt,
  FileError,
  quote,
  type Runner,
  readFile,
} from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { hasCache } from './baseline-mode.ts'
import { type NormalizedReport, parseReport } from './baseline-report.ts'
import { fileName } from './write-report.ts'

/** The report of a gate on a branch, cached for later pull requests into the branch. */
export interface CachedBaseline {
  /** The input `name`, which distinguishes several gates of a workflow. */
  readonly name: string
  readonly branch: string
}

/** Larger than the report of a million lines. */
const maxBytes = 256 * 1024 ** 2

/**
 * Reads the report of an earlier run. If it is missing, a notice says so.
 *
 * @throws ActionError if the file is not a report
 */
export function readBaseline(path: string, runner: Runner): NormalizedReport | undefined {
  const file = resolve(runner.workspace, path)
  let text: string
  try {
    text = readFile(file, maxBytes).toString()
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    if (!error.isMissing) throw new ActionError(`The baseline ${quote(path)} ${error.message}.`)
    runner.notice(`There is no baseline at ${quote(path)}, so coverage is not compared.`)
    return undefined
  }
  try {
    return parseReport(text)
  } catch (error) {
    if (error instanceof ActionError)
      throw new ActionError(`The baseline ${quote(path)} ${error.message}.`)
    throw error
  }
}

/** Restores the report of the commit, else the newest one of the branch. Logs why there is none; if needed, as a notice. */
export async function restoreBaseline(
  baseline: CachedBaseline,
  commit: string,
  isNeeded: boolean,
  runner: Runner,
  deadline: Deadline,
): Promise<NormalizedReport | undefined> {
  const missing = (reason: string): undefined => {
    const message = `There is no baseline for ${quote(baseline.branch)} yet, so coverage is not compared${reason}`
    if (isNeeded) runner.notice(message)
    else runner.info(message)
  }
  if (!hasCache(runner)) return missing(': no cache is available.')
  const prefix = keyPrefix(baseline)
  const keys = [`${prefix}${commit}`, prefix]
  return withCacheFile(baseline, runner, async (file, path) => {
    const tried = await tryCache(runner, deadline, 'restored', (cache) => {
      return cache.restoreCache([path], `${prefix}${commit}`, keys)
    })
    if (!tried) return undefined
    if (tried.result !== undefined) return readBaseline(file, runner)
    return missing('; a run of this workflow on that branch stores one.')
  })
}

/** Stores the report for later pull requests. */
export async function storeBaseline(
  report: string,
  baseline: CachedBaseline,
  runner: Runner,
  deadline: Deadline,
): Promise<void> {
  if (report === '') return
  const { sha, runId, attempt } = runner.run
  const key = `${keyPrefix(baseline)}${sha}/${runId}-${attempt}`
  await withCacheFile(baseline, runner, async (file, path) => {
    copyFileSync(report, file)
    await tryCache(runner, deadline, 'stored', (cache) => cache.saveCache([path], key))
  })
}

/**
 * Provides a file in the workspace while `use` runs. A cache entry is identified by path and key, so the path is
 * relative: folders outside the workspace have different names in each run of act.
 */
async function withCacheFile<T>(
  { name }: CachedBaseline,
  runner: Runner,
  use: (file: string, path: string) => Promise<T>,
): Promise<T | undefined> {
  const folder = join(runner.workspace, '.coverage-gate')
  const file = join(folder, fileName(name))
  try {
    mkdirSync(folder, { recursive: true })
    try {
      return await use(file, relative(process.cwd(), file))
    } finally {
      rmSync(file, { force: true })
      if (readdirSync(folder).length === 0) rmdirSync(folder)
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    runner.notice(`The baseline cannot be written to the workspace: ${errorMessage(error)}`)
    return undefined
  }
}

function keyPrefix({ name, branch }: CachedBaseline): string {
  const parts = [name, branch].map((text) => encodeURIComponent(text.toWellFormed()))
  return `coverage-gate/${parts.join('/')}/`
}

type Cache = typeof import('@actions/cache')

/**
 * Uses the cache. A failure is only a notice, because the gate works without the cache. The client reports an error
 * by printing it and returning nothing, or the id -1.
 */
async function tryCache<T>(
  runner: Runner,
  { signal }: Deadline,
  done: string,
  use: (cache: Cache) => Promise<T>,
): Promise<{ readonly result: T } | undefined> {
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    const { result, said } = await captureOutput(async () => {
      return Promise.race([use(await import('@actions/cache')), ended])
    })
    const reason = result === undefined || result === -1 ? said.at(-1) : undefined
    if (reason === undefined) return { result }
    throw new ActionError(reason)
  } catch (error) {
    runner.cancelled.throwIfAborted()
    runner.notice(`The baseline could not be ${done}: ${excerpt(errorMessage(error), 400)}`)
    return undefined
  }
}
