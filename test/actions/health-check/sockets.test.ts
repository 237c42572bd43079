import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../../scripts/actions.ts'
import { type GrpcServer, type Health, startGrpcHealth } from '../../emulators/grpc-health.ts'
import { startWebService } from '../../emulators/web-service.ts'
import { runStep } from '../../support/step.ts'

const certificates = join(root, 'test/fixtures/tls')
const tls = {
  key: readFileSync(join(certificates, 'localhost.key'), 'utf8'),
  cert: readFileSync(join(certificates, 'localhost.pem'), 'utf8'),
}

const open: { close(): unknown }[] = []

async function grpc(secure?: typeof tls): Promise<GrpcServer> {
  const server = await startGrpcHealth(secure)
  open.push(server)
  return server
}

afterAll(async () => {
  for (const server of open.splice(0)) await server.close()
})

function check(inputs: Readonly<Record<string, string>>, workspace?: string) {
  return runStep('health-check', { inputs, ...(workspace && { workspace }) })
}

/** One attempt, which has time even on a machine that is busy. */
const once = { timeout: '3s', interval: '5s' }

describe('A gRPC service', () => {
  test.concurrent('that is serving is healthy; it is asked by its name, the server by none', async () => {
    const server = await grpc()
    server.set('', { state: 1 })
    server.set('orders.v1.Orders', { state: 1 })
    const step = await check({
      targets: `grpc://127.0.0.1:${server.port}\norders: grpc://localhost:${server.port}/orders.v1.Orders`,
      headers: 'authorization: Bearer grpc-secret-0123',
    })

    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.stdout).toContain('orders is healthy: reports SERVING for orders.v1.Orders.')
    const asked = server.questions.map(({ service }) => service)
    expect(asked.sort()).toEqual(['', 'orders.v1.Orders'])
    expect(server.questions[0]?.authorization).toBe('Bearer grpc-secret-0123')
    expect(step.stdout).not.toMatch(/^(?!::add-mask::).*grpc-secret-0123/m)
  })

  test.concurrent('is asked over TLS too', async () => {
    const server = await grpc(tls)
    server.set('', { state: 1 })
    const target = { targets: `grpcs://localhost:${server.port}`, ...once }
    const untrusted = await check(target)
    expect(untrusted.code).toBe(1)
    expect(untrusted.error).toContain('certificate')

    const trusted = await check({ ...target, 'ca-file': 'ca.pem' }, certificates)
    expect(trusted).toMatchObject({ code: 0, error: '' })
  })

  const cases: [string, Health, string][] = [
    ['is not serving', { state: 2 }, 'reports NOT_SERVING for the server'],
    ['does not know', { state: 0 }, 'reports UNKNOWN for the server'],
    ['has a state of its own', { state: 9 }, 'reports 9 for the server'],
    ['is not known', { grpcStatus: 5 }, 'has no service "the server" (NOT_FOUND)'],
    ['has no health service', { grpcStatus: 12 }, 'has no health service, grpc.health.v1.Health'],
    [
      'is unavailable, in words that are hostile',
      { grpcStatus: 14, message: '%\n::error::upstream' },
      'answered gRPC status 14: % ::error::upstream',
    ],
    [
      'answers with HTTP',
      { answer: (stream) => stream.respond({ ':status': 502 }, { endStream: true }) },
      'answered HTTP 502, which is not gRPC',
    ],
    [
      'answers without an end',
      {
        answer: (stream) => {
          stream.respond({ ':status': 200, 'content-type': 'application/grpc' })
          stream.end(Buffer.from('half'))
        },
      },
      'answered gRPC status none',
    ],
    [
      'answers nonsense',
      {
        answer: (stream) => {
          const head = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '0' }
          stream.respond(head)
          stream.end(Buffer.alloc(100_000, 0xff))
        },
      },
      'answered gRPC status 0, but without a readable health status',
    ],
    ['resets the stream', { answer: (stream) => stream.close(2) }, 'NGHTTP2_INTERNAL_ERROR'],
    ['closes the connection', { answer: (stream) => stream.session?.destroy() }, 'closed'],
    ['never answers', { answer: () => {} }, 'no response yet'],
  ]
  test.concurrent.each(cases)('that %s is not healthy', async (_name, health, reason) => {
    const server = await grpc()
    server.set('', health)
    const step = await check({ targets: `grpc://127.0.0.1:${server.port}`, ...once })
    expect(step.code).toBe(1)
    expect(step.error).toContain(reason)
    expect(step.commands.filter(({ name }) => name === 'error')).toHaveLength(1)
  })

  test.concurrent('that becomes serving is seen', async () => {
    const server = await grpc()
    server.set('', { state: 2 })
    let done = false
    const step = await runStep('health-check', {
      inputs: { targets: `grpc://127.0.0.1:${server.port}`, interval: '300ms' },
      watch: (stdout) => {
        if (!done && stdout.includes('NOT_SERVING')) server.set('', { state: 1 })
        done ||= stdout.includes('NOT_SERVING')
      },
    })
    expect(step.code).toBe(0)
  })

  test.concurrent('that speaks HTTP/1 only, or is not there, is told so', async () => {
    const service = await startWebService()
    open.push(service)
    const wrong = await check({ targets: `grpc://127.0.0.1:${service.port}`, ...once })
    expect(wrong.error).toMatch(/does not speak HTTP\/2/)
    await service.close()

    const absent = await check({ targets: `grpc://127.0.0.1:${service.port}`, ...once })
    expect(absent.error).toContain('nothing listens there (connection refused)')
  })
})

