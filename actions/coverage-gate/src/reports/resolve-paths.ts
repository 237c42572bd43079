import { join } from 'node:path'
import { type Git, gitIn } from '@ci-actions/git'
import { Failure, quote, type Runner, readFile } from '@ci-actions/kit'
import { type Deadline, TimedOut } from '@ci-actions/wait'
import { keyOf } from '../model/coverage.ts'
import { matchPaths, readSourceTree, type SourceTree } from './path-matching.ts'
import { mergeSuites, type Suite, together } from './read-suites.ts'

/**
 * The suites with every file named as the checkout has it, so that one file has one name whatever
 * report it is from. What fits no file keeps its name, and that is said.
 */
export async function resolveSourcePaths(
  suites: readonly Suite[],
  deadline: Deadline,
  runner: Runner,
): Promise<Suite[]> {
  const tree = await readTree(gitIn(runner.workspace, deadline), runner)
  if (!tree) return [...suites]
  const places = matchPaths(mergeSuites(suites).files(), tree)
  tell(places.unmatched, 'fit no file of the checkout', runner)
  tell(places.ambiguous, 'fit several files of the checkout equally well', runner)
  const byKey = new Map(Array.from(places.found, ([file, path]) => [keyOf(file), path]))
  const moved = Array.from(byKey).some(([key, path]) => key !== path)
  if (!moved) return [...suites]
  return suites.map((suite) => ({
    ...suite,
    coverage: together(`What ${quote(suite.name)} says`, () =>
      suite.coverage.renamed((file) => {
        const path = byKey.get(keyOf(file))
        return path === undefined ? file : { path, module: '' }
      }),
    ),
  }))
}

async function readTree(git: Git, runner: Runner): Promise<SourceTree | undefined> {
  try {
    return await readSourceTree(git, (path) => textOf(join(runner.workspace, path)))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    runner.cancelled.throwIfAborted()
    const why = error instanceof TimedOut ? 'takes longer than "timeout" allows' : error.message
    runner.notice(
      `Git cannot list the files of the checkout: it ${why}. ` +
        'The paths in the reports are taken as they are; does actions/checkout come before this step?',
    )
    return undefined
  }
}

function textOf(file: string): string {
  try {
    return readFile(file, 1024 ** 2).toString()
  } catch {
    // Git knows it, but it was deleted since, or something else was put there: it names no module.
    return ''
  }
}

function tell(paths: readonly string[], what: string, runner: Runner): void {
  if (paths.length === 0) return
  const named = paths.slice(0, 3).map((path) => quote(path))
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : ''
  const subject =
    paths.length === 1 ? '1 path of the reports' : `${paths.length} paths of the reports`
  runner.notice(
    `${subject} ${what}, so their changed lines are not known: ${named.join(', ')}${more}.`,
  )
}
