/** Text on one line, without what no reader sees: control characters, overrides of direction. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).trim()
}

/** Text with its lines, without what no reader sees, and at most one blank line in a row. */
export function paragraphs(text: string): string {
  return visible(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Control characters but tab and line feed, and what turns the direction of writing around. */
const unseen = /[\0-\x08\x0B-\x1F\x7F-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A text of nothing but blanks and joiners counts as empty: a platform may refuse it. */
function visible(text: string): string {
  const shown = text.toWellFormed().replace(unseen, '')
  return /^[\s\p{Cf}]*$/u.test(shown) ? '' : shown
}

/** How much room a character takes where it goes. */
export type Weigh = (character: string) => number

/**
 * The text, cut at the end to what there is room for, with `…` where it was cut. Characters are code
 * points. Where some take more room, as escaped ones do, `weigh` says how much: what is cut before it
 * is escaped is never cut inside an entity.
 */
export function fitText(text: string, room: number, weigh: Weigh = () => 1): string {
  let used = 0
  let read = 0
  let end = 0
  for (const character of text) {
    used += weigh(character)
    if (used > room) return `${text.slice(0, end).trimEnd()}…`
    read += character.length
    if (used < room) end = read
  }
  return text
}

/** The same of a text that is escaped character by character, where the escapes count too. */
export function fitEscaped(text: string, room: number, escaped: (text: string) => string): string {
  const whole = escaped(text)
  if (length(whole) <= room) return whole
  return escaped(fitText(text, room, (character) => length(escaped(character))))
}

/**
 * As many of the lines as there is room for, each whole, and how many more there are. The lines are
 * markup already, so cutting one could cut a link.
 */
export function fitLines(lines: readonly string[], room: number): string {
  const all = lines.join('\n')
  if (length(all) <= room) return all
  const more = (count: number): string => `…and ${count} more`
  const shown: string[] = []
  let left = room - length(more(lines.length))
  for (const line of lines) {
    left -= length(line) + 1
    if (left < 0) break
    shown.push(line)
  }
  return [...shown, more(lines.length - shown.length)].join('\n')
}

/** In code points. */
export function length(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)
}
