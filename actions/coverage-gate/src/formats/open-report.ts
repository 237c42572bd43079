import { Coverage } from '../model/coverage.ts'
import { JsonReader } from '../parse/json/reader.ts'
import { openText } from '../parse/text-file.ts'
import type { XmlNames } from '../parse/xml/names.ts'
import { XmlReader } from '../parse/xml/reader.ts'
import type { Report } from './format.ts'

/** Reads a report in XML; `names` are the names that `read` distinguishes. */
export function xmlReport(file: string, names: XmlNames, read: (xml: XmlReader) => Report): Report {
  const opened = openText(file)
  try {
    return read(new XmlReader(opened, names))
  } finally {
    opened.close()
  }
}

/** Reads a report in JSON; `read` returns the remarks about it. */
export function jsonReport(
  file: string,
  read: (json: JsonReader, coverage: Coverage) => readonly string[],
): Report {
  const opened = openText(file)
  try {
    const json = new JsonReader(opened)
    const coverage = new Coverage()
    const remarks = read(json, coverage)
    json.end()
    return { coverage, remarks }
  } finally {
    opened.close()
  }
}
