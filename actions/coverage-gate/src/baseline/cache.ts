import { resolve } from 'node:path'
import {
  excerpt,
  Failure,
  FileError,
  messageOf,
  overhear,
  quote,
  type Runner,
  readFile,
} from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { type NormalizedReport, parseReport } from './baseline-report.ts'
import { hasCache } from './has-cache.ts'

/** What is kept in the cache: a report, for the runs of later pull requests into its branch. */
export interface Kept {
  /** The input `name`, which keeps several of a workflow apart. */
  readonly name: string
  readonly branch: string
  /** The file, which has to be at the same place when it is restored. */
  readonly file: string
}

/** More than the report of a million lines. */
const mostBytes = 256 * 1024 ** 2

/**
 * The report that an earlier run left at a path. A missing one is a notice.
 *
 * @throws Failure when the file is something else
 */
export function readBaseline(path: string, runner: Runner): NormalizedReport | undefined {
  const file = resolve(runner.workspace, path)
  let text: string
  try {
    text = readFile(file, mostBytes).toString()
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    if (!error.isMissing) throw new Failure(`The baseline ${quote(path)} ${error.message}.`)
    runner.notice(`There is no baseline at ${quote(path)}, so nothing is compared.`)
    return undefined
  }
  try {
    return parseReport(text)
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`The baseline ${quote(path)} ${error.message}.`)
    throw error
  }
}

/** The newest report of the branch, that of the commit first. */
export async function restoreBaseline(
  kept: Kept,
  commit: string,
  runner: Runner,
  deadline: Deadline,
): Promise<NormalizedReport | undefined> {
  const none = `There is no baseline of ${quote(kept.branch)} yet, so nothing is compared`
  if (!hasCache(runner)) {
    runner.notice(`${none}: this machine has no cache.`)
    return undefined
  }
  const prefix = prefixOf(kept)
  const keys = [`${prefix}${commit}`, prefix]
  const tried = await tryCache(runner, deadline, 'restored', async (cache) => {
    return cache.restoreCache([kept.file], `${prefix}${commit}`, keys)
  })
  if (!tried) return undefined
  if (tried.result === undefined) {
    runner.notice(`${none}; a run of this workflow on that branch keeps one.`)
    return undefined
  }
  return readBaseline(kept.file, runner)
}

/** Keeps the report for the pull requests to come. */
export async function keepBaseline(kept: Kept, runner: Runner, deadline: Deadline): Promise<void> {
  const { sha, runId, attempt } = runner.run
  const key = `${prefixOf(kept)}${sha}/${runId}-${attempt}`
  await tryCache(runner, deadline, 'kept', (cache) => cache.saveCache([kept.file], key))
}

function prefixOf({ name, branch }: Kept): string {
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
    const { result, said } = await overhear(async () => {
      return Promise.race([use(await import('@actions/cache')), ended])
    })
    const reason = result === undefined || result === -1 ? said.at(-1) : undefined
    if (reason === undefined) return { result }
    throw new Failure(reason)
  } catch (error) {
    runner.cancelled.throwIfAborted()
    runner.notice(`The baseline could not be ${done}: ${excerpt(messageOf(error), 400)}`)
    return undefined
  }
}
