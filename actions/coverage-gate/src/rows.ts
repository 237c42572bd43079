/** How many rows are read at a time. */
const most = 256
/** More digits may be more than 32 bits; the strict reader knows what to do then. */
const mostDigits = 9

/** Two words of text with what counts of each, how many bytes they are, and what is to be done then. */
const stepSize = 6
const goOn = 0
const takeNumber = 1
const end = 2

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const ZERO = 0x30

/**
 * Elements that reports repeat by the million and nearly always write alike, matched whole:
 * `<line number="#" hits="#"/>`, where `#` is a whole number that is not negative. What looks otherwise
 * is no row; it is for the `XmlReader` to judge.
 */
export class Rows {
  /** The rows read last, `width` numbers each: where it ends, which template it is, its numbers, zeros. */
  readonly values: Int32Array
  readonly width: number
  /** Where the last row ends. */
  end = 0

  /** The steps of the templates, one behind the other, and where each template begins. */
  readonly #program: Int32Array
  readonly #starts: Int32Array

  constructor(...templates: string[]) {
    const programs = templates.map(stepsOf)
    this.#program = Int32Array.from(programs.flat())
    this.#starts = new Int32Array(templates.length)
    for (let i = 1; i < templates.length; i++) {
      this.#starts[i] = (this.#starts[i - 1] ?? 0) + (programs[i - 1]?.length ?? 0)
    }
    this.width = 1 + Math.max(...templates.map((template) => template.split('#').length))
    this.values = new Int32Array(most * this.width)
  }

  /**
   * Reads the rows that stand here one behind the other, with or without blanks before each; returns
   * how many. There is a NUL behind the last byte, and more room behind that than a text is long.
   */
  read(bytes: Uint8Array, view: DataView, from: number): number {
    const { values, width } = this
    const starts = this.#starts
    let count = 0
    this.end = from
    for (let row = 0; count < most; row += width) {
      let start = this.end
      for (let byte = bytes[start]; isBlank(byte); byte = bytes[++start]);
      let template = 0
      let end = -1
      for (; template < starts.length; template++) {
        end = this.#match(bytes, view, start, starts[template] ?? 0, row + 2)
        if (end > 0) break
      }
      if (end < 0) return count
      values[row] = end
      values[row + 1] = template
      this.end = end
      count++
    }
    return count
  }

  /** Puts the numbers of a row of this program into the slot; returns where it ends, -1 if it is none. */
  #match(bytes: Uint8Array, view: DataView, from: number, program: number, slot: number): number {
    const steps = this.#program
    const values = this.values
    let step = program
    let at = from
    let to = slot
    for (;;) {
      const one = (view.getInt32(at, true) ^ (steps[step] ?? 0)) & (steps[step + 1] ?? 0)
      const two = (view.getInt32(at + 4, true) ^ (steps[step + 2] ?? 0)) & (steps[step + 3] ?? 0)
      if ((one | two) !== 0) return -1
      at += steps[step + 4] ?? 0
      const then = steps[step + 5]
      step += stepSize
      if (then === goOn) continue
      if (then === end) break
      const first = at
      let number = 0
      for (;;) {
        const digit = (bytes[at] ?? 0) - ZERO
        if (digit < 0 || digit > 9) break
        number = (Math.imul(number, 10) + digit) | 0
        at++
      }
      if (at === first || at - first > mostDigits) return -1
      values[to++] = number
    }
    for (const behind = slot + this.width - 2; to < behind; to++) values[to] = 0
    return at
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === LF || byte === TAB || byte === CR
}

/** The steps of a template: eight bytes of text at a time. */
function stepsOf(template: string): number[] {
  const texts = template.split('#')
  return texts.flatMap((text, i) => {
    const pieces = text.match(/.{1,8}/g) ?? []
    return pieces.flatMap((piece, j) => {
      const then = j + 1 < pieces.length ? goOn : i + 1 < texts.length ? takeNumber : end
      return [...wordAndMask(piece.slice(0, 4)), ...wordAndMask(piece.slice(4)), piece.length, then]
    })
  })
}

function wordAndMask(text: string): [word: number, mask: number] {
  const mask = text.replace(/./g, '\xff')
  const wordOf = (bytes: string): number =>
    Buffer.from(bytes.padEnd(4, '\0'), 'latin1').readInt32LE()
  return [wordOf(text), wordOf(mask)]
}
