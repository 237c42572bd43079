/** A code span, including its back-ticks. */
export interface CodeSpan {
  readonly start: number
  readonly end: number
}

/**
 * Returns the code spans in a line of Markdown. Returns undefined if they depend on other lines or on HTML: an
 * unmatched or escaped back-tick, a table, a tag.
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
