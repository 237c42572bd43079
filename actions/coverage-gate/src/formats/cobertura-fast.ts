import { digitCountBits, digitCountMask, readDigits, SLASH, wordOf } from '../parse/bytes.ts'
import { batchSize, type ReadRecords, recordFields } from '../parse/xml/record-format.ts'
import { afterBlanks } from '../parse/xml/record-matcher.ts'

/*
 * An accelerator: without it every report comes to the same, and 500 MB of Cobertura take a tenth longer.
 */

/** Where the numbers of a line are in its record; branches that are not told are none. */
export const inRecord = { number: 2, hits: 3, taken: 4, branches: 5 } as const

// `<line number="#" hits="#"/>`, four bytes at a time.
const line1 = wordOf('<lin')
const line2 = wordOf('e nu')
const line3 = wordOf('mber')
const line4 = wordOf('er="')
const hits1 = wordOf('" hi')
const hits2 = wordOf('ts="')
const end = wordOf('"/>')
// The same with `" branch="true" condition-coverage="#% (#/#)"/>` behind its hits.
const branchText = Int32Array.from(
  '" branch="true" condition-coverage="'.match(/.{4}/g) ?? [],
  (text) => wordOf(text),
)
const shareText = wordOf('% (')
const shareEnd = wordOf(')"/>')

/** Reads the lines that are written as coverage.py and Istanbul do, `<line number="12" hits="3"/>`. */
export const readUsual: ReadRecords = (bytes, view, from, values, width, first) => {
  let at = from
  for (let count = first; ; count++) {
    if (count === batchSize) return count
    at = afterBlanks(bytes, view, at)
    if (((view.getInt32(at, true) ^ line1) | (view.getInt32(at + 4, true) ^ line2)) !== 0)
      return count
    if (((view.getInt32(at + 8, true) ^ line3) | (view.getInt32(at + 10, true) ^ line4)) !== 0)
      return count
    at += '<line number="'.length
    const number = readDigits(bytes, at)
    at += number & digitCountMask
    if (((view.getInt32(at, true) ^ hits1) | (view.getInt32(at + 4, true) ^ hits2)) !== 0)
      return count
    at += '" hits="'.length
    const hits = readDigits(bytes, at)
    at += hits & digitCountMask
    if ((number | hits) < 0) return count
    const row = count * width
    if (((view.getInt32(at, true) ^ end) & 0xffffff) === 0) at += '"/>'.length
    else at = readShare(bytes, view, at, values, row)
    if (at < 0) return count
    values[row + recordFields.end] = at
    values[row + inRecord.number] = number >> digitCountBits
    values[row + inRecord.hits] = hits >> digitCountBits
  }
}

/** Reads the branches of a row; returns where it ends, or -1. */
function readShare(
  bytes: Uint8Array,
  view: DataView,
  from: number,
  values: Int32Array,
  row: number,
): number {
  let at = from
  for (let i = 0; i < branchText.length; i++, at += 4) {
    if (view.getInt32(at, true) !== branchText[i]) return -1
  }
  const percent = readDigits(bytes, at)
  at += percent & digitCountMask
  if (((view.getInt32(at, true) ^ shareText) & 0xffffff) !== 0 || percent < 0) return -1
  at += '% ('.length
  const taken = readDigits(bytes, at)
  at += taken & digitCountMask
  if (bytes[at] !== SLASH) return -1
  at++
  const branches = readDigits(bytes, at)
  at += branches & digitCountMask
  if (view.getInt32(at, true) !== shareEnd || (taken | branches) < 0) return -1
  values[row + inRecord.taken] = taken >> digitCountBits
  values[row + inRecord.branches] = branches >> digitCountBits
  return at + ')"/>'.length
}
