import { excerpt } from './quote.ts'

/**
 * Parses the value of an input. `parse` receives the trimmed, non-empty text and throws `ValidationError` if it is
 * invalid.
 */
export interface InputParser<T> {
  /** The value is masked before anything else happens and never quoted in an error. */
  readonly secret?: true
  parse(given: string): T | Promise<T>
}

/** An invalid value. `expected` completes "must be …", or is a sentence of its own that ends with a full stop. */
export class ValidationError extends Error {
  override name = 'ValidationError'
  readonly expected: string
  /** The invalid part of the value; undefined if it is all of it. */
  readonly part: string | undefined

  constructor(expected: string, part?: string) {
    super(isSentence(expected) ? expected : `must be ${expected}`)
    this.expected = expected
    this.part = part
  }

  /** Returns the error as a sentence about a subject, such as `Input "x"`; `value` is quoted already. */
  describe(subject: string, value: string | undefined): string {
    const expected = excerpt(this.expected, 400)
    return isSentence(this.expected)
      ? `${subject}: ${expected}${value ? ` Got ${value}.` : ''}`
      : `${subject} must be ${expected}${value ? `, not ${value}` : ''}.`
  }
}

/** Whether an expectation is a sentence of its own. */
export function isSentence(expected: string): boolean {
  return expected.endsWith('.')
}

export const text: InputParser<string> = { parse: (given) => given }

/** A token or key that is sent in a header. */
export const secret: InputParser<string> = {
  secret: true,
  parse(given) {
    if (!/^[\x20-\x7E]*$/.test(given))
      throw new ValidationError('a single line of ASCII characters')
    return given
  },
}

/** `true` or `false`, in the spellings of YAML 1.2. */
export const flag: InputParser<boolean> = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true
    if (/^(false|False|FALSE)$/.test(given)) return false
    throw new ValidationError('true or false')
  },
}

/** A whole number between the given bounds, inclusive. */
export function integer(min = 0, max = Number.MAX_SAFE_INTEGER): InputParser<number> {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`
  return {
    parse(given) {
      const value = Number(given)
      if (!/^[+-]?\d+$/.test(given) || value < min || value > max) {
        throw new ValidationError(`a whole number ${range}`)
      }
      return value
    },
  }
}

const milliseconds = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** The longest delay of a Node timer, 24.8 days. */
const longestDuration = 2 ** 31 - 1

/** `500ms`, `30s`, `5m`, `1h`, `1h30m`; a number without a unit is in seconds. Returns milliseconds. */
export const duration: InputParser<number> = {
  parse(given) {
    if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) {
      throw new ValidationError('a duration such as 500ms, 30s, 5m or 1h')
    }
    const parts = [...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g)]
    const total = parts.reduce((sum, [, count, unit]) => {
      return sum + Number(count) * milliseconds[(unit ?? 's') as keyof typeof milliseconds]
    }, 0)
    if (total > longestDuration) throw new ValidationError('a duration of at most 24 days')
    return Math.round(total)
  },
}

/** A duration longer than 0, such as a time limit. */
export const positiveDuration: InputParser<number> = {
  async parse(given) {
    const ms = await duration.parse(given)
    if (ms === 0) throw new ValidationError('a duration longer than 0')
    return ms
  },
}

/** One of the given words, matched exactly. */
export function oneOf<const W extends string>(...words: W[]): InputParser<W> {
  return {
    parse(given) {
      const word = words.find((one) => one === given)
      if (word === undefined) throw new ValidationError(`one of ${words.join(', ')}`)
      return word
    },
  }
}

/** An http(s) URL. `http` is allowed for this machine only, because requests may carry secrets. */
export const url: InputParser<URL> = { parse: parseUrl }

/** A URL that is itself a secret, such as a webhook: the URL, its path and its query are masked. */
export const secretUrl: InputParser<URL> = { secret: true, parse: parseUrl }

function parseUrl(given: string): URL {
  // The URL parser drops line breaks, which would merge two addresses into one.
  if (/\s|,https?:\/\//.test(given)) {
    throw new ValidationError('a single address without spaces or line breaks')
  }
  const parsed = URL.canParse(given) ? new URL(given) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new ValidationError('an address that starts with https://')
  }
  // If the host is empty, URL takes the first path segment as the host.
  if (!/^https?:\/\/[^/\\]/i.test(given)) {
    throw new ValidationError('an address that starts with https:// and a host')
  }
  if (parsed.protocol === 'http:' && !isLoopbackHost(parsed.hostname)) {
    throw new ValidationError('an https:// address (http:// only for localhost)')
  }
  return parsed
}

/** Whether a host name always refers to the local machine. */
export function isLoopbackHost(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
