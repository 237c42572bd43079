import type { Origin, Report } from './format.ts'
import { openText } from './text-file.ts'
import { type Words, XmlReader } from './xml.ts'

/** Reads a report that is one XML document; `names` are those that `read` tells apart. */
export function xmlReport(
  origin: Origin,
  names: Words,
  read: (xml: XmlReader, origin: Origin) => Report,
): Report {
  const opened = openText(origin.file)
  try {
    return read(new XmlReader(opened, names), origin)
  } finally {
    opened.close()
  }
}
