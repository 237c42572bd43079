import { type Expectation, evaluate } from '../../../packages/health/src/expect.ts'
import { expectedJson } from '../../../packages/health/src/json-path.ts'
import { pattern, patterns } from '../../../packages/health/src/pattern.ts'
import { followRedirect, type Step } from '../../../packages/health/src/probes/http.ts'
import { describeHealthFailure } from '../../../packages/health/src/report.ts'
import { createStatusLog } from '../../../packages/health/src/status-log.ts'
import { statuses } from '../../../packages/health/src/statuses.ts'
import { targets } from '../../../packages/health/src/targets.ts'

const anything: Expectation = {
  status: await statuses.parse('2xx'),
  headers: {},
  body: undefined,
  json: [],
  maxLatency: undefined,
  minCertificateDays: undefined,
}

const jsonIs = (given: object) => expectedJson.parse(JSON.stringify(given))

function judged(body: string, expected: Partial<Expectation>, truncated = false) {
  const answer = {
    kind: 'http',
    status: 200,
    headers: {},
    latency: 5,
    body,
    truncated,
  } as const
  return evaluate(answer, { ...anything, ...expected })
}

test.each([
  ['200', 200, true],
  ['200', 201, false],
  ['200-299', 299, true],
  ['200,204, 300-399', 302, true],
  ['200\n204', 204, true],
  ['4XX', 404, true],
  ['4XX', 500, false],
])('Statuses "%s" hold %i: %s', async (given, status, held) => {
  expect((await statuses.parse(given)).has(status)).toBe(held)
})

test.each([
  ['{"status":"UP"}', { status: 'UP' }, true],
  ['{"status":"UP"}', { '$.status': 'UP' }, true],
  ['{"status":"up"}', { status: 'UP' }, false],
  ['{"a":{"b":[{"c":1}]}}', { 'a.b[0].c': 1 }, true],
  ['{"a":{"b":[{"c":1}]}}', { 'a.b.0.c': 1 }, true],
  ['[{"ok":true}]', { '[0].ok': true }, true],
  ['{"info.app":"x"}', { 'info.app': 'x' }, true],
  ['{"a":{"b":1,"c":2}}', { a: { b: 1 } }, true],
  ['{"a":{"b":1}}', { a: { b: 1, c: 2 } }, false],
  ['{"a":[1,2]}', { a: [1] }, false],
  ['{"a":{"0":1}}', { a: [1] }, false],
  ['{"version":"1.1"}', { version: 1.1 }, false],
  ['{"error":null}', { error: null }, true],
  ['{}', { error: null }, false],
  ['{}', { 'constructor.name': 'Object' }, false],
  ['<html>', { status: 'UP' }, false],
])('The JSON %s holds %j: %s', async (body, json, held) => {
  expect(judged(body, { json: await jsonIs(json) }).healthy).toBe(held)
})

test.each([
  ['{"version":"1.1"}', { version: 1.1 }, 'it is "1.1"'],
  ['{}', { a: 1 }, 'it is missing'],
  ['<html>', { a: 1 }, 'the body begins "<html>"'],
])('The JSON %s is not %j, because %s', async (body, json, detail) => {
  expect(judged(body, { json: await jsonIs(json) }).detail).toBe(detail)
})

test('A body that could not be decoded is said to be so, and not shown', () => {
  const undecoded = 'its Content-Encoding "x" is not known'
  const answer = {
    kind: 'http',
    status: 200,
    headers: {},
    latency: 1,
    truncated: false,
  } as const
  expect(evaluate({ ...answer, body: '\u001f', undecoded }, { ...anything, body: 'ok' })).toEqual({
    healthy: false,
    reason: 'answered 200, but its body does not contain "ok"',
    detail: 'the body cannot be read: its Content-Encoding "x" is not known',
  })
  expect(evaluate({ ...answer, body: '\u001f', undecoded }, anything).healthy).toBe(true)
})

