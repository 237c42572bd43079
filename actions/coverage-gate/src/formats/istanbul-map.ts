import { grow } from '../collections/grow.ts'
import { beyondColumns } from '../collections/number-interner.ts'
import { blockSize } from '../model/v8-blocks.ts'
import type { JsonReader } from '../parse/json/reader.ts'

const hasPlace = 1
const hasHit = 2
const isCovered = 4
const hasTwoHits = 8
const isBlock = 16

/**
 * Receives a position, whether it is covered, and the arm of a branch. Source maps may put several items at the same
 * position: then the end columns of all but the first are beyond any line.
 */
type Visit = (
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  covered: boolean,
  arm: number,
) => void

/**
 * The statements, functions or branches of one file, by Istanbul's ids: position, hits, and the arms of branches. It
 * is cleared and reused for the next file.
 */
export class IstanbulMap {
  /** The slot of a numeric id plus one; 0 is free. */
  #slots = new Int32Array(1024)
  readonly #named = new Map<string, number>()
  #ids: number[] = []
  #places = new Int32Array(4 * 1024)
  #flags = new Uint8Array(1024)
  #arms: number[] = []

  clear(): void {
    for (const id of this.#ids) if (id >= 0) this.#slots[id] = 0
    this.#flags.fill(0, 0, this.#ids.length)
    this.#named.clear()
    this.#ids = []
    this.#arms = []
  }

  /** Returns the slot of the current key; a new one if it has none. */
  slotOf(json: JsonReader): number {
    const id = json.index()
    if (id < 0 || id >= 1 << 20) return this.#slotOfName(json.name())
    if (id >= this.#slots.length) this.#slots = grow(this.#slots, id + 1)
    const known = this.#slots[id] ?? 0
    if (known > 0) return known - 1
    const slot = this.#add(id)
    this.#slots[id] = slot + 1
    return slot
  }

  /** Sets line and column of the start, then of the end. */
  setPlace(slot: number, place: ArrayLike<number>): void {
    for (let i = 0; i < 4; i++) this.#places[slot * 4 + i] = place[i] ?? 0
    this.#flags[slot] = (this.#flags[slot] ?? 0) | hasPlace
  }

  setHit(slot: number, covered: boolean): void {
    const known = this.#flags[slot] ?? 0
    const again = (known & hasHit) > 0 ? hasTwoHits : 0
    this.#flags[slot] = known | hasHit | again | (covered ? isCovered : 0)
  }

  setArm(slot: number, arm: number, covered: boolean): void {
    if (covered) this.#flags[slot] = (this.#flags[slot] ?? 0) | isCovered
    this.#arms.push(slot, arm * 2 + (covered ? 1 : 0))
  }

  /** Describes an incomplete or repeated item, such as a place without a count; undefined if there is none. */
  incomplete(): string | undefined {
    for (let slot = 0; slot < this.#ids.length; slot++) {
      const flags = this.#flags[slot] ?? 0
      if ((flags & hasHit) === 0) return 'a place, but no count,'
      if ((flags & hasPlace) === 0) return 'a count, but no place,'
      if ((flags & hasTwoHits) > 0) return 'two counts'
    }
    return undefined
  }

  /** Marks a branch as a block of V8, which has no arms. */
  setBlock(slot: number): void {
    this.#flags[slot] = (this.#flags[slot] ?? 0) | isBlock
  }

  /** Whether all items are branches that are blocks of V8. */
  get isOfV8(): boolean {
    if (this.#ids.length === 0 || this.#arms.length !== 2 * this.#ids.length) return false
    return this.#ids.every((_, slot) => ((this.#flags[slot] ?? 0) & isBlock) > 0)
  }

  /** Returns the items as blocks of a `V8Shard`. */
  blocks(): Int32Array {
    const blocks = new Int32Array(this.#ids.length * blockSize)
    for (let slot = 0; slot < this.#ids.length; slot++) {
      const at = slot * blockSize
      blocks.set(this.#places.subarray(slot * 4, slot * 4 + 4), at)
      blocks[at + 4] = ((this.#flags[slot] ?? 0) & isCovered) === 0 ? 0 : 1
    }
    return blocks
  }

  /** Visits each item with its position. */
  forEach(visit: Visit): void {
    const times = this.#timesBefore()
    const places = this.#places
    for (let slot = 0; slot < this.#ids.length; slot++) {
      const at = slot * 4
      const covered = ((this.#flags[slot] ?? 0) & isCovered) !== 0
      const endColumn = (places[at + 3] ?? 0) + (times?.[slot] ?? 0) * beyondColumns
      visit(places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0, endColumn, covered, 0)
    }
  }

  /** Visits each arm of each branch. */
  forEachArm(visit: Visit): void {
    const times = this.#timesBefore()
    const places = this.#places
    for (let i = 0; i < this.#arms.length; i += 2) {
      const slot = this.#arms[i] ?? 0
      const at = slot * 4
      const arm = this.#arms[i + 1] ?? 0
      const endColumn = (places[at + 3] ?? 0) + (times?.[slot] ?? 0) * beyondColumns
      visit(
        places[at] ?? 0,
        places[at + 1] ?? 0,
        places[at + 2] ?? 0,
        endColumn,
        (arm & 1) === 1,
        arm >> 1,
      )
    }
  }

  /** Returns how many earlier items have the same position, for each item; undefined if all positions are unique. */
  #timesBefore(): Int32Array | undefined {
    if (this.#isSorted()) return undefined
    const places = this.#places
    const times = new Int32Array(this.#ids.length)
    const known = new Map<string, number>()
    for (let slot = 0; slot < times.length; slot++) {
      const place = places.subarray(slot * 4, slot * 4 + 4).join()
      const before = known.get(place) ?? 0
      times[slot] = before
      known.set(place, before + 1)
    }
    return times
  }

  /** Whether the positions are in order, outer items first, which makes them unique; nearly always so. */
  #isSorted(): boolean {
    const places = this.#places
    for (let at = 4; at < this.#ids.length * 4; at += 4) {
      const isSorted =
        (places[at] ?? 0) - (places[at - 4] ?? 0) ||
        (places[at + 1] ?? 0) - (places[at - 3] ?? 0) ||
        (places[at - 2] ?? 0) - (places[at + 2] ?? 0) ||
        (places[at - 1] ?? 0) - (places[at + 3] ?? 0)
      if (isSorted <= 0) return false
    }
    return true
  }

  #slotOfName(name: string): number {
    const known = this.#named.get(name)
    if (known !== undefined) return known
    const slot = this.#add(-1)
    this.#named.set(name, slot)
    return slot
  }

  #add(id: number): number {
    const slot = this.#ids.push(id) - 1
    if (slot >= this.#flags.length) {
      this.#flags = grow(this.#flags, slot + 1)
      this.#places = grow(this.#places, 4 * (slot + 1))
    }
    return slot
  }
}
