/** Returns the text as a single line, without invisible characters such as control characters and direction overrides. */
export function oneLine(text: string): string {
  return removeInvisible(text.replace(/\s+/g, ' ')).trim()
}

/** Returns the text with its lines, without invisible characters, and with at most one blank line in a row. */
export function paragraphs(text: string): string {
  return removeInvisible(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Control characters except tab and line feed, and characters that change the direction of text. */
const invisible = /[\0-\x08\x0B-\x1F\x7F-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Returns an empty string for text of spaces and joiners only, which a platform may reject. */
function removeInvisible(text: string): string {
  const visible = text.toWellFormed().replace(invisible, '')
  return /^[\s\p{Cf}]*$/u.test(visible) ? '' : visible
}

/** Returns how many characters a character counts for, such as 5 for an `&` that is sent as `&amp;`. */
export type CharWidth = (character: string) => number

/**
 * Truncates text to `limit` code points, with `…` at the end if something was removed. With `width`, the
 * limit applies to the escaped text: truncating before escaping never splits an entity.
 */
export function truncateText(text: string, limit: number, width: CharWidth = () => 1): string {
  let used = 0
  let read = 0
  let end = 0
  for (const character of text) {
    used += width(character)
    if (used > limit) return `${text.slice(0, end).trimEnd()}…`
    read += character.length
    if (used < limit) end = read
  }
  return text
}

/** Truncates and escapes text so that the result has at most `limit` code points. */
export function truncateEscaped(
  text: string,
  limit: number,
  escapeText: (text: string) => string,
): string {
  const escaped = escapeText(text)
  if (characterCount(escaped) <= limit) return escaped
  return escapeText(truncateText(text, limit, (character) => characterCount(escapeText(character))))
}

/**
 * Returns as many whole lines as fit into `limit` code points, and the number of the others. The lines
 * are markup, so truncating one could break a link.
 */
export function truncateLines(lines: readonly string[], limit: number): string {
  const all = lines.join('\n')
  if (characterCount(all) <= limit) return all
  const more = (count: number): string => `…and ${count} more`
  const shown: string[] = []
  let left = limit - characterCount(more(lines.length))
  for (const line of lines) {
    left -= characterCount(line) + 1
    if (left < 0) break
    shown.push(line)
  }
  return [...shown, more(lines.length - shown.length)].join('\n')
}

/** Returns the number of code points, which is how the platforms count. */
export function characterCount(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)
}
