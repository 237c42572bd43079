import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { root } from '../../../scripts/actions.ts'
import type { Place } from '../../emulators/server.ts'
import { startWebService, type WebService } from '../../emulators/web-service.ts'
import { whenAsked } from '../../support/bundle.ts'
import { runStep } from '../../support/step.ts'

const certificates = join(root, 'test/fixtures/tls')
const tls = {
  key: readFileSync(join(certificates, 'localhost.key'), 'utf8'),
  cert: readFileSync(join(certificates, 'localhost.pem'), 'utf8'),
}

const services: WebService[] = []

async function start(place?: Place): Promise<WebService> {
  const service = await startWebService(place)
  services.push(service)
  return service
}

afterAll(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()))
})

function check(inputs: Readonly<Record<string, string>>) {
  return runStep('health-check', { inputs })
}

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => {
  return addresses?.some(({ address }) => address === '::1')
})
const testOnIpv6 = hasIpv6 ? test : test.skip

/** The same, and `then` once the log says so: what changes does so while it is watched. */
function checkUntil(inputs: Readonly<Record<string, string>>, said: string, then: () => void) {
  let done = false
  return runStep('health-check', {
    inputs,
    watch: (stdout) => {
      if (!done && stdout.includes(said)) then()
      done ||= stdout.includes(said)
    },
  })
}

describe('A target', () => {
  test.concurrent('that is up costs one request and no wait', async () => {
    const service = await start()
    const step = await check({ targets: `backend: ${service.url}/health` })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.outputs).toMatchObject({ healthy: 'true', failed: '[]' })
    expect(JSON.parse(step.outputs.results ?? '')).toEqual([
      {
        name: 'backend',
        target: `${service.url}/health`,
        healthy: true,
        attempts: 1,
        status: 200,
        'latency-ms': expect.any(Number),
        'certificate-days': null,
        reason: 'answered 200',
      },
    ])
    expect(Number(step.outputs['elapsed-ms'])).toBeLessThan(5_000)
    expect(service.requests).toHaveLength(1)
    expect(step.summary).toContain('1 of 1 target healthy')
  })

  test.concurrent('that comes up is seen soon after, with one line for each change', async () => {
    const service = await start()
    service.set({ healthy: false })
    const step = await checkUntil({ targets: `backend: ${service.url}` }, 'not healthy', () => {
      service.set({ healthy: true })
    })
    expect(step.code).toBe(0)
    const lines = step.stdout.split('\n').filter((line) => line.startsWith('backend'))
    expect(lines).toEqual([
      'backend is not healthy: answered 503, expected 200-299 (the body begins "unavailable").',
      'backend is healthy: answered 200.',
    ])
    expect(Number(step.outputs['elapsed-ms'])).toBeLessThan(5_000)
  })

  testOnIpv6('on IPv6 alone is found by the name localhost', async () => {
    const service = await start({ host: '::1' })
    const step = await check({
      targets: `http://localhost:${service.port}\ntcp://localhost:${service.port}\ntcp://[::1]:${service.port}`,
      timeout: '2s',
    })
    expect(step).toMatchObject({ code: 0, error: '' })
  })

  test.concurrent('with a certificate of an own authority is trusted with its ca-file, or with insecure', async () => {
    const service = await start({ tls })
    const targets = `https://localhost:${service.port}`
    const [unknown, known, insecure] = await Promise.all([
      check({ targets, timeout: '2s' }),
      check({ targets, 'ca-file': join(certificates, 'ca.pem') }),
      check({ targets: service.url, insecure: 'true' }),
    ])
    expect(unknown.error).toContain('its certificate is signed by an unknown authority')
    expect(unknown.error).toContain('If it is signed by a private CA, set "ca-file".')
    expect(known.code).toBe(0)
    expect(insecure.code).toBe(0)
    expect(insecure.stdout).toContain('::warning title=Health check::Certificates are not verified')
  })
})

