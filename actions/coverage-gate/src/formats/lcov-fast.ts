import { firstArm } from '../model/branch-table.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { COLON, COMMA, CR, DASH, LF, NINE, ZERO } from '../parse/bytes.ts'

/*
 * Speeds up reading without changing the result: otherwise each line needs a string and a regular expression, which
 * takes many times as long. The loops parse digits inline, which saves a tenth of the time.
 */

const A = 0x41
const B = 0x42
const D = 0x44
const R = 0x52

const scheme = 'lcov'

/** Branches with a text instead of a number are numbered from here. */
export const firstText = 4096
/** Numbers with more digits may exceed 2^31. */
const maxDigits = 9

/** The numbers of DA and BRDA lines of a record. */
export interface ListedRows {
  lines: number
  branches: number
}

/** Pairs of a line and a number that is 0 if it was not executed. */
const rows = new Int32Array(1024)

/** Reads consecutive DA lines that contain only digits; returns the start of the first other line. */
export function readPlainHits(
  bytes: Buffer,
  from: number,
  limit: number,
  file: SourceFile,
  listed: ListedRows,
): number {
  let start = from
  let size = 0
  while (start < limit && size < rows.length) {
    if (bytes[start] !== D || bytes[start + 1] !== A || bytes[start + 2] !== COLON) break
    let at = start + 3
    let line = 0
    let byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) line = line * 10 + byte - ZERO
    if (byte !== COMMA || at === start + 3 || at > start + 3 + maxDigits) break
    const hitsStart = ++at
    let nonzero = 0
    byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) nonzero |= byte & 15
    if (byte === CR && at > hitsStart) byte = bytes[++at] ?? 0
    if (byte !== LF || at === hitsStart) break
    rows[size] = line
    rows[size + 1] = nonzero
    size += 2
    start = at + 1
  }
  if (size > 0) file.lines(rows, 2, size / 2, 0, 1)
  listed.lines += size / 2
  return start
}

/** Reads consecutive BRDA lines that contain only numbers; returns the start of the first other line. */
export function readPlainArms(
  bytes: Buffer,
  from: number,
  limit: number,
  file: SourceFile,
  listed: ListedRows,
): number {
  let start = from
  // Both arms of a branch are usually adjacent, and are marked together.
  let lastLine = 0
  let arms = 0
  while (start < limit) {
    if (bytes[start] !== B || bytes[start + 3] !== A || bytes[start + 4] !== COLON) break
    if (bytes[start + 1] !== R || bytes[start + 2] !== D) break
    let at = start + 5
    let line = 0
    let byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) line = line * 10 + byte - ZERO
    if (byte !== COMMA || at === start + 5 || at > start + 5 + maxDigits) break
    const blockStart = ++at
    let block = 0
    byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) block = block * 10 + byte - ZERO
    if (byte !== COMMA || at === blockStart || at > blockStart + maxDigits) break
    const armStart = ++at
    let arm = 0
    byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) arm = arm * 10 + byte - ZERO
    if (byte !== COMMA || at === armStart || at > armStart + maxDigits || arm >= firstText) break
    const takenStart = ++at
    let nonzero = 0
    byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) nonzero |= byte & 15
    if (byte === DASH && at === takenStart) byte = bytes[++at] ?? 0
    if (byte === CR && at > takenStart) byte = bytes[++at] ?? 0
    if (byte !== LF || at === takenStart) break
    if (block > 0 || arm > 1) file.branch(line, block, arm, nonzero !== 0, scheme)
    else {
      if (line !== lastLine && arms > 0) {
        file.firstArms(lastLine, arms, scheme)
        arms = 0
      }
      lastLine = line
      arms |= firstArm(arm, nonzero > 0)
    }
    listed.branches++
    start = at + 1
  }
  if (arms > 0) file.firstArms(lastLine, arms, scheme)
  return start
}
