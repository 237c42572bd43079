import type { FileKey } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { matchNames } from '../../../../actions/coverage-gate/src/reports/match-names.ts'
import {
  type SourceRoot,
  SourceTree,
} from '../../../../actions/coverage-gate/src/reports/source-tree.ts'

/** What a report says, and where it stands. */
interface Given {
  readonly path?: string
  readonly suite?: string
  readonly sources?: readonly string[]
  /** `module: path` is of a module. */
  readonly names: readonly string[]
}

/** The path of each name; `?` where several fit equally well, `-` and the path it would have where none does. */
function pathsOf(given: Given, tree: SourceTree): string[] {
  const { path = 'lcov.info', suite = 'default', sources = [], names } = given
  const files = names.map((name): FileKey => {
    const [, module = '', own = name] = /^([^:]+): (.*)$/.exec(name) ?? []
    return { path: own, module }
  })
  return matchNames({ path, suite, sources, files }, tree, (match) => {
    if (match.kind === 'ambiguous') return '?'
    return match.kind === 'found' ? (match.path ?? 'lost') : `-${match.path ?? ''}`
  })
}

const lone = new SourceTree(
  [
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
  ],
  [
    { prefix: '/work/repo/', folder: '' },
    { prefix: 'example.com/app/', folder: '' },
    { prefix: 'example.com/app/api/v2/', folder: 'api/' },
  ],
)

test.each([
  ['as it is', 'web/src/index.ts', 'web/src/index.ts'],
  ['in the workspace', '/work/repo/web/src/index.ts', 'web/src/index.ts'],
  ['of a container', '/app/web/src/index.ts', 'web/src/index.ts'],
  ['of Windows', 'C:/a/repo/web/src/lib/index.ts', 'web/src/lib/index.ts'],
  ['below a folder', 'src/lib/index.ts', 'web/src/lib/index.ts'],
  ['of another root', '/build/frontend/src/lib/index.ts', 'web/src/lib/index.ts'],
  ['of a package', 'shop/Only.java', 'core/src/main/java/shop/Only.java'],
  ['of a Go module', 'example.com/app/pkg/x.go', 'pkg/x.go'],
  ['of the longer Go module', 'example.com/app/api/v2/pkg/x.go', 'api/pkg/x.go'],
  ['of a Go module, at its top', 'example.com/app/main.go', 'main.go'],
  ['a bare name there is once', 'Only.java', 'core/src/main/java/shop/Only.java'],
  ['two packages of one name', 'shop/Stock.java', '?'],
  ['a bare name there is twice', 'index.ts', '?'],
  ['what only has the name of a file', '/usr/lib/python3/setup.py', '-'],
  ['what is not there', 'x/y.ts', '-'],
  ['part of a name', '/x/ain.go', '-'],
  ['a folder above', '../web/src/index.ts', 'web/src/index.ts'],
  ['a prototype', '__proto__', '-'],
  ['a module', 'store: shop/Stock.java', 'store/src/main/java/shop/Stock.java'],
  ['a module of a group', 'all/store: shop/Stock.java', 'store/src/main/java/shop/Stock.java'],
])('a name alone, %s: %s', (_, name, expected) => {
  expect(pathsOf({ names: [name] }, lone)).toEqual([expected])
})

test('a bare name is found in a folder in which others were', () => {
  const names = ['/app/web/src/index.ts', '/app/setup.py']
  expect(pathsOf({ names }, lone)).toEqual(['web/src/index.ts', 'setup.py'])
  const other = ['/srv/web/src/index.ts', '/app/setup.py']
  expect(pathsOf({ names: other }, lone)).toEqual(['web/src/index.ts', '-'])
})

test('a name that only one file has is that file where it is not the only name of its folder', () => {
  const names = ['/app/setup.py', '/app/generated.py']
  expect(pathsOf({ path: 'shard-1/lcov.info', names }, lone)).toEqual(['setup.py', '-'])
})

const javascript = [
  'packages/web/src/index.ts',
  'packages/web/src/web.ts',
  'packages/api/src/index.ts',
  'packages/api/src/api.ts',
  'packages/api/src/gen/client.ts',
  'packages/web-ui/src/index.ts',
  'shared/src/index.ts',
]
const web = 'packages/web/src/index.ts'
const shadow = ['src/index.ts', 'src/top.ts', 'src/other.ts']
const python = ['services/users/main.py', 'services/users/app/db.py', 'services/orders/main.py']
const users = ['services/users/main.py', 'services/users/app/db.py']
const dotnet = ['A/Program.cs', 'B/Program.cs', 'C/Program.cs']
const dotnetSources = ['/home/x/app/A/', '/home/x/app/B/']
const go = ['services/a/go.mod', 'services/a/main.go', 'services/b/go.mod', 'services/b/main.go']
const goRoots = ['services/a/', 'services/b/'].map((folder) => ({ prefix: 'app/', folder }))
const maven = [
  'core/src/main/java/shop/Stock.java',
  'core/src/main/java/shop/Only.java',
  'core/src/main/kotlin/shop/Kt.kt',
  'store/src/main/java/shop/Stock.java',
  'store/src/main/java/shop/Shelf.java',
]

