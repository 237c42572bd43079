import type { SourceRoot } from './source-tree.ts'

/** A folder that names in a report may be relative to. */
export interface CandidateRoot extends SourceRoot {
  /** How likely the location of the report makes the folder; see `ReportLocation`. */
  readonly closeness: number
  /** Indices of the names in the report that are files under this root. */
  readonly names: number[]
  /** Whether all names of the other root are files under this root, too. */
  covers(other: CandidateRoot): boolean
}

/** A file that a name may refer to. */
export interface Candidate {
  readonly path: string
  /** The parts of name and path before their common suffix. */
  readonly root: CandidateRoot
  /** Length of the common suffix. */
  readonly shared: number
}

/** Returns the most likely files for a name: one, or several that match equally well. */
export function bestCandidates(all: readonly Candidate[], module: string): readonly Candidate[] {
  if (all.length < 2) return all
  let likely = inModule(all, module)
  likely = withoutChanceMatches(likely)
  likely = withLargest(likely, ({ shared }) => shared)
  likely = withLargest(likely, ({ root }) => root.closeness)
  return withoutCovered(likely)
}

/** Filters by the module, such as `core` of a build or `B` of an assembly; its last part is the most specific. */
function inModule(all: readonly Candidate[], module: string): readonly Candidate[] {
  if (module === '') return all
  for (const separator of ['/', /[/.]/]) {
    for (const name of module.split(separator).toReversed()) {
      const named = all.filter(({ path }) => path.split('/').includes(name))
      if (named.length > 0) return named
    }
  }
  return all
}

/**
 * Removes chance matches. A report in `packages/web` may have been written in the parent folder: then nearly all of
 * its names are files there, and few are files of the package by chance.
 */
function withoutChanceMatches(all: readonly Candidate[]): readonly Candidate[] {
  const { root: largest } = largestOf(all) ?? {}
  return all.filter(({ root }) => {
    const isSmall = largest && root.names.length * 2 < largest.names.length
    const isNear = largest && (largest.closeness > 0 || largest.closeness >= root.closeness)
    return !(isSmall && isNear && largest.covers(root))
  })
}

/** Removes files of roots that match fewer names of the report than a root that covers them. */
function withoutCovered(all: readonly Candidate[]): readonly Candidate[] {
  const { root: largest } = largestOf(all) ?? {}
  return all.filter(({ root }) => {
    return !largest || root.names.length >= largest.names.length || !largest.covers(root)
  })
}

function largestOf(all: readonly Candidate[]): Candidate | undefined {
  return withLargest(all, ({ root }) => root.names.length)[0]
}

/** Returns the items with the largest measure. */
export function withLargest<T>(all: readonly T[], measure: (item: T) => number): readonly T[] {
  if (all.length < 2) return all
  const largest = all.reduce((known, item) => Math.max(known, measure(item)), 0)
  return all.filter((item) => measure(item) === largest)
}
