import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsePattern, patterns } from '@ci-actions/patterns'
import { seeded } from '../../support/random.ts'
import { isWhole } from '../../support/sample.ts'

/** As many lists of patterns as git is asked about at once: each is the .gitignore of a folder. */
const atOnce = 50
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ignore-'))
  spawnSync('git', ['init', '--quiet', folder])
  for (let i = 0; i < atOnce; i++) mkdirSync(join(folder, `${i}`))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** For each list of lines the paths that git ignores by it; none of them needs to be there. */
function ignored(lists: readonly (readonly string[])[], paths: readonly string[]): Set<string>[] {
  if (lists.length > atOnce) {
    return [...ignored(lists.slice(0, atOnce), paths), ...ignored(lists.slice(atOnce), paths)]
  }
  lists.forEach((lines, i) => {
    writeFileSync(join(folder, `${i}`, '.gitignore'), `${lines.join('\n')}\n`)
  })
  const args = ['-c', 'core.ignoreCase=false', 'check-ignore', '--no-index', '--stdin', '-z']
  const input = lists.flatMap((_, i) => paths.map((path) => `${i}/${path}\0`)).join('')
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    input,
    maxBuffer: 2 ** 28,
  })
  // 1 is git's word for none.
  if (status !== 0 && status !== 1) throw new Error(stderr.toString())
  const told = stdout.toString().split('\0')
  return lists.map((_, i) => {
    const own = told.filter((path) => path.startsWith(`${i}/`))
    return new Set(own.map((path) => path.slice(`${i}/`.length)))
  })
}

/** What the lines name; a line that is refused can never name anything. */
function named(lines: readonly string[], paths: readonly string[]): Set<string> {
  return new Set(paths.filter(patterns(lines.filter((line) => !isRefused(line)))))
}

function isRefused(line: string): boolean {
  try {
    patterns([line])
    return false
  } catch {
    return true
  }
}

const words: readonly [string, ...string[]] = [
  'a',
  ...[
    'a',
    'b',
    'ab',
    'foo',
    'é',
    '日本',
    '.a',
    'a b',
    'b.md',
    '-',
    '[',
    ']',
    '\\',
    '!',
    '#',
    'a\n',
  ],
]
const pieces: readonly [string, ...string[]] = [
  'a',
  ...['*', '**', '***', '?', '/', '/', '/', '/**/', '**/', '/**', '\\', '\\/', '!', '#', ' ', '.'],
  ...['a', 'b', 'a', 'b', 'ab', 'foo', 'é', '日', '.md', '-', ']', '[', '\\\\', '\\*', '\\ ', '\t'],
  ...['[ab]', '[!a]', '[^b]', '[a-c]', '[]a]', '[a-]', '[--a]', '[/]', '[a/]', '[\\]]', '[\\a-b]'],
  ...[
    '[[:alpha:]]',
    '[![:digit:]a]',
    '[[:punct:]]',
    '[[:nope:]]',
    '[[:constructor:]]',
    '[[:]',
    '[a-\\c]',
    '[a-c-e]',
  ],
]

/** Paths and patterns that have something to do with each other; the same ones in every run. */
function draws(seed: number) {
  const random = seeded(seed)
  const name = (): string => random.one(words) + random.one(['', '', '', 'a', 'b', '.md'])
  const list = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one)
  const pattern = (): string => random.text(pieces, 6).replace(/^!/, '')
  return {
    paths: list(300, () => list(1 + random.integer(4), name).join('/')),
    flat: list(200, name),
    patterns: (count: number) => list(count, pattern),
    lists: (count: number, signs: readonly [string, ...string[]]) =>
      list(count, () => list(1 + random.integer(5), () => random.one(signs) + pattern())),
  }
}

/** How much of what is drawn by lot is compared; `npm run test:e2e` compares all of it. */
const part = isWhole ? 1 : 0.25

