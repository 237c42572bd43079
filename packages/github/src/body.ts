const cutNote = '\n\n… cut here; the job summary has the rest.\n'

/**
 * Markdown of at most so many characters, cut at the end of a line. What the cut leaves open, a code
 * fence or `<details>`, is closed, so that nothing after it is swallowed.
 */
export function fitMarkdown(markdown: string, most: number): string {
  if (markdown.length <= most) return markdown
  const lines = markdown.split('\n')
  let kept = ''
  let open = nothing
  for (const line of lines) {
    const after = openAfter(line, open)
    if (kept.length + line.length + 1 + closing(after).length + cutNote.length > most) break
    kept += `${line}\n`
    open = after
  }
  return `${kept}${closing(open)}${cutNote}`.trimEnd().slice(0, most)
}

/** The Markdown with what it leaves open closed, so that more can be put behind it. */
export function closed(markdown: string): string {
  const open = markdown.split('\n').reduce((before, line) => openAfter(line, before), nothing)
  const end = closing(open)
  return end === '' ? markdown : `${markdown}\n${end}`.trimEnd()
}

interface Open {
  /** The fence that would end the code, empty outside of code. */
  readonly fence: string
  /** What would end the HTML that swallows all until then, empty outside of it. */
  readonly raw: string
  readonly details: number
}

const nothing: Open = { fence: '', raw: '', details: 0 }

/** HTML that goes on over blank lines, and its end (CommonMark §4.6, conditions 1 to 5). */
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

function openAfter(line: string, open: Open): Open {
  const { fence, raw, details } = open
  if (raw !== '') return line.toLowerCase().includes(raw) ? { ...open, raw: '' } : open
  const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
  if (fence !== '') {
    const ends = marks.startsWith(fence) && info.trim() === ''
    return ends ? { ...open, fence: '' } : open
  }
  // What looks like a fence of back-ticks and has more of them behind it is code within a line.
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

function closing({ fence, raw, details }: Open): string {
  const ends = [fence, raw].filter((end) => end !== '').map((end) => `${end}\n`)
  return `${ends.join('')}${'\n</details>\n'.repeat(details)}`
}
