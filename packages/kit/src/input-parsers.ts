/**
 * What an input may hold. `parse` gets the text that was given, trimmed and never empty, and throws
 * `ValidationError` when it does not accept it.
 */
export interface InputParser<T> {
  /** The value is masked before anything else happens, and is never quoted in an error. */
  readonly secret?: true
  parse(given: string): T | Promise<T>
}

/** A value that its parser does not accept; `expected` completes "must be …". */
export class ValidationError extends Error {
  override name = 'ValidationError'
  readonly expected: string
  /** The part of the value that is meant, when it is not the whole. */
  readonly part: string | undefined

  constructor(expected: string, part?: string) {
    super(`must be ${expected}`)
    this.expected = expected
    this.part = part
  }
}

export const text: InputParser<string> = { parse: (given) => given }

/** A token or key, which is sent in a header. */
export const secret: InputParser<string> = {
  secret: true,
  parse(given) {
    if (!/^[\x20-\x7E]*$/.test(given)) throw new ValidationError('one line of ASCII characters')
    return given
  },
}

/** `true` or `false`, as YAML 1.2 writes them. */
export const flag: InputParser<boolean> = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true
    if (/^(false|False|FALSE)$/.test(given)) return false
    throw new ValidationError('true or false')
  },
}

/** A whole number within the given bounds, both included. */
export function integer(min = 0, max = Number.MAX_SAFE_INTEGER): InputParser<number> {
  const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `from ${min} to ${max}`
  return {
    parse(given) {
      const value = Number(given)
      if (!/^[+-]?\d+$/.test(given) || value < min || value > max) {
        throw new ValidationError(`a whole number, ${range}`)
      }
      return value
    },
  }
}

const milliseconds = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** The longest wait a timer of Node can hold, 24.8 days. */
const longestDuration = 2 ** 31 - 1

/** `500ms`, `30s`, `5m`, `1h`, `1h30m`; a bare number is seconds. Yields milliseconds. */
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

/** One of the words, written as they stand here. */
export function oneOf<const W extends string>(...words: W[]): InputParser<W> {
  return {
    parse(given) {
      const word = words.find((one) => one === given)
      if (word === undefined) throw new ValidationError(`one of ${words.join(', ')}`)
      return word
    },
  }
}

/** An http(s) address. `https` unless it is this machine, because what we send it may be secret. */
export const url: InputParser<URL> = { parse: parseUrl }

/** An address that is itself a secret, such as a webhook: it, its path and its query are masked. */
export const secretUrl: InputParser<URL> = { secret: true, parse: parseUrl }

function parseUrl(given: string): URL {
  // A line break within is dropped by the parser, and two addresses would become one.
  if (/\s|,https?:\/\//.test(given)) {
    throw new ValidationError('one address, without blanks and line breaks')
  }
  const parsed = URL.canParse(given) ? new URL(given) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new ValidationError('an address that starts with https://')
  }
  // URL takes a path for the host where that is empty.
  if (!/^https?:\/\/[^/\\]/i.test(given)) {
    throw new ValidationError('an address that starts with https:// and a host')
  }
  if (parsed.protocol === 'http:' && !isLoopbackHost(parsed.hostname)) {
    throw new ValidationError('an https:// address (http:// only for localhost)')
  }
  return parsed
}

/** Whether a host name can only mean the machine that asks. */
export function isLoopbackHost(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
