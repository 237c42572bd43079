import { connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/actions.ts'
import { type Step, startBundle } from '../support/bundle.ts'
import {
  type Database,
  installDatabases,
  startMariadb,
  startPostgres,
  startRabbitmq,
  startRedis,
} from './databases.ts'
import { freePort } from './moto.ts'

const certificates = join(root, 'test/fixtures/tls')

const open: { close(): unknown }[] = []

async function opened(starting: Promise<Database>): Promise<Database> {
  const it = await starting
  open.push(it)
  return it
}

beforeAll(installDatabases, 600_000)

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** A check as a workflow makes it: the server may still be starting. */
function check(targets: string, inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  return startBundle('health-check', {
    inputs: { targets, timeout: '50s', ...inputs },
    workspace: certificates,
  })
}

async function healthy(targets: string, inputs: Readonly<Record<string, string>> = {}) {
  const step = await check(targets, inputs)
  expect(step).toMatchObject({ code: 0, error: '', outputs: { healthy: 'true' } })
  return step
}

/** Connections that are held, as by clients that are busy. */
function hold(port: number, many: number): Promise<Socket[]> {
  const sockets = Array.from({ length: many }, async () => {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    open.push({ close: () => socket.destroy() })
    await new Promise((resolve) => socket.once('connect', resolve).once('error', resolve))
    return socket
  })
  return Promise.all(sockets)
}

/** An address of this machine that servers take for that of another one. */
const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

describe('PostgreSQL', () => {
  test('is healthy as soon as it serves, without a login', async () => {
    const { port, log } = await opened(startPostgres())
    await healthy(`postgres://someone:pass-word@127.0.0.1:${port}/some-db`, { successes: '20' })
    expect(log()).toContain('ready to accept connections')
    expect(log()).not.toMatch(/someone|pass-word|some-db|FATAL/)
  })

  test('is healthy where it trusts anybody, and knows nobody of that name', async () => {
    const { port } = await opened(startPostgres([], 'trust'))
    await healthy(`postgresql://127.0.0.1:${port}`)
  })

  test('is not healthy while it says that it is starting', async () => {
    const { port } = await opened(startPostgres(['hot_standby=off']))
    await healthy(`tcp://127.0.0.1:${port}`)
    const step = await check(`postgres://127.0.0.1:${port}`, { timeout: '2s' })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(/reports "the database system is .* \(57P03\)"/)
  })

  test('is not healthy when it has no room', async () => {
    const { port } = await opened(
      startPostgres(['max_connections=2', 'superuser_reserved_connections=0', 'max_wal_senders=0']),
    )
    await healthy(`postgres://127.0.0.1:${port}`)
    await hold(port, 60)
    const step = await check(`postgres://127.0.0.1:${port}`, { timeout: '2s' })
    expect(step.code).toBe(1)
    expect(step.error).toContain('too many clients already (53300)')
  })
})

describe('Redis', () => {
  test('is healthy as soon as it serves, without a login', async () => {
    const { port, log } = await opened(startRedis())
    await healthy(`redis://:pass-word@localhost:${port}/0`, { successes: '20' })
    expect(log()).not.toMatch(/attack|error/i)
  })

  test('is asked over TLS, and its certificate looked at', async () => {
    const port = String(await freePort())
    const files = ['--tls-cert-file', 'localhost.pem', '--tls-key-file', 'localhost.key']
    const tls = files.map((it) => (it.startsWith('--') ? it : join(certificates, it)))
    await opened(
      startRedis(['--port', '0', '--tls-port', port, ...tls, '--tls-auth-clients', 'no']),
    )
    const step = await healthy(`rediss://localhost:${port}`, {
      'ca-file': 'ca.pem',
      'min-certificate-days': '30',
    })
    expect(JSON.parse(step.outputs.results ?? '')[0]['certificate-days']).toBeGreaterThan(30)
  })

  test('is not healthy while it is loading its data', async () => {
    const first = await opened(startRedis(['--save', '', '--rdbcompression', 'no']))
    await healthy(`redis://localhost:${first.port}`)
    const socket = connect(first.port, '127.0.0.1')
    const sets = Array.from({ length: 500 }, (_, at) => `SET key-${at} ${'x'.repeat(1_500)}\r\n`)
    const done = '+OK\r\n'.repeat(sets.length + 2)
    const said = new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (bytes) => {
        text += bytes
        if (text.length >= done.length) resolve(text)
      })
    })
    socket.write(['AUTH pass-word\r\n', ...sets, 'SAVE\r\n'].join(''))
    expect(await said).toBe(done)
    socket.destroy()

    // 50 ms a key, and whoever asks is heard between two of them. One that wants a login would say that alone.
    const slowly = ['--key-load-delay', '50000', '--loading-process-events-interval-bytes', '1024']
    const loading = await opened(
      startRedis(['--dir', first.folder, '--requirepass', '', ...slowly]),
    )
    const step = await check(`redis://localhost:${loading.port}`, { timeout: '3s' })
    expect(step.code).toBe(1)
    expect(step.error).toContain('reports "LOADING Redis is loading the dataset in memory"')
  })

  test('is not healthy when it has no room', async () => {
    const { port } = await opened(startRedis(['--maxclients', '1']))
    await healthy(`redis://localhost:${port}`)
    await hold(port, 1)
    const step = await check(`redis://localhost:${port}`, { timeout: '2s' })
    expect(step.error).toContain('reports "ERR max number of clients reached"')
  })
})

describe('MariaDB', () => {
  test('is healthy as soon as it serves, and is not asked until it locks this machine out', async () => {
    const { port, log } = await opened(startMariadb(['--max-connect-errors=3']))
    await healthy(`mysql://someone:pass-word@127.0.0.1:${port}/some-db`)
    if (!outside) throw new Error('This machine has no address but that of itself.')
    await healthy(`mariadb://${outside}:${port}`, { successes: '20' })
    expect(log()).not.toMatch(/someone|pass-word|some-db/)
  })

  test('is not healthy when it has no room', async () => {
    const { port } = await opened(startMariadb(['--max-connections=10']))
    await healthy(`mysql://127.0.0.1:${port}`)
    await hold(port, 20)
    const step = await check(`mysql://127.0.0.1:${port}`, { timeout: '2s' })
    expect(step.code).toBe(1)
    expect(step.error).toContain('reports "Too many connections (1040)"')
  })
})

test('RabbitMQ is healthy as soon as it serves', async () => {
  const { port } = await opened(startRabbitmq())
  await healthy(`amqp://guest:guest@127.0.0.1:${port}/%2f`)
})

test('Each is told apart from the others', async () => {
  const [redis, postgres] = await Promise.all([opened(startRedis()), opened(startPostgres())])
  await healthy(`redis://localhost:${redis.port}\npostgres://localhost:${postgres.port}`)
  const step = await check(
    [
      `postgres://localhost:${redis.port}`,
      `mongodb://localhost:${redis.port}`,
      `redis://localhost:${postgres.port}`,
      `kafka://localhost:${postgres.port}`,
      `amqp://localhost:${postgres.port}`,
    ].join('\n'),
    { timeout: '2s', 'attempt-timeout': '1s' },
  )
  expect(step).toMatchObject({ code: 1, outputs: { healthy: 'false' } })
  expect(JSON.parse(step.outputs.failed ?? '')).toHaveLength(5)
})
