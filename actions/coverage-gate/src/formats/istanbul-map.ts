import { grow } from '../collections/grow.ts'
import type { JsonReader } from '../parse/json/reader.ts'

const hasPlace = 1
const hasHit = 2
const isCovered = 4
const hasTwoHits = 8

/**
 * What Istanbul tells of the statements, functions or branches of one file, by their ids: where each
 * is, whether it was reached, and of branches each arm. It is cleared and used again for the next file.
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

  /** The slot of the id that is the key just read; a new one if it has none. */
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

  /** Line and column of the start, then of the end. */
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
    this.#arms.push(slot, arm * 2 + (covered ? 1 : 0))
  }

  /** What is there alone, or twice: a place without a count, or the reverse; undefined when all is whole. */
  incomplete(): string | undefined {
    for (let slot = 0; slot < this.#ids.length; slot++) {
      const flags = this.#flags[slot] ?? 0
      if ((flags & hasHit) === 0) return 'a place, but no count,'
      if ((flags & hasPlace) === 0) return 'a count, but no place,'
      if ((flags & hasTwoHits) > 0) return 'two counts'
    }
    return undefined
  }

  forEach(
    visit: (
      line: number,
      column: number,
      endLine: number,
      endColumn: number,
      covered: boolean,
    ) => void,
  ): void {
    const places = this.#places
    for (let slot = 0; slot < this.#ids.length; slot++) {
      const at = slot * 4
      const covered = ((this.#flags[slot] ?? 0) & isCovered) !== 0
      visit(places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0, places[at + 3] ?? 0, covered)
    }
  }

  forEachArm(
    visit: (
      line: number,
      column: number,
      endLine: number,
      endColumn: number,
      arm: number,
      covered: boolean,
    ) => void,
  ): void {
    const places = this.#places
    for (let i = 0; i < this.#arms.length; i += 2) {
      const at = (this.#arms[i] ?? 0) * 4
      const arm = this.#arms[i + 1] ?? 0
      visit(
        places[at] ?? 0,
        places[at + 1] ?? 0,
        places[at + 2] ?? 0,
        places[at + 3] ?? 0,
        arm >> 1,
        (arm & 1) === 1,
      )
    }
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
