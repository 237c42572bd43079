import type { SourceRoot } from './source-tree.ts'

/** A root that the names of a report may have. */
export interface CandidateRoot extends SourceRoot {
  /** How much the place of the report speaks for the folder, as `ReportLocation` has it. */
  readonly closeness: number
  /** Which of the names of the report are files with this root. */
  readonly names: number[]
  /** Whether the names of the other root are all files with this root, too. */
  covers(other: CandidateRoot): boolean
}

/** A file that a name may stand for. */
export interface Candidate {
  readonly path: string
  /** What stands before the end that the name and the path share. */
  readonly root: CandidateRoot
  /** The length of that end. */
  readonly shared: number
}

/** The files that a name stands for most likely: one, or several that fit equally well. */
export function bestCandidates(all: readonly Candidate[], module: string): readonly Candidate[] {
  if (all.length < 2) return all
  let left = ofModule(all, module)
  left = withoutCoincidences(left)
  left = withMost(left, ({ shared }) => shared)
  left = withMost(left, ({ root }) => root.closeness)
  return withoutCovered(left)
}

/** Those that the module names: `core` of a build, `B` of an assembly; its last name says most. */
function ofModule(all: readonly Candidate[], module: string): readonly Candidate[] {
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
 * A report that is in `packages/web` may have been made in the folder above: then nearly all of its names are
 * files there, and few are files of the package by chance.
 */
function withoutCoincidences(all: readonly Candidate[]): readonly Candidate[] {
  const { root: largest } = largestOf(all) ?? {}
  return all.filter(({ root }) => {
    const isSmall = largest && root.names.length * 2 < largest.names.length
    const isNear = largest && (largest.closeness > 0 || largest.closeness >= root.closeness)
    return !(isSmall && isNear && largest.covers(root))
  })
}

/** Without files of roots that explain less of the report than another one does. */
function withoutCovered(all: readonly Candidate[]): readonly Candidate[] {
  const { root: largest } = largestOf(all) ?? {}
  return all.filter(({ root }) => {
    return !largest || root.names.length >= largest.names.length || !largest.covers(root)
  })
}

function largestOf(all: readonly Candidate[]): Candidate | undefined {
  return withMost(all, ({ root }) => root.names.length)[0]
}

/** Those of which the measure is the largest. */
export function withMost<T>(all: readonly T[], measure: (one: T) => number): readonly T[] {
  if (all.length < 2) return all
  const most = all.reduce((known, one) => Math.max(known, measure(one)), 0)
  return all.filter((one) => measure(one) === most)
}
