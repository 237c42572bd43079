import { grow } from '../collections/grow.ts'
import { contradiction, SourceFile } from './file-coverage.ts'
import { type JointCount, settleJointCounts } from './joint-counts.ts'
import { add, type Count, type Metric, metrics, type Totals, tally, totalsOf } from './metrics.ts'
import { Store } from './store.ts'

/**
 * The coverage of the files of a project. Data on the same file from another shard or another format is merged: a
 * line, branch or function counts once, and is covered if any report says so.
 */
export class Coverage {
  /** The metrics that the reports measure, even if they contain no items. */
  readonly measured = new Set<Metric>()
  /** The same for the reports of each file, as bits by its number; undefined until reports are merged. */
  #measuredByFile: Uint8Array<ArrayBuffer> | undefined
  readonly #files: SourceFile[] = []
  /** The files by module and path; undefined after a rename. */
  #modules: Modules<SourceFile> | undefined = new Map()
  readonly #store = new Store()
  #jointCounts: JointCount[] = []
  #skipped: SkippedEntries | undefined

  measuring(...more: Metric[]): this {
    for (const metric of more) this.measured.add(metric)
    return this
  }

  /**
   * Returns the file at a normalized path. The module separates files in formats without full paths: JaCoCo has
   * `shop/Stock.java`, which may exist in two modules.
   */
  file(path: string, module = ''): SourceFile {
    const files = filesOf(module, this.#index())
    const known = files.get(path)
    if (known) return known
    if (!isFileName(path)) return this.#skip(path)
    const file = new SourceFile(path, module, this.#files.length, this.#store)
    files.set(path, file)
    this.#files.push(file)
    return file
  }

  files(): Iterable<SourceFile> {
    return this.#files
  }

  /** Whether the coverage of a file may be only a lower bound. */
  get mayBeEstimated(): boolean {
    return this.#store.mayBeUncertain
  }

  totals(): Totals {
    return totalsOf((metric) => {
      const listed = this.#store.sum(metric, this.#files.length)
      return this.#jointCounts.length === 0 ? listed : this.#withJointCounts(metric, listed)
    })
  }

  /** Whether a report that contains one of these files measures the metric. */
  measures(metric: Metric, files: readonly SourceFile[]): boolean {
    if (!this.#measuredByFile) return this.measured.has(metric)
    return files.some((file) => (this.#measuredBits(file) & bitOf(metric)) !== 0)
  }

  /** Adds a count for all files so far together, for reports that do not contain it per file. */
  addTogether(metric: Metric, count: Count): void {
    this.measured.add(metric)
    this.#jointCounts.push({ metric, count, files: new Set(this.#files) })
  }

  /**
   * Returns the count of some files of this coverage; undefined if it is only known for these and other files together.
   */
  countOf(metric: Metric, files: readonly SourceFile[]): Count | undefined {
    const sum = tally()
    for (const file of files) add(sum, file.count(metric))
    if (this.#jointCounts.length === 0) return sum
    const selected = new Set(files)
    for (const joint of settleJointCounts(this.#jointCounts, metric)) {
      if (joint.files.isSubsetOf(selected)) {
        if (joint.files.size > 0) add(sum, joint.count)
      } else if (!joint.files.isDisjointFrom(selected)) return undefined
    }
    return sum
  }

  /** Returns the files whose count of the metric is only known together with that of others. */
  countedTogether(metric: Metric): ReadonlySet<SourceFile> {
    return new Set(settleJointCounts(this.#jointCounts, metric).flatMap(({ files }) => [...files]))
  }

  /** Entries with invalid file names, which do not count. */
  get skipped(): Readonly<Pick<SkippedEntries, 'entries' | 'names'>> | undefined {
    return this.#skipped
  }

  #skip(name: string): SourceFile {
    this.#skipped ??= { entries: 0, names: new Set(), coverage: new Coverage() }
    const { names, coverage } = this.#skipped
    this.#skipped.entries++
    if (names.size < 3) names.add(name.slice(0, 200))
    return coverage.file('skipped')
  }

  #withJointCounts(metric: Metric, listed: Count): Count {
    const sum = { ...listed }
    for (const { count } of settleJointCounts(this.#jointCounts, metric)) add(sum, count)
    return sum
  }

  /** Merges other coverage into this one. */
  merge(...others: Coverage[]): void {
    for (const notExecuted of mergePasses(others)) {
      for (const other of others) {
        this.#mergeAs(other, (file) => this.#counterpart(file, file, notExecuted))
      }
    }
  }

  /**
   * Returns the file to merge another one into, if it belongs to this pass. Files that were not executed come last,
   * so that estimates are not mixed with data of the same file from a run.
   */
  #counterpart(otherFile: SourceFile, key: FileKey, notExecuted: boolean): SourceFile | undefined {
    if (otherFile.notExecuted !== notExecuted) return undefined
    const known = this.#index().get(key.module)?.get(key.path)
    if (notExecuted && known?.notExecuted === false) return undefined
    if (!known && !isFileName(key.path)) {
      this.#skip(key.path)
      return undefined
    }
    const file = known ?? this.file(key.path, key.module)
    if (!known) file.notExecuted = notExecuted
    return file
  }

  /**
   * Renames the files. Returns a new coverage only if several files get the same key, which merges them, or if some
   * get none, which removes them.
   */
  renamed(keyFor: (file: SourceFile, index: number) => FileKey | undefined): Coverage {
    const keys = this.#files.map(keyFor)
    if (this.#rename(keys)) return this
    const byFile = new Map(this.#files.map((file, i) => [file, keys[i]]))
    const renamed = new Coverage()
    for (const notExecuted of mergePasses([this])) {
      renamed.#mergeAs(this, (file) => {
        const key = byFile.get(file)
        return key && renamed.#counterpart(file, key, notExecuted)
      })
    }
    return renamed
  }

  /** Renames in place, which needs no copy; returns false, without a change, if that is not possible. */
  #rename(keys: readonly (FileKey | undefined)[]): boolean {
    if (this.#files.every((file, i) => keys[i] === file)) return true
    const unique = new Set(keys.map((key) => key && keyOf(key)))
    if (unique.has(undefined) || unique.size < keys.length) return false
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
    this.#adoptMeasured(other, mine)
    for (const files of splitLayers(mine.map((file) => file?.number ?? -1))) {
      this.#store.merge(other.#store, files, (file, before, weight) => {
        throw contradiction(this.#files[file]?.path ?? '', before, weight)
      })
    }
    this.#adoptJointCounts(other, mine)
  }

  #adoptMeasured(other: Coverage, mine: readonly (SourceFile | undefined)[]): void {
    let bits = this.#measuredByFile ?? new Uint8Array(64)
    if (bits.length < this.#files.length) bits = grow(bits, this.#files.length)
    other.#files.forEach((otherFile, i) => {
      const number = mine[i]?.number
      if (number !== undefined) bits[number] = (bits[number] ?? 0) | other.#measuredBits(otherFile)
    })
    this.#measuredByFile = bits
  }

  #measuredBits({ number }: SourceFile): number {
    if (this.#measuredByFile) return this.#measuredByFile[number] ?? 0
    return Iterator.from(this.measured).reduce((bits, metric) => bits | bitOf(metric), 0)
  }

  /** Adopts the joint counts whose files were all merged. */
  #adoptJointCounts(other: Coverage, mine: readonly (SourceFile | undefined)[]): void {
    if (other.#jointCounts.length === 0) return
    const mergedFiles = new Map(other.#files.map((otherFile, i) => [otherFile, mine[i]]))
    for (const { files, ...joint } of other.#jointCounts) {
      const mapped = [...files].flatMap((file) => mergedFiles.get(file) ?? [])
      const isNew = this.#jointCounts.every(({ count }) => count !== joint.count)
      if (isNew && mapped.length === files.size) {
        this.#jointCounts.push({ ...joint, files: new Set(mapped) })
      }
    }
  }
}

function bitOf(metric: Metric): number {
  return 1 << metrics.indexOf(metric)
}

interface SkippedEntries {
  entries: number
  /** A few of the names. */
  readonly names: Set<string>
  /** Receives the data of the entries. */
  readonly coverage: Coverage
}

/** Whether a path is a possible file name; code that was generated at run time is not in a file. */
function isFileName(path: string): boolean {
  if (path === '.' || path.trim() === '' || path.includes('\0') || path.length > 4096) return false
  return !/^(data|blob):/i.test(path)
}

/** The identity of a file: its path, and the module that separates files with the same path. */
export interface FileKey {
  readonly path: string
  readonly module: string
}

/** Returns the key as a string. */
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
 * Merges several coverages.
 *
 * @throws ActionError if they contradict each other; the message completes "Suite … "
 */
export function merged(coverages: readonly Coverage[]): Coverage {
  const [only, ...others] = coverages
  if (only && others.length === 0) return only
  const whole = new Coverage()
  whole.merge(...coverages)
  return whole
}

/** Returns the passes of a merge: executed files, then, if there are any, those that were not executed. */
function mergePasses(coverages: readonly Coverage[]): boolean[] {
  const hasOthers = coverages.some((coverage) =>
    Iterator.from(coverage.files()).some((file) => file.notExecuted),
  )
  return hasOthers ? [false, true] : [false]
}

/** Splits numbers into as few lists as possible without duplicates in any; -1 is skipped and fills gaps. */
function splitLayers(numbers: readonly number[]): Int32Array[] {
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
