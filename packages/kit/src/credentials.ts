import { splitItems } from './list.ts'
import type { Runner } from './runner.ts'

/**
 * Masks an input that is a secret or a list of secrets. The path and query of a URL are masked too, because logs may
 * show them alone.
 */
export function maskSecret(given: string, runner: Runner): void {
  runner.setSecret(given)
  for (const line of [...given.split(/[\r\n]+/), ...splitItems(given)]) {
    runner.setSecret(line.trim())
    const address = /https?:\/\/\S+/.exec(line)?.[0]
    if (address === undefined || !URL.canParse(address)) continue
    const { href, pathname, search, searchParams, username, password } = new URL(address)
    for (const part of [href, address]) runner.setSecret(part)
    for (const part of loginCredentials(username, password)) runner.setSecret(part)
    // Short parts such as "/hook" and words such as "deploy" are not secret, and masking them would garble the log and
    // the outputs.
    if (pathname.length >= 20) runner.setSecret(pathname)
    for (const segment of pathname.split('/')) if (segment.length >= 16) runner.setSecret(segment)
    const values = [...searchParams].flatMap(([name, value]) =>
      value.length >= 8 && isOpaque(value) ? [value] : credentialsIn(name, value),
    )
    for (const part of values.length > 0 ? [search, ...values] : []) runner.setSecret(part)
  }
}

/**
 * Returns the secret parts of a header or query parameter, judged by its name. A masked value is lost to the whole job,
 * including its outputs. So a name that may also belong to a switch, an id or an option counts only if its value is
 * unguessable: not `X-Skip-Auth: true`, not `X-Session: blue-2`.
 */
export function credentialsIn(name: string, value: string): string[] {
  if (/^(proxy-)?authorization$/i.test(name)) return [value, value.replace(/^\S+\s+/, '')]
  if (
    notSecret.test(name) ||
    !(secretNames.test(name) || (ambiguousNames.test(name) && isOpaque(value)))
  )
    return []
  // `session=abc; csrf=def`: each may appear alone. Short ones are ordinary words in a log.
  const parts = value.split(/[\s;,]+/).map((part) => part.replace(/^[\w.-]+=(?=.)/, ''))
  return [value, ...parts.filter((part) => part.length >= 8)]
}

/**
 * Returns the secret parts of the `user:password` in a URL: the password, or a user without a password that looks like
 * a token. A user that is a plain word is just a name.
 */
export function loginCredentials(user: string, password: string): string[] {
  if (password !== '') return user === '' ? [password] : [password, `${user}:${password}`]
  return /^[a-z]{0,14}$/i.test(user) ? [] : [user]
}

const secretNames =
  /token|secret|passw|cookie|credential|jwt|(api|access|private|subscription)[-_]?key/i
const ambiguousNames = /auth|key|session|signature|^sig$/i

/** Names of keys that select or identify something. */
const notSecret = /idempotency|affinity|author(?!iz)|(cache|surrogate|partition|websocket)[-_]?key/i

/** Whether a value is more than words, numbers, dates and versions, as generated secrets are. */
export function isOpaque(value: string): boolean {
  const parts = value.split(/[\s._/:-]/)
  return !parts.every((part) => /^(v?\d{0,15}|[A-Z]?[a-z]{1,14}|[A-Z]{1,14})$/.test(part))
}
