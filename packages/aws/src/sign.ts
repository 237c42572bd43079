import type { Request } from '@ci-actions/http'
import aws4 from 'aws4'
import type { AwsCredentials } from './credentials.ts'

/** What a signature is for: a service, in a region, at a moment. */
export interface Scope {
  readonly service: string
  readonly region: string
  readonly now: Date
}

/**
 * The headers of a request with its signature, version 4.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function sign(
  { method, url, headers = {}, body }: Request,
  credentials: AwsCredentials,
  { service, region, now }: Scope,
): Record<string, string> {
  // As 20261121T094500Z, which the signer would otherwise read off its own clock.
  const date = now.toISOString().replace(/[:-]|\.\d{3}/g, '')
  const request = {
    method,
    service,
    region,
    host: url.host,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, 'X-Amz-Date': date },
    body: body ?? '',
  }
  const made = aws4.sign(request, credentials).headers ?? {}
  return Object.fromEntries(Object.entries(made).map(([name, value]) => [name, String(value)]))
}
