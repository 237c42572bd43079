import type { Deadline } from '@ci-actions/wait'
import { authorizationHeader } from '../credentials.ts'
import type { ProbeRequest } from '../probe-request.ts'
import type { ProbeOutcome } from '../probe-result.ts'
import type { Target } from '../target.ts'
import { probeHttp } from './http.ts'
import type { Protocol } from './protocol.ts'

/** A way to probe a target, selected by the scheme of its address. */
export interface Probe {
  /** The form of the address after the scheme, for error messages. */
  readonly urlForm: string
  /** Whether the address has that form. */
  readonly fits: (url: URL) => boolean
  /** Whether the probe uses HTTP, so that status, headers and body can be evaluated. */
  readonly isHttp?: true
  /** Whether the login in the address is sent. */
  readonly sendsLogin?: true
  /** Whether the probe uses TLS, so that there is a certificate. */
  readonly isSecure: (url: URL) => boolean
  /** @throws ConnectionError when there is no complete response */
  readonly run: (target: Target, request: ProbeRequest, deadline: Deadline) => Promise<ProbeOutcome>
}

const always = () => true
const never = () => false

const http: Probe = {
  urlForm: '//host/path',
  fits: ({ hostname }) => hostname !== '',
  isHttp: true,
  sendsLogin: true,
  isSecure: ({ protocol }) => protocol === 'https:',
  run: probeHttp,
}

const grpc: Probe = {
  urlForm: '//host:port/service',
  fits: ({ port, pathname, search, hash }) =>
    port !== '' && /^\/?[^/]*$/.test(pathname) && search + hash === '',
  sendsLogin: true,
  isSecure: ({ protocol }) => protocol === 'grpcs:',
  async run({ url, login }, { headers, connection }, deadline) {
    const { probeGrpc } = await import('./grpc.ts')
    return probeGrpc(url, { ...headers, ...authorizationHeader(login) }, connection, deadline)
  },
}

const tcp: Probe = {
  urlForm: '//host:port',
  fits: ({ port, username, password, pathname, search, hash }) =>
    port !== '' && /^\/?$/.test(username + password + pathname + search + hash),
  isSecure: never,
  run: runConnect,
}

const unix: Probe = {
  urlForm: '///path/to/socket',
  fits: ({ host, pathname, search, hash }) =>
    host + search + hash === '' && /^\/[^/]/.test(pathname),
  isSecure: never,
  run: runConnect,
}

async function runConnect(
  { url }: Target,
  _: ProbeRequest,
  deadline: Deadline,
): Promise<ProbeOutcome> {
  return (await import('./connect.ts')).probeConnection(url, deadline)
}

/**
 * Creates a probe that uses a server's own protocol, by default at `port`. The address may be the connection URL
 * of a program, with login, path and query; only its host and port are used.
 */
function serverProbe(
  port: number,
  load: () => Promise<Protocol>,
  isSecure: Probe['isSecure'],
): Probe {
  return {
    urlForm: '//host:port',
    fits: ({ hostname }) => hostname !== '',
    isSecure,
    async run({ url }, { connection }, deadline) {
      const [{ probeServer, tcpOptions }, protocol] = await Promise.all([
        import('./protocol.ts'),
        load(),
      ])
      const options = tcpOptions(url, Number(url.port || port))
      return probeServer(protocol, { options, isSecure: isSecure(url), connection }, deadline)
    },
  }
}

const postgres = async () => (await import('./postgres.ts')).postgres
const redis = async () => (await import('./redis.ts')).redis
const mysql = async () => (await import('./mysql.ts')).mysql
const mongodb = async () => (await import('./mongodb.ts')).mongodb
const amqp = async () => (await import('./amqp.ts')).amqp
const kafka = async () => (await import('./kafka.ts')).kafka

/** Whether a MongoDB URL requests TLS, as its drivers read it. */
const requestsTls = ({ searchParams }: URL): boolean =>
  ['tls', 'ssl'].some((name) => searchParams.get(name) === 'true')

/** All probes, by scheme. All but HTTP are loaded on demand. */
export const probes: Readonly<Record<string, Probe>> = {
  'http:': http,
  'https:': http,
  'tcp:': tcp,
  'unix:': unix,
  'grpc:': grpc,
  'grpcs:': grpc,
  'postgres:': serverProbe(5432, postgres, never),
  'postgresql:': serverProbe(5432, postgres, never),
  'redis:': serverProbe(6379, redis, never),
  'rediss:': serverProbe(6379, redis, always),
  'mysql:': serverProbe(3306, mysql, never),
  'mariadb:': serverProbe(3306, mysql, never),
  'mongodb:': serverProbe(27017, mongodb, requestsTls),
  'amqp:': serverProbe(5672, amqp, never),
  'amqps:': serverProbe(5671, amqp, always),
  'kafka:': serverProbe(9092, kafka, never),
}
