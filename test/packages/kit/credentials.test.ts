import { credentialsIn, loginCredentials, readInputs, required, secretUrl } from '@ci-actions/kit'
import { TestRunner } from '../../support/runner.ts'

describe('What of a header or a query is secret', () => {
  test.each<[string, string, string[]]>([
    ['Authorization', 'Bearer abc', ['Bearer abc', 'abc']],
    ['authorization', 'Basic YWRtaW46YWRtaW4=', ['Basic YWRtaW46YWRtaW4=', 'YWRtaW46YWRtaW4=']],
    ['Proxy-Authorization', 'token', ['token', 'token']],
    ['X-Api-Key', 'correct-horse', ['correct-horse', 'correct-horse']],
    ['x_api_key', 'short', ['short']],
    ['apikey', 'short', ['short']],
    ['X-Auth-Token', 'abcdef', ['abcdef']],
    ['X-Vault-Token', 'hvs.CAESIJ0123', ['hvs.CAESIJ0123', 'hvs.CAESIJ0123']],
    ['Ocp-Apim-Subscription-Key', '0123456789abcdef', ['0123456789abcdef', '0123456789abcdef']],
    [
      'Cookie',
      'session=cookie-marker; theme=dark',
      ['session=cookie-marker; theme=dark', 'cookie-marker'],
    ],
    ['password', 'hunter2', ['hunter2']],
    ['X-Client-Secret', 'zebra', ['zebra']],
    ['access_token', 'eyJhbGciOi', ['eyJhbGciOi', 'eyJhbGciOi']],
    ['key', 'AIzaSyD4x', ['AIzaSyD4x', 'AIzaSyD4x']],
    ['sig', '8f14e45fceea167a', ['8f14e45fceea167a', '8f14e45fceea167a']],
    ['X-Signature', 'sha256=8f14e45fceea167a', ['sha256=8f14e45fceea167a', '8f14e45fceea167a']],
    ['X-Auth', 'c2VjcmV0LTE=', ['c2VjcmV0LTE=', 'c2VjcmV0LTE=']],
    [
      'X-Session',
      'b7e23ec29af22b0b4e41da31e868d572',
      ['b7e23ec29af22b0b4e41da31e868d572', 'b7e23ec29af22b0b4e41da31e868d572'],
    ],
  ])('%s: %s', (name, value, secrets) => {
    expect(credentialsIn(name, value)).toEqual(secrets)
  })

  test.each([
    ['X-Skip-Auth', 'true'],
    ['X-Auth-Mode', 'anonymous'],
    ['X-Auth-Type', 'round-robin'],
    ['X-Session-Affinity', 'blue-2'],
    ['X-Session-Affinity', 'b7e23ec29af22b0b'],
    ['Idempotency-Key', '1234'],
    ['Idempotency-Key', '17041234567-1'],
    ['Idempotency-Key', '8f14e45fceea167a5a36dedd4bea2543'],
    ['X-Cache-Key', '8f14e45fceea167a5a36dedd4bea2543'],
    ['Surrogate-Key', 'home page-2'],
    ['X-Partition-Key', '8f14e45fceea'],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ['X-Key-Version', 'v1.2.3'],
    ['X-Session-Started', '2026-11-28 10:30:00'],
    ['author', 'a1b2c3d4'],
    ['X-Author-Id', 'a1b2c3d4'],
    ['keyword', 'health'],
    ['key', 'status'],
    ['Accept', 'application/json'],
    ['X-Request-Id', '8f14e45fceea167a'],
    ['User-Agent', 'curl/8.0'],
  ])('nothing of %s: %s', (name, value) => {
    expect(credentialsIn(name, value)).toEqual([])
  })
})

test.each([
  ['me', 'pass', ['pass', 'me:pass']],
  ['', 'pass', ['pass']],
  ['ghp_token', '', ['ghp_token']],
  ['a1b2c3', '', ['a1b2c3']],
  ['deploy', '', []],
  ['', '', []],
])('Of the login "%s:%s" secret are %j', (user, password, secrets) => {
  expect(loginCredentials(user, password)).toEqual(secrets)
})

describe('A secret address', () => {
  test.each([
    'https://h.example/hook?mode=production&wait=true',
    'https://deploy@h.example/hook?region=eu-west-1',
    'https://postgres:s3cret-1@h.example/hook?v=2026-11-28',
  ])('hides no word that the log is full of: %s', async (given) => {
    const runner = new TestRunner({ it: given })
    await readInputs({ it: required('it', secretUrl) }, runner)
    const words = ['production', 'true', 'deploy', 'postgres', 'eu-west-1', '2026-11-28', 'hook']
    expect(runner.masked.filter((one) => words.includes(one) || one.startsWith('?'))).toEqual([])
    expect(runner.masked).toContain(given)
  })
})
