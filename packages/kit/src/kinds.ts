/**
 * What an input may hold. `parse` gets the text that was given, trimmed and never empty, and throws
 * `Unusable` when it is not what the kind expects.
 */
export interface Kind<T> {
  /** The value is masked before anything else happens, and is never quoted in an error. */
  readonly secret?: true
  parse(given: string): T | Promise<T>
}

/** A value that is not what its kind expects; `expected` completes "must be …". */
export class Unusable extends Error {
  override name = 'Unusable'
  readonly expected: string
  /** The part of the value that is meant, when it is not the whole. */
  readonly part: string | undefined

  constructor(expected: string, part?: string) {
    super(`must be ${expected}`)
    this.expected = expected
    this.part = part
  }
}

export const text: Kind<string> = { parse: (given) => given }

/** A token or key, which is sent in a header. */
export const secret: Kind<string> = {
  secret: true,
  parse(given) {
    if (!/^[\x20-\x7E]*$/.test(given)) throw new Unusable('one line of ASCII characters')
    return given
  },
}

/** `true` or `false`, as YAML 1.2 writes them. */
export const flag: Kind<boolean> = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true
    if (/^(false|False|FALSE)$/.test(given)) return false
    throw new Unusable('true or false')
  },
}

/** A whole number within the given bounds, both included. */
export function integer(least = 0, most = Number.MAX_SAFE_INTEGER): Kind<number> {
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`
  return {
    parse(given) {
      const value = Number(given)
      if (!/^[+-]?\d+$/.test(given) || value < least || value > most) {
        throw new Unusable(`a whole number, ${range}`)
      }
      return value
    },
  }
}

const milliseconds = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** The longest wait a timer of Node can hold, 24.8 days. */
const longestDuration = 2 ** 31 - 1

/** `500ms`, `30s`, `5m`, `1h`, `1h30m`; a bare number is seconds. Yields milliseconds. */
export const duration: Kind<number> = {
  parse(given) {
    if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) {
      throw new Unusable('a duration such as 500ms, 30s, 5m or 1h')
    }
    const parts = [...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g)]
    const total = parts.reduce((sum, [, count, unit]) => {
      return sum + Number(count) * milliseconds[(unit ?? 's') as keyof typeof milliseconds]
    }, 0)
    if (total > longestDuration) throw new Unusable('a duration of at most 24 days')
    return Math.round(total)
  },
}

/** One of the words, written as they stand here. */
export function oneOf<const W extends string>(...words: W[]): Kind<W> {
  return {
    parse(given) {
      const word = words.find((one) => one === given)
      if (word === undefined) throw new Unusable(`one of ${words.join(', ')}`)
      return word
    },
  }
}

/** An http(s) address. `https` unless it is this machine, because what we send it may be secret. */
export const url: Kind<URL> = { parse: parseUrl }

/** An address that is itself a secret, such as a webhook: it, its path and its query are masked. */
export const secretUrl: Kind<URL> = { secret: true, parse: parseUrl }

function parseUrl(given: string): URL {
  // A line break within is dropped by the parser, and two addresses would become one.
  if (/\s|,https?:\/\//.test(given)) {
    throw new Unusable('one address, without blanks and line breaks')
  }
  const parsed = URL.canParse(given) ? new URL(given) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new Unusable('an address that starts with https://')
  }
  // URL takes a path for the host where that is empty.
  if (!/^https?:\/\/[^/\\]/i.test(given)) {
    throw new Unusable('an address that starts with https:// and a host')
  }
  if (parsed.protocol === 'http:' && !isThisMachine(parsed.hostname)) {
    throw new Unusable('an https:// address (http:// only for localhost)')
  }
  return parsed
}

/** Whether a host name can only mean the machine that asks. */
export function isThisMachine(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
