import { codeSpans } from './code-spans.ts'

const cutNote = '\n\n… truncated; the job summary has the rest.\n'

/** Lines longer than this are truncated themselves; shorter ones are dropped whole. */
const longLine = 500

/**
 * Truncates Markdown at the end of a line, or within a long one. Closes code fences and `<details>` that the cut leaves
 * open, so that they do not swallow what follows.
 */
export function truncateMarkdown(markdown: string, max: number): string {
  if (markdown.length <= max) return markdown
  const lines = markdown.split('\n')
  let kept = ''
  let open = nothing
  for (const line of lines) {
    const after = trackOpenBlocks(line, open)
    const room = max - kept.length - 1 - closing(after).length - cutNote.length
    if (line.length <= room) {
      kept += `${line}\n`
      open = after
      continue
    }
    const piece = line.length > longLine ? truncateLine(line, room) : ''
    if (piece !== '') {
      kept += `${piece}\n`
      open = trackOpenBlocks(piece, open)
    }
    break
  }
  return `${kept}${closing(open)}${cutNote}`.trimEnd().slice(0, max)
}

/** Truncates a line without splitting a character, and closes a code span that is cut. */
function truncateLine(line: string, room: number): string {
  const piece = line.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, '')
  const cut = codeSpans(line)?.find(({ start, end }) => start < room && room < end)
  if (!cut) return piece
  const [marks = ''] = /^`+/.exec(line.slice(cut.start)) ?? []
  const code = piece.slice(cut.start + marks.length, -marks.length).replace(/`+$/, '')
  const before = line.slice(0, cut.start)
  return code.trim() === '' ? before : `${before}${marks}${code}${marks}`
}

/** Closes the blocks that the Markdown leaves open, so that more can be appended. */
export function closeOpenBlocks(markdown: string): string {
  const open = markdown.split('\n').reduce((before, line) => trackOpenBlocks(line, before), nothing)
  const end = closing(open)
  return end === '' ? markdown : `${markdown}\n${end}`.trimEnd()
}

interface OpenBlocks {
  /** The fence that closes the current code block; empty outside of code. */
  readonly fence: string
  /** The text that ends the current raw HTML block; empty outside of one. */
  readonly raw: string
  readonly details: number
}

const nothing: OpenBlocks = { fence: '', raw: '', details: 0 }

/** HTML blocks that continue across blank lines, and their ends (CommonMark §4.6, conditions 1 to 5). */
const rawHtml: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}<!--/, '-->'],
  [/^ {0,3}<\?/, '?>'],
  [/^ {0,3}<!\[CDATA\[/, ']]>'],
  [/^ {0,3}<![a-z]/i, '>'],
  [/^ {0,3}<pre(?=[\s>]|$)/i, '</pre>'],
  [/^ {0,3}<script(?=[\s>]|$)/i, '</script>'],
  [/^ {0,3}<style(?=[\s>]|$)/i, '</style>'],
  [/^ {0,3}<textarea(?=[\s>]|$)/i, '</textarea>'],
]

function trackOpenBlocks(line: string, open: OpenBlocks): OpenBlocks {
  const { fence, raw, details } = open
  if (raw !== '') return line.toLowerCase().includes(raw) ? { ...open, raw: '' } : open
  const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
  if (fence !== '') {
    const ends = marks.startsWith(fence) && info.trim() === ''
    return ends ? { ...open, fence: '' } : open
  }
  // A back-tick fence with more back-ticks after it is inline code.
  if (marks !== '' && !(marks.startsWith('`') && info.includes('`'))) {
    return { ...open, fence: marks }
  }
  const [begin, end = ''] = rawHtml.find(([pattern]) => pattern.test(line)) ?? []
  if (begin) {
    const rest = line.replace(begin, '').toLowerCase()
    return rest.includes(end) ? open : { ...open, raw: end }
  }
  const opened = line.split(/<details[\s>]/i).length - 1
  const closings = line.split(/<\/details>/i).length - 1
  return { ...open, details: Math.max(0, details + opened - closings) }
}

function closing({ fence, raw, details }: OpenBlocks): string {
  const ends = [fence, raw].filter((end) => end !== '').map((end) => `${end}\n`)
  return `${ends.join('')}${'\n</details>\n'.repeat(details)}`
}
