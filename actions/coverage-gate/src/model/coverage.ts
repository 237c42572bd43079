import { SourceFile, tellMarks } from './file-coverage.ts'
import { type JointCount, settleJointCounts } from './joint-counts.ts'
import { add, type Count, type Metric, type Totals, tally, totalsOf } from './metrics.ts'
import { Store } from './store.ts'

/**
 * What reports say about the files of a project. Reading the same file again, from another shard or
 * another format, merges: a line, a branch or a function counts once, and is covered if any report
 * says so.
 */
export class Coverage {
  /** The metrics that the reports measure, whether or not there was anything to measure. */
  readonly measured = new Set<Metric>()
  readonly #files: SourceFile[] = []
  /** The files by their module, and there by their path. */
  readonly #modules = new Map<string, Map<string, SourceFile>>()
  readonly #store = new Store()
  #jointCounts: JointCount[] = []
  #leftOut: LeftOut | undefined

  measuring(...more: Metric[]): this {
    for (const metric of more) this.measured.add(metric)
    return this
  }

  /**
   * A file by its normalized path. The module keeps files apart whose format tells less than a path:
   * JaCoCo knows `shop/Stock.java`, but not of which of two modules.
   */
  file(path: string, module = ''): SourceFile {
    const files = this.#filesOf(module)
    const known = files.get(path)
    if (known) return known
    if (!isFileName(path)) return this.#leaveOut(path)
    const file = new SourceFile(path, module, this.#files.length, this.#store)
    files.set(path, file)
    this.#files.push(file)
    return file
  }

  files(): Iterable<SourceFile> {
    return this.#files
  }

  totals(): Totals {
    return totalsOf((metric) => {
      const listed = this.#store.sum(metric, this.#files.length)
      return this.#jointCounts.length === 0 ? listed : this.#withJointCounts(metric, listed)
    })
  }

  /** What all files so far have together, where a report does not say it of each. */
  addTogether(metric: Metric, count: Count): void {
    this.measured.add(metric)
    this.#jointCounts.push({ metric, count, files: new Set(this.#files) })
  }

  /**
   * What some of the files have; undefined when it is only known of them and others together. Each
   * file is one of this coverage.
   */
  countOf(metric: Metric, files: readonly SourceFile[]): Count | undefined {
    const sum = tally()
    for (const file of files) add(sum, file.count(metric))
    if (this.#jointCounts.length === 0) return sum
    const some = new Set(files)
    for (const joint of settleJointCounts(this.#jointCounts, metric)) {
      if (joint.files.isSubsetOf(some)) {
        if (joint.files.size > 0) add(sum, joint.count)
      } else if (!joint.files.isDisjointFrom(some)) return undefined
    }
    return sum
  }

  /** The files of which the metric is only known together with that of others. */
  countedTogether(metric: Metric): ReadonlySet<SourceFile> {
    return new Set(settleJointCounts(this.#jointCounts, metric).flatMap(({ files }) => [...files]))
  }

  /** What was told of names that no file can have, and counts for nothing. */
  get leftOut(): Readonly<Pick<LeftOut, 'entries' | 'names'>> | undefined {
    return this.#leftOut
  }

  #leaveOut(name: string): SourceFile {
    this.#leftOut ??= { entries: 0, names: new Set(), coverage: new Coverage() }
    const { names, coverage } = this.#leftOut
    this.#leftOut.entries++
    if (names.size < 3) names.add(name.slice(0, 200))
    return coverage.file('left out')
  }

  #withJointCounts(metric: Metric, listed: Count): Count {
    const sum = { ...listed }
    for (const { count } of settleJointCounts(this.#jointCounts, metric)) add(sum, count)
    return sum
  }

  /** Takes over what others know. */
  merge(...others: Coverage[]): void {
    for (const isIdle of passesOf(others)) {
      for (const other of others) {
        this.#mergeAs(other, (file) => this.#counterpart(file, file, isIdle))
      }
    }
  }

  /**
   * The file here of one of another, if it is its turn. Those that were only listed come last: what is
   * known of a file that ran is not mixed with what was guessed of it.
   */
  #counterpart(theirs: SourceFile, place: Place, isIdle: boolean): SourceFile | undefined {
    if (theirs.idle !== isIdle) return undefined
    const known = this.#modules.get(place.module)?.get(place.path)
    if (isIdle && known?.idle === false) return undefined
    const file = known ?? this.file(place.path, place.module)
    if (!known) file.idle = isIdle
    return file
  }

  /**
   * This with other paths, and a new one only if files come to the same path, which are then merged. A
   * file without a new path keeps its own, and its module.
   */
  renamed(pathOf: (file: SourceFile) => string | undefined): Coverage {
    const paths = new Map(Array.from(this.files(), (file) => [file, pathOf(file)]))
    if (this.#rename([...paths.values()])) return this
    const renamed = new Coverage()
    const placeOf = (file: SourceFile): Place => {
      const path = paths.get(file)
      return path === undefined ? file : { path, module: '' }
    }
    for (const isIdle of passesOf([this])) {
      renamed.#mergeAs(this, (file) => renamed.#counterpart(file, placeOf(file), isIdle))
    }
    return renamed
  }

  /** Renames the files in place, which takes no memory; false, and nothing done, if two fall together. */
  #rename(paths: readonly (string | undefined)[]): boolean {
    const places = this.#files.map((file, i) => {
      const path = paths[i]
      return path === undefined ? { path: file.path, module: file.module } : { path, module: '' }
    })
    if (new Set(places.map(keyOf)).size < places.length) return false
    this.#modules.clear()
    this.#files.forEach((file, i) => {
      Object.assign(file, places[i])
      this.#filesOf(file.module).set(file.path, file)
    })
    return true
  }

