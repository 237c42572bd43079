import { firstArm } from '../model/branch-table.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { COLON, COMMA, CR, DASH, LF, NINE, ZERO } from '../parse/bytes.ts'

/*
 * An accelerator: without it every tracefile comes to the same, many times later, for each of its lines would
 * be a string and a match of its own. The loops read their digits themselves, which is a tenth of the time.
 */

const A = 0x41
const B = 0x42
const D = 0x44
const R = 0x52

const scheme = 'lcov'

/** Branches that are told by a text get numbers from here on. */
export const firstText = 4096
/** More digits may be more than 2^31. */
const mostDigits = 9

/** How many rows of lines and branches there are. */
export interface ListedRows {
  lines: number
  branches: number
}

/** The line, and what is 0 if it was not reached, of one row behind the other. */
const rows = new Int32Array(1024)

/** Takes all hits that come here and are of digits only; returns where what is left begins. */
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
    if (byte !== COMMA || at === start + 3 || at > start + 3 + mostDigits) break
    const ofHits = ++at
    let nonzero = 0
    byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) nonzero |= byte & 15
    if (byte === CR && at > ofHits) byte = bytes[++at] ?? 0
    if (byte !== LF || at === ofHits) break
    rows[size] = line
    rows[size + 1] = nonzero
    size += 2
    start = at + 1
  }
  if (size > 0) file.lines(rows, 2, size / 2, 0, 1)
  listed.lines += size / 2
  return start
}

/** Takes all branches that come here and are of numbers only; returns where what is left begins. */
export function readPlainArms(
  bytes: Buffer,
  from: number,
  limit: number,
  file: SourceFile,
  listed: ListedRows,
): number {
  let start = from
  // Both arms of a branch stand together, and are marked together.
  let lastLine = 0
  let arms = 0
  while (start < limit) {
    if (bytes[start] !== B || bytes[start + 3] !== A || bytes[start + 4] !== COLON) break
    if (bytes[start + 1] !== R || bytes[start + 2] !== D) break
    let at = start + 5
    let line = 0
    let byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) line = line * 10 + byte - ZERO
    if (byte !== COMMA || at === start + 5 || at > start + 5 + mostDigits) break
    const ofBlock = ++at
    let block = 0
    byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) block = block * 10 + byte - ZERO
    if (byte !== COMMA || at === ofBlock || at > ofBlock + mostDigits) break
    const ofArm = ++at
    let arm = 0
    byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) arm = arm * 10 + byte - ZERO
    if (byte !== COMMA || at === ofArm || at > ofArm + mostDigits || arm >= firstText) break
    const ofTaken = ++at
    let nonzero = 0
    byte = bytes[at] ?? 0
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) nonzero |= byte & 15
    if (byte === DASH && at === ofTaken) byte = bytes[++at] ?? 0
    if (byte === CR && at > ofTaken) byte = bytes[++at] ?? 0
    if (byte !== LF || at === ofTaken) break
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
