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
 * Renames every file in a report to its path in the workspace, so that a file has the same name in all reports, and
 * different files have different names. A name that matches no file, or several, is kept, and counts separately from
 * the same name in other reports.
 */
export function resolvePaths(
  report: ReadReport,
  tree: SourceTree,
  workspace: string,
  unresolved: UnresolvedNames,
): ReadReport {
  const pathOf = pathsBelow(report.sources, workspace)
  const insideOf = relativeTo(workspace)
  const moduleOf = moduleKeys(report)
  const named = { ...report, files: [...report.coverage.files()] }
  const keys = matchNames(named, tree, (match) => {
    const { file, kind } = match
    if (kind === 'found') return keyAt(match.path ?? file.path, '', file)
    const path = match.path ?? pathOf(file.path)
    const inside = insideOf(path)
    const isKnown = match.path !== undefined || inside !== path
    const module = isKnown ? '' : moduleOf(match)
    unresolved.add(file.path, kind, report.path, isBuildModule(file, report) ? '' : module)
    return keyAt(inside, module, file)
  })
  const coverage = withContext(`Report ${quote(report.path)}`, () => {
    return report.coverage.renamed((_, i) => keys[i])
  })
  return { ...report, coverage }
}

/** Returns the key of a file: the file itself if path and module are unchanged. */
function keyAt(path: string, module: string, file: FileKey): FileKey {
  return file.path === path && file.module === module ? file : { path, module }
}

/**
 * Returns a function for the key that separates equal names: the module of a build, else the package of the report, else the folder
 * of the report. Shards of a package share these. A name that matches several files belongs to this report only.
 */
function moduleKeys(report: ReadReport): (match: Match) => string {
  const folder = report.path.slice(0, report.path.lastIndexOf('/') + 1)
  return ({ file, kind, baseFolder }) => {
    if (isBuildModule(file, report)) return file.module
    const origin = kind === 'ambiguous' ? `${report.path}:` : (baseFolder ?? folder)
    return origin + file.module
  }
}

/** Whether the module is part of a build; if the report declares sources, it only separates two of their files. */
function isBuildModule({ module }: FileKey, { sources }: ReadReport): boolean {
  return module !== '' && sources.length === 0
}

/** Resolves normalized names without the source tree: below the source folder that contains the file, or the only one. */
function pathsBelow(sources: readonly string[], workspace: string): (name: string) => string {
  const exists = (path: string): boolean =>
    statSync(posix.resolve(workspace, path), { throwIfNoEntry: false }) !== undefined
  const usable = sources.filter((source) => isAbsolutePath(source) || (source && exists(source)))
  return (name) => {
    if (usable.length === 0 || isAbsolutePath(name)) return name
    const paths = usable.map((source) => `${source}/${name}`)
    return normalizePath((paths.length > 1 ? paths.find(exists) : paths[0]) ?? name)
  }
}
