import type { Headers } from './headers.ts'
import type { Target } from './targets.ts'

/** The header that carries the `user:password` of an address (RFC 7617). */
export function authorization(login: string | undefined): Headers {
  if (login === undefined) return {}
  return { authorization: `Basic ${Buffer.from(login).toString('base64')}` }
}

/**
 * What must not be seen anywhere: logins, and the values of headers and queries that carry
 * credentials. What is shorter than four characters protects nothing, and hiding it would blank out
 * half of a log.
 */
export function secretsOf(targets: readonly Target[], headers: Headers): string[] {
  const logins = targets.flatMap(({ login }) => secretsOfLogin(login))
  const named = [...targets.flatMap(({ url }) => [...url.searchParams]), ...Object.entries(headers)]
  const values = named.filter(([name]) => telling.test(name)).flatMap(([, value]) => partsOf(value))
  return [...logins, ...values].filter((secret) => secret.length >= 4)
}

/** A user name is a secret only where it stands without a password, as tokens do. */
function secretsOfLogin(login: string | undefined): string[] {
  if (login === undefined) return []
  const colon = login.indexOf(':')
  const password = login.slice(colon + 1)
  const sent = Object.values(authorization(login)).flatMap(partsOf)
  return [...sent, login, password === '' ? login.slice(0, colon) : password]
}

/** Names of what carries a credential. */
const telling = /auth|token|secret|key|cookie|passw|session|signature|credential/i

/** `Bearer abc`, `session=abc; csrf=def`: each part may turn up alone. Short ones are words. */
function partsOf(value: string): string[] {
  const parts = value.split(/[\s;,]+/)
  const values = parts.map((part) => part.replace(/^[\w-]+=(?=.)/, ''))
  return [value, ...[...parts, ...values].filter((part) => part.length >= 8)]
}
