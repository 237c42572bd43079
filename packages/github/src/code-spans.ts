/** From its first back-tick to behind its last one. */
export interface CodeSpan {
  readonly start: number
  readonly end: number
}

/**
 * The code within a line of Markdown; undefined where that depends on other lines or on HTML: a back-tick
 * without its partner, one that is escaped, a table, a tag.
 *
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function codeSpans(line: string): CodeSpan[] | undefined {
  const runs = Array.from(line.matchAll(/`+/g), ({ 0: { length }, index }) => ({ length, index }))
  if (runs.length > 0 && /[<|]|\\`/.test(line)) return undefined
  const spans: CodeSpan[] = []
  for (let at = 0; at < runs.length; at++) {
    const open = runs[at]
    do at++
    while (at < runs.length && runs[at]?.length !== open?.length)
    const close = runs[at]
    if (!open || !close) return undefined
    spans.push({ start: open.index, end: close.index + close.length })
  }
  return spans
}