describe('Names that every object has are names like any other', () => {
  const names = ['__proto__', 'prototype', 'constructor', 'toString', 'hasOwnProperty']

  test.each(names)('%s in what is expected of JSON', async (name) => {
    const expected = await expectedJson.parse(`{ ${JSON.stringify(name)}: up }`)
    expect(judged(`{${JSON.stringify(name)}: "up"}`, { json: expected }).healthy).toBe(true)
    expect(judged(`{${JSON.stringify(name)}: "down"}`, { json: expected }).healthy).toBe(false)
    expect(judged('{}', { json: expected }).healthy).toBe(false)
    const nested = await expectedJson.parse(`a: { ${JSON.stringify(name)}: up }`)
    expect(judged(`{"a": {${JSON.stringify(name)}: "up"}}`, { json: nested }).healthy).toBe(true)
    expect(judged(`{"a": {${JSON.stringify(name)}: "down"}}`, { json: nested }).healthy).toBe(false)
    expect(judged('{"a": {}}', { json: nested }).healthy).toBe(false)
  })

  test.each(names)('%s in headers that are expected', async (name) => {
    const headers = await patterns.parse(`${name}: /./`)
    expect(Object.keys(headers)).toEqual([name.toLowerCase()])
    expect(judged('', { headers })).toMatchObject({
      healthy: false,
      reason: `answered 200, but its header ${name.toLowerCase()} is missing`,
    })
  })
})

test('JSON that is cut is not judged', async () => {
  expect(judged('1', { json: await jsonIs({ a: 1 }) }, true)).toEqual({
    healthy: false,
    reason: 'answered 200, but not with JSON',
    detail: 'the body begins "1"; only the first 1 MiB was read',
  })
})

test.each([
  ['ok', 'all ok', true],
  ['OK', 'all ok', false],
  ['/ok$/', 'all ok', true],
  ['/OK/i', 'all ok', true],
  ['/l+/gy', 'all ok', true],
  ['/api/v1/x', 'see /api/v1/x', true],
])('The body pattern %s is found in "%s": %s', async (given, body, found) => {
  expect(judged(body, { body: await pattern.parse(given) }).healthy).toBe(found)
})

test('A latency as long as allowed is healthy, a longer one is not', () => {
  const connected = { kind: 'connected', connectTime: 100, latency: 100 } as const
  expect(evaluate(connected, { ...anything, maxLatency: 100 }).healthy).toBe(true)
  expect(evaluate({ ...connected, latency: 101 }, { ...anything, maxLatency: 100 })).toEqual({
    healthy: false,
    reason: 'took longer than 100 ms',
    detail: 'it took 101 ms',
  })
})

describe('A redirect', () => {
  const step: Step = {
    method: 'POST',
    url: new URL('https://app.example/login'),
    headers: { 'x-api-key': 'key' },
    body: 'x',
  }

  test.each([
    [301, 'POST', '/b', { method: 'GET', body: undefined, headers: step.headers }],
    [302, 'POST', 'https://app.example/b', { method: 'GET', headers: step.headers }],
    [303, 'PUT', '/b', { method: 'GET', body: undefined }],
    [303, 'HEAD', '/b', { method: 'HEAD' }],
    [302, 'PUT', '/b', { method: 'PUT', body: 'x' }],
    [307, 'POST', '/b', { method: 'POST', body: 'x', headers: step.headers }],
    [302, 'POST', 'https://other.example/', { method: 'GET', headers: {} }],
    [302, 'POST', 'https://app.example:8443/', { method: 'GET', headers: {} }],
  ])('%i of a %s to %s is followed as %j', (status, method, location, next) => {
    const answer = { status, headers: { location }, body: '', truncated: false }
    expect(followRedirect({ ...step, method }, answer)).toMatchObject(next)
  })

  test.each([
    [
      307,
      'https://other.example/?t=1',
      'the request body to another host, https://other.example?…',
    ],
    [302, 'http://app.example/', 'from https to http://app.example, which is not safe to follow'],
    [302, 'javascript:alert(1)', 'to an address that is not http(s)'],
    [302, 'file:///etc/passwd', 'to an address that is not http(s)'],
  ])('%i to %s is not followed: it redirects %s', (status, location, why) => {
    expect(
      followRedirect(step, { status, headers: { location }, body: '', truncated: false }),
    ).toBe(why)
  })

  test('brings no login of its own', () => {
    const location = 'https://evil:login@app.example/'
    const next = followRedirect(step, {
      status: 302,
      headers: { location },
      body: '',
      truncated: false,
    })
    expect(next).toMatchObject({ url: new URL('https://app.example/') })
  })
})