test.each<[string, readonly string[], Given, readonly string[], SourceRoot[]?]>([
  [
    'the package that the report is in',
    javascript,
    { path: 'packages/web/coverage/lcov.info', names: ['src/index.ts'] },
    [web],
  ],
  [
    'deep in the package',
    javascript,
    { path: 'packages/web/build/reports/x/lcov.info', names: ['src/index.ts'] },
    [web],
  ],
  [
    'the package, in spite of a top-level file of that name',
    [...javascript, ...shadow],
    { path: 'packages/web/coverage/lcov.info', names: ['src/index.ts', 'src/web.ts'] },
    [web, 'packages/web/src/web.ts'],
  ],
  [
    'the top-level file, where the report is at the top',
    [...javascript, ...shadow],
    { path: 'coverage/lcov.info', names: ['src/index.ts'] },
    ['src/index.ts'],
  ],
  [
    'the top level, where nearly all names are files there and one is a file of the package by chance',
    [...javascript, ...shadow],
    {
      path: 'packages/web/coverage/lcov.info',
      names: ['src/index.ts', 'src/top.ts', 'src/other.ts'],
    },
    ['src/index.ts', 'src/top.ts', 'src/other.ts'],
  ],
  [
    'a path of the report that repeats that of the package, as Nx has it',
    [...javascript, ...shadow],
    { path: 'coverage/packages/web/lcov.info', names: ['src/index.ts'] },
    [web],
  ],
  [
    'the same with names relative to a folder beside',
    javascript,
    { path: 'coverage/packages/web/lcov.info', names: ['../../packages/web/src/index.ts'] },
    [web],
  ],
  [
    'an artifact of the name of the package',
    [...javascript, ...shadow],
    { path: 'artifacts/web/lcov.info', names: ['src/index.ts'] },
    [web],
  ],
  [
    'an artifact that is called after the package',
    javascript,
    { path: 'artifacts/coverage-web/lcov.info', names: ['src/index.ts'] },
    [web],
  ],
  [
    'the longer of two packages that it is called after',
    javascript,
    { path: 'artifacts/coverage-web-ui/lcov.info', names: ['src/index.ts'] },
    ['packages/web-ui/src/index.ts'],
  ],
  [
    'a report that is called after the package',
    javascript,
    { path: 'artifacts/web.lcov.info', names: ['src/index.ts'] },
    [web],
  ],
  [
    'the suite',
    javascript,
    { path: 'artifacts/1/lcov.info', suite: 'web', names: ['src/index.ts'] },
    [web],
  ],
  [
    'all of the names together',
    javascript,
    { path: 'artifacts/1/lcov.info', names: ['src/index.ts', 'src/web.ts'] },
    [web, 'packages/web/src/web.ts'],
  ],
  ['nothing', javascript, { path: 'artifacts/1/lcov.info', names: ['src/index.ts'] }, ['?']],
  [
    'nothing, for files of two packages in one report',
    javascript,
    { path: 'lcov.info', names: ['src/index.ts', 'src/web.ts', 'src/api.ts'] },
    ['?', 'packages/web/src/web.ts', 'packages/api/src/api.ts'],
  ],
  [
    'the package, of what is generated there and tracked elsewhere',
    javascript,
    {
      path: 'packages/web/coverage/lcov.info',
      names: ['src/index.ts', 'src/web.ts', 'src/gen/client.ts'],
    },
    [web, 'packages/web/src/web.ts', '-packages/web/src/gen/client.ts'],
  ],
  [
    'a folder beside the package',
    javascript,
    { path: 'packages/web/coverage/lcov.info', names: ['src/index.ts', '../api/src/api.ts'] },
    [web, 'packages/api/src/api.ts'],
  ],
  [
    'the root of a container, by the place of the report',
    javascript,
    {
      path: 'packages/web/coverage/lcov.info',
      names: ['/app/src/index.ts', '/app/src/gen/client.ts'],
    },
    [web, '-packages/web/src/gen/client.ts'],
  ],
  [
    'the root of a container that holds what is shared, too',
    javascript,
    {
      path: 'packages/web/coverage/lcov.info',
      names: ['/app/src/index.ts', '/app/src/web.ts', '/app/shared/src/index.ts'],
    },
    [web, 'packages/web/src/web.ts', 'shared/src/index.ts'],
  ],
  [
    'files at the root of a container',
    python,
    { path: 'services/users/coverage.json', names: ['/app/main.py'] },
    ['services/users/main.py'],
  ],
  [
    'no file of the machine',
    python,
    { path: 'services/users/coverage.json', names: ['/app/app/db.py', '/usr/lib/main.py'] },
    ['services/users/app/db.py', '-'],
  ],
  [
    'a source, /app of two containers',
    python,
    { path: 'services/users/coverage.xml', sources: ['/app'], names: ['main.py', 'app/db.py'] },
    users,
  ],
  [
    'the same, collected',
    python,
    { path: 'artifacts/users/coverage.xml', sources: ['/app'], names: ['main.py', 'app/db.py'] },
    users,
  ],
  [
    'a source that names the folder',
    python,
    { path: 'x.xml', sources: ['/builds/services/users'], names: ['main.py'] },
    ['services/users/main.py'],
  ],
  [
    'one of two sources, by the package',
    dotnet,
    { path: 'x.xml', sources: dotnetSources, names: ['A/A: Program.cs', 'B/B: Program.cs'] },
    ['A/Program.cs', 'B/Program.cs'],
  ],
  [
    'one of two sources, by the namespace',
    dotnet,
    { path: 'x.xml', sources: dotnetSources, names: ['/My.A: Program.cs', '/My.B: Program.cs'] },
    ['A/Program.cs', 'B/Program.cs'],
  ],
  [
    'neither of two sources',
    dotnet,
    { path: 'x.xml', sources: dotnetSources, names: ['x/y: Program.cs'] },
    ['?'],
  ],
  [
    'one of two modules that Go calls the same',
    go,
    { path: 'services/b/cover.out', names: ['app/main.go'] },
    ['services/b/main.go'],
    goRoots,
  ],
  [
    'neither of two modules that Go calls the same',
    go,
    { path: 'cover.out', names: ['app/main.go'] },
    ['?'],
    goRoots,
  ],
  [
    'a module of a build, by the place of the report',
    maven,
    {
      path: 'core/target/site/jacoco/jacoco.xml',
      names: ['x: shop/Stock.java', 'x: shop/Kt.kt', 'shop/Stock.java'],
    },
    [
      'core/src/main/java/shop/Stock.java',
      'core/src/main/kotlin/shop/Kt.kt',
      'core/src/main/java/shop/Stock.java',
    ],
  ],
  [
    'no module of a report over several of them',
    maven,
    {
      path: 'build/jacoco.xml',
      names: ['x: shop/Stock.java', 'x: shop/Only.java', 'x: shop/Shelf.java'],
    },
    ['?', 'core/src/main/java/shop/Only.java', 'store/src/main/java/shop/Shelf.java'],
  ],
])('what a name stands for is told by %s', (_, paths, given, expected, roots = []) => {
  expect(pathsOf(given, new SourceTree(paths, roots))).toEqual(expected)
})

