import {
  anchored,
  isRegexLiteral,
  regex,
  searchWithTimeout,
  ValidationError,
} from '@ci-actions/kit'

test.each([
  ['a+', 'caat', true, false],
  ['/A+/i', 'aa', true, true],
  ['/a/gy', 'ba', true, false],
  ['a|ab', 'ab', true, true],
  ['src/.+', 'src/a', true, true],
  ['/src/', 'xsrc', true, false],
  ['(?<x>a)\\k<x>', 'aa', true, true],
  ['^a$', 'a\n', false, false],
])('%s in %j: found %s, whole %s', async (given, text, isFound, isWhole) => {
  const pattern = await regex.parse(given)
  const due = (is: boolean): string => (is ? 'found' : 'absent')
  // Twice: no search begins where the last one ended.
  for (const _ of [1, 2]) expect(searchWithTimeout(pattern, text)).toBe(due(isFound))
  expect(searchWithTimeout(anchored(pattern), text)).toBe(due(isWhole))
})

test.each(['(', '/(/', '/a/uv'])('%s is no regular expression', async (given) => {
  await expect(async () => regex.parse(given)).rejects.toThrow(ValidationError)
})

test.each([
  ['/a/', true],
  ['/a/i', true],
  ['/a/x', false],
  ['//', false],
  ['/usr/lib', false],
  ['a/b/', false],
])('%s is written as an expression: %s', (given, due) => {
  expect(isRegexLiteral(given)).toBe(due)
})

test('An expression that is too slow again and again has less time each time', () => {
  const slow = /^(a+)+$/
  const text = `${'a'.repeat(40)}!`
  const began = process.cpuUsage()
  for (let times = 0; times < 20; times++) expect(searchWithTimeout(slow, text)).toBe('too slow')
  const { user, system } = process.cpuUsage(began)
  expect(user + system).toBeLessThan(10_000_000)
  // What is not slow is found all the same.
  expect(searchWithTimeout(slow, 'aaaa')).toBe('found')
  expect(searchWithTimeout(slow, 'b'.repeat(1_000_000))).toBe('absent')
})

test('An expression that never ends is given up after a second, and the next one works', () => {
  const began = performance.now()
  expect(searchWithTimeout(/^(a+)+$/, `${'a'.repeat(40)}!`)).toBe('too slow')
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(searchWithTimeout(/a/, 'a')).toBe('found')
})
