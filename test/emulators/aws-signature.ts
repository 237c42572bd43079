import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Received } from './server.ts'

/** Whose requests are taken. */
export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/**
 * Why a request is not signed as AWS wants it; undefined when it is. Computed here from the
 * specification alone (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function wrongSignature(received: Received, keys: Keys, now: Date): string | undefined {
  const { method, path, query, headers, body } = received
  const [, keyId, day, region, service, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (!day || !names || !signature) return 'MissingAuthenticationToken'
  if (keyId !== keys.accessKeyId) return 'UnrecognizedClientException'
  if (keys.sessionToken && headers['x-amz-security-token'] !== keys.sessionToken) {
    return 'UnrecognizedClientException'
  }
  const date = String(headers['x-amz-date'])
  const time = Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!(Math.abs(now.getTime() - time) < 300_000)) return 'InvalidSignatureException'
  const listed = names.split(';')
  if (['host', 'x-amz-date'].some((name) => !listed.includes(name))) {
    return 'InvalidSignatureException'
  }
  const canonical = [
    method,
    path
      .split('/')
      .map((part) => strictly(part))
      .join('/'),
    [...query]
      .map(([name, value]) => `${strictly(name)}=${strictly(value)}`)
      .sort()
      .join('&'),
    ...listed.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    names,
    hash(body),
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const key = [day, String(region), String(service), 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${keys.secretAccessKey}`,
  )
  const due = hmac(key, ['AWS4-HMAC-SHA256', date, scope, hash(canonical)].join('\n'))
  return timingSafeEqual(due, Buffer.from(signature, 'hex'))
    ? undefined
    : 'InvalidSignatureException'
}

/** RFC 3986: all but letters, digits and `-._~`; a path is encoded a second time. */
function strictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
