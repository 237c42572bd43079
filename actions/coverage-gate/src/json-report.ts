import { Coverage } from './coverage.ts'
import type { Origin, Report } from './format.ts'
import { JsonReader } from './json.ts'
import { openText } from './text-file.ts'

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
