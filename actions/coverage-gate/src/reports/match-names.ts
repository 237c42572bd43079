import { basename, dirname } from 'node:path/posix'
import type { FileKey } from '../model/coverage.ts'
import { bestCandidates, type Candidate, type CandidateRoot, withMost } from './best-candidates.ts'
import { ReportLocation } from './report-location.ts'
import { isAbsolutePath, normalizePath } from './source-path.ts'
import { commonEnd, type SourceRoot, type SourceTree } from './source-tree.ts'

/** What a report calls its files, and what else speaks for where they are. */
export interface NamedFiles {
  /** Where the report is, relative to the workspace. */
  readonly path: string
  readonly suite: string
  /** The folders that it says its names are relative to. */
  readonly sources: readonly string[]
  readonly files: readonly FileKey[]
}

/** What the name of a file stands for. */
export interface Match {
  readonly file: FileKey
  /** A file of the tree, one of several that fit equally well, or one that is not there. */
  readonly kind: 'found' | 'ambiguous' | 'missing'
  /** Its path; of one that is not there where it would be, if it is known what the name is relative to. */
  readonly path: string | undefined
  /** The folder that most names of the report are relative to, if there is one. */
  readonly near: string | undefined
}

/**
 * Finds the files that a report names. Tools name them as they see them: relative to the folder of a package,
 * by package or module, in a container, on Windows. A name may stand for each file with the same end; which one
 * it is, the place of the report and all of its names tell together. Returns what is made of each match: there may
 * be a million of them, which are not kept.
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
  #homes: readonly Root[] = []
  #absolute: readonly string[] | undefined
  #commonFolder: string | undefined

  constructor(report: NamedFiles, tree: SourceTree) {
    this.#report = report
    this.#tree = tree
    this.#location = new ReportLocation(report.path, report.suite)
    this.#names = new ReportNames(report)
    this.#declared = tree.roots.map(({ prefix, folder }) => this.#root(prefix, folder))
  }

  mapMatches<T>(use: (match: Match) => T): T[] {
    const candidates = this.#report.files.map((_, i) => {
      const found = this.#candidates(this.#names.spellings(i))
      for (const { root } of found) root.names.push(i)
      return found
    })
    this.#homes = this.#findHomes()
    return this.#report.files.map((file, i) => {
      return use(this.#match(file, this.#names.spellings(i), candidates[i] ?? none))
    })
  }

  #candidates(name: Spellings): readonly Candidate[] {
    if (this.#declared.length > 0) {
      const declared = name.flatMap((spelling) => this.#declaredFor(spelling))
      if (declared.length > 0) return declared
    }
    let candidates: Map<string, Candidate> | undefined
    for (const spelling of name) {
      for (const path of this.#tree.alike(spelling)) {
        const shared = commonEnd(spelling, path)
        if (shared <= (candidates?.get(path)?.shared ?? 0)) continue
        candidates ??= new Map()
        candidates.set(path, this.#candidate(spelling, path, shared))
      }
    }
    return candidates ? [...candidates.values()] : none
  }

  /** The file of a name by a root that is known whatever the report says; by each of two modules of one name. */
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
   * What names are relative to: of the roots that begin alike the one that most names have, at least half of
   * those that it could have, and that is closest to the report.
   */
  #findHomes(): Root[] {
    const byPrefix = [...Map.groupBy(this.#roots.values(), ({ prefix }) => prefix).values()]
    const likeliest = byPrefix.map((roots) => {
      const most = withMost(roots, ({ names }) => names.length)[0]?.names.length ?? 0
      const large = roots.filter(({ names }) => names.length * 2 >= most)
      return withMost(
        withMost(large, ({ closeness }) => closeness),
        ({ names }) => names.length,
      )
    })
    const homes = likeliest.flatMap(([home, ...others]) => {
      return home && others.length === 0 ? [home] : []
    })
    homes.sort((one, other) => other.names.length - one.names.length)
    return homes.slice(0, mostHomes).filter((home) => {
      const alike = this.#names.count((name) => pathIn(home, name) !== undefined)
      return home.names.length > 0 && home.names.length * 2 >= alike
    })
  }

  #match(file: FileKey, name: Spellings, likely: readonly Candidate[]): Match {
    const root = this.#homes.find((home) => pathIn(home, name) !== undefined)
    // Who names modules, or packages of several sources, has no one folder that names are relative to.
    const home = root && file.module === '' ? { root, path: pathIn(root, name) } : undefined
    const candidates = likely.length > 0 ? likely : this.#unlikely(name)
    const best = bestCandidates(withoutStrangers(candidates, home), file.module)
    const near = this.#homes[0]?.folder
    if (best.length > 1) return { file, kind: 'ambiguous', path: undefined, near }
    if (best[0]) return { file, kind: 'found', path: best[0].path, near }
    return { file, kind: 'missing', path: home?.path, near }
  }

  /**
   * Files that share no more than their own name: `/app/setup.py` is `setup.py` where most names below `/app/`
   * are files of the workspace, or where all names are below it, and the report is close to such a file, or there
   * are several names and only one such file.
   */
  #unlikely(name: Spellings): readonly Candidate[] {
    const spelling = name[0] ?? ''
    const below = this.#homes.filter((home) => home.has(spelling))
    if (below.length > 0) return below.map((home) => home.candidate(spelling))
    this.#absolute ??= this.#names.absolute()
    this.#commonFolder ??= commonFolder(this.#absolute)
    if (dirname(spelling) !== this.#commonFolder) return none
    const own = basename(spelling)
    const called = this.#tree.called(own).map((path) => this.#candidate(spelling, path, own.length))
    if (called.length === 1 && this.#absolute.length > 1) return called
    return called.filter(({ root }) => root.closeness > 1)
  }
}

