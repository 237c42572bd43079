/**
 * Text from outside inside a sentence: on one line, at most `most` characters long, in quotation
 * marks, with control characters and line separators made visible.
 */
export function quote(text: string, most = 80): string {
  return `"${excerpt(text, most)}"`
}

/** The same without the quotation marks. */
export function excerpt(text: string, most = 200): string {
  const line = text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|\p{Cf}/gu, '\uFFFD')
    .trim()
  const points = Array.from(line.slice(0, most * 2 + 2))
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('')
}
