import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net'
import { join } from 'node:path'
import {
  type ApiConfig,
  type ApiRequest,
  Client,
  type Connection,
  describeNetworkError,
  type HttpResponse,
  IndeterminateError,
  isFileShortage,
  send,
} from '@ci-actions/http'
import { CancelledError } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { object, string } from 'valibot'
import { root } from '../../../scripts/actions.ts'
import {
  answered,
  cutShort,
  dropped,
  empty,
  type Fault,
  hanging,
  loginPage,
  rateLimited,
  reset,
  slow,
} from '../../emulators/faults.ts'
import { listen, type Received, send as tell } from '../../emulators/server.ts'
import { type TestClock, testClock } from '../../support/clock.ts'

const never = new AbortController().signal
const opened: { close(): unknown }[] = []

afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
})

const get: ApiRequest = { method: 'GET', path: '/things', query: { after: 'query-secret' } }
const post: ApiRequest = { ...get, method: 'POST', json: { body: 'body-secret' } }
const ok = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id":"1"}' }

interface Asked {
  /** How it ended: the name of what was thrown, or `Answer`. */
  readonly end: string
  /** The message, or the body. */
  readonly message: string
  /** How often the other side was asked, and how often it did it. */
  readonly asked: number
  readonly done: number
  readonly received: readonly Received[]
  readonly log: readonly string[]
  readonly clock: TestClock
}

interface Circumstances extends Partial<ApiConfig> {
  /** The time given, of the test's clock. */
  readonly time?: number
  readonly deadline?: Deadline
  readonly clock?: TestClock
}

/** Asks a server that has these faults, one for each request; the last of them stays. */
async function ask(
  question: ApiRequest,
  faults: Fault | readonly (Fault | undefined)[],
  { time = 600_000, clock = testClock(), deadline, ...service }: Circumstances = {},
): Promise<Asked> {
  const received: Received[] = []
  let done = 0
  const play = [faults].flat()
  const server = await listen((request, response) => {
    const fault = play[Math.min(received.length, play.length - 1)]
    received.push(request)
    const execute = () => {
      done++
      return ok
    }
    if (fault) fault(execute, response)
    else tell(response, execute())
  })
  opened.push(server)
  const log: string[] = []
  const client = new Client({
    name: 'Service',
    base: new URL(`${server.url}/v1`),
    headers: { authorization: 'Bearer header-secret' },
    hints: { 401: 'Is the key of this environment?', 503: 'See status.example.com.' },
    log: (line) => log.push(line),
    ...service,
  })
  const outcome = await client
    .request(question, deadline ?? new Deadline(time, never, clock))
    .catch((error: Error) => error)
  return {
    end: outcome instanceof Error ? outcome.name : 'Answer',
    message: outcome instanceof Error ? outcome.message : outcome.body,
    asked: received.length,
    done,
    received,
    log,
    clock,
  }
}

/** The port of this machine where it listens from now on. */
async function portOf(server: TcpServer): Promise<number> {
  opened.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Answers with these bytes and closes. */
const saying = (bytes: string) =>
  createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(bytes))
  })

test('What is asked arrives as it was meant', async () => {
  const { end, received } = await ask(post, [undefined])
  expect(end).toBe('Answer')
  expect(received[0]).toMatchObject({
    method: 'POST',
    path: '/v1/things',
    query: new URLSearchParams({ after: 'query-secret' }),
    body: '{"body":"body-secret"}',
    headers: {
      accept: 'application/json',
      authorization: 'Bearer header-secret',
      'content-length': '22',
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'ci-actions',
    },
  })
})

test('A webhook keeps its own path and query', async () => {
  const { received } = await ask({ method: 'POST', path: '', json: {} }, [undefined])
  expect(received[0]?.path).toBe('/v1')
})

