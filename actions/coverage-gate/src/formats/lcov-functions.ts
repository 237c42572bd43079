import { grow } from '../collections/grow.ts'
import type { Scheme } from '../model/branch-store.ts'
import type { SourceFile } from '../model/file-coverage.ts'

const scheme = 'lcov'
/** Groups of lcov 2 are identified only by their start line. */
const groupScheme = 'lcov-groups'

/** The functions of a record with the same name. */
interface SameNameFunctions {
  readonly numbers: number[]
  /** How many of them have been assigned their calls. */
  called: number
  /** Calls without a function so far: whether the count was positive. */
  readonly pending: boolean[]
}

/**
 * The functions of a record, identified by start line and name, so that reports with different functions can be
 * merged. Several functions may have the same name, such as methods of different classes if a tool omits the class:
 * the n-th FNDA of a name belongs to the n-th FN of that name.
 */
export class RecordFunctions {
  #file: SourceFile | undefined
  /** The numbers of the functions in order, and the offsets of the names in their keys. */
  #numbers = new Int32Array(64)
  #names = new Int32Array(64)
  #count = 0
  /** How many have been assigned their calls, while those are in the same order, as they nearly always are. */
  #called = 0
  /** The functions by name; created when calls come in another order. */
  #byName: Map<string, SameNameFunctions> | undefined
  /** The functions of lcov 2 by index. */
  readonly #groups = new Map<string, number>()
  readonly #keys = new RecordKeys(scheme)
  readonly #groupKeys = new RecordKeys(groupScheme)

  begin(file: SourceFile): void {
    this.#file = file
    this.#count = 0
    this.#called = 0
    this.#byName = undefined
    this.#keys.clear()
    if (this.#groups.size === 0) return
    this.#groups.clear()
    this.#groupKeys.clear()
  }

  /** Adds a function, given the bounds of its line and name; its last line may be between them. */
  define(bytes: Buffer, line: number, lineEnd: number, name: number, end: number): void {
    const file = this.#file
    if (!file) return
    let number: number
    if (name === lineEnd + 1) number = this.#keys.add(file, bytes, line, end)
    else {
      const key = Buffer.concat([bytes.subarray(line, lineEnd + 1), bytes.subarray(name, end)])
      number = this.#keys.add(file, key, 0, key.length)
    }
    if (this.#count === this.#numbers.length) {
      this.#numbers = grow(this.#numbers, this.#count + 1)
      this.#names = grow(this.#names, this.#count + 1)
    }
    this.#numbers[this.#count] = number
    this.#names[this.#count++] = lineEnd + 1 - line
    if (this.#byName) defineNamed(file, this.#withName(nameIn(bytes, name, end)), number)
  }

  /** Assigns calls to a function, given the bounds of its name. */
  call(bytes: Buffer, name: number, end: number, covered: boolean): void {
    const file = this.#file
    if (!file) return
    const number = this.#numbers[this.#called] ?? 0
    const at = this.#names[this.#called] ?? 0
    const isInOrder = this.#called < this.#count && !this.#byName
    if (isInOrder && file.functionEndsWith(number, at, bytes, name, end, scheme)) {
      this.#called++
      if (covered) file.coverFunction(number, scheme)
    } else callNamed(file, this.#withName(nameIn(bytes, name, end)), covered)
  }

  /** Adds a function of lcov 2, which may have several names, like a template, and counts once. */
  defineGroup(index: string, line: string): void {
    const key = Buffer.from(line)
    if (this.#file) this.#groups.set(index, this.#groupKeys.add(this.#file, key, 0, key.length))
  }

  /** Adds the calls of one of its names; returns false if there is no such function. */
  callGroup(index: string, covered: boolean): boolean {
    const number = this.#groups.get(index)
    if (number !== undefined && covered) this.#file?.coverFunction(number, groupScheme)
    return number !== undefined
  }

  /**
   * Assigns the remaining calls to the last function of their name; if there is none, they define one.
   */
  end(): void {
    for (const [name, { numbers, pending }] of this.#byName ?? []) {
      if (pending.length === 0) continue
      const key = Buffer.from(`,${name}`, 'latin1')
      const number = numbers.at(-1) ?? this.#file?.functionIn(key, 0, key.length, false, scheme)
      if (number !== undefined && pending.includes(true)) this.#file?.coverFunction(number, scheme)
    }
  }

  #withName(name: string): SameNameFunctions {
    this.#byName ??= this.#groupByName()
    const known = this.#byName.get(name) ?? { numbers: [], called: 0, pending: [] }
    this.#byName.set(name, known)
    return known
  }

  /** Groups the functions so far by name. */
  #groupByName(): Map<string, SameNameFunctions> {
    const byName = new Map<string, SameNameFunctions>()
    for (let i = 0; i < this.#count; i++) {
      const number = this.#numbers[i] ?? 0
      const key = this.#file?.functionKey(number, this.#names[i] ?? 0, scheme) ?? ''
      const name = key.replace(timesAtEnd, '')
      const known = byName.get(name) ?? { numbers: [], called: 0, pending: [] }
      byName.set(name, known)
      known.numbers.push(number)
      if (i < this.#called) known.called++
    }
    return byName
  }
}

/** Names are compared byte by byte, in any encoding. */
function nameIn(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to)
}

function defineNamed(file: SourceFile, functions: SameNameFunctions, number: number): void {
  functions.numbers.push(number)
  const covered = functions.pending.shift()
  if (covered === undefined) return
  functions.called++
  if (covered) file.coverFunction(number, scheme)
}

function callNamed(file: SourceFile, functions: SameNameFunctions, covered: boolean): void {
  const number = functions.numbers[functions.called]
  if (number === undefined) functions.pending.push(covered)
  else {
    functions.called++
    if (covered) file.coverFunction(number, scheme)
  }
}

/** The number of a repeated key. */
const timesAtEnd = /\0\d+$/

/** The keys of the functions in a record; repeated keys are numbered. */
class RecordKeys {
  readonly #scheme: Scheme
  /** The number of the next new function, and of the first new one in the record. */
  #next = 0
  #first = 0
  /** Functions in the record that earlier records contained. */
  readonly #older = new Set<number>()
  readonly #times = new Map<string, number>()

  constructor(scheme: Scheme) {
    this.#scheme = scheme
  }

  clear(): void {
    this.#first = this.#next
    if (this.#older.size > 0) this.#older.clear()
    if (this.#times.size > 0) this.#times.clear()
  }

  /** Returns the number of the function. */
  add(file: SourceFile, bytes: Buffer, from: number, to: number): number {
    const number = file.functionIn(bytes, from, to, false, this.#scheme)
    if (this.#isFirst(number)) return number
    const name = bytes.toString('latin1', from, to)
    const times = (this.#times.get(name) ?? 1) + 1
    this.#times.set(name, times)
    const key = Buffer.from(`${name}\0${times}`, 'latin1')
    return this.add(file, key, 0, key.length)
  }

  /** Whether a function occurs for the first time in the record; remembers it. */
  #isFirst(number: number): boolean {
    if (number >= this.#next) this.#next = number + 1
    else if (number >= this.#first || this.#older.has(number)) return false
    else this.#older.add(number)
    return true
  }
}
