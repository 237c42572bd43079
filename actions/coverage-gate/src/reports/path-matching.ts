import type { Git } from '@ci-actions/git'
import { Failure } from '@ci-actions/kit'
import type { SourceFile } from '../model/file-coverage.ts'

/** What the checkout holds. */
export interface SourceTree {
  readonly paths: readonly string[]
  /** The module of each go.mod, and the folder it is in: `''` or `api/`. */
  readonly goModules: ReadonlyMap<string, string>
}

/** Where the files of reports are in the checkout. */
export interface PathMatches {
  readonly found: ReadonlyMap<SourceFile, string>
  /** Paths of reports that fit no file, or several equally well. */
  readonly unmatched: readonly string[]
  readonly ambiguous: readonly string[]
}

/** @throws Failure of `Git.run` */
export async function readSourceTree(
  git: Git,
  read: (path: string) => string,
): Promise<SourceTree> {
  const listed = await git.run('ls-files', '-z', '--full-name', '--cached', '--', ':/')
  const paths = listed.split('\0').filter((path) => path !== '')
  const goModules = paths
    .filter((path) => /(^|\/)go\.mod$/.test(path))
    .flatMap((path) => {
      const [, name] = /^\s*module\s+"?([^\s"]+)/m.exec(read(path)) ?? []
      return name === undefined ? [] : [[name, path.slice(0, -'go.mod'.length)] as const]
    })
  if (paths.length === 0) throw new Failure('knows no file here')
  return { paths, goModules: new Map(goModules) }
}

/**
 * Finds each file of the reports in the checkout. Reports name files as their tool saw them: in a
 * container, on Windows, by package or module. The file with the longest common end is meant; where
 * two fit equally well, or only a bare name fits, none is taken.
 */
export function matchPaths(
  files: Iterable<SourceFile>,
  { paths, goModules }: SourceTree,
): PathMatches {
  const all = [...files]
  const exact = new Set(paths)
  const ends = sortedByEnd(paths)
  const found = new Map<SourceFile, string>()
  const ambiguous: string[] = []
  const later: SourceFile[] = []
  const prefixes = new Set<string>()
  for (const file of all) {
    const path = inGoModule(file.path, goModules)
    if (exact.has(path)) {
      found.set(file, path)
      continue
    }
    const best = bestEnds(path, file.module, ends)
    const [only] = best.paths
    if (best.paths.length > 1) ambiguous.push(file.path)
    else if (only !== undefined && (best.length > 1 || !path.includes('/'))) {
      found.set(file, only)
      if (path.endsWith(`/${only}`)) prefixes.add(path.slice(0, -only.length))
    } else later.push(file)
  }
  // A bare name is no evidence by itself, but it is in a folder that others were found in.
  const unmatched: string[] = []
  for (const file of later) {
    const prefix = prefixes.values().find((one) => file.path.startsWith(one))
    const rest = prefix === undefined ? '' : file.path.slice(prefix.length)
    if (exact.has(rest)) found.set(file, rest)
    else unmatched.push(file.path)
  }
  return { found, unmatched, ambiguous }
}

/** The path in the checkout of what Go calls by its module, else the path as it is. */
function inGoModule(path: string, modules: ReadonlyMap<string, string>): string {
  let longest: string | undefined
  for (const name of modules.keys()) {
    if (path.startsWith(`${name}/`) && name.length > (longest?.length ?? 0)) longest = name
  }
  if (longest === undefined) return path
  return `${modules.get(longest) ?? ''}${path.slice(longest.length + 1)}`
}

/** A path with its names turned round, `c.ts/b/a/`, so that paths with the same end stand together. */
interface End {
  readonly key: string
  readonly path: string
}

function sortedByEnd(paths: readonly string[]): End[] {
  return paths.map((path) => ({ key: endOf(path), path })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

function endOf(path: string): string {
  return `${path.split('/').reverse().join('/')}/`
}

/**
 * The files with the longest common end and its length in names; those of the module before others.
 * Without a module two are enough to know that it is not one.
 */
function bestEnds(
  path: string,
  module: string,
  ends: readonly End[],
): { length: number; paths: string[] } {
  const key = endOf(path)
  const at = firstFrom(key, ends)
  const neighbours = [ends[at - 1], ends[at]].map((end) => common(key, end?.key ?? ''))
  const shared = neighbours.reduce((longest, one) => (one.length > longest.length ? one : longest))
  if (shared === '') return { length: 0, paths: [] }
  const name = module.split('/').at(-1) ?? ''
  const paths: string[] = []
  for (let i = firstFrom(shared, ends); ends[i]?.key.startsWith(shared); i++) {
    paths.push(ends[i]?.path ?? '')
    if (name === '' && paths.length === 2) break
  }
  const ofModule = paths.filter((one) => name !== '' && one.split('/').includes(name))
  return { length: shared.split('/').length - 1, paths: ofModule.length > 0 ? ofModule : paths }
}

/** The names that both begin with. */
function common(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return one.slice(0, one.lastIndexOf('/', length - 1) + 1)
}

/** Where the first key stands that does not come before the given one. */
function firstFrom(key: string, ends: readonly End[]): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