test('100,000 files are found quickly, a million names of no file, too', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => `src/d${i % 300}/f${i}/index.ts`)
  const tree = new SourceTree(many)
  const names = Array.from({ length: 2000 }, (_, i) => `/app/${many[i * 50]}`)
  const others = Array.from({ length: 300_000 }, (_, i) => `x/y${i}/z.ts`)
  const began = process.cpuUsage()
  expect(new Set(pathsOf({ names }, tree)).size).toBe(2000)
  expect(new Set(pathsOf({ names: others }, tree))).toEqual(new Set(['-']))
  const { user, system } = process.cpuUsage(began)
  expect(user + system).toBeLessThan(5_000_000)
})

test('names that each package has are found quickly', () => {
  const packages = Array.from({ length: 500 }, (_, i) => `packages/p${i}/`)
  const own = Array.from({ length: 400 }, (_, i) => `src/f${i}.ts`)
  const tree = new SourceTree(packages.flatMap((folder) => own.map((name) => folder + name)))
  const began = process.cpuUsage()
  const found = pathsOf({ path: 'packages/p7/coverage/lcov.info', names: own }, tree)
  expect(found).toEqual(own.map((name) => `packages/p7/${name}`))
  expect(new Set(pathsOf({ path: 'lcov.info', names: own }, tree))).toEqual(new Set(['?']))
  const { user, system } = process.cpuUsage(began)
  expect(user + system).toBeLessThan(5_000_000)
})