describe('An answer that says no', () => {
  const refusal = answered(404, '{"message":"no such thing"}')

  test.each<[number, Fault, string]>([
    [301, answered(301, '', { location: '/v1/elsewhere' }), ''],
    [302, answered(302, '', { location: 'http://127.0.0.1:1/' }), ''],
    [303, answered(303, 'See other', { location: '/' }), ': "See other"'],
    [304, answered(304), ''],
    [307, answered(307, '', { location: '/v1/elsewhere' }), ''],
    [308, answered(308, '', { location: '/v1/elsewhere' }), ''],
    [400, answered(400, '{"message":"bad","errors":[]}'), ': "bad"'],
    [401, answered(401, '{"message":""}'), '. Is the key of this environment?'],
    [403, answered(403, '<h1>Forbidden</h1>\n<p>by proxy'), ': "Forbidden by proxy"'],
    [404, refusal, ': "no such thing"'],
    [409, answered(409, 'a\n::error::b\u0007'), ': "a ::error::b\uFFFD"'],
    [410, answered(410, '{"message":5}'), ': "{"message":5}"'],
    [422, answered(422, '{"message":'), ': "{"message":"'],
    [501, answered(501), ''],
  ])('with %d is asked once, followed nowhere, and told', async (status, fault, words) => {
    const message = `Service (POST /things) answered ${status}${words}`.replace(/([^?])$/, '$1.')
    for (const question of [post, { ...post, idempotent: true }]) {
      const outcome = await ask(question, fault)
      expect(outcome).toMatchObject({ end: 'HttpError', message, asked: 1, done: 0, log: [] })
    }
    expect(await ask(get, fault)).toMatchObject({ end: 'HttpError', asked: 1 })
  })

  test('is told in a line that can be read, however long it is', async () => {
    const { message } = await ask(get, answered(400, 'x\n'.repeat(100_000)))
    expect(message.length).toBeLessThan(300)
  })
})

