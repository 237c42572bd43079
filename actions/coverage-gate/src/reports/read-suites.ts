import { pullRequestOfEvent } from '@ci-actions/github/pull-request'
import type { Runner } from '@ci-actions/kit'
import type { Checkout } from './checkouts.ts'
import type { Exclusion } from './exclusion.ts'
import type { FoundReport } from './find-reports.ts'
import { listSources, type Sources } from './list-sources.ts'
import { type ReadReport, readReport } from './read-report.ts'
import { resolvePaths } from './resolve-paths.ts'
import { relativeTo } from './source-path.ts'
import { SourceTree } from './source-tree.ts'
import { mergeReports, type Suite } from './suites.ts'
import { UnresolvedNames } from './unresolved-names.ts'

export interface SuiteOptions {
  /** The names of all suites, including those without a report. */
  readonly names: readonly string[]
  readonly checkouts: readonly Checkout[]
  readonly exclude: Exclusion | undefined
}

/**
 * Reads the reports, resolves the paths in them, and merges them by suite.
 *
 * @throws ActionError if a report cannot be read or contradicts another one
 */
export async function readSuites(
  found: readonly FoundReport[],
  options: SuiteOptions,
  runner: Runner,
): Promise<Suite[]> {
  const listing = listSources(options.checkouts, runner)
  // Git runs while the reports are read. If reading throws, an error of Git must not be an unhandled rejection.
  listing.catch(() => undefined)
  const read = found.map((report) => readReport(report, runner))
  const resolved = resolveReports(read, await listing, runner)
  const kept = options.exclude ? withoutExcluded(resolved, options.exclude, runner) : resolved
  const bySuite = Map.groupBy(kept, ({ suite }) => suite)
  return options.names.map((name) => mergeReports(name, bySuite.get(name) ?? [], runner))
}

function resolveReports(
  reports: readonly ReadReport[],
  sources: Sources,
  runner: Runner,
): ReadReport[] {
  const { workspace } = runner
  const tree = createTree(sources, reports, workspace)
  const unresolved = new UnresolvedNames(reports)
  const resolved = reports.map((report) => resolvePaths(report, tree, workspace, unresolved))
  logUnresolved(unresolved, sources, runner)
  return resolved
}

function logUnresolved(unresolved: UnresolvedNames, { withoutGit }: Sources, runner: Runner): void {
  const log = (isImportant: boolean, message: string): void => {
    if (isImportant) runner.notice(message)
    else runner.info(message)
  }
  const unclear = unresolved.describeUnclear()
  for (const message of unclear) runner.notice(message)
  const isPullRequest = pullRequestOfEvent(runner) !== undefined
  for (const message of unresolved.describeMissing()) log(isPullRequest, message)
  if (withoutGit === undefined) return
  log(
    unclear.length > 0,
    `Git cannot list the files of the checkout: it ${withoutGit}. Is there an actions/checkout step before this one?`,
  )
}

/** Without Git, absolute paths in the reports that are in the workspace are source files, too. */
function createTree(
  { paths, roots, withoutGit }: Sources,
  reports: readonly ReadReport[],
  workspace: string,
): SourceTree {
  if (withoutGit === undefined) return new SourceTree(paths, roots)
  const names = reports.flatMap(({ coverage }) => Array.from(coverage.files(), ({ path }) => path))
  const inside = names.map(relativeTo(workspace))
  return new SourceTree([...paths, ...inside.filter((path, i) => path !== names[i])], roots)
}

function withoutExcluded(
  reports: readonly ReadReport[],
  isExcluded: Exclusion,
  runner: Runner,
): ReadReport[] {
  const excluded = new Set<string>()
  const kept = reports.map((report) => {
    const coverage = report.coverage.renamed((file) => {
      if (!isExcluded(file.path)) return file
      excluded.add(file.path)
      return undefined
    })
    return { ...report, coverage }
  })
  if (excluded.size === 0) runner.notice('"exclude" matches no file in the reports.')
  else runner.info(`"exclude" removes ${excluded.size} files from the reports.`)
  return kept
}