  #filesOf(module: string): Map<string, SourceFile> {
    const known = this.#modules.get(module)
    if (known) return known
    const files = new Map<string, SourceFile>()
    this.#modules.set(module, files)
    return files
  }

  #mergeAs(other: Coverage, counterpart: (file: SourceFile) => SourceFile | undefined): void {
    for (const metric of other.measured) this.measured.add(metric)
    const mine = Array.from(other.files(), (theirs) => {
      const file = counterpart(theirs)
      file?.addCounts(theirs)
      return file
    })
    tellMarks(other.#store, mine)
    this.#adoptJointCounts(other, mine)
  }

  /** Takes over the counts of files together, once all of these files are here. */
  #adoptJointCounts(other: Coverage, mine: readonly (SourceFile | undefined)[]): void {
    if (other.#jointCounts.length === 0) return
    const here = new Map(other.#files.map((theirs, i) => [theirs, mine[i]]))
    for (const { files, ...joint } of other.#jointCounts) {
      const mapped = [...files].flatMap((file) => here.get(file) ?? [])
      const isNew = this.#jointCounts.every(({ count }) => count !== joint.count)
      if (isNew && mapped.length === files.size) {
        this.#jointCounts.push({ ...joint, files: new Set(mapped) })
      }
    }
  }
}

interface LeftOut {
  entries: number
  /** A few of the names. */
  readonly names: Set<string>
  /** Where what is told of them goes. */
  readonly coverage: Coverage
}

/** Whether a file can be called so; code that a program made while it ran is in no file. */
function isFileName(path: string): boolean {
  if (path === '.' || path.trim() === '' || path.includes('\0') || path.length > 4096) return false
  return !/^(data|blob):/i.test(path)
}

type Place = Pick<SourceFile, 'path' | 'module'>

function keyOf({ path, module }: Place): string {
  return module === '' ? path : `${module}\0${path}`
}

/**
 * All of them as one.
 *
 * @throws Failure when they contradict each other; the message completes "What the suite says … "
 */
export function merged(coverages: readonly Coverage[]): Coverage {
  const [only, ...others] = coverages
  if (only && others.length === 0) return only
  const whole = new Coverage()
  whole.merge(...coverages)
  return whole
}

/** The passes in which they are merged: files that ran, then, if there are any, those that did not. */
function passesOf(coverages: readonly Coverage[]): boolean[] {
  const hasIdle = coverages.some((one) => Iterator.from(one.files()).some(({ idle }) => idle))
  return hasIdle ? [false, true] : [false]
}
