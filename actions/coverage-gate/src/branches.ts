const slotSize = 4

/**
 * How many branches lines have and how many of them were taken: a hash table in one array, four
 * numbers a slot (the file plus one, the line, covered, total), because a line may be one of millions.
 */
export class BranchTable {
  #slots = new Int32Array(slotSize * 256)
  #used = 0

  /** Keeps the better of what is known and what is told now, and counts the difference. */
  mark(
    file: number,
    line: number,
    covered: number,
    total: number,
    count: { covered: number; total: number },
  ): void {
    const at = this.#find(file, line)
    const slots = this.#slots
    const moreCovered = covered - (slots[at + 2] ?? 0)
    const moreTotal = total - (slots[at + 3] ?? 0)
    if (moreCovered > 0) {
      slots[at + 2] = covered
      count.covered += moreCovered
    }
    if (moreTotal > 0) {
      slots[at + 3] = total
      count.total += moreTotal
    }
  }

  forEach(visit: (file: number, line: number, covered: number, total: number) => void): void {
    const slots = this.#slots
    for (let at = 0; at < slots.length; at += slotSize) {
      const file = slots[at] ?? 0
      if (file > 0) visit(file - 1, slots[at + 1] ?? 0, slots[at + 2] ?? 0, slots[at + 3] ?? 0)
    }
  }

  /** Where the slot of a line begins; a new one is taken if it has none. */
  #find(file: number, line: number): number {
    const known = slotOf(this.#slots, file + 1, line)
    if (this.#slots[known] !== 0) return known
    this.#used++
    const full = this.#used * slotSize * 2 > this.#slots.length
    if (full) this.#grow()
    const at = full ? slotOf(this.#slots, file + 1, line) : known
    this.#slots[at] = file + 1
    this.#slots[at + 1] = line
    return at
  }

  #grow(): void {
    const old = this.#slots
    const larger = new Int32Array(old.length * 2)
    for (let from = 0; from < old.length; from += slotSize) {
      const file = old[from] ?? 0
      if (file === 0) continue
      const to = slotOf(larger, file, old[from + 1] ?? 0)
      for (let i = 0; i < slotSize; i++) larger[to + i] = old[from + i] ?? 0
    }
    this.#slots = larger
  }
}

/** Where a line stands, or the free slot where it would. Neighbouring lines are kept together. */
function slotOf(slots: Int32Array, file: number, line: number): number {
  const mask = slots.length / slotSize - 1
  const mixed = Math.imul(Math.imul(file, 0x9e3779b1) ^ (line >> 3), 0x85ebca6b)
  let slot = ((mixed ^ (mixed >>> 15)) * 8 + (line & 7)) & mask
  for (;;) {
    const at = slot * slotSize
    if (slots[at] === 0 || (slots[at] === file && slots[at + 1] === line)) return at
    slot = (slot + 1) & mask
  }
}
