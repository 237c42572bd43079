import { contradiction, SourceFile } from './file-coverage.ts'
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
  /** The files by their module, and there by their path; undefined when they were renamed since. */
  #modules: Modules<SourceFile> | undefined = new Map()
  readonly #store = new Store()
  #jointCounts: JointCount[] = []
  #skipped: SkippedEntries | undefined

  measuring(...more: Metric[]): this {
    for (const metric of more) this.measured.add(metric)
    return this
  }

  /**
   * A file by its normalized path. The module keeps files apart whose format tells less than a path:
   * JaCoCo knows `shop/Stock.java`, but not of which of two modules.
   */
  file(path: string, module = ''): SourceFile {
    const files = filesOf(module, this.#index())
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

  /** Whether there may be files of which it is only known that at least so much is covered. */
  get mayBeEstimated(): boolean {
    return this.#store.mayBeUncertain
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
  get skipped(): Readonly<Pick<SkippedEntries, 'entries' | 'names'>> | undefined {
    return this.#skipped
  }

  #leaveOut(name: string): SourceFile {
    this.#skipped ??= { entries: 0, names: new Set(), coverage: new Coverage() }
    const { names, coverage } = this.#skipped
    this.#skipped.entries++
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
    for (const notExecuted of passesOf(others)) {
      for (const other of others) {
        this.#mergeAs(other, (file) => this.#counterpart(file, file, notExecuted))
      }
    }
  }

  /**
   * The file here of one of another, if it is its turn. Those that were only listed come last: what is
   * known of a file that ran is not mixed with what was guessed of it.
   */
  #counterpart(theirs: SourceFile, key: FileKey, notExecuted: boolean): SourceFile | undefined {
    if (theirs.notExecuted !== notExecuted) return undefined
    const known = this.#index().get(key.module)?.get(key.path)
    if (notExecuted && known?.notExecuted === false) return undefined
    if (!known && !isFileName(key.path)) {
      this.#leaveOut(key.path)
      return undefined
    }
    const file = known ?? this.file(key.path, key.module)
    if (!known) file.notExecuted = notExecuted
    return file
  }

  /**
   * This with its files by other keys. It is a new one only if files come to the same key, which are then
   * merged, or if some get none, and are left out.
   */
  renamed(keyFor: (file: SourceFile, index: number) => FileKey | undefined): Coverage {
    const keys = this.#files.map(keyFor)
    if (this.#rename(keys)) return this
    const byFile = new Map(this.#files.map((file, i) => [file, keys[i]]))
    const renamed = new Coverage()
    for (const notExecuted of passesOf([this])) {
      renamed.#mergeAs(this, (file) => {
        const key = byFile.get(file)
        return key && renamed.#counterpart(file, key, notExecuted)
      })
    }
    return renamed
  }

  /** Does so in place, which takes no memory; false, and nothing done, if that cannot be. */
  #rename(keys: readonly (FileKey | undefined)[]): boolean {
    if (this.#files.every((file, i) => keys[i] === file)) return true
    const taken = new Set(keys.map((key) => key && keyOf(key)))
    if (taken.has(undefined) || taken.size < keys.length) return false
    for (const [i, file] of this.#files.entries()) {
      file.path = keys[i]?.path ?? file.path
      file.module = keys[i]?.module ?? file.module
    }
    this.#modules = undefined
    return true
  }

  #index(): Modules<SourceFile> {
    if (this.#modules) return this.#modules
    this.#modules = new Map()
    for (const file of this.#files) filesOf(file.module, this.#modules).set(file.path, file)
    return this.#modules
  }

  #mergeAs(other: Coverage, counterpart: (file: SourceFile) => SourceFile | undefined): void {
    for (const metric of other.measured) this.measured.add(metric)
    const mine = other.#files.map(counterpart)
    for (const files of layersOf(mine.map((file) => file?.number ?? -1))) {
      this.#store.merge(other.#store, files, (file, before, weight) => {
        throw contradiction(this.#files[file]?.path ?? '', before, weight)
      })
    }
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

interface SkippedEntries {
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

/** By what a file is known: its path, and the module that keeps it apart from others of that path. */
export interface FileKey {
  readonly path: string
  readonly module: string
}

/** The same as one text. */
export function keyOf({ path, module }: FileKey): string {
  return module === '' ? path : `${module}\0${path}`
}

type Modules<T> = Map<string, Map<string, T>>

function filesOf<T>(module: string, modules: Modules<T>): Map<string, T> {
  const known = modules.get(module)
  if (known) return known
  const files = new Map<string, T>()
  modules.set(module, files)
  return files
}

/**
 * All of them as one.
 *
 * @throws ActionError when they contradict each other; the message completes "What the suite says … "
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
  const hasOthers = coverages.some((one) =>
    Iterator.from(one.files()).some((file) => file.notExecuted),
  )
  return hasOthers ? [false, true] : [false]
}

/** The same numbers in as many lists as it takes for none to be twice in one; -1 is no number. */
function layersOf(numbers: readonly number[]): Int32Array[] {
  const layers: Int32Array[] = []
  const times = new Map<number, number>()
  for (const [at, number] of numbers.entries()) {
    if (number < 0) continue
    const nth = times.get(number) ?? 0
    times.set(number, nth + 1)
    const layer = layers[nth] ?? new Int32Array(numbers.length).fill(-1)
    layers[nth] = layer
    layer[at] = number
  }
  return layers
}
