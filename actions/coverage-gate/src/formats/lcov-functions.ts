import { grow } from '../collections/grow.ts'
import type { Scheme } from '../model/branch-store.ts'
import type { SourceFile } from '../model/file-coverage.ts'

const scheme = 'lcov'
/** Groups of lcov 2 are known by where they begin alone. */
const groupScheme = 'lcov-groups'

/** The functions of a record that have the same name. */
interface Namesakes {
  readonly numbers: number[]
  /** How many of them have had their calls. */
  called: number
  /** The calls that no function is known for yet: whether there were any. */
  readonly waiting: boolean[]
}

/**
 * The functions of a record, each known by where it begins and its name, so that reports merge whichever
 * functions each of them lists. Several may have one name, as methods of different classes have where a tool
 * leaves out the class: the n-th calls of a name belong to the n-th function of that name.
 */
export class RecordFunctions {
  #file: SourceFile | undefined
  /** The functions in their order, by their numbers, and where in their keys the names begin. */
  #numbers = new Int32Array(64)
  #names = new Int32Array(64)
  #count = 0
  /** How many have had their calls, as long as those come in the same order, as they nearly always do. */
  #called = 0
  /** The functions by name, from when calls came in another order. */
  #byName: Map<string, Namesakes> | undefined
  /** The functions of lcov 2 by their index. */
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

  /** A function by where its line and its name stand; its last line may stand between them. */
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
    if (this.#byName) defineNamed(file, this.#namesakes(nameIn(bytes, name, end)), number)
  }

  /** The calls of a function by where its name stands. */
  call(bytes: Buffer, name: number, end: number, covered: boolean): void {
    const file = this.#file
    if (!file) return
    const number = this.#numbers[this.#called] ?? 0
    const at = this.#names[this.#called] ?? 0
    const isInOrder = this.#called < this.#count && !this.#byName
    if (isInOrder && file.functionEndsWith(number, at, bytes, name, end, scheme)) {
      this.#called++
      if (covered) file.coverFunction(number, scheme)
    } else callNamed(file, this.#namesakes(nameIn(bytes, name, end)), covered)
  }

  /** A function of lcov 2, which may have several names, as templates have, and counts once. */
  defineGroup(index: string, line: string): void {
    const key = Buffer.from(line)
    if (this.#file) this.#groups.set(index, this.#groupKeys.add(this.#file, key, 0, key.length))
  }

  /** The calls of one of its names; false when there is no such function. */
  callGroup(index: string, covered: boolean): boolean {
    const number = this.#groups.get(index)
    if (number !== undefined && covered) this.#file?.coverFunction(number, groupScheme)
    return number !== undefined
  }

  /**
   * Calls that are left over are told again of the last function of their name; where there is none, they are
   * all that is known of one.
   */
  end(): void {
    for (const [name, { numbers, waiting }] of this.#byName ?? []) {
      if (waiting.length === 0) continue
      const key = Buffer.from(`,${name}`, 'latin1')
      const number = numbers.at(-1) ?? this.#file?.functionIn(key, 0, key.length, false, scheme)
      if (number !== undefined && waiting.includes(true)) this.#file?.coverFunction(number, scheme)
    }
  }

  #namesakes(name: string): Namesakes {
    this.#byName ??= this.#sorted()
    const known = this.#byName.get(name) ?? { numbers: [], called: 0, waiting: [] }
    this.#byName.set(name, known)
    return known
  }

  /** The functions so far by their names. */
  #sorted(): Map<string, Namesakes> {
    const byName = new Map<string, Namesakes>()
    for (let i = 0; i < this.#count; i++) {
      const number = this.#numbers[i] ?? 0
      const key = this.#file?.functionKey(number, this.#names[i] ?? 0, scheme) ?? ''
      const name = key.replace(timesAtEnd, '')
      const known = byName.get(name) ?? { numbers: [], called: 0, waiting: [] }
      byName.set(name, known)
      known.numbers.push(number)
      if (i < this.#called) known.called++
    }
    return byName
  }
}

/** Names are compared byte by byte, whatever they are written in. */
function nameIn(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to)
}

function defineNamed(file: SourceFile, namesakes: Namesakes, number: number): void {
  namesakes.numbers.push(number)
  const covered = namesakes.waiting.shift()
  if (covered === undefined) return
  namesakes.called++
  if (covered) file.coverFunction(number, scheme)
}

function callNamed(file: SourceFile, namesakes: Namesakes, covered: boolean): void {
  const number = namesakes.numbers[namesakes.called]
  if (number === undefined) namesakes.waiting.push(covered)
  else {
    namesakes.called++
    if (covered) file.coverFunction(number, scheme)
  }
}

/** How often a key was there, where that is more than once. */
const timesAtEnd = /\0\d+$/

/** What the functions of a record are known by; what is there twice is known by how often it was there, too. */
class RecordKeys {
  readonly #scheme: Scheme
  /** The number that the next new function gets, and the one that the first new one of the record got. */
  #next = 0
  #first = 0
  /** Those told in the record that others had told before. */
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

  /** Whether the record tells a function for the first time, which then counts as told. */
  #isFirst(number: number): boolean {
    if (number >= this.#next) this.#next = number + 1
    else if (number >= this.#first || this.#older.has(number)) return false
    else this.#older.add(number)
    return true
  }
}