describe('What is asked', () => {
  test.concurrent('is the method, the headers and the body that were given', async () => {
    const service = await start()
    const step = await check({
      targets: service.url,
      method: 'POST',
      headers: 'Content-Type: application/json\nX-Probe: a: b',
      body: '{"ping":true}',
    })
    expect(step.code).toBe(0)
    expect(service.requests).toMatchObject([
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-probe': 'a: b' },
        body: '{"ping":true}',
      },
    ])
  })

  test.concurrent('carries the login of the address, which nobody sees', async () => {
    const service = await start()
    service.set({ healthy: false, body: 'not you, deploy:s3cret/marker' })
    const step = await check({
      targets: service.url.replace('//', '//deploy:s3cret%2Fmarker@'),
      timeout: '2s',
    })
    const basic = Buffer.from('deploy:s3cret/marker').toString('base64')
    expect(service.requests[0]?.headers.authorization).toBe(`Basic ${basic}`)
    const seen = step.stdout.replace(/^::add-mask::.*$/gm, '') + step.stderr + step.summary
    expect(seen + JSON.stringify(step.outputs)).not.toMatch(/s3cret/)
    expect(step.error).toContain('the body begins "not you, ***"')
  })

  test.concurrent('may hold secrets, which are masked even where an echo of them is cut', async () => {
    const service = await start()
    const token = `tok-${'0123456789'.repeat(8)}`
    service.set({ healthy: false, body: `${'.'.repeat(60)}${token}` })
    const step = await check({
      targets: service.url,
      headers: `Authorization: Bearer ${token}\nCookie: session=cookie-marker; theme=dark`,
      timeout: '2s',
    })
    expect(step.commands).toContainEqual({ name: 'add-mask', properties: {}, message: token })
    expect(step.commands).toContainEqual({
      name: 'add-mask',
      properties: {},
      message: 'cookie-marker',
    })
    const seen = step.stdout.replace(/^::add-mask::.*$/gm, '') + step.stderr + step.summary
    expect(seen + JSON.stringify(step.outputs)).not.toMatch(/tok-|cookie-marker/)
  })

  test.concurrent('stays with its host: a redirect to another one carries no credentials', async () => {
    const [first, second] = await Promise.all([start(), start()])
    first.set({ healthy: true, status: 307, headers: { location: `${second.url}/there` } })
    const step = await check({
      targets: first.url.replace('//', '//user:password@'),
      headers: 'X-Api-Key: key-marker\nCookie: a=b\nX-Own: own',
    })
    expect(step.code).toBe(0)
    expect(first.requests[0]?.headers).toMatchObject({ 'x-api-key': 'key-marker', cookie: 'a=b' })
    const { headers = {}, path } = second.requests[0] ?? {}
    expect(path).toBe('/there')
    expect(Object.keys(headers).sort()).toEqual(['connection', 'host', 'user-agent'])
  })

  test.concurrent('is not a body for another host', async () => {
    const [first, second] = await Promise.all([start(), start()])
    first.set({ healthy: true, status: 308, headers: { location: second.url } })
    const step = await check({ targets: first.url, method: 'POST', body: 'x', timeout: '2s' })
    expect(step.error).toContain(`redirects the request body to another host, ${second.url}`)
    expect(second.requests).toEqual([])
  })

  test.concurrent('keeps its headers on the same host', async () => {
    const service = await start()
    service.set({ healthy: true, status: 302, headers: { location: '/elsewhere' } })
    await check({ targets: service.url, headers: 'X-Api-Key: key-marker', timeout: '2s' })
    expect(service.requests[1]).toMatchObject({
      path: '/elsewhere',
      headers: { 'x-api-key': 'key-marker' },
    })
  })
})

describe('What is expected', () => {
  test.concurrent('may be a redirect, which then is not followed', async () => {
    const service = await start()
    service.set({ healthy: true, status: 302, headers: { location: '/login' } })
    const step = await check({ targets: service.url, 'expect-status': '200, 302' })
    expect(step.code).toBe(0)
    expect(service.requests).toHaveLength(1)
  })

  test.concurrent('may be status, header, body and JSON together', async () => {
    const service = await start()
    service.set({
      healthy: true,
      status: 202,
      headers: { 'x-version': '1.2.3' },
      body: '{"status":"UP","checks":[{"name":"db","ok":true}]}',
    })
    const step = await check({
      targets: service.url,
      'expect-status': '2xx',
      'expect-header': 'X-Version: /^1\\.2/',
      'expect-body': '/"status":\\s*"up"/i',
      'expect-json': 'status: UP\nchecks[0].ok: true',
    })
    expect(step).toMatchObject({ code: 0, error: '' })
  })

  test.concurrent('is the right version, not the one that still serves', async () => {
    const service = await start()
    service.set({ healthy: true, body: '{"commit":"old"}' })
    const inputs = { targets: `app: ${service.url}`, 'expect-json': 'commit: new' }
    const step = await checkUntil(inputs, 'it is "old"', () => {
      service.set({ healthy: true, body: '{"commit":"new"}' })
    })
    expect(step.code).toBe(0)
    expect(step.stdout).toContain(
      'app is not healthy: answered 200, but "commit" in its JSON is not "new" (it is "old").',
    )
  })

  test.concurrent('may be an answer in time', async () => {
    const service = await start()
    service.set({ healthy: true, delay: 150 })
    const step = await check({ targets: service.url, 'max-latency': '100ms', timeout: '2s' })
    expect(step.error).toMatch(/took longer than 100 ms \(it took \d+ ms\)/)
  })
})

