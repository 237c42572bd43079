import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createGit } from '@ci-actions/git'
import { Deadline } from '@ci-actions/wait'
import { Coverage } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { readChanges } from '../../../../actions/coverage-gate/src/pull-request/changes.ts'
import {
  type ChangedFile,
  lineBefore,
  readDiff,
  readPatch,
} from '../../../../actions/coverage-gate/src/pull-request/diff.ts'
import { diffBetween } from '../../../../actions/coverage-gate/src/pull-request/git-diff.ts'
import { KnownSources } from '../../../../actions/coverage-gate/src/pull-request/known-sources.ts'
import { evaluatePatch } from '../../../../actions/coverage-gate/src/pull-request/patch.ts'
import { isTestOrConfiguration } from '../../../../actions/coverage-gate/src/pull-request/test-files.ts'
import { seeded } from '../../../support/random.ts'
import { pullRequest, repository } from '../../../support/repository.ts'
import { lines } from '../lcov.ts'

const never = new AbortController().signal

const isSource = (path: string): boolean => /\.(py|js|ts|cs)$/.test(path)

const checkoutAt = (folder: string) => ({
  folder: '',
  git: createGit(folder, new Deadline(30_000, never)),
})

function sources(workspace: string) {
  const deadline = new Deadline(30_000, never)
  const checkout = checkoutAt(workspace)
  return { checkout, workspace, connect: undefined, repository: 'org/app', deadline, isSource }
}

const eventOf = (pull: ReturnType<typeof pullRequest>) => ({
  number: 7,
  base: { ref: 'main', sha: pull.base },
  head: { ref: 'feature', sha: pull.head },
})

