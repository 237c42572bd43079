import { type InputParser, isSentence, ValidationError } from './input-parsers.ts'
import { quote } from './quote.ts'

/**
 * A list with one item per line; blank lines and lines that start with `#` are ignored. Also accepts YAML and JSON
 * lists (`- item`, `[item, item]`) and quoted items. Rejects several items on one line, because some items may contain
 * commas.
 */
export function list<T>(item: InputParser<T>): InputParser<T[]> {
  return {
    ...(item.secret && { secret: true as const }),
    async parse(given) {
      const items = splitItems(given)
      if (items.length === 0) throw new ValidationError('at least one line that is not a comment')
      return Promise.all(items.map((one) => parseItem(item, one)))
    },
  }
}

/** Returns the items of a list as text. */
export function splitItems(given: string): string[] {
  return bracketed(given) ?? linesOf(given).map(withoutDash)
}

function linesOf(given: string): string[] {
  return given
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Returns the items of `["a", "b"]` or `[a, b]`. `[ab]` alone may be a pattern. */
function bracketed(given: string): string[] | undefined {
  const [, inner] = /^\[(.*)\]$/s.exec(given) ?? []
  if (inner === undefined || !/^\s*$|,|^\s*(["']).*\1\s*$/s.test(inner)) return undefined
  const items = inner.match(/"(?:\\.|[^"\\])*"|'[^']*'|[^\s,][^,]*/gs) ?? []
  return items.map((one) => unquoted(one.trim()))
}

function withoutDash(line: string): string {
  return unquoted(line.replace(/^-\s+/, ''))
}

function unquoted(text: string): string {
  const [, double, single] = /^(?:"((?:\\.|[^"\\])*)"|'([^']*)')$/s.exec(text) ?? []
  return double?.replace(/\\(["\\/])/g, '$1') ?? single ?? text
}

async function parseItem<T>(item: InputParser<T>, text: string): Promise<T> {
  try {
    return await item.parse(text)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    const several = await severalIn(text, item)
    const part = error.part ?? text
    if (!several) throw new ValidationError(error.expected, part)
    // An item that is only partly shown may be partly secret.
    const isShown = !item.secret && text.endsWith(part)
    const written = isShown ? ` (${several.map((one) => quote(one)).join(', then ')})` : ''
    throw new ValidationError(inSeparateLines(error.expected, written), part)
  }
}

function inSeparateLines(expected: string, items: string): string {
  return isSentence(expected)
    ? `${expected} Put each item on its own line${items}.`
    : `${expected}; put each on its own line${items}`
}

/** Returns the items of a line that holds several, separated by commas, semicolons or whitespace. */
async function severalIn(text: string, item: InputParser<unknown>): Promise<string[] | undefined> {
  const words = text.split(/\s+/)
  const isOfWords = words.every((word) => /^[\w./@-]+$/.test(word))
  // Separators inside brackets do not count.
  const parts = text.match(/(?:\{[^{}]*\}|\([^()]*\)|\[[^\]]*\]|[^,;])+/g) ?? []
  const pieces = isOfWords ? words : parts.map((part) => part.trim()).filter((part) => part !== '')
  if (pieces.length < 2) return undefined
  const read = await Promise.allSettled(pieces.map(async (piece) => item.parse(piece)))
  return read.every(({ status }) => status === 'fulfilled') ? pieces : undefined
}

/** A value with an optional display name. */
export interface Named<T> {
  readonly name: string | undefined
  readonly value: T
}

/** `name: value`, or the value alone. The colon must be followed by whitespace, so that URLs stay whole. */
export function named<T>(item: InputParser<T>): InputParser<Named<T>> {
  return {
    ...(item.secret && { secret: true as const }),
    async parse(given) {
      const [, name, rest] = /^([^\s:"'][^:"']*?)\s*:\s+(.*)$/.exec(given) ?? []
      const value = name === undefined ? given : (rest ?? '')
      try {
        return { name, value: await item.parse(value) }
      } catch (error) {
        if (error instanceof ValidationError)
          throw new ValidationError(error.expected, error.part ?? value)
        throw error
      }
    },
  }
}
