import { closeOpenBlocks, truncateMarkdown } from '@ci-actions/github'
import { ActionError } from '@ci-actions/kit'

/*
 * A comment that several jobs share: parts, each after a mark with its name, in the order of the names.
 */

/** The text of a comment by the names of its parts; what stands before the first is called ''. */
type Sections = ReadonlyMap<string, string>

/** Begins the names of what was appended: they come after the sections, in the order of their time. */
const appended = '~'

/** A longer section is not cut to less than this. */
const shortest = 200

/**
 * The comment with this section as it is now; its content is cut to what the others leave.
 *
 * @throws ActionError when they leave next to nothing
 */
export function withSection(now: string, name: string, content: string, most: number): string {
  const key = keyOf(name)
  const others = without(sectionsIn(now), key)
  const room = most - textOf(new Map([...others, [key, '']])).length
  if (room < Math.min(shortest, content.length)) throw new ActionError(noRoom)
  // Closed, so that it does not swallow the next.
  const fitted = truncateMarkdown(closeOpenBlocks(content), room).trim()
  return textOf(new Map([...others, [key, fitted]]))
}

const noRoom =
  'What others have written into the comment leaves no room: it holds 65,536 characters. ' +
  'Let them write less, or give this job an "id" of its own.'

/** The comment without this section; empty when it was the last. */
export function withoutSection(now: string, name: string): string {
  return textOf(without(sectionsIn(now), keyOf(name)))
}

/**
 * The comment with one entry more. Entries that were appended earlier are dropped, the oldest first,
 * where there is no room for all.
 *
 * @param key tells this entry from others, so that it is there once: a time, and something random
 */
export function withEntry(now: string, key: string, content: string, most: number): string {
  const name = `${appended}${key}`
  let entries = sectionsIn(now)
  for (;;) {
    const whole = withSection(textOf(entries), name, content, Number.POSITIVE_INFINITY)
    const [oldest] = [...entries.keys()].filter(isEntry).sort()
    if (whole.length <= most) return whole
    if (oldest === undefined) return withSection(textOf(entries), name, content, most)
    entries = new Map([...without(entries, oldest), [appended, leftOut]])
  }
}

const leftOut = '_What was appended before is left out: a comment holds 65,536 characters._'

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
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, content]) =>
      key === '' ? content : `<!-- ci-actions section: ${key} -->\n${content}`,
    )
    .join('\n\n')
}

function without(sections: Sections, key: string): Sections {
  return new Map([...sections].filter(([one]) => one !== key))
}
