import { CR, digitCountBits, digitCountMask, LF, readDigits, SPACE, TAB, wordOf } from '../bytes.ts'
import { batchSize, dropped, type RecordFormat, recordFields } from './record-format.ts'
import { type Template, templateOf } from './record-template.ts'

/** Reports write their rows in a few ways; so many are looked at, and so long one may be. */
const mostLooks = 200
const longest = 1024

/** What stands behind a text instead of a number: the end of the row, or more text. */
const rowEnd = -1
const moreText = -2
/** How many bytes a text has at most. */
const mostBytes = 32

const fourBlanks = 0x20202020

/**
 * An accelerator: without it every report comes to the same, only later: 500 MB of Cobertura take 1.6 times as
 * long, of JaCoCo 1.3 times.
 *
 * It reads elements that look like one read before, but for their numbers: `<line number="12" hits="3"/>`
 * is known by its text, four bytes at a time. What is known is learnt from elements that the strict
 * reader has read, however the tool behind the report writes them; what looks otherwise is no record.
 */
export class RecordMatcher {
  /** The rows read last, `width` numbers each, as `ofRow` says; zeros behind them. */
  readonly values: Int32Array
  readonly width: number
  /** Where the last row ends. */
  end = 0

  readonly #form: RecordFormat
  /** How many elements were looked at to learn from them. */
  #looks = 0
  /** The first text of the first kind of row; the others hang on it as a tree. */
  #root: RowText | undefined
  /** The first text of the last row. */
  #begun: RowText | undefined
  /** How many of the values are not zero. */
  #used = 0

  constructor(form: RecordFormat) {
    this.#form = form
    // One place more than it has numbers, for those that are dropped.
    this.width = recordFields.numbers + form.size + 1
    // One row more than is read, for one that turns out to be none.
    this.values = new Int32Array((batchSize + 1) * this.width)
  }

  /** Looks at an element that was read and is whole, so that those like it are known. */
  learn(bytes: Buffer, from: number, to: number): void {
    if (this.#looks === mostLooks || to - from > longest) return
    this.#looks++
    const template = templateOf(bytes.toString('latin1', from, to), this.#form)
    if (template) this.#keep(template)
  }

  /**
   * Reads the rows that stand here one behind the other, with or without blanks before each; returns
   * how many. There is a NUL behind the last byte, and more room behind that than a text is long.
   */
  read(bytes: Uint8Array, view: DataView, from: number): number {
    const { values, width } = this
    const form = this.#form
    values.fill(0, 0, this.#used)
    let count = 0
    let at = from
    while (at >= 0 && count < batchSize) {
      this.end = at
      const usual = form.readUsual?.(bytes, view, at, values, width, count) ?? count
      if (usual > count) {
        count = usual
        at = values[(count - 1) * width] ?? 0
      } else {
        at = this.#readRow(bytes, view, at, count * width)
        if (at >= 0) count++
      }
    }
    if (at >= 0) this.end = at
    this.#used = (count + 1) * width
    return count
  }

  /** Reads a row of any kind that is known; returns where it ends, or -1. */
  #readRow(bytes: Uint8Array, view: DataView, from: number, row: number): number {
    const root = this.#root
    if (root === undefined) return -1
    const { values } = this
    const begun = this.#begun ?? root
    const start = afterBlanks(bytes, view, from)
    let at = start
    let text: RowText = begun.after
    for (;;) {
      if (!text.isAt(view, at)) {
        const other: RowText | undefined = text.instead
        if (other) text = other
        else if (at > start || begun.after === root) return -1
        else {
          // What was expected is not there, nor what comes after it: once more from the first.
          begun.after = root
          text = root
        }
        continue
      }
      if (at === start) {
        if (begun.after !== text) begun.after = text
        this.#begun = text
      }
      at += text.length
      const { place } = text
      if (place >= 0) {
        const number = readDigits(bytes, at)
        if (number < 0) return -1
        at += number & digitCountMask
        values[row + place] = number >> digitCountBits
      } else if (place === rowEnd) {
        values[row] = at
        values[row + recordFields.kind] = text.kind
        return at
      }
      text = text.next ?? root
    }
  }

  #keep({ texts, places, kind }: Template): void {
    let last: RowText | undefined
    texts.forEach((text, i) => {
      const place = this.#placeOf(places[i])
      for (let from = 0; from < text.length; from += mostBytes) {
        const piece = text.slice(from, from + mostBytes)
        const isCut = from + mostBytes < text.length
        last = this.#textAfter(last, piece, isCut ? moreText : place)
      }
    })
    if (last) last.kind = kind
  }

  #placeOf(number: number | undefined): number {
    if (number === undefined) return rowEnd
    return number === dropped ? this.width - 1 : recordFields.numbers + number
  }