describe('Asked in vain', () => {
  const broken = (status: number) => answered(status, '<html>sorry</html>')
  const badGatewayWithReason = answered(502, '{"message":"no upstream"}')
  const again = [500, 750, 1250, 2250]

  test.each<[string, Fault, string, boolean, said?: string]>([
    ['answers 500', broken(500), 'answered 500', false, ': "sorry"'],
    ['answers 502 with a reason', badGatewayWithReason, 'answered 502', false, ': "no upstream"'],
    ['answers 504 without a word', answered(504), 'answered 504', false],
    [
      'resets the connection',
      reset,
      'gave no answer: the connection was reset before the response was complete (ECONNRESET)',
      false,
    ],
    [
      'does it and loses the answer',
      dropped,
      'gave no answer: the connection was reset before the response was complete (ECONNRESET)',
      true,
    ],
    [
      'does it and cuts the answer short',
      cutShort,
      'gave no answer: the connection was reset before the response was complete (ECONNRESET)',
      true,
    ],
  ])(
    '%s: what is idempotent is asked five times, what is not once',
    async (_what, fault, reason, isDone, said = '') => {
      for (const idempotent of [get, { ...post, idempotent: true }]) {
        const { end, message, asked, done, clock, log } = await ask(idempotent, fault)
        const subject = `Service (${idempotent.method} /things)`
        expect([end, asked, done]).toEqual(['ActionError', 5, isDone ? 5 : 0])
        expect(message).toBe(`${subject} ${reason}, 5 times in a row${said}.`)
        expect(clock.sleeps).toEqual(again)
        expect(log).toHaveLength(4)
        expect(log[0]).toBe(`${subject} ${reason}; retrying in 0.5 s.`)
      }
      expect(await ask(post, fault)).toMatchObject({
        end: 'IndeterminateError',
        message: `Service (POST /things) ${reason}${said}.`,
        asked: 1,
        done: isDone ? 1 : 0,
        log: [],
      })
    },
  )

  test('is told whom to ask what came of it: the answer stays with what is ambiguous', async () => {
    const server = await listen((_, response) => broken(500)(() => ok, response))
    opened.push(server)
    const client = new Client({ name: 'Service', base: new URL(server.url), log: () => {} })
    const deadline = new Deadline(60_000, never, testClock())
    const lost = await client.request(post, deadline).catch((error) => error)
    expect(lost).toBeInstanceOf(IndeterminateError)
    expect(lost).toMatchObject({
      answered: true,
      response: { status: 500, body: '<html>sorry</html>' },
    })
  })

  test('without an answer, what is ambiguous has none', async () => {
    const server = await listen((_, response) => dropped(() => ok, response))
    opened.push(server)
    const client = new Client({ name: 'Service', base: new URL(server.url), log: () => {} })
    const deadline = new Deadline(60_000, never, testClock())
    const lost = await client.request(post, deadline).catch((error) => error)
    expect(lost).toMatchObject({ name: 'IndeterminateError', answered: false, response: undefined })
  })

  test.each<[string, Fault | undefined, string, string[]]>([
    ['is answered', undefined, 'http://127.0.0.1', ['onAttempt', 'onSent']],
    ['is lost', dropped, 'http://127.0.0.1', ['onAttempt', 'onSent']],
    [
      'is limited first',
      rateLimited('1'),
      'http://127.0.0.1',
      ['onAttempt', 'onSent', 'log', 'onAttempt', 'onSent'],
    ],
    [
      'goes where nothing listens',
      undefined,
      'http://127.0.0.1:1',
      ['onAttempt', 'log', 'onAttempt'],
    ],
  ])('says when it asks, and when that has left: what %s', async (_, fault, to, steps) => {
    const seen: string[] = []
    const note = (step: string) => () => void seen.push(step)
    const watch = { onAttempt: note('onAttempt'), onSent: note('onSent'), log: note('log') }
    const base = to.endsWith(':1') ? { base: new URL(to) } : {}
    await ask({ ...post, tries: 2 }, [fault, undefined], { ...watch, ...base })
    expect(seen).toEqual(steps)
  })

  test('gives the hint for the status, if there is one', async () => {
    expect(await ask(get, broken(503))).toMatchObject({
      message:
        'Service (GET /things) answered 503, 5 times in a row: "sorry". See status.example.com.',
    })
  })

  test('as often as it was told to', async () => {
    expect(await ask({ ...get, tries: 1 }, broken(500))).toMatchObject({
      message: 'Service (GET /things) answered 500: "sorry".',
      asked: 1,
    })
  })

  test('at first: the answer that comes in the end is the answer', async () => {
    expect(await ask(get, [broken(502), reset, rateLimited('7'), undefined])).toMatchObject({
      end: 'Answer',
      message: '{"id":"1"}',
      asked: 4,
      clock: { sleeps: [500, 750, 7000] },
      log: [
        'Service (GET /things) answered 502; retrying in 0.5 s.',
        'Service (GET /things) gave no answer: the connection was reset before the response was complete (ECONNRESET); retrying in 0.8 s.',
        'Service (GET /things) answered 429 (too many requests); retrying in 7 s.',
      ],
    })
  })

  test.each([
    ['where nothing listens', 'http://127.0.0.1:1/', 'nothing listens there (connection refused)'],
    ['of a host that is none', 'http://nowhere.invalid/', /there is no such host|DNS/],
  ])('%s, even what is not idempotent is asked again: it never left', async (_what, to, reason) => {
    const { end, message, clock } = await ask(post, [], { base: new URL(to) })
    expect(message).toMatch(/^Service \(POST \/things\) gave no answer: .*, 5 times in a row\.$/)
    expect(message).toMatch(reason)
    expect([end, clock.sleeps]).toEqual(['ActionError', again])
  })

  test.each<[string, string, string]>([
    [
      'closes without a word',
      '',
      'the connection was reset before the response was complete (ECONNRESET)',
    ],
    [
      'speaks no HTTP',
      '220 mail.example ESMTP\r\n',
      'it does not speak HTTP (HPE_INVALID_CONSTANT)',
    ],
    [
      'switches the protocol',
      'HTTP/1.1 101 x\r\nupgrade: y\r\nconnection: upgrade\r\n\r\n',
      'the connection was closed before a response arrived',
    ],
    [
      'says more than it promised',
      'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{"id":"1"}',
      'it does not speak HTTP',
    ],
  ])('of what %s, what is not idempotent is not asked again', async (_what, bytes, reason) => {
    const base = new URL(`http://127.0.0.1:${await portOf(saying(bytes))}`)
    const { end, message } = await ask(post, [], { base })
    expect(end).toBe('IndeterminateError')
    expect(message).toContain(`Service (POST /things) gave no answer: ${reason}`)
  })
})

