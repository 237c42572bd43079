import { closeOpenBlocks, truncateMarkdown } from '@ci-actions/github'
import { ActionError } from '@ci-actions/kit'

/*
 * A comment that several jobs share consists of sections, each after a marker with its name, in order of their names.
 */

/** The sections of a comment by name; the text before the first has the name ''. */
type Sections = ReadonlyMap<string, string>

/** Prefix of the names of appended entries: it sorts after sections, and entries by time. */
const appended = '~'

/** Minimum length that a longer section is truncated to. */
const shortest = 200

/**
 * Returns the comment with this section replaced; its content is truncated to the space that the others leave.
 *
 * @throws ActionError if they leave next to none
 */
export function withSection(current: string, name: string, content: string, max: number): string {
  const key = keyOf(name)
  const others = without(sectionsIn(current), key)
  const room = max - textOf(new Map([...others, [key, '']])).length
  if (room < Math.min(shortest, content.length)) throw new ActionError(noRoom)
  // Closed, so that it does not swallow the next section.
  const fitted = truncateMarkdown(closeOpenBlocks(content), room).trim()
  return textOf(new Map([...others, [key, fitted]]))
}

const noRoom =
  'The other sections of the comment leave no room: a comment is limited to 65,536 characters. ' +
  'Shorten them, or set another "id" for this job.'

/** Returns the comment without this section; empty if it was the last one. */
export function withoutSection(current: string, name: string): string {
  return textOf(without(sectionsIn(current), keyOf(name)))
}

/**
 * Returns the comment with a new entry. If there is no room for all appended entries, the oldest are dropped.
 *
 * @param key a unique key, so that the entry is added only once: a time and a random part
 */
export function withEntry(current: string, key: string, content: string, max: number): string {
  const name = `${appended}${key}`
  let entries = sectionsIn(current)
  for (;;) {
    const whole = withSection(textOf(entries), name, content, Number.POSITIVE_INFINITY)
    const [oldest] = [...entries.keys()].filter(isEntry).sort()
    if (whole.length <= max) return whole
    if (oldest === undefined) return withSection(textOf(entries), name, content, max)
    entries = new Map([...without(entries, oldest), [appended, leftOut]])
  }
}

const leftOut = '_Earlier entries were removed: a comment is limited to 65,536 characters._'

function isEntry(key: string): boolean {
  return key.startsWith(appended) && key !== appended
}

function keyOf(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll('-', '%2D')
}

function sectionsIn(text: string): Sections {
  const [first = '', ...rest] = text.split(/^<!-- ci-actions section: (\S+) -->$/m)
  const sections = new Map<string, string>()
  if (first.trim() !== '') sections.set('', first.trim())
  for (let i = 0; i < rest.length; i += 2) sections.set(rest[i] ?? '', rest[i + 1]?.trim() ?? '')
  return sections
}

function textOf(sections: Sections): string {
  return [...sections]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, content]) =>
      key === '' ? content : `<!-- ci-actions section: ${key} -->\n${content}`,
    )
    .join('\n\n')
}

function without(sections: Sections, key: string): Sections {
  return new Map([...sections].filter(([one]) => one !== key))
}
