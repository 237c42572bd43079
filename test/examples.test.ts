import { basename } from 'node:path'
import { read, workflows } from './support/documents.ts'

const examples = workflows.filter((file) => file.startsWith('examples/'))
const table = new Map(
  [...read('examples/README.md').matchAll(/^\| \[([\w-]+\.yml)\]\(\1\) \|.*$/gm)].map(
    ([row, file = '']) => [file, row],
  ),
)

test('The table of examples has each of them, and no other', () => {
  expect([...table.keys()].sort()).toEqual(examples.map((file) => basename(file)))
})

describe.each(examples)('The example %s', (file) => {
  const text = read(file)
  const header = text.slice(0, text.indexOf('\nname: '))

  test('names what it needs in the settings, at its top and in the table', () => {
    const needed = namedIn(text, /\b(?:vars|secrets)\.(\w+)(?! \|\|)\b/g)
    expect(namedIn(header, /\b([A-Z]+_[A-Z_]+)\b/g)).toEqual(needed)
    expect(namedIn(table.get(basename(file)) ?? '', /`(\w+)`/g)).toEqual(needed)
  })

  test('takes the actions of others by commit, and keeps no credentials of the checkout', () => {
    for (const [line] of text.matchAll(/^.*\buses: (?!org\/ci-actions\/).*$/gm)) {
      expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
    const checkouts = text.match(/uses: actions\/checkout@/g) ?? []
    expect(text.match(/persist-credentials: false/g) ?? []).toHaveLength(checkouts.length)
  })

  test('grants nothing but what a job asks for, and lets no job run for hours', () => {
    expect(text).toMatch(/^permissions: \{\}$/m)
    const jobs = text.match(/^ {4}runs-on: /gm) ?? []
    for (const each of [/^ {4}permissions:/gm, /^ {4}timeout-minutes: \d{1,3}$/gm]) {
      expect(text.match(each)).toHaveLength(jobs.length)
    }
    expect(text).toMatch(/^concurrency:$/m)
  })
})

/** What a pattern finds, each once, in order of the alphabet. */
function namedIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort()
}
