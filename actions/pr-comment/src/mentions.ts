import { codeSpans } from '@ci-actions/github'

/** Markdown in which no `@name` notifies anyone, and the number of mentions silenced. */
export interface Silenced {
  readonly markdown: string
  readonly count: number
}

/** A URL, which GitHub links as a whole, or an `@` that may become a mention once rendered. */
const addressOrAt =
  /(?<![^\s*_~(])(?<address>https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+\/[\w./~%@:+=?#-]*)|(?<![A-Za-z\d])(?:@|&#0*64;|&#x0*40;|&commat;)(?=\S)/gi

/** HTML that may continue across blank lines, so that what looks like code after it may not be code. */
const endless = /<(!|\?|pre|script|style|textarea)/i

/**
 * Breaks mentions with an invisible zero-width space after the `@`. Leaves code alone, in which mentions have no
 * effect, where it is certainly code.
 */
export function silenced(markdown: string): Silenced {
  let count = 0
  let fence = ''
  let isSure = true
  let isHtml = false
  let isParagraphSure = true
  const lines = markdown.split('\n').map((line) => {
    const [, marks = ''] = /^(`{3,}|~{3,})[^`]*$/.exec(line) ?? []
    if (fence !== '') {
      if (isEnd(line, fence)) fence = ''
      return line
    }
    if (marks !== '' && isSure && !isHtml) {
      fence = marks
      return line
    }
    if (endless.test(line) || /^[\s>*+\-\d.)]*(```|~~~)/.test(line)) isSure = false
    isHtml = line.trim() !== '' && (isHtml || /^\s*</.test(line))
    // An open code span may end in the next line, but not after a blank line.
    const spans = codeSpans(line)
    isParagraphSure = line.trim() === '' || (isParagraphSure && spans !== undefined)
    const code = isSure && !isHtml && isParagraphSure ? (spans ?? []) : []
    let at = 0
    return line.replace(addressOrAt, (found, address: string | undefined, index: number) => {
      while ((code[at]?.end ?? Number.POSITIVE_INFINITY) <= index) at++
      const isCode = (code[at]?.start ?? Number.POSITIVE_INFINITY) < index
      if (address !== undefined || isCode) return found
      count++
      return `${found}\u200B`
    })
  })
  return { markdown: lines.join('\n'), count }
}

function isEnd(line: string, fence: string): boolean {
  const marks = line.trim()
  return marks.startsWith(fence) && marks.replaceAll(fence.charAt(0), '') === ''
}