describe('A certificate', () => {
  const inputs = { 'ca-file': 'ca.pem', ...once }

  async function web(): Promise<number> {
    const service = await startWebService({ tls })
    open.push(service)
    return service.port
  }
  async function health(): Promise<number> {
    const server = await grpc(tls)
    server.set('', { state: 1 })
    return server.port
  }

  test.concurrent.each([
    ['https', web],
    ['grpcs', health],
  ])('tells over %s how long it still holds', async (scheme, start) => {
    const targets = `${scheme}://localhost:${await start()}`
    const fine = await check({ targets, 'min-certificate-days': '30', ...inputs }, certificates)
    const days = Number(JSON.parse(fine.outputs.results ?? '[]')[0]['certificate-days'])
    expect(fine).toMatchObject({ code: 0, error: '' })
    expect(days).toBeGreaterThan(30_000)
    expect(fine.summary).toContain(`${days} days`)

    const short = { 'min-certificate-days': String(days + 1) }
    const ending = await check({ targets, ...short, ...inputs }, certificates)
    expect(ending.code).toBe(1)
    expect(ending.error).toContain(
      `its certificate expires in ${days} days, expected at least ${days + 1}. Renew it`,
    )
  })
})

describe('A Unix socket', () => {
  let folder: string
  let server: Server
  let isClosed: boolean

  beforeEach(async () => {
    isClosed = false
    folder = mkdtempSync(join(tmpdir(), 'socket-'))
    server = createServer((socket) => (isClosed ? socket.end() : socket.resume()))
    await new Promise<void>((resolve) => server.listen(join(folder, 'my app.sock'), resolve))
  })

  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  })

  test('that takes connections is healthy', async () => {
    const step = await check({ targets: `app: unix://${folder}/my app.sock` })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.stdout).toContain('app is healthy: accepts connections.')
  })

  test('that is not there, or has nobody behind it, is told so', async () => {
    isClosed = true
    const step = await check({
      targets: `unix://${folder}/other.sock\nunix://${folder}/my app.sock`,
      ...once,
    })
    expect(step.code).toBe(1)
    expect(step.error).toContain('there is no such socket (ENOENT)')
    expect(step.error).toContain('it closes every connection at once')
  })
})

test.concurrent.each(['unix:///no/such/%zz.sock', 'grpc://127.0.0.1:9/%zz'])(
  'A %% that stands for nothing is one: %s',
  async (targets) => {
    const step = await check({ targets, ...once })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(/there is no such socket|nothing listens there/)
  },
)

test.concurrent.each([
  ['grpc://host', 'must be grpc://host:port/service and nothing more, not "grpc://host"'],
  ['grpc://host:1/a/b', 'must be grpc://host:port/service and nothing more'],
  ['unix://run/app.sock', 'must be unix:///path/to/socket and nothing more'],
])('An address that cannot be is refused: %s', async (targets, words) => {
  const step = await check({ targets })
  expect(step.code).toBe(1)
  expect(step.error).toContain(words)
})
