import { statSync } from 'node:fs'
import { posix } from 'node:path'
import { quote } from '@ci-actions/kit'
import type { FileKey } from '../model/coverage.ts'
import { type Match, matchNames } from './match-names.ts'
import type { ReadReport } from './read-report.ts'
import { isAbsolutePath, normalizePath, relativeTo } from './source-path.ts'
import type { SourceTree } from './source-tree.ts'
import { withContext } from './suites.ts'
import type { UnresolvedNames } from './unresolved-names.ts'

/**
 * The report with every file by its path in the workspace, so that a file has one name whatever report it is in,
 * and two files have two. What fits no file, or several, keeps its name and is kept apart from what others call
 * so.
 */
export function resolvePaths(
  report: ReadReport,
  tree: SourceTree,
  workspace: string,
  unresolved: UnresolvedNames,
): ReadReport {
  const pathOf = pathsBelow(report.sources, workspace)
  const insideOf = relativeTo(workspace)
  const named = { ...report, files: [...report.coverage.files()] }
  const keys = matchNames(named, tree, (match) => {
    const { file, kind } = match
    if (kind === 'found') return keyAt(match.path ?? file.path, '', file)
    const path = match.path ?? pathOf(file.path)
    const inside = insideOf(path)
    const isKnown = match.path !== undefined || inside !== path
    const module = isKnown ? '' : moduleOf(match, report)
    unresolved.add(file.path, kind, report.path, isOfBuild(file, report) ? '' : module)
    return keyAt(inside, module, file)
  })
  const coverage = withContext(`What ${quote(report.path)} says`, () => {
    return report.coverage.renamed((_, i) => keys[i])
  })
  return { ...report, coverage }
}

/** The key of a file: the file itself if it has that already. */
function keyAt(path: string, module: string, file: FileKey): FileKey {
  return file.path === path && file.module === module ? file : { path, module }
}

/**
 * What keeps a name apart from others: the module of a build, else the package that the report is of, else its
 * folder. Shards of a package have these in common. A name that fits several files is that of this report alone.
 */
function moduleOf({ file, kind, near }: Match, report: ReadReport): string {
  if (isOfBuild(file, report)) return file.module
  const folder = report.path.slice(0, report.path.lastIndexOf('/') + 1)
  const place = kind === 'ambiguous' ? `${report.path}:` : (near ?? folder)
  return place + file.module
}

/** Whether the module is that of a build; where there are sources, it only tells two of their files apart. */
function isOfBuild({ module }: FileKey, { sources }: ReadReport): boolean {
  return module !== '' && sources.length === 0
}

/** Where a name is if no more is known than its report tells: below the source that has it, or the only one. */
function pathsBelow(sources: readonly string[], workspace: string): (name: string) => string {
  const exists = (path: string): boolean =>
    statSync(posix.resolve(workspace, path), { throwIfNoEntry: false }) !== undefined
  const usable = sources.filter((source) => isAbsolutePath(source) || (source && exists(source)))
  return (name) => {
    if (usable.length === 0 || isAbsolutePath(name)) return normalizePath(name)
    const paths = usable.map((source) => `${source}/${name}`)
    return normalizePath((paths.length > 1 ? paths.find(exists) : paths[0]) ?? name)
  }
}
