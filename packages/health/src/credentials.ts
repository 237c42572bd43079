import { credentialsIn } from '@ci-actions/kit'
import type { Headers } from './headers.ts'

/** Returns the header for the `user:password` of an address (RFC 7617). */
export function authorizationHeader(login: string | undefined): Headers {
  if (login === undefined) return {}
  return { authorization: `Basic ${Buffer.from(login).toString('base64')}` }
}

/** Returns the secrets in headers or in query parameters. */
export function findSecrets(fields: Iterable<[name: string, value: string]>): string[] {
  return [...fields].flatMap(([name, value]) => credentialsIn(name, value))
}
