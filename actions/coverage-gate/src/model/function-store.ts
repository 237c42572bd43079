import { FunctionTable } from '../collections/string-table.ts'
import type { Scheme } from './branch-store.ts'
import { Counters } from './counters.ts'
import { type Count, type Tally, tally } from './metrics.ts'

interface Functions {
  readonly table: FunctionTable
  readonly counts: Counters
}

/** The functions of all files. Different schemes list the same functions, so they are not added up. */
export class FunctionStore {
  readonly #schemes = new Map<Scheme, Functions>()
  // The last lookup.
  #scheme: Scheme | undefined
  #last: Functions = create()

  get isEmpty(): boolean {
    return this.#schemes.size === 0
  }

  /** Returns the total of all files. */
  sum(files: number): Count {
    const [only, ...others] = this.#schemes.values()
    if (!only) return tally()
    if (others.length === 0) return { ...only.counts.sum }
    const sum = tally()
    for (let file = 0; file < files; file++) {
      const { covered, total } = this.of(file)
      sum.covered += covered
      sum.total += total
    }
    return sum
  }

  /** Returns the count of a file; if several schemes have one, the highest applies. */
  of(file: number): Count {
    const most: Tally = tally()
    for (const { counts } of this.#schemes.values()) {
      most.covered = Math.max(most.covered, counts.coveredOf(file))
      most.total = Math.max(most.total, counts.totalOf(file))
    }
    return most
  }

  get mayBeUncertain(): boolean {
    return this.#schemes.size > 1
  }

  /** Whether the schemes have different counts for a file. */
  isUncertain(file: number): boolean {
    const { covered, total } = this.of(file)
    return this.#schemes.values().some(({ counts }) => {
      const count = counts.of(file)
      return count.total > 0 && (count.covered !== covered || count.total !== total)
    })
  }

  /** Marks the function with this number as covered. */
  cover(scheme: Scheme, file: number, number: number): void {
    const { table, counts } = this.#of(scheme)
    if (table.cover(number)) counts.add(file, 1, 0)
  }

  /** Whether the key of a function, from byte `at` on, equals these bytes. */
  endsWith(
    scheme: Scheme,
    number: number,
    at: number,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): boolean {
    return this.#of(scheme).table.endsWith(number, at, bytes, from, to)
  }

  /** Returns the key of a function, from byte `at` on, as Latin-1. */
  keyOf(scheme: Scheme, number: number, at: number): string {
    return this.#of(scheme).table.keyOf(number, at)
  }

  /** Merges another store; `files` maps its file numbers to those here, -1 for none. */
  merge(other: FunctionStore, files: Int32Array): void {
    for (const [scheme, { table }] of other.#schemes) {
      table.each((otherFile, bytes, from, to, covered) => {
        const file = files[otherFile] ?? -1
        if (file >= 0) this.mark(scheme, file, bytes, from, to, covered)
      })
    }
  }

  /** Adds a function by its key as bytes; returns its number. */
  mark(
    scheme: Scheme,
    file: number,
    bytes: Uint8Array,
    from: number,
    to: number,
    covered: boolean,
  ): number {
    const { table, counts } = this.#of(scheme)
    const number = table.find(file, bytes, from, to)
    if (table.isNew) counts.add(file, 0, 1)
    if (covered && table.cover(number)) counts.add(file, 1, 0)
    return number
  }

  #of(scheme: Scheme): Functions {
    if (scheme === this.#scheme) return this.#last
    const known = this.#schemes.get(scheme) ?? create()
    this.#schemes.set(scheme, known)
    this.#scheme = scheme
    this.#last = known
    return known
  }
}

function create(): Functions {
  return { table: new FunctionTable(), counts: new Counters() }
}
