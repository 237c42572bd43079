import { type Document, parseDocument, visit } from 'yaml'
import type { Scalars } from './yaml.ts'

/**
 * Parses YAML. This is the only module that imports the parser, and it is loaded lazily: all bundles share one copy,
 * and the released tree contains it once.
 *
 * @throws YAMLParseError
 */
export function readDocument(text: string, scalars: Scalars): Document {
  // Warnings would go to stderr, which the runner scans for commands, and they quote the text.
  const document = parseDocument(text, { logLevel: 'error' })
  const [error] = document.errors
  if (error) throw error
  if (scalars === 'as-written') {
    visit(document, {
      Scalar(_, scalar) {
        if (scalar.type === 'PLAIN' && scalar.value !== null) scalar.value = scalar.source
      },
    })
  }
  return document
}