describe('How long', () => {
  test.concurrent('so many successes in a row', async () => {
    const service = await start()
    const step = await check({ targets: service.url, successes: '3' })
    expect(step.code).toBe(0)
    expect(service.requests).toHaveLength(3)
  })

  test.concurrent('healthy for a stretch of time; one failure begins it anew', async () => {
    const service = await start()
    let seen: 'nothing' | 'healthy' | 'not healthy' = 'nothing'
    const step = await runStep('health-check', {
      inputs: { targets: service.url, 'stable-for': '1500ms', interval: '100ms' },
      watch: (stdout) => {
        if (seen === 'nothing' && stdout.includes('is healthy')) {
          seen = 'healthy'
          service.set({ healthy: false })
        }
        if (seen === 'healthy' && stdout.includes('not healthy')) {
          seen = 'not healthy'
          setTimeout(() => service.set({ healthy: true }), 300)
        }
      },
    })
    expect([step.code, seen]).toEqual([0, 'not healthy'])
    expect(Number(step.outputs['elapsed-ms'])).toBeGreaterThan(1_790)
  })

  test.concurrent('healthy at last, but not for as long as asked, is a failure', async () => {
    const service = await start()
    service.set({ healthy: false })
    const inputs = { targets: service.url, 'stable-for': '3900ms', timeout: '4s' }
    const step = await checkUntil(inputs, 'not healthy', () => {
      setTimeout(() => service.set({ healthy: true }), 500)
    })
    expect(step.code).toBe(1)
    expect(step.outputs.healthy).toBe('false')
    expect(step.error).toContain('is healthy, but not yet for as long as required after')
    expect(step.error).toContain('Give the check more time, or require less.')
  })

  test.concurrent('after an initial delay', async () => {
    const service = await start()
    const step = await check({ targets: service.url, 'initial-delay': '300ms' })
    expect(Number(step.outputs['elapsed-ms'])).toBeGreaterThanOrEqual(295)
  })

  test.concurrent('a status of fail-fast ends it at once, for all', async () => {
    const [one, other] = await Promise.all([start(), start()])
    one.set({ healthy: false, status: 401 })
    other.set({ healthy: false })
    const step = await check({
      targets: `other: ${other.url}\none: ${one.url}`,
      'fail-fast': '401, 403',
    })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(
      /0 of 2 targets healthy after \d(\.\d)? s\. one \(http.*\) failed fast, as "fail-fast" requires, after .* and 1 attempt: answered 401/,
    )
    expect(step.error).toContain('Pass the required credentials in "headers".')
    expect(step.outputs.failed).toBe('["one","other"]')
  })

  test.concurrent('any of several is enough when so required', async () => {
    const [up, down] = await Promise.all([start(), start()])
    down.set({ healthy: false })
    const step = await check({ targets: `up: ${up.url}\ndown: ${down.url}`, require: 'any' })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.outputs).toMatchObject({ healthy: 'true', failed: '["down"]' })
  })

  test.concurrent('until it is down, in reverse', async () => {
    const service = await start()
    const inputs = { targets: `old: ${service.url}`, reverse: 'true' }
    const step = await checkUntil(inputs, 'is healthy', () => void service.close())
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.outputs).toMatchObject({ healthy: 'false', failed: '[]' })
    expect(step.stdout).toContain('1 of 1 target down')
  })

  test.concurrent('what stays up fails in reverse', async () => {
    const service = await start()
    const step = await check({ targets: service.url, reverse: 'true', timeout: '2s' })
    expect(step.error).toMatch(
      /is still healthy after \d(\.\d)? s and \d+ attempts?: answered 200\.$/,
    )
    expect(step.outputs.healthy).toBe('true')
  })

  test.concurrent('until the job is cancelled: outputs and summary are written all the same', async () => {
    const service = await start()
    service.set({ healthy: false })
    const step = await runStep('health-check', {
      inputs: { targets: service.url },
      watch: (stdout, kill) => {
        if (stdout.includes('not healthy')) kill('SIGINT')
      },
    })
    expect(step.code).toBe(1)
    expect(step.took).toBeLessThan(10_000)
    expect(step.error).toMatch(/^The job was cancelled\. http.* is not healthy/)
    expect(step.outputs).toMatchObject({ healthy: 'false' })
    expect(step.summary).toContain('answered 503')
  })

  test.concurrent('cancelled while a service hangs', async () => {
    const service = await start()
    service.set({ healthy: true, delay: 20_000 })
    const asked = {
      get requests() {
        return service.requests.length
      },
    }
    const step = await runStep('health-check', {
      // The mask is the first thing it prints.
      inputs: { targets: service.url, headers: 'X-Token: something' },
      watch: whenAsked(asked, 'SIGTERM'),
    })
    expect(step.code).toBe(1)
    expect(step.took).toBeLessThan(10_000)
    expect(step.error).toContain('and 1 attempt: no response yet.')
  })
})

