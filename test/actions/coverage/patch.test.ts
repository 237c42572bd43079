import { gitIn } from '@ci-actions/git'
import { Deadline } from '@ci-actions/wait'
import { Coverage } from '../../../actions/coverage-gate/src/model/coverage.ts'
import {
  diffBetween,
  readChanges,
} from '../../../actions/coverage-gate/src/pull-request/changes.ts'
import {
  type ChangedFile,
  lineBefore,
  readHunks,
  readPatch,
} from '../../../actions/coverage-gate/src/pull-request/diff.ts'
import { evaluatePatch } from '../../../actions/coverage-gate/src/pull-request/patch.ts'
import { seeded } from '../../support/random.ts'
import { pullRequest, repository } from '../../support/repository.ts'
import { lines } from './lcov.ts'

const never = new AbortController().signal

function sources(folder: string) {
  const deadline = new Deadline(30_000, never)
  return { git: gitIn(folder, deadline), github: undefined, repository: 'org/app', deadline }
}

const eventOf = (pull: ReturnType<typeof pullRequest>) => ({
  number: 7,
  base: { ref: 'main', sha: pull.base },
  head: { ref: 'feature', sha: pull.head },
})

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
  const said = (files: readonly ChangedFile[]) =>
    files
      .map(({ path, before, hunks }) => ({
        path,
        before,
        added: hunks
          .filter(({ now }) => now.count > 0)
          .map(({ now }) => `${now.start}+${now.count}`),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
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
      /shallow, or of another/,
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
    const [file] = await diffBetween(base, gitIn(it.folder, new Deadline(30_000, never)))
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

test('text in a diff is not taken for its headers', () => {
  const diff =
    'diff --git a/x b/x\n@@ -0,0 +1,2 @@ y\n+@@ -1 +1 @@\n+diff --git a b\n\\ No newline\n'
  expect(readHunks(diff)).toEqual([[{ old: { start: 0, count: 0 }, now: { start: 1, count: 2 } }]])
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
    evaluatePatch({ files, untold: [], remarks: [] }, coverage())

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
    const patch = evaluatePatch({ files: [], untold: [], remarks: [] }, counts)
    expect(patch.missing).toMatch(/the reports tell no lines, only counts/)
  })
})