const said = (files: readonly ChangedFile[]) =>
  files
    .map(({ path, before, hunks }) => ({
      path,
      before,
      added: hunks.filter(({ now }) => now.count > 0).map(({ now }) => `${now.start}+${now.count}`),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))

function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

describe('what a pull request changes', () => {
  const hostile = 'src/a "b"\t\n@me ü|.js'
  const pull = pullRequest(
    { 'src/a.js': lines(20), 'src/old.js': lines(30, 'old'), 'gone.js': 'x\n', 'src/m.js': 'm\n' },
    {
      'src/a.js': lines(20).replace('line 10\n', 'changed\nadded\n').replace('line 20\n', ''),
      'src/old.js': undefined,
      'src/new.js': `first\n${lines(30, 'old')}`,
      'gone.js': undefined,
      [hostile]: '+++ b/x\n@@ -1 +1 @@\ndiff --git a/x b/x\n',
      'bin.dat': '\0\x01\x02',
    },
    { 'src/m.js': 'changed meanwhile\n', 'src/a.js': `before\n${lines(20)}` },
  )

  const expected = [
    { path: hostile, before: undefined, added: ['1+3'] },
    { path: 'bin.dat', before: undefined, added: [] },
    { path: 'src/a.js', before: 'src/a.js', added: ['11+2'] },
    { path: 'src/new.js', before: 'src/old.js', added: ['1+1'] },
  ]
  const sorted = expected.toSorted((a, b) => (a.path < b.path ? -1 : 1))

  test('is told by the merge commit, in the lines of the checkout', async () => {
    const { files } = await readChanges(eventOf(pull), sources(pull.repository.folder))
    expect(said(files)).toEqual(sorted)
  })

  test('is told against the merge base when the branch itself is checked out', async () => {
    pull.repository.git('checkout', '--quiet', pull.head)
    const { files } = await readChanges(eventOf(pull), sources(pull.repository.folder))
    expect(said(files)).toEqual(
      sorted.map((file) => (file.path === 'src/a.js' ? { ...file, added: ['10+2'] } : file)),
    )
    pull.repository.git('checkout', '--quiet', pull.merge)
  })

  test.each<[string, (folder: string, git: (...args: string[]) => string) => void, RegExp]>([
    [
      'a commit of its base only',
      (_, git) => git('checkout', '--quiet', pull.base),
      /shallow, or at another/,
    ],
    ['another history', (_, git) => git('checkout', '--quiet', '--orphan', 'x'), /says "/],
  ])('is not made up with %s checked out', async (_, prepare, message) => {
    prepare(pull.repository.folder, pull.repository.git)
    const asked = readChanges(eventOf(pull), sources(pull.repository.folder))
    await expect(asked).rejects.toThrow(message)
    pull.repository.git('checkout', '--quiet', '--force', pull.merge)
  })

  test('is not known outside of a repository', async () => {
    await expect(readChanges(eventOf(pull), sources('/'))).rejects.toThrow(
      /not a git repository.*fetch-depth: 2/,
    )
  })
})

test('a line is found where it stood before, whatever changed around it', async () => {
  const random = seeded(5)
  const it = repository()
  for (let round = 0; round < 15; round++) {
    const before = Array.from({ length: 40 }, (_, i) => `r${round} l${i}`)
    const now = before.flatMap((line) => {
      const draw = random.integer(10)
      if (draw === 0) return []
      if (draw === 1) return [`new ${random.integer(1e9)}`, line]
      return draw === 2 ? [`changed ${random.integer(1e9)}`] : [line]
    })
    const base = it.commit({ 'a.txt': `${before.join('\n')}\n` })
    it.commit({ 'a.txt': `${now.join('\n')}\n` })
    const [file] = await diffBetween(base, checkoutAt(it.folder), isSource)
    if (!file) continue
    for (const [i, line] of now.entries()) {
      const then = before.indexOf(line)
      expect([line, lineBefore(file, i + 1)]).toEqual([line, then < 0 ? undefined : then + 1])
    }
    // What the API gives, with context, is the same.
    const withContext = it.git('diff', '--unified=3', base, 'HEAD').split('\n')
    const patch = withContext.slice(withContext.findIndex((line) => line.startsWith('@@ ')))
    expect(readPatch(patch.join('\n'))).toEqual(file.hunks)
  }
})

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('lines that git would not show are seen', () => {
  const added = ['3+2']
  test.each<[string, Record<string, string | Buffer>, Record<string, string | Buffer>, string[]]>([
    ['nothing in the way', {}, {}, added],
    ['an attribute of the pull request', {}, { '.gitattributes': '*.py -diff\n' }, added],
    ['binary', {}, { '.gitattributes': 'src/** binary\n' }, added],
    ['an attribute that was there before', { '.gitattributes': '*.py -diff\n' }, {}, added],
    ['an attribute of the folder', {}, { 'src/.gitattributes': '* -diff\n' }, added],
    ['a driver that takes it for binary', {}, { '.gitattributes': '*.py diff=hidden\n' }, added],
    ['a driver that starts a program', {}, { '.gitattributes': '*.py diff=program\n' }, added],
    [
      'a driver that turns it into another text',
      {},
      { '.gitattributes': '*.py diff=text\n' },
      added,
    ],
    [
      'the file being generated',
      {},
      { '.gitattributes': '*.py linguist-generated -diff\n' },
      added,
    ],
    ['a NUL byte', {}, { 'src/a.py': 'a\nb\n\0\nd\n' }, added],
    ['a NUL byte before', { 'src/a.py': 'a\0\nb\n' }, { 'src/a.py': 'a\0\nb\nc\nd\n' }, added],
    ['UTF-16', { 'src/a.py': utf16('a\nb\n') }, { 'src/a.py': utf16('a\nb\nc\nd\n') }, added],
    ['a link before', { 'src/a.py': '' }, { 'src/a.py': 'a\nb\n' }, ['1+2']],
  ])('%s', async (name, before, after, expected) => {
    const it = repository()
    for (const [driver, key, value] of [
      ['hidden', 'binary', 'true'],
      ['program', 'command', 'true'],
      ['text', 'textconv', 'wc'],
    ] as const) {
      it.git('config', `diff.${driver}.${key}`, value)
    }
    it.git('config', 'diff.interHunkContext', '9')
    write(it.folder, { 'src/a.py': 'a\nb\n', 'x.png': Buffer.from([0, 1]), ...before })
    if (name === 'a link before') {
      rmSync(join(it.folder, 'src/a.py'))
      symlinkSync('nowhere', join(it.folder, 'src/a.py'))
    }
    const base = it.commit({})
    rmSync(join(it.folder, 'src/a.py'))
    write(it.folder, { 'src/a.py': 'a\nb\nc\nd\n', 'x.png': Buffer.from([0, 2]), ...after })
    it.commit({})
    const files = await diffBetween(base, checkoutAt(it.folder), isSource)
    expect(said(files).find(({ path }) => path === 'src/a.py')?.added).toEqual(expected)
    expect(said(files).find(({ path }) => path === 'x.png')?.added).toEqual([])
  })

  test('of very many files, and of renamed ones', async () => {
    const it = repository()
    const names = Array.from({ length: 300 }, (_, i) => `src/${'long'.repeat(20)}/${i}.py`)
    const files = Object.fromEntries(names.map((name) => [name, `${name}\n${lines(20)}`]))
    const base = it.commit({ ...files, 'old.py': lines(20, 'old') })
    const changed = Object.entries(files).map(([name, text]) => [name, `${text}new\n`])
    it.commit({
      ...Object.fromEntries(changed),
      ...{
        'old.py': undefined,
        'new.py': `${lines(20, 'old')}new\n`,
        '.gitattributes': '*.py -diff\n',
      },
    })
    const found = await diffBetween(base, checkoutAt(it.folder), isSource)
    const wanted = [...names.map((path) => `${path} 22+1`), 'new.py 21+1', '.gitattributes 1+1']
    expect(
      said(found)
        .map(({ path, added }) => `${path} ${added}`)
        .sort(),
    ).toEqual(wanted.sort())
    expect(found.find(({ path }) => path === 'new.py')?.before).toBe('old.py')
  })
})

test('links and submodules are no files with lines', async () => {
  const it = repository()
  const base = it.commit({ 'a.py': 'a\n', 'b.py': 'b\n' })
  symlinkSync('a.py', join(it.folder, 'link.py'))
  rmSync(join(it.folder, 'b.py'))
  symlinkSync('a.py', join(it.folder, 'b.py'))
  it.git('update-index', '--add', '--cacheinfo', `160000,${base},sub.py`)
  it.git('add', 'link.py', 'b.py')
  it.git('commit', '--quiet', '--message', 'x')
  expect(await diffBetween(base, checkoutAt(it.folder), isSource)).toEqual([])
})

test('text in a diff is not taken for its headers', () => {
  const diff =
    'diff --git a/x b/x\n@@ -0,0 +1,2 @@ y\n+@@ -1 +1 @@\n+diff --git a b\n+Binary files a and b differ\n\\ No newline\n'
  expect(readDiff(diff)).toEqual([
    { hunks: [{ old: { start: 0, count: 0 }, now: { start: 1, count: 2 } }], isBinary: false },
  ])
})

describe('the coverage of a patch', () => {
  const hunk = (start: number, count: number) => ({
    old: { start: 0, count: 0 },
    now: { start, count },
  })
  const changed = (path: string, ...hunks: ReturnType<typeof hunk>[]) => ({
    path,
    before: path,
    hunks,
  })
  function coverage(): Coverage {
    const it = new Coverage().measuring('lines')
    for (const line of [1, 2, 3, 5, 7, 9]) it.file('src/a.js').line(line, line === 3)
    it.file('src/counted.js').add('lines', { covered: 1, total: 9 })
    it.file('src/types.js').add('lines', { covered: 0, total: 0 })
    return it
  }
  const of = (...files: ReturnType<typeof changed>[]) =>
    evaluatePatch({ files, unlisted: [], remarks: [] }, new KnownSources(coverage()))

  test('counts changed lines that can be covered, in ranges', () => {
    expect(of(changed('src/a.js', hunk(1, 8), hunk(20, 3)))).toMatchObject({
      covered: 1,
      total: 5,
      unknown: [],
      files: [
        {
          path: 'src/a.js',
          uncovered: [
            { from: 1, to: 2 },
            { from: 5, to: 7 },
          ],
        },
      ],
    })
  })

  test('is of nothing when no changed line can be covered', () => {
    expect(of(changed('src/a.js', hunk(4, 1)), changed('README.md', hunk(1, 9)))).toMatchObject({
      covered: 0,
      total: 0,
      unknown: [],
      missing: undefined,
    })
  })

  test('lists sources that no report knows the lines of, and no tests', () => {
    const paths = ['src/b.js', 'src/counted.js', 'src/types.js', 'src/b.test.js', 'test/x.js']
    const files = [...paths, 'jest.config.js', 'x.css'].map((path) => changed(path, hunk(1, 1)))
    expect(of(...files).unknown).toEqual(['src/b.js', 'src/counted.js'])
  })

  test('is not known from reports without lines', () => {
    const counts = new Coverage()
    counts.file('a.js').add('lines', { covered: 9, total: 9 })
    const patch = evaluatePatch({ files: [], unlisted: [], remarks: [] }, new KnownSources(counts))
    expect(patch.missing).toMatch(/the reports contain only counts, no lines/)
  })
})

test.each<[boolean, string[]]>([
  [
    true,
    [
      ...[
        'Tests/AppTests/StoreTests.swift',
        'Tests/Fake.swift',
        'AppTests/Fake.swift',
        'AppUITests/X.swift',
      ],
      ...[
        'App.Tests/Fake.cs',
        'src/App.UnitTests/Fake.cs',
        'App.Test/Fake.cs',
        'UnitTests/Fake.cs',
      ],
      ...[
        'app/src/test/java/A.java',
        'src/androidTest/java/Fake.kt',
        'src/commonTest/kotlin/Fake.kt',
      ],
      ...[
        'src/integrationTest/kotlin/Db.kt',
        'src/testFixtures/java/Db.java',
        'src/testDebug/kotlin/A.kt',
      ],
      ...['src/jvmTest/kotlin/A.kt', 'src/androidTestDebug/java/A.java', 'src/it/scala/A.scala'],
      ...[
        'cypress/support/commands.ts',
        'e2e/page.ts',
        'playwright/x.ts',
        'integration_test/a.dart',
      ],
      ...[
        'test_driver/app.dart',
        'spec/support/x.rb',
        'features/step_definitions/a.rb',
        'testdata/a.go',
      ],
      ...[
        'src/a.test.js',
        'src/a.spec.ts',
        'src/a.cy.ts',
        'src/a.e2e-spec.ts',
        'src/a.stories.tsx',
      ],
      ...['pkg/a_test.go', 'a_spec.rb', 'test_a.py', 'a_test.py', 'app/tests.py', 'conftest.py'],
      ...['A/BTest.java', 'ATests.swift', 'ATest.php', 'ATestCase.php', 'src/setupTests.ts'],
      ...[
        'setup.py',
        'noxfile.py',
        'gulpfile.js',
        'gulpfile.babel.js',
        'Gruntfile.js',
        'jest.setup.ts',
      ],
      ...['jest.config.js', 'vitest.workspace.ts', 'karma.conf.js', '.eslintrc.js', 'docs/conf.py'],
      ...['types/a.d.ts', 'build.gradle.kts', 'build.rs', 'Package.swift', 'mix.exs'],
    ],
  ],
  [
    false,
    [
      ...['src/a.ts', 'src/latest/a.ts', 'src/contest/a.py', 'lib/attest.rb', 'src/testing/a.ts'],
      ...['src/i18n/it/a.ts', 'src/testRunner/a.ts', 'src/abTesting/a.kt', 'src/user-story.ts'],
      ...['src/TypeSpec.java', 'app/conf.py', 'src/setup.ts', 'src/config.ts', 'src/Testament.cs'],
      ...['src/main/kotlin/A.kt', 'Sources/App/Store.swift', 'App/Program.cs', 'src/Contests/a.cs'],
      ...['benchmarks.py', 'manage.py', 'src/protest.py', 'src/fixture.ts'],
    ],
  ],
])('tests and configuration are known by their names: %s', (expected, all) => {
  expect(all.filter((path) => isTestOrConfiguration(path) !== expected)).toEqual([])
})
