import type { Request } from '@ci-actions/http'
import aws4 from 'aws4'
import type { AwsCredentials } from './credentials.ts'

/** The service, region and time that a signature is valid for. */
export interface Scope {
  readonly service: string
  readonly region: string
  readonly now: Date
}

/**
 * Returns the headers of a request with its AWS Signature Version 4.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function sign(
  { method, url, headers = {}, body }: Request,
  credentials: AwsCredentials,
  { service, region, now }: Scope,
): Record<string, string> {
  // 20261121T094500Z; without it, aws4 uses the system clock.
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
  const signed = aws4.sign(request, credentials).headers ?? {}
  return Object.fromEntries(Object.entries(signed).map(([name, value]) => [name, String(value)]))
}
