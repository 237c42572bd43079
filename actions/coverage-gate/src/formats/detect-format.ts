import { Failure, quote } from '@ci-actions/kit'
import { openText, type TextFile } from '../parse/text-file.ts'
import { xmlNames } from '../parse/xml/names.ts'
import { XmlReader } from '../parse/xml/reader.ts'
import { Open } from '../parse/xml/tokenizer.ts'
import { clover } from './clover.ts'
import { cobertura } from './cobertura.ts'
import { coveragePy } from './coverage-py.ts'
import type { Format, Head } from './format.ts'
import { go } from './go.ts'
import { istanbulFinal } from './istanbul-final.ts'
import { istanbulSummary } from './istanbul-summary.ts'
import { jacoco } from './jacoco.ts'
import { lcov } from './lcov.ts'
import { llvm } from './llvm.ts'
import { openCover } from './opencover.ts'
import { simplecov } from './simplecov.ts'

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
export function detectFormat(file: string): Format {
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

const roots = xmlNames('report', 'coverage', 'CoverageSession', 'generated', 'clover')

/** The root of the formats there are. Clover shares its root with Cobertura, but not its attributes. */
function rootOf(file: TextFile): string | undefined {
  const xml = new XmlReader(file, roots)
  if (xml.next() !== Open) return undefined
  if (xml.name === roots.report) return 'report'
  if (xml.name === roots.CoverageSession) return 'opencover'
  if (xml.name !== roots.coverage) return undefined
  return xml.has(roots.generated) || xml.has(roots.clover) ? 'clover' : 'coverage'
}
