import { posix } from 'node:path'
import { parseGlob } from '@ci-actions/patterns'
import { seeded } from '../../support/random.ts'

test.each<[string, string[], string[]]>([
  ['src/a.ts', ['src/a.ts'], ['src/a.ts/b', 'x/src/a.ts', 'a.ts']],
  ['*.ts', ['a.ts', '.ts'], ['src/a.ts', 'a.tsx']],
  ['src/*', ['src/a', 'src/.a'], ['src', 'src/a/b']],
  ['src/**', ['src/a', 'src/a/b', 'src/.a/b'], ['src', 'srca/b', 'x/src/a']],
  ['**', ['a', 'a/b'], []],
  ['**/*.ts', ['a.ts', 'a/b/.c/d.ts'], ['a.ts/b']],
  ['src/**/*.ts', ['src/a.ts', 'src/a/b/c.ts'], ['a.ts', 'src/a.js', 'xsrc/a.ts']],
  ['a/**/b/**/c', ['a/b/c', 'a/x/b/y/z/c', 'a/b/b/c/c'], ['a/c', 'a/b/c/d']],
  ['{src,lib}/*.{ts,tsx}', ['src/a.ts', 'lib/a.tsx'], ['src/a.js', '{src,lib}/a.ts']],
  ['src/[a-c]?.ts', ['src/ab.ts', 'src/c1.ts'], ['src/d1.ts', 'src/a.ts', 'src/a/.ts']],
  ['src/[!a]', ['src/b'], ['src/a', 'src/']],
  ['src/', [], ['src', 'src/a']],
  ['/src/a', ['src/a'], []],
  ['#a', ['#a'], []],
  ['!a', ['!a'], ['b']],
  ['(group)/page.tsx', ['(group)/page.tsx'], []],
])('%s', (glob, named, others) => {
  const matches = parseGlob(glob)
  expect([...named, ...others].filter(matches)).toEqual(named)
})

test('names what node names, but for hidden files', () => {
  const random = seeded(7)
  const pick = <T>(all: readonly [T, ...T[]]): T => all[random.integer(all.length)] ?? all[0]
  const text = (pieces: readonly [string, ...string[]], most: number): string =>
    Array.from({ length: 1 + random.integer(most) }, () => pick(pieces)).join('')
  const names = ['a', 'b', 'ab', 'a.ts', 'b.ts', 'c', 'ä'] as const
  let both = 0
  for (let round = 0; round < 4000; round++) {
    const steps = Array.from({ length: 1 + random.integer(4) }, () => {
      return pick(['**', '*', ...names, text(['a', 'b', '*', '?', '[ab]', '{a,b}', '.ts'], 4)])
    })
    const glob = steps.join('/')
    const matches = parseGlob(glob)
    for (let i = 0; i < 8; i++) {
      const path = Array.from({ length: 1 + random.integer(4) }, () => pick(names)).join('/')
      // A `?` is a byte here.
      if (path.includes('ä') && glob.includes('?')) continue
      const byNode = posix.matchesGlob(path, glob)
      expect([glob, path, matches(path)]).toEqual([glob, path, byNode])
      if (byNode) both++
    }
  }
  expect(both).toBeGreaterThan(1000)
})

test('takes no longer than the lengths of glob and path say', () => {
  const matches = parseGlob(`${'**/a/'.repeat(100)}b`)
  const began = process.cpuUsage()
  for (let i = 0; i < 20; i++) expect(matches('a/'.repeat(1000))).toBe(false)
  const { user, system } = process.cpuUsage(began)
  expect(user + system).toBeLessThan(2_000_000)
})