/** The ways in which a name may be written: below each of the sources, and as it is. */
type Spellings = readonly string[]

/** The names of a report, in few large lists: there may be a million of them. */
class ReportNames {
  readonly #names: readonly string[]
  /** What they are below each of the sources; undefined where they are absolute. */
  readonly #below: readonly (readonly (string | undefined)[])[]

  constructor({ files, sources }: NamedFiles) {
    this.#names = files.map(({ path }) => path)
    this.#below = sources.map((source) => {
      return this.#names.map((name) => {
        return isAbsolutePath(name) ? undefined : normalizePath(`${source}/${name}`)
      })
    })
  }

  spellings(index: number): Spellings {
    const spellings: string[] = []
    for (const names of this.#below) {
      const name = names[index]
      if (name !== undefined) spellings.push(name)
    }
    spellings.push(this.#names[index] ?? '')
    return spellings
  }

  count(isMeant: (name: Spellings) => boolean): number {
    return this.#names.reduce((sum, _, i) => sum + (isMeant(this.spellings(i)) ? 1 : 0), 0)
  }

  /** All that are absolute, in all of their spellings. */
  absolute(): string[] {
    return [...this.#below, this.#names].flatMap((names) => {
      return names.filter((name) => name !== undefined).filter(isAbsolutePath)
    })
  }
}

/** What names of one report are relative to; there is one such folder, or a few. */
const mostHomes = 16

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
    const isMeant = this.prefix === '' ? !isAbsolutePath(name) : name.startsWith(this.prefix)
    if (!isMeant) return undefined
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

/** The path of a name by a root, in the first spelling that it has one in. */
function pathIn(root: Root, name: Spellings): string | undefined {
  for (const spelling of name) {
    const path = root.pathOf(spelling)
    if (path !== undefined) return path
  }
  return undefined
}

/**
 * Without files of folders that the names are not relative to: what the report of one package names and is not
 * there, as generated code, is no file of another package. Below an absolute path may be what is above the
 * package, too: a container has `/app/shared` of the workspace beside the package.
 */
function withoutStrangers(
  candidates: readonly Candidate[],
  home: { readonly root: Root; readonly path: string | undefined } | undefined,
): readonly Candidate[] {
  if (!home || candidates.some(({ path }) => path === home.path)) return candidates
  const { prefix, folder, closeness } = home.root
  if (prefix === '' && closeness <= 1) return candidates
  if (prefix === '') return candidates.filter(({ root }) => root.closeness >= closeness)
  return candidates.filter(({ root }) => folder.startsWith(root.folder))
}

/** The folder that all of these files are below; empty if there is none. */
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
