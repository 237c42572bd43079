/** Whether a name in a path, given as bytes, matches. */
export type Name = (name: string) => boolean

/** Any number of bytes. */
export const star = '*'

/** A token of a name: one byte, a set of bytes (1 for each member), or any number of bytes. */
export type Token = number | Uint8Array | typeof star

export const anyByte: Token = new Uint8Array(256).fill(1)

/** Converts text to one character per byte. Git matches bytes: an `é` is two `?`. */
export function bytesOf(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text).toString('latin1')
}

export function nameOf(tokens: readonly Token[]): Name {
  const [first, ...rest] = tokens
  if (first === star && rest.every(isByte)) {
    const end = String.fromCharCode(...rest)
    return (name) => name.endsWith(end)
  }
  if (tokens.every(isByte)) {
    const word = String.fromCharCode(...tokens)
    return (name) => name === word
  }
  return (name) => fits(name, tokens)
}

/** Matches with backtracking to the last star only: everything before it has matched as early as possible. */
function fits(name: string, tokens: readonly Token[]): boolean {
  let at = 0
  let token = 0
  let behindStar = 0
  let taken = 0
  while (at < name.length) {
    const next = tokens[token]
    if (next === star) {
      behindStar = ++token
      taken = at
    } else if (next !== undefined && takes(next, name.charCodeAt(at))) {
      at++
      token++
    } else if (behindStar > 0) {
      token = behindStar
      at = ++taken
    } else return false
  }
  while (tokens[token] === star) token++
  return token === tokens.length
}

function takes(token: number | Uint8Array, byte: number): boolean {
  return typeof token === 'number' ? token === byte : token[byte] === 1
}

function isByte(token: Token): token is number {
  return typeof token === 'number'
}