describe('Compared with git check-ignore', () => {
  test(`each of ${2000 * part} patterns alone names the same of 300 paths`, () => {
    const { paths, patterns } = draws(1)
    const lines = patterns(2000 * part)
    const told = ignored(
      lines.map((line) => [line]),
      paths,
    )
    lines.forEach((line, i) => {
      expect([line, named([line], paths)]).toEqual([line, told[i]])
    })
  })

  test('the classes have the same bytes in them', () => {
    const kinds = 'alnum alpha blank cntrl digit graph lower print punct space upper xdigit'
    const lines = kinds.split(' ').flatMap((kind) => [`x[[:${kind}:]]`, `x[^[:${kind}:]]`])
    const bytes = Array.from({ length: 127 }, (_, i) => `x${String.fromCharCode(i + 1)}`)
    const paths = bytes.filter((path) => path !== 'x/')
    const told = ignored(
      lines.map((line) => [line]),
      paths,
    )
    lines.forEach((line, i) => {
      expect([line, named([line], paths)]).toEqual([line, told[i]])
    })
  })

  test('lists name the same, as long as nothing is taken out again', () => {
    const { paths, lists } = draws(2)
    const some = lists(500 * part, [''])
    ignored(some, paths).forEach((told, i) => {
      expect([some[i], named(some[i] ?? [], paths)]).toEqual([some[i], told])
    })
  })

  test('lists that take out again name the same, where no folder is in between', () => {
    const { flat, lists } = draws(3)
    const some = lists(1000 * part, ['', '!'])
    ignored(some, flat).forEach((told, i) => {
      expect([some[i], named(some[i] ?? [], flat)]).toEqual([some[i], told])
    })
  })

  test('of several patterns the last that git finds to name a path decides', () => {
    const { paths, lists } = draws(4)
    for (const lines of lists(100, ['', '!'])) {
      const alone = ignored(
        lines.map((line) => [line.replace(/^!/, '')]),
        paths,
      )
      const expected = paths.filter((path) => {
        const last = alone.findLastIndex((told) => told.has(path))
        return last >= 0 && !lines[last]?.startsWith('!')
      })
      expect([lines, named(lines, paths)]).toEqual([lines, new Set(expected)])
    }
  })
})

describe('Patterns', () => {
  test.each<[string, string[], string[], string[]]>([
    ['a bare name, at any depth', ['docs'], ['docs', 'docs/a', 'x/docs/a'], ['docs.md', 'xdocs/a']],
    ['a folder, never a file of its name', ['docs/'], ['docs/a', 'x/docs/a'], ['docs', 'x/docs']],
    ['what a slash ties to the top', ['/a', 'b/c'], ['a', 'a/b', 'b/c'], ['x/a', 'x/b/c']],
    ['any folders', ['a/**/b', '**/c'], ['a/b', 'a/x/y/b', 'c', 'x/c'], ['xa/b', 'b']],
    ['an ending', ['*.md'], ['a.md', '.md', 'x/a.md', 'a.md/x'], ['a.mdx']],
    ['what is hidden by a backslash', ['\\*', '\\#a', '\\!b'], ['*', '#a', '!b'], ['x', 'a', 'b']],
    ['nothing by comments and blank lines', ['# a', '', '   '], [], ['# a', 'a', ' ']],
    ['no blanks at the end', ['a  ', 'b\\ '], ['a', 'b '], ['a  ', 'b']],
    ['all but a folder', ['**', '!docs/**'], ['a', 'x/docs/a'], ['docs/a', 'docs/b/c']],
    ['all but a folder, by its name', ['**', '!docs/'], ['a', 'docs'], ['docs/a', 'x/docs/b/c']],
    ['all but a kind', ['src/**', '!*.md'], ['src/a/b.ts'], ['src/a.md', 'src/a/b.md', 'b.ts']],
    ['what is put in again', ['*', '!docs/', '/docs/api'], ['a', 'docs/api/x'], ['docs/x']],
  ])('name %s', (_, lines, inside, outside) => {
    expect([...inside, ...outside].filter(patterns(lines))).toEqual(inside)
  })

  test.each([
    ['an open class', '[a', /a "\[" has no matching "\]"/],
    ['a class that is none', '[[:nope:]]', /"\[" has no/],
    ['a backslash at the end', 'a\\', /backslash/],
    ['a dot', './src', /"\.\/"/],
    ['two slashes', 'a//b', /"\/\/"/],
    ['two dots', 'src/../b', /"\/\.\.\/"/],
    ['a slash alone', '/', /"\/\/"/],
    ['very much', 'a'.repeat(4097), /limited to 4096/],
  ])('that could never name anything are refused: %s', (_, line, why) => {
    expect(() => patterns(['a', line])).toThrow(why)
  })

  test.each([
    ['stars', '*a'.repeat(30), 'a'.repeat(4000).concat('b')],
    ['stars and a class', `${'*[ab]'.repeat(800)}c`, 'ab'.repeat(2000)],
    ['folders', `${'**/a/'.repeat(800)}b`, 'a/'.repeat(2000).concat('a')],
    ['stars in folders', `${'**/*a*a*/'.repeat(400)}b`, `${'aaaa/'.repeat(800)}a`],
    ['stars that git reads twice', `x${'**/'.repeat(1000)}b`, 'x/'.repeat(2000)],
    ['braces, which are plain text', '{a,b}'.repeat(500), '{a,b}'.repeat(500)],
    ['blanks', `a${' '.repeat(4000)}b`, `a${' '.repeat(4000)}b`],
    ['open classes', '[[:'.repeat(1000).concat(']'), 'a'],
  ])('that make others explode are answered at once: %s', (_, line, path) => {
    const began = process.cpuUsage()
    expect(isRefused(line) || typeof patterns([line])(path) === 'boolean').toBe(true)
    const { user, system } = process.cpuUsage(began)
    expect(user + system).toBeLessThan(2_000_000)
  })

  test('are quick: 10,000 paths against 200 patterns in less than a second', () => {
    const kinds = ['src/d1/**', '*.ext1', '/top1/', 'pack1/*/src/**/*.ts', '**/gen1/*_test.go']
    const lines = Array.from({ length: 40 }, (_, i) => kinds.map((it) => it.replace('1', `${i}`)))
    const isNamed = patterns(lines.flat())
    const paths = Array.from({ length: 10_000 }, (_, i) => `src/e${i}/some/folder/file${i}.ts`)
    const began = process.cpuUsage()
    expect(paths.filter(isNamed)).toEqual([])
    const { user, system } = process.cpuUsage(began)
    expect(user + system).toBeLessThan(1_000_000)
  })
})

