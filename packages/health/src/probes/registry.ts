import type { Deadline } from '@ci-actions/wait'
import { authorization } from '../credentials.ts'
import type { Seen } from '../observation.ts'
import type { Question } from '../question.ts'
import type { Target } from '../target.ts'
import type { Protocol } from './conversation.ts'
import { askHttp } from './http.ts'

/** A way to look at a target, chosen by the scheme of its address. */
export interface Probe {
  /** What stands behind the scheme of such an address, in words. */
  readonly form: string
  readonly fits: (url: URL) => boolean
  /** Whether it is asked over HTTP, so that statuses, headers and bodies can be judged. */
  readonly isHttp?: true
  /** Whether it is sent the login of its address. */
  readonly sendsLogin?: true
  /** Whether it is reached over TLS, where a certificate is shown. */
  readonly isSecure: (url: URL) => boolean
  /** @throws ConnectionError when there is no complete answer */
  readonly look: (target: Target, question: Question, deadline: Deadline) => Promise<Seen>
}

const always = () => true
const never = () => false

const http: Probe = {
  form: '//host/path',
  fits: ({ hostname }) => hostname !== '',
  isHttp: true,
  sendsLogin: true,
  isSecure: ({ protocol }) => protocol === 'https:',
  look: askHttp,
}

const grpc: Probe = {
  form: '//host:port/service',
  fits: ({ port, pathname, search, hash }) =>
    port !== '' && /^\/?[^/]*$/.test(pathname) && search + hash === '',
  sendsLogin: true,
  isSecure: ({ protocol }) => protocol === 'grpcs:',
  async look({ url, login }, { headers, connection }, deadline) {
    const { askGrpc } = await import('./grpc.ts')
    return askGrpc(url, { ...headers, ...authorization(login) }, connection, deadline)
  },
}

const tcp: Probe = {
  form: '//host:port',
  fits: ({ port, username, password, pathname, search, hash }) =>
    port !== '' && /^\/?$/.test(username + password + pathname + search + hash),
  isSecure: never,
  look: connect,
}

const unix: Probe = {
  form: '///path/to/socket',
  fits: ({ host, pathname, search, hash }) =>
    host + search + hash === '' && /^\/[^/]/.test(pathname),
  isSecure: never,
  look: connect,
}

async function connect({ url }: Target, _: Question, deadline: Deadline): Promise<Seen> {
  return (await import('./connect.ts')).connect(url, deadline)
}

/**
 * A server that is asked in its own protocol, by default at this port. Its address may also have a login, a
 * path and a query, as those that a program connects with; of these only the server is used.
 */
function server(port: number, load: () => Promise<Protocol>, isSecure: Probe['isSecure']): Probe {
  return {
    form: '//host:port',
    fits: ({ hostname }) => hostname !== '',
    isSecure,
    async look({ url }, { connection }, deadline) {
      const [{ converse, placeOf }, protocol] = await Promise.all([
        import('./conversation.ts'),
        load(),
      ])
      const options = placeOf(url, Number(url.port || port))
      return converse(protocol, { options, isSecure: isSecure(url), connection }, deadline)
    },
  }
}

const postgres = async () => (await import('./postgres.ts')).postgres
const redis = async () => (await import('./redis.ts')).redis
const mysql = async () => (await import('./mysql.ts')).mysql
const mongodb = async () => (await import('./mongodb.ts')).mongodb
const amqp = async () => (await import('./amqp.ts')).amqp
const kafka = async () => (await import('./kafka.ts')).kafka

/** As the drivers of MongoDB have it. */
const wantsTls = ({ searchParams }: URL): boolean =>
  ['tls', 'ssl'].some((name) => searchParams.get(name) === 'true')

/** The probes there are, by scheme. What few targets need is loaded by those alone. */
export const probes: Readonly<Record<string, Probe>> = {
  'http:': http,
  'https:': http,
  'tcp:': tcp,
  'unix:': unix,
  'grpc:': grpc,
  'grpcs:': grpc,
  'postgres:': server(5432, postgres, never),
  'postgresql:': server(5432, postgres, never),
  'redis:': server(6379, redis, never),
  'rediss:': server(6379, redis, always),
  'mysql:': server(3306, mysql, never),
  'mariadb:': server(3306, mysql, never),
  'mongodb:': server(27017, mongodb, wantsTls),
  'amqp:': server(5672, amqp, never),
  'amqps:': server(5671, amqp, always),
  'kafka:': server(9092, kafka, never),
}
