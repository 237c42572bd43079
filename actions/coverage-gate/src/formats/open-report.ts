import { Coverage } from '../model/coverage.ts'
import { JsonReader } from '../parse/json-reader.ts'
import { openText } from '../parse/text-file.ts'
import { type XmlNames, XmlReader } from '../parse/xml-reader.ts'
import type { Origin, Report } from './format.ts'

/** Reads a report that is one XML document; `names` are those that `read` tells apart. */
export function xmlReport(
  origin: Origin,
  names: XmlNames,
  read: (xml: XmlReader, origin: Origin) => Report,
): Report {
  const opened = openText(origin.file)
  try {
    return read(new XmlReader(opened, names), origin)
  } finally {
    opened.close()
  }
}

/** Reads a report that is one JSON object; `read` returns the remarks about it. */
export function jsonReport(
  origin: Origin,
  read: (json: JsonReader, coverage: Coverage) => readonly string[],
): Report {
  const opened = openText(origin.file)
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