describe('A limit of requests', () => {
  test.each<[string, number]>([
    ['7', 7000],
    ['1.5', 1500],
    ['0', 500],
    ['-5', 500],
    ['', 500],
    ['soon', 500],
    ['1e3', 500],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 500],
  ])('with Retry-After "%s" is waited for, at least a moment', async (header, wait) => {
    for (const question of [get, post]) {
      const { end, clock, asked, done } = await ask(question, [rateLimited(header), undefined])
      expect([end, asked, done, clock.sleeps]).toEqual(['Answer', 2, 1, [wait]])
    }
  })

  test.each([
    [{ 'ratelimit-reset': '2099' }, 2_099_000],
    [{ 'ratelimit-reset': '1795262410' }, 10_000],
    [{ 'retry-after': '3', 'ratelimit-reset': '2099' }, 3000],
    [{ 'x-ratelimit-reset': '1795262410' }, 10_000],
    [{ 'x-ratelimit-reset': '1795262410', 'ratelimit-reset': '4' }, 4000],
    [{ 'x-ratelimit-reset': '1795262410.5', 'retry-after': '1.5' }, 1500],
    [{ 'x-ratelimit-reset': '1795262300' }, 500],
    [{}, 500],
  ])('with %j is waited for', async (headers, wait) => {
    const clock = testClock()
    const { end } = await ask(get, [answered(429, '', headers), undefined], { clock, time: 3e6 })
    expect([end, clock.sleeps]).toEqual(['Answer', [wait]])
  })

  test('that says nothing about when it ends is not hammered', async () => {
    const { end, asked, clock } = await ask(get, rateLimited('0'), { time: 60_000 })
    expect(end).toBe('TimeoutError')
    expect(asked).toBeLessThan(15)
    expect(clock.sleeps.slice(0, 5)).toEqual([500, 750, 1250, 2250, 4250])
  })

  test('does not count against the tries', async () => {
    const limits = Array.from({ length: 8 }, () => rateLimited('1'))
    expect(await ask(post, [...limits, undefined])).toMatchObject({
      end: 'Answer',
      asked: 9,
      done: 1,
    })
  })

  test.each(['601', '99999999999999999999', 'Sat, 21 Nov 2099 12:00:00 GMT'])(
    'with Retry-After "%s" is not waited for when the time given ends before',
    async (header) => {
      const { end, message, asked, clock } = await ask(post, rateLimited(header))
      expect([end, asked, clock.now()]).toEqual(['TimeoutError', 1, 0])
      expect(message).toMatch(
        /^Service \(POST \/things\) answered 429 \(too many requests\); the next try would be in .*, but only 10 min of the time limit is left\.$/,
      )
    },
  )

  test('is no reason to wait for a service that is broken', async () => {
    const fault = answered(500, '', { 'ratelimit-reset': '2099' })
    expect(await ask(get, [fault, undefined])).toMatchObject({ clock: { sleeps: [500] } })
  })

  test('of a service that is down is waited for as it says', async () => {
    const fault = answered(503, '', { 'retry-after': '30' })
    expect(await ask(get, [fault, undefined])).toMatchObject({ clock: { sleeps: [30_000] } })
  })
})

