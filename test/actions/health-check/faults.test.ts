import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { root } from '../../../scripts/actions.ts'
import { startByteServer } from '../../emulators/byte-server.ts'
import { startWebService, type WebService } from '../../emulators/web-service.ts'
import type { Step } from '../../support/bundle.ts'
import { runStep } from '../../support/step.ts'

const certificates = join(root, 'test/fixtures/tls')
const pem = (name: string): string => readFileSync(join(certificates, name), 'utf8')
const key = pem('localhost.key')

const closers: (() => Promise<unknown>)[] = []

/** A port whose every connection is treated like this. */
async function startPort(treat: (socket: Socket) => void): Promise<string> {
  const server = await startByteServer(treat)
  closers.push(server.close)
  return `127.0.0.1:${server.port}`
}

/** A port that answers a request with these bytes. */
function startBytes(bytes: string, then: (socket: Socket) => void = () => {}): Promise<string> {
  return startPort((socket) => {
    socket.once('data', () => socket.write(bytes, () => then(socket)))
  })
}

async function start(...[place]: Parameters<typeof startWebService>): Promise<WebService> {
  const service = await startWebService(place)
  closers.push(service.close)
  return service
}

async function startRedirect(location: string, status = 302): Promise<WebService> {
  const service = await start()
  service.set({ healthy: true, status, headers: { location } })
  return service
}

async function freePort(): Promise<number> {
  const service = await startWebService()
  await service.close()
  return service.port
}

interface Result {
  readonly name: string
  readonly healthy: boolean
  readonly status: number | null
  readonly reason: string
}

let step: Step
let results: Result[]

/** All faults at once: one step watches them side by side. */
beforeAll(async () => {
  const unhealthy = await start()
  unhealthy.set({ healthy: false, body: 'db is down' })
  const empty = await start()
  empty.set({ healthy: true, status: 500, body: '' })
  const huge = await start()
  huge.set({ healthy: true, body: 'x'.repeat(3 * 1024 * 1024) })
  const hostile = await start()
  hostile.set({
    healthy: false,
    body: '\n::error::owned\n##[error]owned | </td><img src=x> [a](http://b) @everyone \u001B[31m\u202E',
  })
  const tls = await start({ tls: { key, cert: pem('localhost.pem') } })
  const expired = await start({ tls: { key, cert: pem('expired.pem') } })
  const loop = await startRedirect('/again')
  const ping = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n'
  const addresses = {
    refused: `http://127.0.0.1:${await freePort()}`,
    'tcp-refused': `tcp://127.0.0.1:${await freePort()}`,
    dns: 'http://nowhere.invalid',
    hung: `http://${await startPort(() => {})}`,
    'slow-loris': `http://${await startBytes(ping, (socket) => {
      const drip = setInterval(() => socket.write('.'), 50)
      socket.on('close', () => clearInterval(drip))
    })}`,
    truncated: `http://${await startBytes(`${ping}half`, (socket) => socket.destroy())}`,
    reset: `http://${await startPort((socket) => socket.resetAndDestroy())}`,
    'closed-early': `http://${await startBytes('', (socket) => socket.end())}`,
    'not-http': `http://${await startBytes('SSH-2.0-OpenSSH_9.2\r\n')}`,
    upgrade: `http://${await startBytes('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')}`,
    'plain-port': unhealthy.url.replace('http:', 'https:'),
    unhealthy: unhealthy.url,
    empty: empty.url,
    huge: huge.url,
    hostile: hostile.url,
    'wrong-host': tls.url,
    expired: `https://localhost:${expired.port}`,
    loop: loop.url,
    'to-ftp': (await startRedirect('ftp://127.0.0.1/')).url,
    nowhere: (await startRedirect('http://[')).url,
  }
  const fromTls = await start({ tls: { key, cert: pem('localhost.pem') } })
  fromTls.set({ healthy: true, status: 302, headers: { location: `${unhealthy.url}/?token=x` } })
  const targets = { ...addresses, downgrade: `https://localhost:${fromTls.port}` }
  step = await runStep('health-check', {
    inputs: {
      targets: Object.entries(targets)
        .map(([name, address]) => `${name}: ${address}`)
        .join('\n'),
      'expect-body': 'ok',
      'ca-file': join(certificates, 'ca.pem'),
      'attempt-timeout': '2s',
      timeout: '5s',
    },
  })
  results = JSON.parse(step.outputs.results ?? '[]')
})