describe('A pattern as an author writes it', () => {
  test.each<[string, string[]]>([
    ['docs/**', ['docs/**']],
    ['!docs/**', ['!docs/**']],
    ['*.{js,ts}', ['*.js', '*.ts']],
    ['!{a,b}/*.{js,ts}', ['!a/*.js', '!a/*.ts', '!b/*.js', '!b/*.ts']],
    ['a{,.b}', ['a', 'a.b']],
    ['{a,{b,c}}', ['a', 'b', 'c']],
    ['src/(api|web)/**', ['src/api/**', 'src/web/**']],
    [
      '.github/(ISSUE_TEMPLATE/**|PULL_REQUEST_TEMPLATE)',
      ['.github/ISSUE_TEMPLATE/**', '.github/PULL_REQUEST_TEMPLATE'],
    ],
    ['*.@(js|ts)', ['*.js', '*.ts']],
    ['(a|{b,c})', ['a', 'b', 'c']],
    ['app/(auth)/page.tsx', ['app/(auth)/page.tsx']],
    ['app/(auth)/*.{ts,tsx}', ['app/(auth)/*.ts', 'app/(auth)/*.tsx']],
    ['app/@modal/(.)photo', ['app/@modal/(.)photo']],
    ['{a}', ['{a}']],
    ['\\{a,b\\}', ['\\{a,b\\}']],
    ['a\\(b|c\\)', ['a\\(b|c\\)']],
    ['a(b|c', ['a(b|c']],
    ['a|b', ['a|b']],
    ['My Documents/**', ['My Documents/**']],
    ['src/my file.ts', ['src/my file.ts']],
    ['a, b', ['a, b']],
    ['Smith, John.md', ['Smith, John.md']],
    ['src/a\\ b/*.ts', ['src/a\\ b/*.ts']],
    ['-', ['-']],
    ['-a/**', ['-a/**']],
  ])('%s', (pattern, lines) => expect(parsePattern(pattern)).toEqual(lines))

  test.each<[string, string]>([
    ['# a', 'empty or a comment'],
    [' ', 'empty or a comment'],
    ['src\\app\\**', 'separate names with "/"'],
    ['"dist/**"', 'write dist/** without quotation marks.'],
    ["'*.md'", 'write *.md without quotation marks.'],
    ['!"a"', 'without quotation marks'],
    ['- dist/**', 'write dist/** without "- "'],
    ['dist/** build/**', 'write dist/** and build/** on separate lines.'],
    ['*.lock, *.min.js', 'write *.lock and *.min.js on'],
    ['*.lock,*.min.js', 'write *.lock and *.min.js on'],
    ['yarn.lock package-lock.json', 'on separate lines.'],
    ['{a,b}/** *.md docs/', 'write {a,b}/** and *.md and docs/ on'],
    ['!(a|b)', '"?(…)", '],
    ['+(a|b)', '"?(…)", '],
    ['*.?(c)ts', '"?(…)", '],
    ['file{1..3}', 'Write {1,2,3}'],
    ['{a,b}'.repeat(10), 'at most 100 patterns'],
    ['(a|b)'.repeat(10), 'at most 100 patterns'],
    ['{a,[b}', 'a "[" has no matching "]".'],
    ['./a', 'cannot start with "./"'],
  ])('%s is refused', (pattern, why) => {
    expect(() => parsePattern(pattern)).toThrow(
      expect.objectContaining({ expected: expect.stringContaining(why) }),
    )
  })
})

describe('A folder that is listed itself, such as a submodule', () => {
  const lib = 'vendor/lib/'
  test.each([
    ['vendor/lib', true],
    ['vendor/lib/', true],
    ['vendor/lib/**', true],
    ['vendor/**', true],
    ['vendor/', true],
    ['vendor/*', true],
    ['lib/', true],
    ['**/lib/**', true],
    ['*', true],
    ['vendor/lib/**/*.c', false],
    ['vendor/lib/*.c', false],
    ['vendor/li', false],
    ['vendor/other/**', false],
    ['/lib/**', false],
  ])('is named by %s: %s', (pattern, isNamed) => {
    expect(patterns([pattern])(lib)).toBe(isNamed)
    expect(patterns(['**', `!${pattern}`])(lib)).toBe(!isNamed)
  })
})
