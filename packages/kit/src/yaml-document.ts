import { type Document, parseDocument, visit } from 'yaml'

/**
 * How plain scalars are read: as YAML 1.2 defines them, or as the text that they are written as, so that
 * `0123456`, `12345e6` and `1.10` stay what they are. `null` is null either way.
 */
export type Scalars = 'typed' | 'as-written'

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
