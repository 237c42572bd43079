/**
 * Quotes untrusted text for use in a sentence: on one line, at most `max` characters, in quotation marks, with control
 * characters replaced.
 */
export function quote(text: string, max = 80): string {
  return `"${excerpt(text, max)}"`
}

/** Like `quote`, without the quotation marks. */
export function excerpt(text: string, max = 200): string {
  const whole = text.trimStart()
  // A response body may be megabytes long, far more than is shown.
  const beginning = whole.slice(0, max * 2 + blanks)
  const line = beginning
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|\p{Cf}/gu, '\uFFFD')
    .trim()
  const points = Array.from(line.slice(0, max * 2 + 2))
  const isCut = points.length > max || beginning.length < whole.trimEnd().length
  return isCut ? `${points.slice(0, max - 1).join('')}…` : points.join('')
}

/** The maximum run of whitespace that is collapsed into one space before the excerpt may miss text. */
const blanks = 4_096
