import type { FileCounts } from './counters.ts'
import { add, type Count, type Tally, tally } from './metrics.ts'

/** Numbers per block: line and column of its start, line and column of its end, and 1 if it ran. */
export const blockSize = 5

/** The data of one report on a file that V8 measured. */
export interface V8Shard {
  /** The blocks that count as branches. */
  readonly branches: Int32Array
  readonly functions: Int32Array
  /** The lines that did not run, ascending. */
  readonly missedLines: Int32Array
}

interface MergedBlocks {
  readonly count: Count
  readonly byLine: ReadonlyMap<number, Count>
}

/**
 * The branches of V8, which are blocks of code. V8 lists a block only if its count differs from that of the enclosing
 * block. So a block that a report does not list ran if its nearest enclosing block did.
 *
 * istanbul-lib-coverage merges them the same way since 3.2.2, but considers only branches as enclosing blocks, not
 * functions. Blocks in a function that was never called then count as covered, although no report ran them.
 *
 * @see https://github.com/v8/v8/blob/main/src/debug/debug-coverage.cc
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/file-coverage.js
 */
export class V8Blocks implements FileCounts {
  readonly #shards = new Map<number, V8Shard[]>()
  readonly #merged = new Map<number, MergedBlocks>()

  get counts(): FileCounts {
    return this
  }

  get isEmpty(): boolean {
    return this.#shards.size === 0
  }

  get sum(): Count {
    const sum = tally()
    for (const file of this.#shards.keys()) add(sum, this.of(file))
    return sum
  }

  of(file: number): Count {
    return this.#mergedOf(file).count
  }

  add(file: number, shard: V8Shard): void {
    const shards = this.#shards.get(file) ?? []
    if (shards.some((known) => isSame(known, shard))) return
    this.#shards.set(file, [...shards, shard])
    this.#merged.delete(file)
  }

  eachLine(visit: (file: number, line: number, covered: number, total: number) => void): void {
    for (const file of this.#shards.keys()) {
      for (const [line, { covered, total }] of this.#mergedOf(file).byLine) {
        visit(file, line, covered, total)
      }
    }
  }

  /** Merges other counts; `files` maps their file numbers to those here, -1 for none. */
  merge(other: V8Blocks, files: Int32Array): void {
    for (const [otherFile, shards] of other.#shards) {
      const file = files[otherFile] ?? -1
      if (file >= 0) for (const shard of shards) this.add(file, shard)
    }
  }

  #mergedOf(file: number): MergedBlocks {
    const known = this.#merged.get(file)
    if (known) return known
    const merged = mergeShards(this.#shards.get(file) ?? [])
    this.#merged.set(file, merged)
    return merged
  }
}

function isSame(a: V8Shard, b: V8Shard): boolean {
  return (
    isEqual(a.branches, b.branches) &&
    isEqual(a.functions, b.functions) &&
    isEqual(a.missedLines, b.missedLines)
  )
}

function isEqual(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i])
}

/** A block of code, and whether it ran. */
interface Block {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly ran: boolean
  /** The innermost enclosing block. */
  readonly enclosing: Block | undefined
}

function mergeShards(shards: readonly V8Shard[]): MergedBlocks {
  const read = shards.map(({ branches, functions, missedLines }) => ({
    listed: byPlace(blocksOf(branches)),
    all: nested([...blocksOf(branches), ...blocksOf(functions)]),
    missed: new Set(missedLines),
  }))
  const merged = new Map(read.flatMap(({ listed }) => [...listed]))
  const byLine = new Map<number, Tally>()
  const count = tally()
  for (const [place, block] of merged) {
    const ran = read.some(({ listed, all, missed }) => {
      return listed.get(place)?.ran ?? ranUnlisted(block, all, missed)
    })
    const ofLine = byLine.get(block.line) ?? tally()
    byLine.set(block.line, ofLine)
    for (const sum of [count, ofLine]) add(sum, { covered: ran ? 1 : 0, total: 1 })
  }
  return { count, byLine }
}

/** Whether a block ran in a report that does not list it: like its nearest enclosing block, if there is one. */
function ranUnlisted(block: Block, all: readonly Block[], missed: ReadonlySet<number>): boolean {
  let nearest = all[firstAfter(block, all) - 1]
  while (nearest && !isInside(block, nearest)) nearest = nearest.enclosing
  if (!nearest?.ran) return false
  // Anonymous functions that were not called are not listed, but their lines are.
  return nearest.line === block.line || !missed.has(block.line)
}

/** Returns the index of the first block that begins after this one. */
function firstAfter(block: Block, all: readonly Block[]): number {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = all[middle]
    if (other && (other.line - block.line || other.column - block.column) > 0) high = middle
    else low = middle + 1
  }
  return low
}

function blocksOf(numbers: Int32Array): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < numbers.length; at += blockSize) {
    const [line = 0, column = 0, endLine = 0, endColumn = 0, ran] = numbers.subarray(at)
    blocks.push({ line, column, endLine, endColumn, ran: ran === 1, enclosing: undefined })
  }
  return blocks
}

/** Returns the blocks by start, outer ones first, each with its enclosing block. */
function nested(blocks: readonly Block[]): Block[] {
  const all: Block[] = []
  let enclosing: Block | undefined
  for (const block of blocks.toSorted(byStart)) {
    while (enclosing && !isInside(block, enclosing)) enclosing = enclosing.enclosing
    enclosing = { ...block, enclosing }
    all.push(enclosing)
  }
  return all
}

/** Returns the blocks by position; several at the same position are numbered. */
function byPlace(blocks: readonly Block[]): Map<string, Block> {
  const times = new Map<string, number>()
  return new Map(
    blocks.map((block) => {
      const place = `${block.line}:${block.column}-${block.endLine}:${block.endColumn}`
      const nth = times.get(place) ?? 0
      times.set(place, nth + 1)
      return [`${place} ${nth}`, block]
    }),
  )
}

function byStart(a: Block, b: Block): number {
  return (
    a.line - b.line || a.column - b.column || b.endLine - a.endLine || b.endColumn - a.endColumn
  )
}

function isInside(inner: Block, outer: Block): boolean {
  const begins = inner.line - outer.line || inner.column - outer.column
  const ends = outer.endLine - inner.endLine || outer.endColumn - inner.endColumn
  return begins >= 0 && ends >= 0
}
