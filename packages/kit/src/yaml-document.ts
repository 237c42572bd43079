import { type Document, parseDocument, visit } from 'yaml'

/**
 * How plain scalars are read: as YAML 1.2 defines them, or as the text that they are written as, so that
 * `0123456`, `12345e6` and `1.10` stay what they are. `null` is null either way.
 */
export type Scalars = 'typed' | 'as-written'

/**
 * Reads YAML. The only place that imports the reader, which is loaded lazily: so every bundle uses the same of
 * it, and the released tree holds it once.
 *
 * @throws YAMLParseError
 */
export function readDocument(text: string, scalars: Scalars): Document {
  // Its warnings would go to stderr, where the runner reads commands, with the text they are about.
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