describe('The time given', () => {
  test.each<[string, Fault]>([
    ['is never answered', hanging],
    ['is answered byte by byte', slow],
  ])('ends a question that %s, whatever it is', async (_what, fault) => {
    for (const question of [get, post]) {
      const clock = testClock()
      const deadline = new Deadline(500, never, clock)
      const late: Fault = (execute, response) => {
        fault(execute, response)
        setTimeout(() => clock.pass(500), 50)
      }
      const { end, message, asked } = await ask(question, late, { deadline })
      const says = `Service (${question.method} /things) gave no answer. The time limit given, 0.5 s, was reached.`
      expect([end, message, asked]).toEqual(['TimeoutError', says, 1])
    }
  })

  test('ends with the cancellation of the job, in the middle of an answer', async () => {
    const job = new AbortController()
    const fault: Fault = (execute, response) => {
      slow(execute, response)
      setTimeout(() => job.abort(new CancelledError()), 50)
    }
    const deadline = new Deadline(60_000, job.signal)
    const began = performance.now()
    expect(await ask(post, fault, { deadline })).toMatchObject({ end: 'CancelledError', asked: 1 })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('that is over asks nothing', async () => {
    const deadline = new Deadline(60_000, AbortSignal.abort(new CancelledError()))
    expect(await ask(get, [undefined], { deadline })).toMatchObject({
      end: 'CancelledError',
      asked: 0,
    })
  })

  test.each<[string, ApiRequest, number, string, string]>([
    ['idempotent is asked again', get, 2, 'Answer', '{"id":"1"}'],
    [
      'not idempotent is not',
      post,
      1,
      'IndeterminateError',
      'Service (POST /things) gave no answer: none within 30 s.',
    ],
  ])(
    'is not spent on one exchange: after 30 s what is %s',
    async (_what, question, times, end, message) => {
      const clock = testClock()
      const hangs: Fault = () => clock.pass(30_000)
      expect(await ask(question, [hangs, undefined], { clock })).toMatchObject({
        end,
        message,
        asked: times,
      })
    },
  )

  test('holds the waits between the tries too', async () => {
    const { end, message, clock } = await ask(get, answered(500), { time: 2000 })
    expect([end, clock.now()]).toEqual(['TimeoutError', 1250])
    expect(message).toBe(
      'Service (GET /things) answered 500; the next try would be in 1.3 s, but only 0.8 s of the time limit is left.',
    )
  })
})

describe('A body', () => {
  const shape = object({ id: string() })

  async function askJson(fault: Fault): Promise<unknown> {
    const server = await listen((_, response) => fault(() => ok, response))
    opened.push(server)
    const client = new Client({ name: 'Service', base: new URL(server.url), log: () => {} })
    const deadline = new Deadline(60_000, never, testClock())
    return client.requestJson(get, shape, deadline).catch((error: Error) => error.message)
  }

  const wrong = 'The response of Service to GET /things is not what its API describes'

  test.each<[string, Fault, unknown]>([
    ['as described', (execute, response) => tell(response, execute()), { id: '1' }],
    ['with more', answered(200, '{"id":"1","more":[]}'), { id: '1' }],
    [
      'of a login page',
      loginPage,
      `${wrong}: status 200, text/html; charset=utf-8, beginning with "<!doctype html><title>Log in</title><form></form>".`,
    ],
    ['that is empty', empty(), `${wrong}: status 200, application/json, an empty body.`],
    ['of 204', answered(204), `${wrong}: status 204, no content type, an empty body.`],
    [
      'of another shape',
      answered(200, '{"id":1}'),
      `${wrong} (at "id"): status 200, no content type, beginning with "{"id":1}".`,
    ],
    [
      'cut in the middle',
      answered(200, '{"id":"1'),
      `${wrong}: status 200, no content type, beginning with "{"id":"1".`,
    ],
    [
      'of a hostile text',
      answered(200, '\n::error::x\u2028'),
      `${wrong}: status 200, no content type, beginning with "::error::x".`,
    ],
  ])('%s is what it is', async (_what, fault, outcome) => {
    expect(await askJson(fault)).toEqual(outcome)
  })

  test('is read no further than it may be, and that is said', async () => {
    const server = await listen((_, response) =>
      tell(response, { status: 200, body: 'é'.repeat(500) }),
    )
    opened.push(server)
    const read = (maxBytes: number): Promise<HttpResponse> =>
      send(
        { method: 'GET', url: new URL(server.url), maxBytes: maxBytes },
        new Deadline(5000, never),
      )
    expect(await read(100)).toMatchObject({ body: 'é'.repeat(50), truncated: true })
    expect(await read(1000)).toMatchObject({ body: 'é'.repeat(500), truncated: false })
  })

  test('of no end is left after what may be read of it', async () => {
    const server = await listen((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', pour)
      pour()
    })
    opened.push(server)
    const request = { method: 'GET', url: new URL(server.url), maxBytes: 1000 }
    expect(await send(request, new Deadline(5000, never))).toMatchObject({ truncated: true })
  })
})

describe('A secret', () => {
  test.each<[string, Fault]>([
    ['refused', answered(401, '{"message":"no"}')],
    ['broken', answered(500)],
    ['lost', dropped],
    ['limited', rateLimited('9999999')],
  ])('in a header, query or body is in no message of what is %s', async (_what, fault) => {
    for (const question of [get, post]) {
      const { message, log } = await ask(question, fault)
      expect([message, ...log].join('\n')).not.toMatch(/header-secret|query-secret|body-secret/)
    }
  })

  test('that no header can carry is told without it, and nothing is sent', async () => {
    for (const key of ['line-one\nline-two', 'key\u2026', 'a\0b']) {
      const headers = { authorization: `Bearer ${key}` }
      expect(await ask(post, [undefined], { headers })).toMatchObject({
        end: 'ActionError',
        message:
          'The header "authorization" cannot be sent: it contains a line break or another character that HTTP does not allow. Check that its value is complete and on one line.',
        asked: 0,
        log: [],
      })
    }
  })
})

const pem = (name: string): string => readFileSync(join(root, 'test/fixtures/tls', name), 'utf8')

/** A server that shows this certificate. */
function showing(certificate: string) {
  const server = createTlsServer(
    { key: pem('localhost.key'), cert: pem(certificate) },
    (_, response) => response.end('{}'),
  )
  return server.on('tlsClientError', () => {})
}

describe('A certificate', () => {
  const ca = pem('ca.pem')

  test.each<[string, string, string, Connection, string]>([
    ['that is known', 'localhost.pem', 'localhost', { ca }, '{}'],
    ['that need not be known', 'localhost.pem', 'localhost', { insecure: true }, '{}'],
    [
      'that is not known',
      'localhost.pem',
      'localhost',
      {},
      'its certificate is signed by an unknown authority (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
    ],
    [
      'that has expired',
      'expired.pem',
      'localhost',
      { ca },
      'its certificate has expired (CERT_HAS_EXPIRED)',
    ],
    [
      'for another host',
      'localhost.pem',
      '127.0.0.1',
      { ca },
      'its certificate is for another host (ERR_TLS_CERT_ALTNAME_INVALID)',
    ],
  ])(
    '%s decides before anything is sent',
    async (_what, certificate, host, connection, outcome) => {
      const base = new URL(`https://${host}:${await portOf(showing(certificate))}`)
      const { message } = await ask(post, [], { base, connection })
      expect(message.replace(/^.* gave no answer: (.*), 5 times.*$/, '$1')).toBe(outcome)
    },
  )
})

describe('A machine without room for a connection', () => {
  const coded = (code: string): Error => Object.assign(new Error(`connect ${code}`), { code })

  test.each([
    ['EMFILE', true],
    ['ENFILE', true],
    ['ENOBUFS', true],
    ['ECONNREFUSED', false],
    ['EADDRNOTAVAIL', false],
  ])('is told apart from a service that does not answer: %s', (code, isIt) => {
    expect(isFileShortage(coded(code))).toBe(isIt)
    expect(isFileShortage(new AggregateError([coded(code), coded('ECONNREFUSED')]))).toBe(isIt)
  })

  test.each([['EMFILE'], ['ENFILE']])('is said in words: %s', (code) => {
    const error = Object.assign(new Error('connect - Local (undefined:undefined)'), { code })
    expect(describeNetworkError(error)).toMatch(/^this machine .* files (and|or) connections/)
  })

  test.each([undefined, null, 'EMFILE', new Error('EMFILE')])('is no such: %p', (error) => {
    expect(isFileShortage(error)).toBe(false)
  })
})

test('As many requests are on their way at once as the machine allows, and all come through', async () => {
  let [now, most] = [0, 0]
  const server = await listen((_, response) => {
    most = Math.max(most, ++now)
    setImmediate(() => {
      now--
      tell(response, ok)
    })
  })
  opened.push(server)
  const client = new Client({ name: 'Service', base: new URL(server.url), log: () => {} })
  const deadline = new Deadline(60_000, never)
  const asked = Array.from({ length: 300 }, () => client.request(get, deadline))
  expect(await Promise.all(asked)).toHaveLength(300)
  expect(most).toBeLessThanOrEqual(100)
})
