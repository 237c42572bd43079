/** A prefix in names that stands for a folder: a go.mod in `api/` may declare `example.com/shop/`. */
export interface SourceRoot {
  /** Empty if names are relative to the folder. */
  readonly prefix: string
  /** Empty for the workspace itself. */
  readonly folder: string
}

/** The source files, by their paths in the workspace. */
export class SourceTree {
  /** The roots that do not depend on the reports; the longest prefix first. */
  readonly roots: readonly SourceRoot[]
  readonly #byEnd: Index = new Map()
  readonly #byName: Index = new Map()

  constructor(paths: Iterable<string>, roots: readonly SourceRoot[] = []) {
    this.roots = roots.toSorted((a, b) => b.prefix.length - a.prefix.length)
    for (const path of paths) add(path, endOf(path) ?? path, this.#byEnd)
  }

  has(path: string): boolean {
    const found = this.#byEnd.get(endOf(path) ?? path)
    return typeof found === 'string' ? found === path : found?.includes(path) === true
  }

  /** Returns the files with the same last two parts, or the same name if the path has only one part. */
  withSameEnd(path: string): readonly string[] {
    const end = endOf(path)
    return end === undefined ? this.withName(path) : lookUp(end, this.#byEnd)
  }

  /** Returns the files with a name, in any folder. */
  withName(name: string): readonly string[] {
    if (this.#byName.size === 0) {
      for (const path of this.#byEnd.values().flatMap((paths) => [paths].flat())) {
        add(path, path.slice(path.lastIndexOf('/') + 1), this.#byName)
      }
    }
    return lookUp(name, this.#byName)
  }
}

/** Paths by a part of them. Most parts are unique, and a string takes less memory than a list. */
type Index = Map<string, string | string[]>

function add(path: string, key: string, index: Index): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, path)
  else if (typeof known === 'string') index.set(key, [known, path])
  else known.push(path)
}

function lookUp(key: string, index: Index): readonly string[] {
  const known = index.get(key) ?? none
  return typeof known === 'string' ? [known] : known
}

const none: readonly string[] = []

/** Returns the last two parts of a path; undefined if it has only one. */
function endOf(path: string): string | undefined {
  const last = path.lastIndexOf('/')
  return last < 0 ? undefined : path.slice(path.lastIndexOf('/', last - 1) + 1)
}

/** Returns the length of the common suffix in characters, counting only whole path parts. */
export function commonSuffix(a: string, b: string): number {
  let length = 0
  let whole = 0
  const limit = Math.min(a.length, b.length)
  while (
    length < limit &&
    a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)
  ) {
    length++
    if (a.charCodeAt(a.length - length) === slash) whole = length - 1
  }
  const isWhole = (path: string): boolean =>
    length === path.length || path.charCodeAt(path.length - 1 - length) === slash
  return isWhole(a) && isWhole(b) ? length : whole
}

const slash = '/'.charCodeAt(0)
