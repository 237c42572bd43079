import { basename, dirname } from 'node:path/posix'
import type { FileKey } from '../model/coverage.ts'
import {
  bestCandidates,
  type Candidate,
  type CandidateRoot,
  withLargest,
} from './best-candidates.ts'
import { ReportLocation } from './report-location.ts'
import { ReportNames, type Spellings } from './report-names.ts'
import { isAbsolutePath, normalizePath } from './source-path.ts'
import { commonSuffix, type SourceRoot, type SourceTree } from './source-tree.ts'

/** The file names in a report, and the data that helps to locate them. */
export interface NamedFiles {
  /** Path of the report, relative to the workspace. */
  readonly path: string
  readonly suite: string
  /** The source folders that the report declares. */
  readonly sources: readonly string[]
  readonly files: readonly FileKey[]
}

/** The result of matching a name. */
export interface Match {
  readonly file: FileKey
  /** Whether the name matches one file of the tree, several equally well, or none. */
  readonly kind: 'found' | 'ambiguous' | 'missing'
  /** The path of the file; for a missing file its expected path, if the base folder of the name is known. */
  readonly path: string | undefined
  /** The folder that most names in the report are relative to, if there is one. */
  readonly baseFolder: string | undefined
}

/**
 * Finds the files that a report names. Tools write names relative to the folder of a package, by package or module,
 * as paths in a container, or as Windows paths. Every file with the same suffix is a candidate; the location of the
 * report and all of its names together decide. Returns the results of `use`: there may be a million matches, so they
 * are not kept.
 */
export function matchNames<T>(report: NamedFiles, tree: SourceTree, use: (match: Match) => T): T[] {
  return new Matcher(report, tree).mapMatches(use)
}

const none: readonly Candidate[] = []

class Matcher {
  readonly #report: NamedFiles
  readonly #tree: SourceTree
  readonly #location: ReportLocation
  readonly #roots = new Map<string, Root>()
  readonly #declared: readonly Root[]
  readonly #names: ReportNames
  #bases: readonly Root[] = []
  #absolute: readonly string[] | undefined
  #commonFolder: string | undefined

  constructor(report: NamedFiles, tree: SourceTree) {
    this.#report = report
    this.#tree = tree
    this.#location = new ReportLocation(report.path, report.suite)
    this.#names = new ReportNames(report.files, report.sources)
    this.#declared = tree.roots.map(({ prefix, folder }) => this.#root(prefix, folder))
  }

