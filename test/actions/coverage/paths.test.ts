import { Coverage } from '../../../actions/coverage-gate/src/model/coverage.ts'
import { matchPaths } from '../../../actions/coverage-gate/src/reports/path-matching.ts'

const paths = [
  'README.md',
  'main.go',
  'go.mod',
  'setup.py',
  'api/go.mod',
  'api/pkg/x.go',
  'pkg/x.go',
  'web/src/index.ts',
  'web/src/lib/index.ts',
  'core/src/main/java/shop/Stock.java',
  'store/src/main/java/shop/Stock.java',
  'core/src/main/java/shop/Only.java',
]
const goModules = new Map([
  ['example.com/app', ''],
  ['example.com/app/api/v2', 'api/'],
])

function placeOf(path: string, module = '', others: readonly string[] = []): string {
  const coverage = new Coverage()
  const file = coverage.file(path, module)
  for (const other of others) coverage.file(other)
  const { found, unmatched, ambiguous } = matchPaths(coverage.files(), { paths, goModules })
  if (ambiguous.includes(path)) return 'ambiguous'
  return unmatched.includes(path) ? 'unmatched' : (found.get(file) ?? 'lost')
}

test.each([
  ['as it is', 'web/src/index.ts', 'web/src/index.ts'],
  ['of a container', '/app/web/src/index.ts', 'web/src/index.ts'],
  ['of Windows', 'C:/a/repo/web/src/lib/index.ts', 'web/src/lib/index.ts'],
  ['below a folder', 'src/lib/index.ts', 'web/src/lib/index.ts'],
  ['of another root', '/build/frontend/src/lib/index.ts', 'web/src/lib/index.ts'],
  ['of a package', 'shop/Only.java', 'core/src/main/java/shop/Only.java'],
  ['of a Go module', 'example.com/app/pkg/x.go', 'pkg/x.go'],
  ['of the longer Go module', 'example.com/app/api/v2/pkg/x.go', 'api/pkg/x.go'],
  ['of a Go module, at its top', 'example.com/app/main.go', 'main.go'],
  ['a bare name there is once', 'Only.java', 'core/src/main/java/shop/Only.java'],
  ['two packages of one name', 'shop/Stock.java', 'ambiguous'],
  ['a bare name there is twice', 'index.ts', 'ambiguous'],
  ['what only has the name of a file', '/usr/lib/python3/setup.py', 'unmatched'],
  ['what is not there', 'x/y.ts', 'unmatched'],
  ['part of a name', '/x/ain.go', 'unmatched'],
  ['a folder above', '../web/src/index.ts', 'web/src/index.ts'],
  ['a prototype', '__proto__', 'unmatched'],
])('%s: %s', (_, path, expected) => {
  expect(placeOf(path)).toBe(expected)
})

test('a module tells which of two packages is meant', () => {
  expect(placeOf('shop/Stock.java', 'store')).toBe('store/src/main/java/shop/Stock.java')
})

test('a bare name is found in a folder in which others were', () => {
  expect(placeOf('/app/setup.py', '', ['/app/web/src/index.ts'])).toBe('setup.py')
  expect(placeOf('/app/setup.py', '', ['/srv/web/src/index.ts'])).toBe('unmatched')
})

test('100,000 files are found quickly', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => `src/d${i % 300}/f${i}/index.ts`)
  const coverage = new Coverage()
  for (let i = 0; i < 2000; i++) coverage.file(`/app/${many[i * 50]}`)
  const began = process.cpuUsage()
  const { found } = matchPaths(coverage.files(), { paths: many, goModules: new Map() })
  expect(found.size).toBe(2000)
  const { user, system } = process.cpuUsage(began)
  expect(user + system).toBeLessThan(5_000_000)
})
