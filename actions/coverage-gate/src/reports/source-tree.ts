/** What names begin with that are files of a folder: `example.com/shop/` is what a go.mod calls `api/`. */
export interface SourceRoot {
  /** Empty where names are relative to the folder. */
  readonly prefix: string
  /** Empty for the workspace itself. */
  readonly folder: string
}

/** The files that reports can be about, by their paths in the workspace. */
export class SourceTree {
  /** The roots that are known whatever the reports say; the longest prefix first. */
  readonly roots: readonly SourceRoot[]
  readonly #byEnd: Index = new Map()
  readonly #byName: Index = new Map()

  constructor(paths: Iterable<string>, roots: readonly SourceRoot[] = []) {
    this.roots = roots.toSorted((one, other) => other.prefix.length - one.prefix.length)
    for (const path of paths) add(path, endOf(path) ?? path, this.#byEnd)
  }

  has(path: string): boolean {
    const alike = this.#byEnd.get(endOf(path) ?? path)
    return typeof alike === 'string' ? alike === path : alike?.includes(path) === true
  }

  /** The files whose last two names are those of the path; of a path of one name those that are called so. */
  alike(path: string): readonly string[] {
    const end = endOf(path)
    return end === undefined ? this.called(path) : listAt(end, this.#byEnd)
  }

  /** The files of a name, in whatever folder. */
  called(name: string): readonly string[] {
    if (this.#byName.size === 0) {
      for (const path of this.#byEnd.values().flatMap((paths) => [paths].flat())) {
        add(path, path.slice(path.lastIndexOf('/') + 1), this.#byName)
      }
    }
    return listAt(name, this.#byName)
  }
}

/** Paths by a part of theirs; most have it to themselves, and a million of them needs no million of lists. */
type Index = Map<string, string | string[]>

function add(path: string, key: string, index: Index): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, path)
  else if (typeof known === 'string') index.set(key, [known, path])
  else known.push(path)
}

function listAt(key: string, index: Index): readonly string[] {
  const known = index.get(key) ?? none
  return typeof known === 'string' ? [known] : known
}

const none: readonly string[] = []

/** The last two names of a path. */
function endOf(path: string): string | undefined {
  const last = path.lastIndexOf('/')
  return last < 0 ? undefined : path.slice(path.lastIndexOf('/', last - 1) + 1)
}

/** How many characters of the end are the same whole names in both. */
export function commonEnd(one: string, other: string): number {
  let length = 0
  let whole = 0
  const most = Math.min(one.length, other.length)
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  ) {
    length++
    if (one.charCodeAt(one.length - length) === slash) whole = length - 1
  }
  const isWhole = (path: string): boolean =>
    length === path.length || path.charCodeAt(path.length - 1 - length) === slash
  return isWhole(one) && isWhole(other) ? length : whole
}

const slash = '/'.charCodeAt(0)
