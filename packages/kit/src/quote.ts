/**
 * Text from outside inside a sentence: on one line, at most `most` characters long, in quotation
 * marks, with control characters and line separators made visible.
 */
export function quote(text: string, max = 80): string {
  return `"${excerpt(text, max)}"`
}

/** The same without the quotation marks. */
export function excerpt(text: string, max = 200): string {
  const whole = text.trimStart()
  // The body of an answer may have megabytes, which nobody sees.
  const beginning = whole.slice(0, max * 2 + blanks)
  const line = beginning
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|\p{Cf}/gu, '\uFFFD')
    .trim()
  const points = Array.from(line.slice(0, max * 2 + 2))
  const isCut = points.length > max || beginning.length < whole.trimEnd().length
  return isCut ? `${points.slice(0, max - 1).join('')}…` : points.join('')
}

/** So many blanks, of which one is shown, are looked over for what comes behind them. */
const blanks = 4_096
