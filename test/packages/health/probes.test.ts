import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { Deadline } from '@ci-actions/wait'
import { probe } from '../../../packages/health/src/probe.ts'
import type { ProbeRequest } from '../../../packages/health/src/probe-request.ts'
import { probes } from '../../../packages/health/src/probes/registry.ts'
import { statuses } from '../../../packages/health/src/statuses.ts'
import { targets } from '../../../packages/health/src/targets.ts'
import { root } from '../../../scripts/actions.ts'
import {
  answering,
  type ByteServer,
  dripping,
  startByteServer,
} from '../../emulators/byte-server.ts'

const certificates = join(root, 'test/fixtures/tls')
const pem = (name: string): string => readFileSync(join(certificates, name), 'utf8')

const request: ProbeRequest = {
  method: 'GET',
  headers: {},
  body: undefined,
  connection: { ca: pem('ca.pem') },
  attemptTimeout: 5_000,
  expectedStatus: await statuses.parse('200'),
}

const open: ByteServer[] = []

afterAll(() => Promise.all(open.map((server) => server.close())))

async function started(...given: Parameters<typeof startByteServer>): Promise<ByteServer> {
  const server = await startByteServer(...given)
  open.push(server)
  return server
}

async function seenAt(address: string, overrides: Partial<ProbeRequest> = {}) {
  const [target] = await targets.parse(address)
  if (!target) throw new Error('There is one.')
  const deadline = new Deadline(20_000, new AbortController().signal)
  return probe(target, { ...request, ...overrides }, deadline)
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A message of PostgreSQL: a letter, the length of what follows with itself, and that. */
function pg(type: string, body: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([latin(type), length, latin(body)])
}

const pgError = (code: string, message: string): Buffer =>
  pg('E', `SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)

/** A packet of MySQL: the length in three bytes, a number, and the payload. */
function my(payload: string, sequence = 0): Buffer {
  const head = Buffer.alloc(4)
  head.writeUIntLE(payload.length, 0, 3)
  head.writeUInt8(sequence, 3)
  return Buffer.concat([head, latin(payload)])
}

const myHandshake = my(
  `\x0a8.0.36\0\x08\0\0\0abcdefgh\0\xff\xf7\x2d\x02\0\xff\xc1\x15${'\0'.repeat(10)}abcdefghijkl\0caching_sha2_password\0`,
)

const bson = {
  double: (name: string, value: number): Buffer => {
    const bytes = Buffer.alloc(8)
    bytes.writeDoubleLE(value)
    return Buffer.concat([latin(`\x01${name}\0`), bytes])
  },
  int: (name: string, value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeInt32LE(value)
    return Buffer.concat([latin(`\x10${name}\0`), bytes])
  },
  text: (name: string, value: string): Buffer => {
    const length = Buffer.alloc(4)
    length.writeInt32LE(Buffer.byteLength(value) + 1)
    return Buffer.concat([latin(`\x02${name}\0`), length, Buffer.from(`${value}\0`)])
  },
}

/** OP_MSG of MongoDB: a head, no flags, and one document. */
function mongo(elements: readonly Buffer[], respondsTo = 1, operation = 2013): Buffer {
  const inner = Buffer.concat(elements)
  const message = Buffer.alloc(25)
  message.writeInt32LE(26 + inner.length, 0)
  message.writeInt32LE(77, 4)
  message.writeInt32LE(respondsTo, 8)
  message.writeInt32LE(operation, 12)
  message.writeInt32LE(inner.length + 5, 21)
  return Buffer.concat([message, inner, Buffer.of(0)])
}

const mongoError = (code: number, message: string): Buffer =>
  mongo([bson.double('ok', 0), bson.text('errmsg', message), bson.int('code', code)])

/** A method frame of AMQP 0-9-1 on channel 0. */
function frame(classId: number, methodId: number, type = 1): Buffer {
  const bytes = Buffer.alloc(7 + 6 + 1)
  bytes.writeUInt8(type, 0)
  bytes.writeUInt32BE(6, 3)
  bytes.writeUInt16BE(classId, 7)
  bytes.writeUInt16BE(methodId, 9)
  bytes.writeUInt8(0xce, 13)
  return bytes
}

/** An answer to ApiVersions, version 0: no versions. */
function kafka(error: number, correlation = 1, length = 10): Buffer {
  const bytes = Buffer.alloc(14)
  bytes.writeInt32BE(length, 0)
  bytes.writeInt32BE(correlation, 4)
  bytes.writeInt16BE(error, 8)
  return bytes
}

interface Row {
  readonly scheme: string
  readonly what: string
  readonly bytes: Buffer
  /** What is said of it when it does not serve. */
  readonly reason?: string
}

const rows: readonly Row[] = [
  {
    scheme: 'postgres',
    what: 'asks for a password (SCRAM)',
    bytes: pg('R', '\0\0\0\x0aSCRAM-SHA-256\0\0'),
  },
  { scheme: 'postgres', what: 'asks for a password (MD5)', bytes: pg('R', '\0\0\0\x05salt') },
  { scheme: 'postgresql', what: 'trusts anybody', bytes: pg('R', '\0\0\0\0') },
  { scheme: 'postgres', what: 'has another minor version', bytes: pg('v', '\0\x03\0\0\0\0\0\0') },
  {
    scheme: 'postgres',
    what: 'knows no such role',
    bytes: pgError('28000', 'role "ci-actions" does not exist'),
  },
  {
    scheme: 'postgres',
    what: 'lets only some hosts in',
    bytes: pgError('28000', 'no pg_hba.conf entry for host'),
  },
  {
    scheme: 'postgres',
    what: 'has no such database',
    bytes: pgError('3D000', 'database "postgres" does not exist'),
  },
  { scheme: 'postgres', what: 'wants TLS (a proxy)', bytes: pgError('08P01', 'SSL required') },
  {
    scheme: 'postgres',
    what: 'is starting',
    bytes: pgError('57P03', 'the database system is starting up'),
    reason: 'reports "the database system is starting up (57P03)"',
  },
  {
    scheme: 'postgresql',
    what: 'is shutting down',
    bytes: pgError('57P01', 'terminating connection due to administrator command'),
    reason: '(57P01)',
  },
  {
    scheme: 'postgres',
    what: 'has no room',
    bytes: pgError('53300', 'sorry, too many clients already'),
    reason: 'reports "sorry, too many clients already (53300)"',
  },
  {
    scheme: 'postgres',
    what: 'is broken',
    bytes: pgError('XX000', 'could not open file'),
    reason: '(XX000)',
  },
  {
    scheme: 'postgres',
    what: 'has a full disk',
    bytes: pgError('53100', 'could not write'),
    reason: '(53100)',
  },
  { scheme: 'postgres', what: 'says nothing of why', bytes: pg('E', '\0'), reason: 'reports ""' },
  {
    scheme: 'postgres',
    what: 'is memcached',
    bytes: latin('ERROR\r\n'),
    reason: 'does not speak PostgreSQL: it answers "ERROR',
  },
  {
    scheme: 'postgres',
    what: 'is VNC',
    bytes: latin('RFB 003.008\n'),
    reason: 'does not speak PostgreSQL',
  },
  {
    scheme: 'postgres',
    what: 'gives a length without end',
    bytes: latin('R\xff\xff\xff\xff'),
    reason: 'does not speak',
  },

  { scheme: 'redis', what: 'answers', bytes: latin('+PONG\r\n') },
  { scheme: 'redis', what: 'wants a login', bytes: latin('-NOAUTH Authentication required.\r\n') },
  {
    scheme: 'redis',
    what: 'gives the user no right',
    bytes: latin('-NOPERM this user has no permissions\r\n'),
  },
  {
    scheme: 'redis',
    what: 'wants a login (an old one)',
    bytes: latin('-ERR operation not permitted\r\n'),
  },
  {
    scheme: 'redis',
    what: 'is loading',
    bytes: latin('-LOADING Redis is loading the dataset in memory\r\n'),
    reason: 'reports "LOADING Redis is loading the dataset in memory"',
  },
  {
    scheme: 'redis',
    what: 'has no room',
    bytes: latin('-ERR max number of clients reached\r\n'),
    reason: 'max number of clients',
  },
  {
    scheme: 'redis',
    what: 'is busy',
    bytes: latin('-BUSY Redis is busy running a script.\r\n'),
    reason: 'reports "BUSY',
  },
  {
    scheme: 'redis',
    what: 'cannot save',
    bytes: latin('-MISCONF Redis is configured to save\r\n'),
    reason: 'reports "MISCONF',
  },
  {
    scheme: 'redis',
    what: 'lets only this machine in',
    bytes: latin('-DENIED Redis is running in protected mode\r\n'),
    reason: 'reports "DENIED',
  },
  {
    scheme: 'redis',
    what: 'is POP3',
    bytes: latin('+OK ready\r\n'),
    reason: 'does not speak Redis: it answers "+OK ready"',
  },
  {
    scheme: 'redis',
    what: 'ends no line',
    bytes: Buffer.alloc(100_000, 'x'),
    reason: 'does not speak Redis',
  },

  { scheme: 'mysql', what: 'greets', bytes: myHandshake },
  {
    scheme: 'mariadb',
    what: 'greets as MariaDB',
    bytes: my(`\x0a5.5.5-10.11.19-MariaDB\0${'x'.repeat(60)}`),
  },
  {
    scheme: 'mysql',
    what: 'lets this host not in',
    bytes: my("\xff\x6a\x04Host '10.0.0.1' is not allowed to connect"),
  },
  {
    scheme: 'mysql',
    what: 'has no room',
    bytes: my('\xff\x10\x04Too many connections'),
    reason: 'reports "Too many connections (1040)"',
  },
  {
    scheme: 'mysql',
    what: 'has no room, with a state',
    bytes: my('\xff\x10\x04#08004Too many connections'),
    reason: 'reports "Too many connections (1040)"',
  },
  {
    scheme: 'mysql',
    what: 'has locked this host out',
    bytes: my("\xff\x69\x04Host 'h' is blocked"),
    reason: '(1129)',
  },
  {
    scheme: 'mysql',
    what: 'is shutting down',
    bytes: my('\xff\x1d\x04Server shutdown in progress'),
    reason: '(1053)',
  },
  {
    scheme: 'mysql',
    what: 'begins in the middle',
    bytes: my('\x0a8.0.36\0', 3),
    reason: 'does not speak MySQL',
  },
  {
    scheme: 'mysql',
    what: 'is SSH',
    bytes: latin('SSH-2.0-OpenSSH_9.2p1\r\n'),
    reason: 'does not speak MySQL: it answers "SSH-2.0-OpenSSH_9.2p1"',
  },
  { scheme: 'mysql', what: 'sends an empty packet', bytes: my(''), reason: 'does not speak MySQL' },

  {
    scheme: 'mongodb',
    what: 'answers',
    bytes: mongo([bson.text('me', 'h:1'), bson.double('ok', 1)]),
  },
  { scheme: 'mongodb', what: 'answers with a whole number', bytes: mongo([bson.int('ok', 1)]) },
  { scheme: 'mongodb', what: 'knows no hello', bytes: mongoError(59, "no such command: 'hello'") },
  {
    scheme: 'mongodb',
    what: 'wants a login',
    bytes: mongoError(13, 'command hello requires authentication'),
  },
  {
    scheme: 'mongodb',
    what: 'is shutting down',
    bytes: mongoError(91, 'The server is in quiesce mode'),
    reason: 'reports "The server is in quiesce mode (91)"',
  },
  {
    scheme: 'mongodb',
    what: 'says nothing',
    bytes: mongo([]),
    reason: 'reports "an error without a message"',
  },
  {
    scheme: 'mongodb',
    what: 'answers another question',
    bytes: mongo([bson.double('ok', 1)], 5),
    reason: 'does not speak MongoDB',
  },
  {
    scheme: 'mongodb',
    what: 'speaks otherwise',
    bytes: mongo([bson.double('ok', 1)], 1, 2010),
    reason: 'does not speak MongoDB',
  },
  {
    scheme: 'mongodb',
    what: 'is the page of a browser',
    bytes: latin('HTTP/1.0 200 OK\r\n\r\nIt looks like'),
    reason: 'does not speak MongoDB: it answers "HTTP/1.0 200',
  },

  { scheme: 'amqp', what: 'starts', bytes: frame(10, 10) },
  { scheme: 'amqp', what: 'speaks 1.0', bytes: latin('AMQP\x03\x01\0\0') },
  { scheme: 'amqp', what: 'speaks 0-9', bytes: latin('AMQP\x01\x01\0\x09') },
  {
    scheme: 'amqp',
    what: 'sends another method',
    bytes: frame(10, 50),
    reason: 'does not speak AMQP',
  },
  {
    scheme: 'amqp',
    what: 'sends another frame',
    bytes: frame(10, 10, 8),
    reason: 'does not speak AMQP',
  },
  {
    scheme: 'amqp',
    what: 'is HTTP',
    bytes: latin('HTTP/1.1 400 Bad Request\r\n'),
    reason: 'does not speak AMQP: it answers "HTTP/1.1 400',
  },

  { scheme: 'kafka', what: 'answers', bytes: kafka(0) },
  { scheme: 'kafka', what: 'knows other versions', bytes: kafka(35) },
  { scheme: 'kafka', what: 'has an error', bytes: kafka(58), reason: 'reports "error 58"' },
  {
    scheme: 'kafka',
    what: 'answers another question',
    bytes: kafka(0, 9),
    reason: 'does not speak Kafka',
  },
  {
    scheme: 'kafka',
    what: 'gives a length without end',
    bytes: kafka(0, 1, 0x7fff_ffff),
    reason: 'does not speak Kafka',
  },
  {
    scheme: 'kafka',
    what: 'gives a negative length',
    bytes: kafka(0, 1, -5),
    reason: 'does not speak Kafka',
  },
]

const speaksFirst = (scheme: string): boolean => /^(mysql|mariadb)$/.test(scheme)

const schemes = [...new Set(rows.map(({ scheme }) => scheme))]

describe('A server is asked in its own protocol', () => {
  test('of every scheme that has one', () => {
    const plain = /^(https?|tcp|unix|grpcs?)$/
    const known = Object.keys(probes).map((protocol) => protocol.slice(0, -1))
    const secure = known.filter((scheme) => schemes.includes(scheme.replace(/s$/, '')))
    expect(known.filter((scheme) => !plain.test(scheme)).sort()).toEqual(
      [...new Set([...schemes, ...secure])].sort(),
    )
  })

  test.each(rows)('$scheme: one that $what', async ({ scheme, bytes, reason }) => {
    const server = await started(answering(bytes, speaksFirst(scheme)))
    const seen = await seenAt(`${scheme}://127.0.0.1:${server.port}`)
    expect(seen).toMatchObject({
      kind: 'server-status',
      serving: reason === undefined,
      reason: expect.stringContaining(reason ?? 'speaks '),
    })
  })

  test.each(rows.filter(({ bytes }) => bytes.length < 200))(
    '$scheme: one that $what, byte by byte',
    async ({ scheme, bytes, reason }) => {
      const server = await started(dripping(bytes, speaksFirst(scheme)))
      const seen = await seenAt(`${scheme}://127.0.0.1:${server.port}`)
      expect(seen).toMatchObject({ kind: 'server-status', serving: reason === undefined })
    },
  )
})