test.concurrent('A proxy is used where the machine has one, but not for this machine', async () => {
  const [proxy, here] = await Promise.all([start(), start()])
  const step = await runStep('health-check', {
    inputs: { targets: `far: http://app.invalid/health\nhere: ${here.url}` },
    env: { HTTP_PROXY: proxy.url },
  })
  expect(step).toMatchObject({ code: 0, error: '' })
  expect(proxy.requests.map(({ path }) => path)).toEqual(['http://app.invalid/health'])
  expect(here.requests).toHaveLength(1)
})

test.concurrent('A failure says who, what was seen, how often and how long, and what to try', async () => {
  const service = await start()
  service.set({ healthy: false, status: 404, body: 'no such page: /?key=mark3r' })
  const step = await check({
    targets: `backend: ${service.url}/healthz?key=mark3r`,
    timeout: '2s',
  })
  expect(step.error).toMatch(
    /^backend \(http:\/\/127\.0\.0\.1:\d+\/healthz\?…\) is not healthy after \d(\.\d)? s and \d+ attempts?: answered 404, expected 200-299 \(the body begins "no such page: \/\?key=\*\*\*"\)\. Check the path of the address\.$/,
  )
  const seen = step.stdout.replace(/^::add-mask::.*$/gm, '') + step.summary
  expect(seen).not.toContain('mark3r')
})

