import { type InputParser, quote } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import {
  array,
  boolean,
  check,
  integer,
  minValue,
  number,
  optional,
  pipe,
  strictObject,
  string,
  transform,
} from 'valibot'

/** Requirements for the description of a pull request. */
export interface DescriptionRules {
  /** Whether a description is required. */
  readonly required: boolean
  /** Minimum number of characters of text. */
  readonly minLength: number
  /** Required headings with text below them. */
  readonly sections: readonly string[]
}

const heading = pipe(
  string(),
  check((text) => wordsOf(text) !== '', 'a heading must contain a word'),
)

const rulesShape = pipe(
  strictObject({
    required: optional(boolean(), true),
    'min-length': optional(pipe(number(), integer(), minValue(0)), 0),
    sections: optional(array(heading), []),
  }),
  transform(({ 'min-length': minLength, ...rules }) => ({ ...rules, minLength })),
)

const rules = yaml(
  rulesShape,
  'true, false, or YAML with "required" (true or false), "min-length" (a whole number) and "sections" (a list of headings)',
)

/** Rules as YAML; `true` requires any text, `false` nothing. */
export const description: InputParser<DescriptionRules | undefined> = {
  parse(given) {
    if (/^false$/i.test(given)) return undefined
    return rules.parse(/^true$/i.test(given) ? '{}' : given)
  },
}

/** Returns the problems of a description, each as the end of a sentence about it. */
export function findDescriptionViolations(
  description: string,
  { required, minLength, sections }: DescriptionRules,
): string[] {
  const { length, filled } = readDescription(description)
  if (length === 0 && !required) return []
  const missing = sections.filter((section) => !filled.has(wordsOf(section)))
  return [
    ...tooShort(length, minLength),
    ...missing.map((section) => `has no section ${quote(section)} with text below its heading`),
  ]
}

function tooShort(length: number, minLength: number): string[] {
  if (length === 0) return ['has no text; comments and headings do not count']
  if (length >= minLength) return []
  const count = length === 1 ? '1 character' : `${length} characters`
  return [`has ${count} of text; at least ${minLength} are required`]
}

interface Read {
  /** Number of visible characters, without headings and without whitespace around lines. */
  readonly length: number
  /** The words of headings that have text below them. */
  readonly filled: ReadonlySet<string>
}

/** Reads Markdown line by line; fenced code counts as text. */
function readDescription(description: string): Read {
  const filled = new Set<string>()
  let open: { level: number; words: string }[] = []
  let fence = ''
  let length = 0
  const lines = withoutComments(description).split(/\r\n|\r|\n/)
  lines.forEach((line, i) => {
    const wasFence = fence
    fence = fenceAfter(line.trim(), fence)
    if (fence !== wasFence) return
    const level = fence === '' ? headingLevel(line, lines[i + 1] ?? '') : undefined
    if (level !== undefined) {
      open = [...open.filter((heading) => heading.level < level), { level, words: wordsOf(line) }]
      return
    }
    const text = fence === '' ? visibleText(line) : line.trim()
    if (!isSeen(text)) return
    length += Array.from(text).length
    for (const { words } of open) filled.add(words)
  })
  return { length, filled }
}

/** Returns the level of `## Heading`, or of a line underlined with `===` or `---`; undefined for other lines. */
function headingLevel(line: string, next: string): number | undefined {
  const [, marks] = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line) ?? []
  if (marks !== undefined) return marks.length
  const isText = isSeen(visibleText(line)) && !/^\s*([-*+>|]|\d+[.)])/.test(line)
  const [, underline] = /^ {0,3}(=+|-{2,})\s*$/.exec(next) ?? []
  return isText && underline ? (underline.startsWith('=') ? 1 : 2) : undefined
}

/** Returns the visible text of a line, without list and quote markers and tags; links and images keep their text. */
function visibleText(line: string): string {
  return line
    .replace(/^(\s*(>|[-*+](?=\s|$)|\d+[.)](?=\s|$)))+/, '')
    .replace(/^\s*\[[ xX]\](?=\s|$)/, '')
    .replace(/^ {0,3}\[[^\]]+\]:\s*\S+.*$/, '')
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) => /^<img\b.*\balt="([^"]*)"/i.exec(tag)?.[1] ?? '')
    .replace(/!?\[([^\][]*)\](\([^()]*\)|\[[^\][]*\])/g, '$1')
    .replace(/&(nbsp|#0*160|#x0*a0|zwn?j|#0*820[345]|#x0*200[bcd]|ensp|emsp|thinsp|shy);/gi, ' ')
    .trim()
}

/**
 * Whether a text contains a letter, a digit or a pictogram. Filler characters, which count as letters, are invisible.
 */
function isSeen(text: string): boolean {
  return /(?![\u115f\u1160\u3164\uffa0])[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)
}

/** Returns the fence that is open after a line. */
function fenceAfter(text: string, fence: string): string {
  const [, marks = '', info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(text) ?? []
  if (fence === '') return marks
  return marks.startsWith(fence) && info === '' ? '' : fence
}

/** Returns the words of a heading, by which headings are compared. */
function wordsOf(heading: string): string {
  return (heading.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Removes HTML comments; an unclosed one at the start of a line hides the rest of the text. */
export function withoutComments(markdown: string): string {
  let text = ''
  for (let at = 0; ; ) {
    const begin = markdown.indexOf('<!--', at)
    const end = begin < 0 ? -1 : markdown.indexOf('-->', begin + 4)
    if (end < 0) return text + markdown.slice(at).replace(/^ {0,3}<!--.*/ms, '')
    text += markdown.slice(at, begin)
    at = end + 3
  }
}
