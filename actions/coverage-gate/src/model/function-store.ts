import { FunctionTable } from '../collections/string-table.ts'
import type { Scheme } from './branch-store.ts'
import { Counters } from './counters.ts'
import { type Count, type Tally, tally } from './metrics.ts'

interface Functions {
  readonly table: FunctionTable
  readonly counts: Counters
}

/** The functions of all files. Those of another scheme are the same ones, and are not added up. */
export class FunctionStore {
  readonly #schemes = new Map<Scheme, Functions>()
  // Those used last.
  #scheme: Scheme | undefined
  #last: Functions = create()

  get isEmpty(): boolean {
    return this.#schemes.size === 0
  }

  /** What there is in all files. */
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

  /** What there is in a file; of what is told in several schemes, the most that any knows. */
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

  /** Whether the schemes tell different counts of a file. */
  isUncertain(file: number): boolean {
    const { covered, total } = this.of(file)
    return this.#schemes.values().some(({ counts }) => {
      const one = counts.of(file)
      return one.total > 0 && (one.covered !== covered || one.total !== total)
    })
  }

  /** Marks a function of this number as covered. */
  cover(scheme: Scheme, file: number, number: number): void {
    const { table, counts } = this.#of(scheme)
    if (table.cover(number)) counts.add(file, 1, 0)
  }

  /** Whether the bytes by which a function is known, from there on, are these. */
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

  /** The bytes by which a function is known, from there on, as Latin-1. */
  keyOf(scheme: Scheme, number: number, at: number): string {
    return this.#of(scheme).table.keyOf(number, at)
  }

  /** Takes over those of another store, under these numbers of the files; -1 for none. */
  merge(other: FunctionStore, files: Int32Array): void {
    for (const [scheme, { table }] of other.#schemes) {
      table.each((theirs, bytes, from, to, covered) => {
        const file = files[theirs] ?? -1
        if (file >= 0) this.mark(scheme, file, bytes, from, to, covered)
      })
    }
  }

  /** Marks a function by what tells it from the others of its file, as bytes; returns its number. */
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
