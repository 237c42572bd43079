import { credentialsIn } from '@ci-actions/kit'
import type { Headers } from './headers.ts'

/** The header that carries the `user:password` of an address (RFC 7617). */
export function authorization(login: string | undefined): Headers {
  if (login === undefined) return {}
  return { authorization: `Basic ${Buffer.from(login).toString('base64')}` }
}

/** What of headers, or of the parameters of a query, nobody should see. */
export function secretsIn(named: Iterable<[name: string, value: string]>): string[] {
  return [...named].flatMap(([name, value]) => credentialsIn(name, value))
}