const strangers: readonly (readonly [string, (socket: Socket) => void, RegExp])[] = [
  // What is closed while it is written to may also be seen as reset.
  ['closes at once', (socket) => void socket.end(), /closed before a response arrived|reset/],
  ['resets at once', (socket) => void socket.resetAndDestroy(), /reset/],
  ['closes within its answer', (socket) => void socket.end(latin('\x01')), /does not speak|reset/],
  ['says nothing', () => {}, /sent no complete response within 0\.2 s/],
  ['answers HTTP', (socket) => void socket.write('HTTP/1.1 400 Bad\r\n\r\n'), /it answers "HTTP/],
  [
    'wants TLS',
    (socket) => void socket.write(latin(`\x15\x03\x03\0\x02\x02\x46${'_'.repeat(20)}`)),
    /it requires TLS/,
  ],
  [
    'sends without end',
    (socket) => void socket.write(Buffer.alloc(1_000_000, 'x')),
    /it answers "x/,
  ],
  [
    'commands the runner',
    (socket) => void socket.write('\n::error::x\n##[x]'),
    /it answers ":?:error/,
  ],
]

describe.each(schemes)('Over %s', (scheme) => {
  test.each(strangers)('one that %s is not serving', async (_, meet, reason) => {
    const server = await started(meet)
    const address = `${scheme}://127.0.0.1:${server.port}`
    // Only where nothing comes is the end of the try waited for.
    const isSilent = String(reason).includes('no complete')
    const seen = await seenAt(address, isSilent ? { attemptTimeout: 200 } : {})
    expect(seen).toMatchObject({ reason: expect.stringMatching(reason) })
    expect('serving' in seen && seen.serving).toBe(false)
  })

  test('what is in the address is not sent', async () => {
    const row = rows.find((one) => one.scheme === scheme)
    if (!row) throw new Error('There is one.')
    const server = await started(answering(row.bytes, speaksFirst(scheme)))
    await seenAt(`${scheme}://some-user:some-password@127.0.0.1:${server.port}/some-db?some=thing`)
    expect(Buffer.concat(server.heard).toString('latin1')).not.toContain('some')
  })
})

describe('MySQL', () => {
  const switches = Buffer.concat([my('\xfemysql_native_password\0abc', 2)])
  const denied = my("\xff\x15\x04#28000Access denied for user 'ci-actions'", 4)

  test('is left with a handshake that has ended, or it locks this host out', async () => {
    const server = await started((socket) => {
      socket.write(myHandshake)
      socket.once('data', () => {
        socket.write(switches)
        socket.once('data', () => socket.end(denied))
      })
    })
    expect(await seenAt(`mysql://127.0.0.1:${server.port}`)).toMatchObject({ serving: true })
    const [heard = Buffer.alloc(0)] = server.heard
    const length = heard.readUIntLE(0, 3)
    expect(heard[3]).toBe(1)
    expect(heard.toString('latin1', 36, 4 + length)).toBe('ci-actions\0\0')
    expect([...heard.subarray(4 + length)]).toEqual([0, 0, 0, 3])
  })
})

describe('Over TLS', () => {
  const tls = { key: pem('localhost.key'), cert: pem('localhost.pem') }

  test.each([
    ['rediss://', '', latin('+PONG\r\n')],
    ['amqps://', '', frame(10, 10)],
    ['mongodb://', '/?tls=true', mongo([bson.double('ok', 1)])],
    ['mongodb://', '/db?retryWrites=true&ssl=true', mongo([bson.double('ok', 1)])],
  ])('%s%s is asked, and its certificate looked at', async (scheme, query, bytes) => {
    const server = await started(answering(bytes), tls)
    const address = `${scheme}localhost:${server.port}${query}`
    const seen = await seenAt(address)
    expect(seen).toMatchObject({ serving: true })
    expect(seen.certificateDays).toBeGreaterThan(30_000)

    expect(await seenAt(address, { connection: {} })).toMatchObject({
      kind: 'no-response',
      reason: expect.stringContaining('certificate'),
    })
    expect(await seenAt(address, { connection: { insecure: true } })).toMatchObject({
      serving: true,
    })
    expect(await seenAt(address.replace('localhost', '127.0.0.2'))).toMatchObject({
      kind: 'no-response',
    })
  })

  test('what speaks none is told apart', async () => {
    const server = await started(answering(latin('+PONG\r\n')))
    expect(await seenAt(`rediss://localhost:${server.port}`)).toMatchObject({
      reason: expect.stringContaining('does not speak TLS'),
    })
  })
})

describe('A port', () => {
  const lasting: readonly (readonly [string, (socket: Socket) => void])[] = [
    ['waits to be spoken to', () => {}],
    ['speaks', (socket) => void socket.write('220 ready\r\n')],
    ['speaks and closes', (socket) => void socket.end('421 too busy\r\n')],
    ['speaks after a while', (socket) => void setTimeout(() => socket.write('x'), 20)],
  ]
  test.each(lasting)('that %s takes connections', async (_, meet) => {
    const { port } = await started(meet)
    expect(await seenAt(`tcp://127.0.0.1:${port}`)).toMatchObject({ kind: 'connected' })
  })

  test('is as quick as it takes the connection, not as it is watched', async () => {
    const { port } = await started(() => {})
    const began = performance.now()
    const { latency } = await seenAt(`tcp://127.0.0.1:${port}`)
    expect(latency).toBeLessThan(performance.now() - began - 100)
  })

  const closing: readonly (readonly [string, (socket: Socket) => void])[] = [
    ['closes', (socket) => void socket.end()],
    ['closes soon', (socket) => void setTimeout(() => socket.end(), 5)],
    ['is destroyed', (socket) => void socket.destroy()],
    ['is destroyed soon', (socket) => void setTimeout(() => socket.destroy(), 20)],
    ['resets', (socket) => void socket.resetAndDestroy()],
    ['resets soon', (socket) => void setTimeout(() => socket.resetAndDestroy(), 20)],
  ]
  test.each(closing)('that %s has nobody behind it', async (_, meet) => {
    const { port } = await started(meet)
    expect(await seenAt(`tcp://127.0.0.1:${port}`)).toMatchObject({
      kind: 'no-response',
      reason: expect.stringMatching(/it closes every connection at once|reset/),
    })
  })
})

describe('An address', () => {
  test.each([
    [
      'postgres://me:pass-word@db.example:5433/app?sslmode=require',
      'postgres://db.example:5433/app?…',
    ],
    ['postgresql://me@/app', undefined],
    ['redis://:pass-word@cache/0', 'redis://cache/0'],
    ['rediss://default:pass-word@cache:6380', 'rediss://cache:6380'],
    ['mysql://root@[::1]:3306', 'mysql://[::1]:3306'],
    ['mongodb://localhost', 'mongodb://localhost'],
    ['amqp://guest:guest@localhost/%2f', 'amqp://localhost/%2f'],
    ['kafka://broker:9092', 'kafka://broker:9092'],
    ['https://h.example/a,b|c', 'https://h.example/a,b|c'],
    ['https://h.example/?to=a,https://b.example', 'https://h.example?…'],
    ['mongodb://a:27017,b:27017/app', undefined],
    ['kafka://a:9092,b:9092', undefined],
    ['mongodb+srv://cluster.example/app', undefined],
    ['postgres:///app', undefined],
    ['jdbc:postgresql://db/app', undefined],
  ])('%s is shown as %s', async (given, shown) => {
    const [target] = await Promise.resolve(targets.parse(given)).catch(() => [])
    expect(target?.displayUrl).toBe(shown)
    expect(target?.login).toBeUndefined()
  })

  test.each([
    ['postgres://me:pass-word@h', ['pass-word', 'me:pass-word']],
    ['postgres://someone@h', []],
    ['mongodb://ab12cd34ef@h', []],
    ['redis://:pass%2Fword@h', ['pass/word']],
    ['mysql://h/?password=pass-word', ['pass-word', 'pass-word']],
    ['postgres://h/db?sslmode=require&application_name=ci', []],
  ])('%s hides %j', async (given, secrets) => {
    const [target] = await targets.parse(given)
    expect(target?.secrets).toEqual(secrets)
  })

  test.each([
    ['/health', 'optionally preceded by "name: "'],
    ['https:///health', 'optionally preceded by "name: "'],
    ['https://', 'optionally preceded by "name: "'],
    ['http://:8080/health', 'optionally preceded by "name: "'],
    ['tcp://:5432', 'optionally preceded by "name: "'],
    [':5432', 'optionally preceded by "name: "'],
    ['kafka://a:9092,b:9092', 'one per line'],
    ['https://a.example/x|http://a.example/x', 'one per line'],
    ['https://a.example https://b.example', 'one per line'],
    ['https://a.example/x, https://b.example/x', 'one per line'],
    ['https://a.example/x;tcp://b.example:1', 'one per line'],
    ['localhost:80', 'optionally preceded by "name: "'],
  ])('%s is refused with a hint', async (given, hint) => {
    await expect(targets.parse(given)).rejects.toMatchObject({
      name: 'ValidationError',
      expected: expect.stringContaining(hint),
    })
  })
})
