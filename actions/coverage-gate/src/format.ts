import { Failure, quote } from '@ci-actions/kit'
import type { Coverage } from './coverage.ts'
import { clover } from './formats/clover.ts'
import { cobertura } from './formats/cobertura.ts'
import { coveragePy } from './formats/coverage-py.ts'
import { go } from './formats/go.ts'
import { istanbulFinal } from './formats/istanbul-final.ts'
import { istanbulSummary } from './formats/istanbul-summary.ts'
import { jacoco } from './formats/jacoco.ts'
import { lcov } from './formats/lcov.ts'
import { llvm } from './formats/llvm.ts'
import { openCover } from './formats/opencover.ts'
import { simplecov } from './formats/simplecov.ts'
import { openText, type TextFile } from './text-file.ts'
import { Open, words, XmlReader } from './xml.ts'

/** What can be told of a report before it is read. */
export interface Head {
  /** The first characters, without blanks before them. */
  readonly text: string
  /** The XML element that holds all others. */
  readonly root: string | undefined
}

/** Where a report stands. */
export interface Origin {
  /** The path to open. */
  readonly file: string
  /** The same, relative to the workspace. */
  readonly path: string
  readonly workspace: string
}

/** What a report says, and what there is to say about it; a remark completes "Report … ". */
export interface Report {
  readonly coverage: Coverage
  readonly remarks: readonly string[]
}

/** A kind of report. Messages of the failures of `read` complete "Report … ". */
export interface Format {
  /** As it is written behind a glob: `(cobertura)`. */
  readonly name: string
  readonly title: string
  recognizes(head: Head): boolean
  read(origin: Origin): Report
}

export const formats: readonly Format[] = [
  lcov,
  go,
  jacoco,
  cobertura,
  clover,
  openCover,
  llvm,
  coveragePy,
  simplecov,
  istanbulFinal,
  istanbulSummary,
]

/** Finds the format of a report by what is in it. */
export function formatOf(file: string): Format {
  const head = headOf(file)
  if (head.text === '')
    throw new Failure('is empty; the tool that writes it did not get to its end')
  const format = formats.find((one) => one.recognizes(head))
  if (format) return format
  const titles = formats.map(({ title }) => title).join(', ')
  throw new Failure(
    `is in no format that is read here (${titles}); it begins with ${quote(head.text, 40)}`,
  )
}

const headSize = 64 * 1024

function headOf(file: string): Head {
  const opened = openText(file)
  try {
    const bytes = Buffer.alloc(headSize)
    let size = 0
    for (let count = -1; count !== 0 && size < headSize; size += count)
      count = opened.read(bytes, size)
    const head = bytes.subarray(0, size)
    const text = head.toString('utf8').trimStart()
    return { text, root: text.startsWith('<') ? rootOf(rewound(head, opened)) : undefined }
  } finally {
    opened.close()
  }
}

/** A file from its start again, of which this much was read. */
function rewound(head: Uint8Array, file: TextFile): TextFile {
  let rest = head
  return {
    ...file,
    read(into, at) {
      if (rest.length === 0) return file.read(into, at)
      const piece = rest.subarray(0, into.length - at)
      into.set(piece, at)
      rest = rest.subarray(piece.length)
      return piece.length
    },
  }
}

const roots = words('report', 'coverage', 'CoverageSession', 'generated', 'clover')

/** The root of the formats there are. Clover shares its root with Cobertura, but not its attributes. */
function rootOf(file: TextFile): string | undefined {
  const xml = new XmlReader(file, roots)
  if (xml.next() !== Open) return undefined
  if (xml.name === roots.report) return 'report'
  if (xml.name === roots.CoverageSession) return 'opencover'
  if (xml.name !== roots.coverage) return undefined
  return xml.has(roots.generated) || xml.has(roots.clover) ? 'clover' : 'coverage'
}
