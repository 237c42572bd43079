import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { viewOf } from '../parse/buffered-input.ts'
import { COLON, readPattern } from '../parse/bytes.ts'
import { isHit } from '../parse/hits.ts'
import { openText } from '../parse/text-file.ts'
import { TextLines } from '../parse/text-lines.ts'
import { namedFile } from '../reports/named-file.ts'
import type { Format, Report } from './format.ts'

/**
 * A Go cover profile. A row is a block of code with its number of statements. `-coverpkg` repeats it for each package
 * of tests, and it is covered if any of them executed it. The coverage that Go prints is that of statements. A line is
 * covered if any block on it is.
 *
 * @see https://pkg.go.dev/golang.org/x/tools/cover#ParseProfiles
 */
export const go: Format = {
  name: 'go',
  title: 'Go cover profile',
  advice: {
    branches: 'Go measures statements and lines',
    functions: 'Go measures statements and lines',
  },
  recognizes: ({ text }) => /^mode: (set|count|atomic)\s/.test(`${text}\n`),
  read(file) {
    const opened = openText(file)
    try {
      return readProfile(new TextLines(opened))
    } finally {
      opened.close()
    }
  },
}

const row = 'file.go:1.2,3.4 <statements> <count>'
/** Limit of the lines in all blocks, far more than any project has. */
const maxLines = 2 ** 28
const largest = 0x7fffffff

interface Reading {
  readonly lines: TextLines
  readonly coverage: Coverage
  /** The file of the last row, and its name in that row. */
  file: SourceFile | undefined
  name: DataView
  spanned: number
}

function readProfile(lines: TextLines): Report {
  const coverage = new Coverage().measuring('lines', 'statements')
  const reading: Reading = {
    lines,
    coverage,
    file: undefined,
    name: viewOf(Buffer.alloc(0)),
    spanned: 0,
  }
  while (lines.fill()) readRecords(reading)
  const remarks = lines.unfinished
    ? ['does not end with the line feed that Go writes; it may have been cut off.']
    : []
  return { coverage, remarks }
}

function readRecords(reading: Reading): void {
  const { lines } = reading
  for (let at = 0; at < lines.limit; ) {
    const isSame = isOfSameFile(lines, at, reading.name)
    const end = isSame ? readBlock(reading, at + reading.name.byteLength + 1) : -1
    at = end < 0 ? readOther(reading, at) : end
  }
}

function isOfSameFile({ bytes, view }: TextLines, at: number, name: DataView): boolean {
  const tail = name.byteLength - 4
  if (tail < 0 || bytes[at + name.byteLength] !== COLON) return false
  // File names differ mostly at their ends.
  if (view.getInt32(at + tail) !== name.getInt32(tail)) return false
  for (let i = 0; i < tail; i += 4) if (view.getInt32(at + i) !== name.getInt32(i)) return false
  return true
}

/** Reads a row of another file, a mode, or a blank line; returns the start of the next row. */
function readOther(reading: Reading, at: number): number {
  const { lines, coverage } = reading
  const end = lines.endOf(at)
  const text = lines.rest(at)
  if (text === '') return end + 1
  if (/^mode: (set|count|atomic)$/.test(text)) return end + 1
  const colon = lines.bytes.subarray(at, end).lastIndexOf(COLON)
  if (colon <= 0) lines.fail(at, row)
  const name = Buffer.from(lines.bytes.subarray(at, at + colon))
  reading.name = viewOf(name)
  reading.file = namedFile(coverage, name.toString())
  const next = readBlock(reading, at + colon + 1)
  return next < 0 ? lines.fail(at, row) : next
}

const usualBlock = Buffer.from('0.0,0.0 0 0\n')
const anyBlock = /^(\d{1,10})\.(\d{1,10}),(\d{1,10})\.(\d{1,10}) (\d{1,10}) (\S+)$/
/** The numbers of a block: line and column of its start and end, statements, and count. */
const block = new Int32Array(6)

/** Reads a row after the file name; returns the start of the next row, -1 if it is invalid. */
function readBlock(reading: Reading, from: number): number {
  const { lines } = reading
  const end = readPattern(lines.bytes, from, usualBlock, block)
  if (end >= 0) return addBlock(reading, from) ? end : -1
  const [, ...numbers] = anyBlock.exec(lines.rest(from)) ?? []
  const covered = isHit(numbers.at(-1) ?? '')
  if (covered === undefined || Math.max(...numbers.slice(0, 5).map(Number)) > largest) return -1
  block.set([...numbers.slice(0, 5).map(Number), covered ? 1 : 0])
  return addBlock(reading, from) ? lines.endOf(from) + 1 : -1
}

function addBlock(reading: Reading, from: number): boolean {
  const { lines, file } = reading
  const [line = 0, column = 0, endLine = 0, endColumn = 0, statements = 0, count = 0] = block
  if (!file || endLine < line) return false
  reading.spanned += endLine - line
  if (reading.spanned > maxLines) lines.fail(from, 'a block of plausible size')
  if (statements > 0) file.statement(line, column, endLine, endColumn, count > 0, statements)
  for (let i = line; i <= endLine; i++) file.line(i, count > 0)
  return true
}
