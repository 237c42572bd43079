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

/** The report of a gate on a branch, kept in the cache for the runs of later pull requests into it. */
export interface CachedBaseline {
  /** The input `name`, which keeps several gates of a workflow apart. */
  readonly name: string
  readonly branch: string
}

/** More than the report of a million lines. */
const mostBytes = 256 * 1024 ** 2

/**
 * The report that an earlier run left at a path. A missing one is a notice.
 *
 * @throws ActionError when the file is something else
 */
export function readBaseline(path: string, runner: Runner): NormalizedReport | undefined {
  const file = resolve(runner.workspace, path)
  let text: string
  try {
    text = readFile(file, mostBytes).toString()
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    if (!error.isMissing) throw new ActionError(`The baseline ${quote(path)} ${error.message}.`)
    runner.notice(`There is no baseline at ${quote(path)}, so nothing is compared.`)
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

/** The newest report of the branch, that of the commit first; that there is none is said where it is `needed`. */
export async function restoreBaseline(
  baseline: CachedBaseline,
  commit: string,
  isNeeded: boolean,
  runner: Runner,
  deadline: Deadline,
): Promise<NormalizedReport | undefined> {
  const none = (why: string): undefined => {
    const message = `There is no baseline of ${quote(baseline.branch)} yet, so nothing is compared${why}`
    if (isNeeded) runner.notice(message)
    else runner.info(message)
  }
  if (!hasCache(runner)) return none(': this machine has no cache.')
  const prefix = prefixOf(baseline)
  const keys = [`${prefix}${commit}`, prefix]
  return withCacheFile(baseline, runner, async (file, path) => {
    const tried = await tryCache(runner, deadline, 'restored', (cache) => {
      return cache.restoreCache([path], `${prefix}${commit}`, keys)
    })
    if (!tried) return undefined
    if (tried.result !== undefined) return readBaseline(file, runner)
    return none('; a run of this workflow on that branch keeps one.')
  })
}

/** Keeps the report for the pull requests to come. */
export async function keepBaseline(
  report: string,
  baseline: CachedBaseline,
  runner: Runner,
  deadline: Deadline,
): Promise<void> {
  if (report === '') return
  const { sha, runId, attempt } = runner.run
  const key = `${prefixOf(baseline)}${sha}/${runId}-${attempt}`
  await withCacheFile(baseline, runner, async (file, path) => {
    copyFileSync(report, file)
    await tryCache(runner, deadline, 'kept', (cache) => cache.saveCache([path], key))
  })
}

/**
 * Lends a file in the workspace for as long as it is used. A cache is found by the path of its file as well as by
 * its key, so the path is relative: folders outside of the workspace have other names in each run of act.
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
    runner.notice(`The baseline cannot be put into the workspace: ${errorMessage(error)}`)
    return undefined
  }
}

function prefixOf({ name, branch }: CachedBaseline): string {
  const [gate, of] = [name, branch].map((text) => encodeURIComponent(text.toWellFormed()))
  return `coverage-gate/${gate}/${of}/`
}

type Cache = typeof import('@actions/cache')

/**
 * What goes wrong with the cache is a notice: it is an aside of the gate. The client of the cache prints what
 * does, and yields nothing, or the id -1.
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