  mapMatches<T>(use: (match: Match) => T): T[] {
    const candidates = this.#report.files.map((_, i) => {
      const found = this.#candidates(this.#names.spellings(i))
      for (const { root } of found) root.names.push(i)
      return found
    })
    this.#bases = this.#findBases()
    return this.#report.files.map((file, i) => {
      return use(this.#match(file, i, candidates[i] ?? none))
    })
  }

  #candidates(name: Spellings): readonly Candidate[] {
    if (this.#declared.length > 0) {
      const declared = name.flatMap((spelling) => this.#declaredFor(spelling))
      if (declared.length > 0) return declared
    }
    let candidates: Map<string, Candidate> | undefined
    for (const spelling of name) {
      for (const path of this.#tree.withSameEnd(spelling)) {
        const shared = commonSuffix(spelling, path)
        if (shared <= (candidates?.get(path)?.shared ?? 0)) continue
        candidates ??= new Map()
        candidates.set(path, this.#candidate(spelling, path, shared))
      }
    }
    return candidates ? [...candidates.values()] : none
  }

  /** Returns the file under a root that does not depend on the report; several if two modules have the same name. */
  #declaredFor(name: string): Candidate[] {
    const roots = this.#declared.filter((root) => root.has(name))
    const nearest = roots.filter(({ prefix }) => prefix === roots[0]?.prefix)
    return nearest.map((root) => root.candidate(name))
  }

  #candidate(name: string, path: string, shared: number): Candidate {
    const prefix = name.slice(0, name.length - shared)
    const folder = path.slice(0, path.length - shared)
    return { path, root: this.#root(prefix, folder), shared }
  }

  #root(prefix: string, folder: string): Root {
    const key = `${prefix}\0${folder}`
    const known = this.#roots.get(key)
    if (known) return known
    const closeness = this.#location.closeness(folder)
    const root = new Root({ prefix, folder }, closeness, this.#names, this.#tree)
    this.#roots.set(key, root)
    return root
  }

  /**
   * Finds the folders that names are relative to. Of the roots with the same prefix, this is the one that most names
   * match, if it matches at least half of the names with that prefix, and that is closest to the report.
   */
  #findBases(): Root[] {
    const byPrefix = [...Map.groupBy(this.#roots.values(), ({ prefix }) => prefix).values()]
    const mostLikely = byPrefix.map((roots) => {
      const most = withLargest(roots, ({ names }) => names.length)[0]?.names.length ?? 0
      const large = roots.filter(({ names }) => names.length * 2 >= most)
      return withLargest(
        withLargest(large, ({ closeness }) => closeness),
        ({ names }) => names.length,
      )
    })
    const bases = mostLikely.flatMap(([base, ...others]) => {
      return base && others.length === 0 ? [base] : []
    })
    bases.sort((a, b) => b.names.length - a.names.length)
    return bases.slice(0, maxBases).filter((base) => {
      const withPrefix = this.#names.count((name) => pathIn(base, name) !== undefined)
      return base.names.length > 0 && base.names.length * 2 >= withPrefix
    })
  }

  #match(file: FileKey, index: number, candidates: readonly Candidate[]): Match {
    const base = this.#bases.length > 0 ? this.#baseOf(file, index) : undefined
    const usable = candidates.length > 0 ? candidates : this.#fallbackCandidates(index)
    const best = bestCandidates(withoutUnrelated(usable, base), file.module)
    const baseFolder = this.#bases[0]?.folder
    if (best.length > 1) return { file, kind: 'ambiguous', path: undefined, baseFolder }
    if (best[0]) return { file, kind: 'found', path: best[0].path, baseFolder }
    return { file, kind: 'missing', path: base?.path, baseFolder }
  }

  #baseOf({ module }: FileKey, index: number): Base | undefined {
    // Reports of several modules or sources have no single folder that names are relative to.
    if (module !== '') return undefined
    const name = this.#names.spellings(index)
    const root = this.#bases.find((base) => pathIn(base, name) !== undefined)
    return root && { root, path: pathIn(root, name) }
  }

  /**
   * Returns files that share only their base name. `/app/setup.py` is `setup.py` if most names below `/app/` are
   * files of the workspace; or if all names are below it, and either the report is close to such a file, or there are
   * several names and only one such file.
   */
  #fallbackCandidates(index: number): readonly Candidate[] {
    const spelling = this.#names.first(index)
    if (this.#bases.length > 0) {
      const below = this.#bases.filter((base) => base.has(spelling))
      if (below.length > 0) return below.map((base) => base.candidate(spelling))
    }
    this.#absolute ??= this.#names.absolute()
    this.#commonFolder ??= commonFolder(this.#absolute)
    if (dirname(spelling) !== this.#commonFolder) return none
    const own = basename(spelling)
    const sameName = this.#tree
      .withName(own)
      .map((path) => this.#candidate(spelling, path, own.length))
    if (sameName.length === 1 && this.#absolute.length > 1) return sameName
    return sameName.filter(({ root }) => root.closeness > 1)
  }
}

/** Usually there is one folder that names are relative to, or a few. */
const maxBases = 16

class Root implements CandidateRoot {
  readonly prefix: string
  readonly folder: string
  readonly closeness: number
  readonly names: number[] = []
  readonly #names: ReportNames
  readonly #tree: SourceTree
  readonly #covers = new Map<CandidateRoot, boolean>()

  constructor(
    { prefix, folder }: SourceRoot,
    closeness: number,
    names: ReportNames,
    tree: SourceTree,
  ) {
    this.prefix = prefix
    this.folder = folder
    this.closeness = closeness
    this.#names = names
    this.#tree = tree
  }

  pathOf(name: string): string | undefined {
    const matches = this.prefix === '' ? !isAbsolutePath(name) : name.startsWith(this.prefix)
    if (!matches) return undefined
    const path = this.folder + name.slice(this.prefix.length)
    return name.startsWith('../') ? normalizePath(path) : path
  }

  has(name: string): boolean {
    const path = this.pathOf(name)
    return path !== undefined && this.#tree.has(path)
  }

  candidate(name: string): Candidate {
    return { path: this.pathOf(name) ?? name, root: this, shared: name.length - this.prefix.length }
  }

  covers(other: CandidateRoot): boolean {
    const known = this.#covers.get(other)
    if (known !== undefined) return known
    const covers = other.names.every((name) => {
      return this.#names.spellings(name).some((spelling) => this.has(spelling))
    })
    this.#covers.set(other, covers)
    return covers
  }
}

/** The folder that a name is relative to, and the path that the name has there. */
interface Base {
  readonly root: Root
  readonly path: string | undefined
}

/** Returns the path of a name under a root, for the first spelling that has the prefix. */
function pathIn(root: Root, name: Spellings): string | undefined {
  for (const spelling of name) {
    const path = root.pathOf(spelling)
    if (path !== undefined) return path
  }
  return undefined
}

/**
 * Removes files outside the base folder: if a report of one package names a file that does not exist there, such as
 * generated code, it is not a file of another package. Absolute paths may also refer to parent folders: in a
 * container, `/app/shared` of the workspace is next to the package.
 */
function withoutUnrelated(
  candidates: readonly Candidate[],
  base: Base | undefined,
): readonly Candidate[] {
  if (!base || candidates.some(({ path }) => path === base.path)) return candidates
  const { prefix, folder, closeness } = base.root
  if (prefix === '' && closeness <= 1) return candidates
  if (prefix === '') return candidates.filter(({ root }) => root.closeness >= closeness)
  return candidates.filter(({ root }) => folder.startsWith(root.folder))
}

/** Returns the deepest folder that contains all files; empty if there is none. */
function commonFolder(paths: readonly string[]): string {
  let common = dirname(paths[0] ?? '')
  for (const path of paths) {
    while (!path.startsWith(common.endsWith('/') ? common : `${common}/`)) {
      if (common === dirname(common)) return ''
      common = dirname(common)
    }
  }
  return common
}
