import { types } from 'node:util'
import { excerpt } from '@ci-actions/kit'

/** Describes why there was no response, with the error code for searching. */
export function describeNetworkError(error: unknown): string {
  // If every address of a host was tried, the reasons are in an AggregateError.
  const first = types.isNativeError(error) && 'errors' in error ? [error.errors].flat()[0] : error
  if (!types.isNativeError(first)) return excerpt(String(first))
  const code = 'code' in first ? String(first.code) : ''
  const words = otherProtocol(first) ?? tlsReason(first.message) ?? plainReasons[code]
  if (words) return words.includes('(') ? words : `${words} (${code})`
  return excerpt(first.message)
}

const plainReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (connection refused)',
  ECONNRESET: 'the connection was reset before the response was complete',
  EPIPE: 'the connection was closed while the request was being sent',
  ENOTFOUND: 'there is no such host (DNS)',
  EAI_AGAIN: 'the name server does not respond (DNS)',
  ETIMEDOUT: 'the host does not respond (connect timed out)',
  EHOSTUNREACH: 'there is no route to the host',
  ENETUNREACH: 'there is no route to the network',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet, or the clock of this machine is slow',
  CERT_REVOKED: 'its certificate has been revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate chain is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an unknown authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  EMFILE: 'this machine cannot open more files or connections',
  ENFILE: 'this machine has too many files and connections open',
  ENOENT: 'there is no such socket',
  HPE_INVALID_CONSTANT: 'it does not speak HTTP',
  ERR_HTTP2_ERROR: 'it does not speak HTTP/2',
}

/** Detects a server that speaks another protocol, by the first bytes of its response to plain HTTP. */
function otherProtocol(error: Error): string | undefined {
  const first = 'rawPacket' in error ? error.rawPacket : undefined
  if (!(first instanceof Uint8Array)) return undefined
  // A TLS alert (RFC 8446 §5.1), and the SETTINGS frame that starts an HTTP/2 connection (RFC 9113 §3.4).
  if (first[0] === 0x15 && first[1] === 3) return 'it speaks TLS (http request to an https port?)'
  if (first[3] === 4 && first.subarray(5, 9).every((byte) => byte === 0))
    return 'it speaks only HTTP/2 (no HTTP/1.1)'
  return undefined
}

const fromOpenSsl =
  /error:[0-9A-F]{8}:SSL routines:[^:]*:([^:]+):[^:]*:\d+:(?:SSL alert number (\d+))?/

/** Returns why the TLS handshake failed; Node passes on OpenSSL's error line. */
function tlsReason(message: string): string | undefined {
  const [, reason, alert] = fromOpenSsl.exec(message) ?? []
  if (!reason) return undefined
  if (alert)
    return alerts[alert] ?? `it refuses TLS (alert ${alert}: ${reason.replace(/^.* alert /, '')})`
  if (/version number|packet length|http request|record/.test(reason)) {
    return 'it does not speak TLS (https request to an http port?)'
  }
  return reason === 'unsupported protocol' ? tooOld : `the TLS handshake failed (${reason})`
}

const tooOld = 'it speaks only TLS 1.1 or older (this client requires 1.2 or later)'

const wantsCertificate = 'it requires a client certificate (not supported here)'

/**
 * TLS alerts.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8446#section-6
 */
const alerts: Readonly<Record<string, string>> = {
  40: 'it has no cipher in common with this client, or requires a client certificate (TLS alert 40)',
  42: wantsCertificate,
  70: tooOld,
  71: 'it has no cipher in common with this client (TLS alert 71)',
  80: 'its TLS handshake failed (alert 80: internal error)',
  112: 'it has no host of this name (TLS alert 112: unrecognized name)',
  116: wantsCertificate,
  120: 'it speaks only HTTP/2 (no HTTP/1.1)',
}