  /** The text that may stand behind another one, with such a number behind it. */
  #textAfter(before: RowText | undefined, its: string, place: number): RowText {
    let text = before ? before.next : this.#root
    let tried: RowText | undefined
    while (text) {
      if (text.text === its && text.place === place) return text
      tried = text
      text = text.instead
    }
    const added = new RowText(its, place)
    this.#root ??= added
    added.after = this.#root
    if (tried) tried.instead = added
    else if (before) before.next = added
    return added
  }
}

/** A text between two numbers of a row, of 32 bytes at most. */
class RowText {
  readonly text: string
  readonly length: number
  /** The place of the number behind it in the row, or `rowEnd`, or `moreText`. */
  readonly place: number
  /** The kind of the row that ends here. */
  kind = 0
  /** What stands behind its number, what may stand here instead, and the first text of the next row. */
  next: RowText | undefined
  instead: RowText | undefined
  after: RowText

  // Its bytes, four at a time, and the last four once more; of less than four the mask tells how many.
  readonly #one: number
  readonly #two: number
  readonly #three: number
  readonly #four: number
  readonly #five: number
  readonly #six: number
  readonly #seven: number
  readonly #last: number
  readonly #mask: number

  constructor(text: string, place: number) {
    this.text = text
    this.length = text.length
    this.place = place
    this.next = undefined
    this.instead = undefined
    this.after = this
    this.#one = wordOf(text, 0)
    this.#two = wordOf(text, 4)
    this.#three = wordOf(text, 8)
    this.#four = wordOf(text, 12)
    this.#five = wordOf(text, 16)
    this.#six = wordOf(text, 20)
    this.#seven = wordOf(text, 24)
    this.#last = wordOf(text, Math.max(text.length - 4, 0))
    this.#mask = wordOf('\xff'.repeat(Math.min(text.length, 4)), 0)
  }

  /** Whether it stands here; the most telling words first. */
  isAt(view: DataView, at: number): boolean {
    const { length } = this
    if (length < 4) return ((view.getInt32(at, true) ^ this.#one) & this.#mask) === 0
    if (view.getInt32(at + length - 4, true) !== this.#last) return false
    if (view.getInt32(at, true) !== this.#one) return false
    if (length <= 8) return true
    if (view.getInt32(at + 4, true) !== this.#two) return false
    if (length <= 12) return true
    if (view.getInt32(at + 8, true) !== this.#three) return false
    if (length <= 16) return true
    if (view.getInt32(at + 12, true) !== this.#four) return false
    if (length <= 20) return true
    if (view.getInt32(at + 16, true) !== this.#five) return false
    if (length <= 24) return true
    if (view.getInt32(at + 20, true) !== this.#six) return false
    return length <= 28 || view.getInt32(at + 24, true) === this.#seven
  }
}

export function afterBlanks(bytes: Uint8Array, view: DataView, from: number): number {
  let at = from
  for (;;) {
    const byte = bytes[at]
    if (byte !== SPACE && byte !== LF && byte !== TAB && byte !== CR) return at
    at++
    // Rows are mostly indented by blanks.
    while (view.getInt32(at, true) === fourBlanks) at += 4
  }
}
