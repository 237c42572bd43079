import { readFileSync } from 'node:fs'
import { createServer as createHttp2Server } from 'node:http2'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { join } from 'node:path'
import { describeNetworkError, send } from '@ci-actions/http'
import { Deadline } from '@ci-actions/wait'
import { root } from '../../../scripts/actions.ts'

const pem = (name: string): string => readFileSync(join(root, 'test/fixtures/tls', name), 'utf8')

const opened: Server[] = []
afterEach(() => {
  for (const server of opened.splice(0)) server.close()
})

/** Why nothing comes of a request to a server of this machine. */
async function reasonFrom(server: Server, scheme = 'https'): Promise<string> {
  opened.push(server.on('tlsClientError', () => {}))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = new URL(`${scheme}://127.0.0.1:${port}`)
  const request = { method: 'GET', url, connection: { insecure: true } }
  const deadline = new Deadline(20_000, new AbortController().signal)
  return send(request, deadline).then(
    ({ status }) => `answered ${status}`,
    (error: Error) => error.message,
  )
}

const speaking = (options: ServerOptions): Server =>
  createTlsServer(
    { key: pem('localhost.key'), cert: pem('localhost.pem'), ...options },
    (_, response) => response.end('ok'),
  )

/** Answers the first words with these bytes and closes. */
const saying = (bytes: Buffer): Server =>
  createTcpServer((socket) => {
    socket.on('error', () => {}).once('data', () => socket.end(bytes))
  })

/** A fatal alert, as a server sends it before anything is agreed on. */
const alert = (description: number): Server => saying(Buffer.of(0x15, 3, 3, 0, 2, 2, description))

const tooOld = 'it speaks only TLS 1.1 or older (this client requires 1.2 or later)'
const wantsCertificate = 'it requires a client certificate (not supported here)'
const noTls = 'it does not speak TLS (https request to an http port?)'
const weak = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
const asksForCertificate = { requestCert: true, rejectUnauthorized: true }

describe('Why the TLS handshake failed with a server that', () => {
  test.each<[string, () => Server, string]>([
    ['speaks TLS 1.1', () => speaking({ ...weak, maxVersion: 'TLSv1.1' }), tooOld],
    ['speaks TLS 1.0', () => speaking({ ...weak, maxVersion: 'TLSv1' }), tooOld],
    ['wants a client certificate', () => speaking(asksForCertificate), wantsCertificate],
    [
      'wants one, and speaks TLS 1.2',
      () => speaking({ ...asksForCertificate, maxVersion: 'TLSv1.2' }),
      'it has no cipher in common with this client, or requires a client certificate (TLS alert 40)',
    ],
    ['speaks HTTP', () => saying(Buffer.from('HTTP/1.1 400 x\r\n\r\n')), noTls],
    ['speaks SSH', () => saying(Buffer.from('SSH-2.0-OpenSSH_9.2\r\n')), noTls],
    [
      'says no: handshake_failure',
      () => alert(40),
      'it has no cipher in common with this client, or requires a client certificate (TLS alert 40)',
    ],
    ['says no: bad_certificate', () => alert(42), wantsCertificate],
    ['says no: protocol_version', () => alert(70), tooOld],
    [
      'says no: insufficient_security',
      () => alert(71),
      'it has no cipher in common with this client (TLS alert 71)',
    ],
    [
      'says no: internal_error',
      () => alert(80),
      'its TLS handshake failed (alert 80: internal error)',
    ],
    [
      'says no: unrecognized_name',
      () => alert(112),
      'it has no host of this name (TLS alert 112: unrecognized name)',
    ],
    ['says no: certificate_required', () => alert(116), wantsCertificate],
    ['says no: no_application_protocol', () => alert(120), 'it speaks only HTTP/2 (no HTTP/1.1)'],
    ['says no: unknown_ca', () => alert(48), 'it refuses TLS (alert 48: unknown ca)'],
  ])('%s', async (_, server, reason) => {
    expect(await reasonFrom(server())).toBe(reason)
  })
})

describe('Why there is no HTTP from a server that', () => {
  test.each<[string, () => Server, string]>([
    ['speaks HTTP/2', () => createHttp2Server(), 'it speaks only HTTP/2 (no HTTP/1.1)'],
    ['speaks TLS, and says so', () => alert(10), 'it speaks TLS (http request to an https port?)'],
    [
      'speaks TLS 1.3, and says so',
      () => saying(Buffer.of(0x15, 3, 1, 0, 2, 2, 22)),
      'it speaks TLS (http request to an https port?)',
    ],
    [
      'speaks something else',
      () => saying(Buffer.from('220 mail.example ESMTP\r\n')),
      'it does not speak HTTP (HPE_INVALID_CONSTANT)',
    ],
  ])('%s', async (_, server, reason) => {
    expect(await reasonFrom(server(), 'http')).toBe(reason)
  })
})

describe('What OpenSSL says', () => {
  const line = (reason: string): Error =>
    Object.assign(
      new Error(
        `write EPROTO 40DDE286557F0000:error:0A000102:SSL routines:ssl_choose_client_version:${reason}:../deps/openssl/openssl/ssl/statem/statem_lib.c:2144:\n`,
      ),
      { code: 'EPROTO' },
    )

  test.each([
    ['unsupported protocol', tooOld],
    ['wrong version number', noTls],
    ['packet length too long', noTls],
    ['dh key too small', 'the TLS handshake failed (dh key too small)'],
    [
      'unsafe legacy renegotiation disabled',
      'the TLS handshake failed (unsafe legacy renegotiation disabled)',
    ],
  ])('%s, is told without its files', (said, reason) => {
    expect(describeNetworkError(line(said))).toBe(reason)
  })
})
