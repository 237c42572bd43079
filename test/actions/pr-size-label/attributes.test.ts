import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attributesIn } from '../../../actions/pr-size-label/src/attributes.ts'
import { seeded } from '../../support/random.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attributes-'))
  git(['init', '--quiet'])
})
afterAll(() => rmSync(folder, { recursive: true }))

function git(args: readonly string[], input = ''): string {
  const { stdout } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 28,
  })
  return stdout
}

/**
 * For each .gitattributes, what git itself says of each path, put together as linguist does. Each is that of a folder,
 * so that git is started once.
 */
function asGitSays(
  texts: readonly string[],
  paths: readonly string[],
): (readonly (boolean | undefined)[])[] {
  for (const [i, text] of texts.entries()) {
    mkdirSync(join(folder, `${i}`), { recursive: true })
    writeFileSync(join(folder, `${i}/.gitattributes`), text)
  }
  const input = texts.flatMap((_, i) => paths.map((path) => `${i}/${path}\0`)).join('')
  const args = ['check-attr', '--stdin', '-z', 'linguist-generated', 'linguist-vendored']
  const values = git(args, input)
    .split('\0')
    .filter((_, i) => i % 3 === 2)
  return texts.map((_, i) =>
    paths.map((_, j) => {
      const at = (i * paths.length + j) * 2
      const both = values.slice(at, at + 2)
      if (both.some((value) => value !== 'unspecified' && !isNo(value))) return true
      return both.some(isNo) ? false : undefined
    }),
  )
}

const isNo = (value: string): boolean => ['unset', 'false', '0'].includes(value)

test.each<[string, string, string, boolean | undefined]>([
  ['nothing', '', 'a.ts', undefined],
  ['a name', '*.pb.go linguist-generated', 'x/y.pb.go', true],
  ['a value', 'a.ts linguist-generated=true', 'a.ts', true],
  ['a value that is no', 'a.ts linguist-generated=false', 'a.ts', false],
  ['that it is not', 'a.ts -linguist-generated', 'a.ts', false],
  ['one of two', 'a.ts -linguist-generated linguist-vendored', 'a.ts', true],
  ['the last of two', 'a.ts linguist-generated\na.ts -linguist-generated', 'a.ts', false],
  ['what is taken back', 'a.ts linguist-generated\na.ts !linguist-generated', 'a.ts', undefined],
  ['a folder, which says nothing of its files', 'gen linguist-generated', 'gen/a.ts', undefined],
  ['a folder with a slash', 'gen/ linguist-generated', 'gen/a.ts', undefined],
  ['files of a folder', 'gen/* linguist-generated', 'gen/a.ts', true],
  ['files of a folder, not of those in it', 'gen/* linguist-generated', 'gen/b/a.ts', undefined],
  ['all of a folder', 'gen/** linguist-generated', 'gen/b/a.ts', true],
  ['everything', '* linguist-generated', 'gen/b/a.ts', true],
  ['a name with a blank', '"a b.ts" linguist-generated', 'a b.ts', true],
  ['a negation, which is none', '!a.ts linguist-generated', 'a.ts', undefined],
  ['a comment', '#a.ts linguist-generated', '#a.ts', undefined],
  ['others', 'a.ts text eol=lf diff=x', 'a.ts', undefined],
  ['several among others', 'a.ts\ttext  linguist-vendored\r\n', 'a.ts', true],
])('.gitattributes that say %s are read as git reads them', (_, text, path, due) => {
  expect(attributesIn(text)(path)).toBe(due)
  expect(asGitSays([text.replaceAll('\r', '')], [path])).toEqual([[due]])
})

test('A thousand that are drawn by lot are read as git reads them', () => {
  const { integer, one, text } = seeded(6)
  const names = ['a', 'b', 'ab', 'a.ts', 'b.ts', 'gen'] as const
  const pathOf = () => Array.from({ length: 1 + integer(3) }, () => one(names)).join('/')
  const pieces = ['a', 'b', '*', '**', '/', '?', '.ts', 'gen', '[ab]', '/**/', '\\a'] as const
  const says = [
    'linguist-generated',
    '-linguist-generated',
    '!linguist-generated',
    'linguist-vendored=false',
    'linguist-vendored',
    'text',
  ] as const
  const paths = [...new Set(Array.from({ length: 60 }, pathOf))]
  const line = () => `${text(pieces, 4) || 'a'} ${one(says)}`
  const texts = Array.from({ length: 250 }, () => Array.from({ length: 4 }, line).join('\n'))
  const different: unknown[] = []
  for (const [i, due] of asGitSays(texts, paths).entries()) {
    const told = attributesIn(texts[i] ?? '')
    for (const [j, path] of paths.entries()) {
      if (told(path) !== due[j]) different.push([texts[i], path, told(path), due[j]])
    }
  }
  expect(different).toEqual([])
})