describe('An input that cannot be used is told in one line', () => {
  const targets = 'http://127.0.0.1:9'
  test.each([
    [
      {},
      'Input "targets" is required but was not given. ' +
        'A secret or variable is empty if it does not exist or is not available to this run.',
    ],
    [
      { targets: 'localhost:80' },
      'Input "targets" must be an address such as https://host/path or tcp://host:port, optionally preceded by "name: ", not "localhost:80".',
    ],
    [
      { targets: 'ftp://me:secret@host/?t=secret' },
      'Input "targets" must be an address such as https://host/path or tcp://host:port, optionally preceded by "name: ", not "ftp://***@host/?…".',
    ],
    [
      { targets: 'tcp://host' },
      'Input "targets" must be tcp://host:port and nothing more, not "tcp://host".',
    ],
    [
      { targets: `a: ${targets}\na: ${targets}/b` },
      'Input "targets" must be addresses with unique names, written "name: address" one per line, not "a (twice)".',
    ],
    [
      { targets, method: 'get' },
      'Input "method" must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, not "get".',
    ],
    [
      { targets, headers: 'A: b\nsecret' },
      'Input "headers" must be "Name: value", one per line, not "line 2 (hidden)".',
    ],
    [
      { targets, headers: 'Token: geheim\u0007' },
      'Input "headers" must be "Name: value", one per line, not "Token (hidden)".',
    ],
    [
      { targets, 'expect-status': '200-' },
      'Input "expect-status" must be statuses such as 200, 200-299 or 200,204,300-399, not "200-".',
    ],
    [
      { targets, 'expect-status': '299-200' },
      'Input "expect-status" must be statuses such as 200, 200-299 or 200,204,300-399, not "299-200".',
    ],
    [
      { targets, 'fail-fast': 'all' },
      'Input "fail-fast" must be statuses such as 200, 200-299 or 200,204,300-399, not "all".',
    ],
    [
      { targets, 'expect-body': '/(/' },
      'Input "expect-body" must be text or a regular expression (SyntaxError: Invalid regular expression: /(/: Unterminated group), not "/(/".',
    ],
    [
      { targets, 'expect-json': 'UP' },
      'Input "expect-json" must be YAML such as "status: UP", one path and value per line, not "UP".',
    ],
    [
      { targets, 'expect-json': '- a' },
      'Input "expect-json" must be YAML such as "status: UP", one path and value per line, not "- a".',
    ],
    [
      { targets, 'expect-header': 'X-Version' },
      'Input "expect-header" must be "Name: value", one per line, not "line 1 (hidden)".',
    ],
    [
      { targets, 'max-latency': 'fast' },
      'Input "max-latency" must be a duration such as 500ms, 30s, 5m or 1h, not "fast".',
    ],
    [{ targets, timeout: '0' }, 'Input "timeout" must be a duration longer than 0, not "0".'],
    [{ targets, interval: '0s' }, 'Input "interval" must be a duration longer than 0, not "0s".'],
    [
      { targets, 'attempt-timeout': 'x' },
      'Input "attempt-timeout" must be a duration such as 500ms, 30s, 5m or 1h, not "x".',
    ],
    [
      { targets, 'initial-delay': '-1' },
      'Input "initial-delay" must be a duration such as 500ms, 30s, 5m or 1h, not "-1".',
    ],
    [
      { targets, successes: '0' },
      'Input "successes" must be a whole number of at least 1, not "0".',
    ],
    [
      { targets, 'stable-for': '10m' },
      'The health check takes at least 10 min ("stable-for"), but has only 5 min. Give it more time, or require less.',
    ],
    [
      { targets, 'initial-delay': '4m', 'stable-for': '1m' },
      'The health check takes at least 5 min ("initial-delay", "stable-for"), but has only 5 min. Give it more time, or require less.',
    ],
    [
      { targets, successes: '100', timeout: '2s' },
      'The health check takes at least 4 min 11 s ("successes"), but has only 2 s. Give it more time, or require less.',
    ],
    [
      { targets, successes: '11', interval: '1s', timeout: '1s' },
      'The health check takes at least 1 s ("successes"), but has only 1 s. Give it more time, or require less.',
    ],
    [{ targets, require: 'one' }, 'Input "require" must be one of all, any, not "one".'],
    [{ targets, reverse: 'yes' }, 'Input "reverse" must be true or false, not "yes".'],
    [{ targets, insecure: '1' }, 'Input "insecure" must be true or false, not "1".'],
    [
      { targets, insecure: 'true', 'ca-file': 'ca.pem' },
      'Input "ca-file" has no effect while "insecure" is true. Set only one of the two.',
    ],
    [
      { targets, 'ca-file': 'none.pem' },
      'Input "ca-file" names the file "none.pem", which does not exist. Does actions/checkout run before this step?',
    ],
    [
      { targets, method: 'HEAD', 'expect-body': 'ok' },
      'Input "expect-body" cannot be met with method HEAD, because its responses have no body. Use GET.',
    ],
    [
      { targets: 'tcp://host:1\ngrpc://host:1', 'fail-fast': '401' },
      'Input "fail-fast" requires an http(s) target, but there is none. Other targets are only checked for accepting connections or reporting that they are serving.',
    ],
    [
      { targets, 'min-certificate-days': '10' },
      'Input "min-certificate-days" requires a target over TLS (https, grpcs, rediss, amqps), but there is none. Other targets have no certificate.',
    ],
    [
      { targets: 'tcp://host:1', 'expect-json': 'a: b' },
      'Input "expect-json" requires an http(s) target, but there is none. Other targets are only checked for accepting connections or reporting that they are serving.',
    ],
  ])('%j', async (inputs, message) => {
    const step = await check({ ...inputs })
    expect(step).toMatchObject({ code: 1, error: message })
    expect(step.stdout).not.toContain('geheim')
  })
})