test('Targets have the name that was given, else their address without what may be secret', async () => {
  const read = await targets.parse(
    '# mine\nbackend: https://me:pw%@h.example/a?token=x\ntcp://[::1]:5432\nhttp://h.example/',
  )
  expect(read).toMatchObject([
    { name: 'backend', displayUrl: 'https://h.example/a?…', login: 'me:pw%' },
    { name: 'tcp://[::1]:5432', displayUrl: 'tcp://[::1]:5432', login: undefined },
    { name: 'http://h.example', displayUrl: 'http://h.example' },
  ])
  expect(read[0]?.url.href).toBe('https://h.example/a?token=x')
})

test('The log has a line for each change, and one every 30 s when nothing changes', () => {
  let now = 0
  const lines: string[] = []
  const note = createStatusLog(
    'db',
    () => now,
    (line) => lines.push(line),
  )
  const down = { healthy: false, reason: 'answered 503' }
  for (let attempts = 1; attempts <= 20; attempts++, now += 5_000) {
    note({ ...down, detail: `at ${now}` }, attempts)
  }
  note({ healthy: true, reason: 'answered 200' }, 21)
  expect(lines).toEqual([
    'db is not healthy: answered 503 (at 0).',
    'db is still not healthy after 30 s and 7 attempts: answered 503 (at 30000).',
    'db is still not healthy after 1 min and 13 attempts: answered 503 (at 60000).',
    'db is still not healthy after 1 min 30 s and 19 attempts: answered 503 (at 90000).',
    'db is healthy: answered 200.',
  ])
})

test.each([
  ['its certificate expires in 3 days, expected at least 30', 200, 'Renew it'],
  ['its certificate has expired (CERT_HAS_EXPIRED)', undefined, 'Renew it'],
  ['its certificate is for another host (ERR)', undefined, 'Use a host name'],
  ['its certificate is self-signed (DEPTH)', undefined, '"ca-file"'],
  ['there is no such host (DNS)', undefined, 'Check the spelling of the host'],
  ['it does not speak TLS (https request to an http port?)', undefined, 'the port'],
  ['it speaks TLS (http request to an https port?)', undefined, 'the port'],
  ['it speaks only TLS 1.1 or older (…)', undefined, 'TLS 1.2'],
  ['it speaks only HTTP/2 (no HTTP/1.1)', undefined, 'HTTP/1.1 on it too'],
  ['it requires a client certificate (…)', undefined, 'requires none'],
  ['its certificate has been revoked (CERT_REVOKED)', undefined, 'Renew it'],
  ['has no service "orders" (NOT_FOUND)', undefined, 'Check the name of the service'],
  ['reports NOT_SERVING for orders', undefined, 'Check its log'],
  ['nothing listens there (connection refused)', undefined, 'Check that it is running'],
  ['answered 503, expected 200-299 (there is no such host)', 503, 'Check its log'],
  ['answered 404, expected 200-299', 404, 'Check the path'],
])('What to try fits what was seen: %s', async (reason, status, advice) => {
  const [target] = await targets.parse('app: https://app.example.com')
  if (!target) throw new Error('There is one.')
  const seen = { healthy: false, status, latency: 1, certificateDays: undefined, reason }
  const results = [{ target, outcome: 'missed' as const, attempts: 2, isSuspect: true, ...seen }]
  const said = describeHealthFailure({ results, require: 'all', reverse: false, elapsed: 1_000 })
  expect(said.slice(said.indexOf(`${reason}. `) + reason.length + 2)).toContain(advice)
})
