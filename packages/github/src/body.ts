const cutNote = '\n\n… cut here; the job summary has the rest.\n'

/**
 * Markdown of at most so many characters, cut at the end of a line. What the cut leaves open, a code
 * fence or `<details>`, is closed, so that nothing after it is swallowed.
 */
export function fitMarkdown(markdown: string, most: number): string {
  if (markdown.length <= most) return markdown
  const lines = markdown.split('\n')
  let kept = ''
  let open: Open = { fence: '', details: 0 }
  for (const line of lines) {
    const after = openAfter(line, open)
    if (kept.length + line.length + 1 + closing(after).length + cutNote.length > most) break
    kept += `${line}\n`
    open = after
  }
  return `${kept}${closing(open)}${cutNote}`.trimEnd().slice(0, most)
}

interface Open {
  /** The fence that would end the code, empty outside of code. */
  readonly fence: string
  readonly details: number
}

function openAfter(line: string, open: Open): Open {
  const [, fence = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
  if (open.fence !== '') {
    const ends = fence.startsWith(open.fence) && line.trim() === fence
    return ends ? { ...open, fence: '' } : open
  }
  const opened = line.split(/<details[\s>]/i).length - 1
  const closed = line.split(/<\/details>/i).length - 1
  return { fence, details: Math.max(0, open.details + opened - closed) }
}

function closing({ fence, details }: Open): string {
  return `${fence === '' ? '' : `${fence}\n`}${'\n</details>\n'.repeat(details)}`
}