afterAll(() => Promise.all(closers.map((close) => close())))

test.each([
  ['refused', null, 'nothing listens there (connection refused)'],
  ['tcp-refused', null, 'nothing listens there (connection refused)'],
  ['dns', null, '(DNS)'],
  ['hung', null, 'sent no complete response within 2 s'],
  ['slow-loris', null, 'sent no complete response within 2 s'],
  ['truncated', null, 'the connection was reset before the response was complete'],
  ['reset', null, 'the connection was reset before the response was complete'],
  ['closed-early', null, 'the connection was reset before the response was complete'],
  ['not-http', null, 'it does not speak HTTP'],
  ['upgrade', null, 'the connection was closed before a response arrived'],
  ['plain-port', null, 'https request to an http port?'],
  ['unhealthy', 503, 'answered 503, expected 200-299 (the body begins "db is down")'],
  ['empty', 500, 'answered 500, expected 200-299 (the body is empty)'],
  ['huge', 200, 'but its body does not contain "ok" (the body begins "xxx'],
  ['huge', 200, 'only the first 1 MiB was read'],
  ['hostile', 503, 'answered 503'],
  ['wrong-host', null, 'its certificate is for another host'],
  ['expired', null, 'its certificate has expired'],
  ['loop', 302, 'redirects more than 5 times'],
  ['to-ftp', 302, 'redirects to an address that is not http(s)'],
  ['nowhere', 302, 'redirects to an address that is not http(s)'],
  ['downgrade', 302, 'redirects from https to http://127.0.0.1:'],
])('%s is not healthy (status %s): %s', (name, status, reason) => {
  const result = results.find((one) => one.name === name)
  expect(result).toMatchObject({ healthy: false, status })
  expect(result?.reason).toContain(reason)
})

test('All faults together end within the timeout, with one error that counts them', () => {
  expect(step.code).toBe(1)
  expect(step.took).toBeLessThan(10_000)
  expect(step.commands.filter(({ name }) => name === 'error')).toHaveLength(1)
  expect(step.error).toMatch(/^0 of 21 targets healthy after 5(\.\d)? s\. refused \(http:/)
  expect(step.error).toContain('The job summary lists 16 more.')
  expect(step.outputs).toMatchObject({ healthy: 'false' })
  expect(JSON.parse(step.outputs.failed ?? '')).toHaveLength(21)
})

test('A hostile body becomes no command, no Markdown and no second line', () => {
  expect(step.stdout).not.toMatch(/^\s*::error::owned/m)
  expect(step.stdout).not.toContain('##[error]')
  expect(step.stdout).not.toContain('\u001B')
  expect(step.summary).not.toMatch(/<img|<\/td>|\[a\]\(|@everyone/)
  const rows = step.summary.split('\n').filter((line) => line.startsWith('| '))
  expect(rows).toHaveLength(21 + 2)
  expect(step.outputs.results).not.toContain('\n')
})

test('The query of a redirect is not shown', () => {
  expect(step.stdout + step.summary + JSON.stringify(step.outputs)).not.toContain('token=x')
})

test('An endless regular expression is given up after a second, and said', async () => {
  const service = await start()
  service.set({ healthy: true, body: `${'a'.repeat(40)}!` })
  const slow = await runStep('health-check', {
    inputs: { targets: service.url, 'expect-body': '/^(a+)+$/', timeout: '1s' },
  })
  expect(slow.code).toBe(1)
  expect(slow.error).toContain('could not be searched for /^(a+)+$/ in time')
  expect(slow.took).toBeLessThan(10_000)
})

describe('Many targets', () => {
  const many = (url: string, count: number): string =>
    Array.from({ length: count }, (_, at) => `t${at}: ${url}/${at}`).join('\n')

  test('are looked at where few files may be open', async () => {
    const service = await start()
    const step = await runStep('health-check', {
      inputs: { targets: many(service.url, 400), timeout: '1m' },
      openFiles: 64,
    })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { healthy: 'true' } })
    expect(step.stdout).not.toMatch(/EMFILE|undefined|not healthy/)
    expect(service.requests).toHaveLength(400)
  })

  test('with an endless regular expression hold up neither the deadline nor a cancellation', async () => {
    const service = await start()
    service.set({
      healthy: true,
      body: `${'a'.repeat(40)}!`,
      headers: { 'x-a': `${'a'.repeat(40)}!` },
    })
    const inputs = { targets: many(service.url, 30), 'expect-body': '/^(a+)+$/' }
    const timed = await runStep('health-check', { inputs: { ...inputs, timeout: '1s' } })
    expect(timed).toMatchObject({ code: 1, outputs: { healthy: 'false' } })
    expect(timed.took).toBeLessThan(15_000)

    let asked = 0
    const header = { targets: inputs.targets, 'expect-header': 'X-A: /^(a+)+$/', timeout: '5m' }
    const cancelled = await runStep('health-check', {
      inputs: header,
      watch: (stdout, kill) => {
        if (asked === 0 && stdout.includes('could not be searched')) {
          asked = performance.now()
          kill('SIGINT')
        }
      },
    })
    expect(performance.now() - asked).toBeLessThan(5_000)
    expect(cancelled.outputs.healthy).toBe('false')
  })
})

