import { type InputParser, list, text, ValidationError } from '@ci-actions/kit'

/** Header values by lower-case name. */
export type Headers = Readonly<Record<string, string>>

/**
 * `Name: value`, one per line (RFC 9110 §5). An invalid line is not quoted in the error, because it may
 * contain a secret.
 */
export const headers: InputParser<Headers> = {
  async parse(given) {
    const lines = await list(text).parse(given)
    return Object.fromEntries(
      lines.map((line, index) => {
        const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(.*)$/.exec(line) ?? []
        if (name === undefined || value === undefined || !/^[\t\x20-\x7E\x80-\xFF]+$/.test(value)) {
          throw new ValidationError(
            '"Name: value", one per line',
            `${name ?? `line ${index + 1}`} (hidden)`,
          )
        }
        return [name.toLowerCase(), value]
      }),
    )
  },
}