describe('What nobody can know is masked, and nothing else', () => {
  const body = JSON.stringify({ ready: true, user: 'admin', port: 1234, mode: 'round-robin' })

  test.each<Record<string, string>>([
    { headers: 'X-Skip-Auth: true' },
    { headers: 'Idempotency-Key: 1234' },
    { headers: 'X-Auth-Mode: round-robin' },
    { headers: 'X-Session-Affinity: admin' },
    { headers: 'Cookie: seen=true' },
    { query: '?auth=true&key=admin&session=round-robin' },
    { login: 'admin:admin@' },
    { login: 'admin@' },
    { login: ':1234@' },
  ])('a word or a number is none: %j', async ({ headers = '', query = '', login = '' }) => {
    const service = await start()
    service.set({ healthy: true, body })
    const step = await runStep('health-check', {
      inputs: {
        targets: `${service.url.replace('//', `//${login}`)}/${query}`,
        headers,
        'expect-json': '{ ready: true, user: admin, port: 1234, mode: round-robin }',
        timeout: '3s',
      },
    })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { healthy: 'true', failed: '[]' } })
    expect(JSON.parse(step.outputs.results ?? '')).toMatchObject([{ healthy: true }])
    const masked = step.commands.filter(({ name }) => name === 'add-mask')
    for (const { message } of masked) expect(body).not.toContain(message)
  })

  test('an answer is judged as it came, and told without what is secret in it', async () => {
    const service = await start()
    service.set({ healthy: true, body: '{"token":"s3cr3t-t0ken","version":"old s3cr3t-t0ken"}' })
    const step = await runStep('health-check', {
      inputs: {
        targets: service.url,
        headers: 'X-Auth-Token: s3cr3t-t0ken',
        'expect-body': '/"token":"s3cr3t-t0ken"/',
        'expect-json': 'token: s3cr3t-t0ken\nversion: new',
        timeout: '1s',
      },
    })
    expect(step.error).toContain('"version" in its JSON is not "new" (it is "old ***")')
    const told = step.stdout.replace(/^::add-mask::.*$/gm, '') + step.summary
    expect(told + JSON.stringify(step.outputs)).not.toContain('s3cr3t-t0ken')
  })
})

test('An answer that is nested without end is not healthy, and asked again', async () => {
  const service = await start()
  service.set({ healthy: true, body: `{"status":${'['.repeat(20_000)}${']'.repeat(20_000)}}` })
  const step = await runStep('health-check', {
    inputs: { targets: service.url, 'expect-json': 'status: UP' },
    watch: (stdout) => {
      if (stdout.includes('not with JSON')) service.set({ healthy: true, body: '{"status":"UP"}' })
    },
  })
  expect(step).toMatchObject({ code: 0, error: '', outputs: { healthy: 'true' } })
})
