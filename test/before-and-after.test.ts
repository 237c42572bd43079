import { isMap, isSeq, type Node, parseDocument, type Scalar } from 'yaml'
import { actionNames } from '../scripts/actions.ts'
import { ourAction, read } from './support/documents.ts'

const page = read('docs/before-and-after.md')

/** A row that compares: how many lines there are now, and of what in which example. */
interface Row {
  readonly part: string
  readonly after: number
  readonly jobs: readonly string[]
  readonly actions: readonly string[]
  readonly example: string
}

const rows = [...page.matchAll(/^\| ([^|]+) \| (?:\d+|none) \| (\d+) \| (.*) \|$/gm)].map(
  ([, part = '', after, where = '']): Row => ({
    part,
    after: Number(after),
    jobs: [...where.matchAll(/job "([\w-]+)"/g)].map(([, job = '']) => job),
    actions: [...where.matchAll(/`([\w/-]+)`/g)].map(([, action = '']) => action),
    example: /\]\(\.\.\/(examples\/[\w-]+\.yml)\)/.exec(where)?.[1] ?? '',
  }),
)

test('There are rows that compare', () => {
  expect(rows.length).toBeGreaterThan(10)
})

test.each(rows)('It counts right how many lines there are now: $part', (row) => {
  expect(linesOf(row)).toBe(row.after)
})

test('Each action leads to its README wherever it is named', () => {
  const named = [...page.matchAll(/(\[?)`([\w-]+)`(\]?)/g)]
    .filter(([, , name = '']) => actionNames().includes(name))
    .map(([all]) => all)
  expect(named.length).toBeGreaterThan(10)
  for (const name of named) expect(page).toContain(`${name}: ../actions/`)
  for (const [, name, folder] of page.matchAll(/^\[`(.*)`\]: \.\.\/actions\/(.*)\/README\.md$/gm)) {
    expect(folder).toBe(name)
  }
})

/** The lines of the jobs, and of the steps that use the actions, that are neither blank nor comments. */
function linesOf({ jobs, actions, example }: Row): number {
  const text = read(example)
  const all = parseDocument(text).get('jobs')
  if (!isMap<Scalar<string>, Node>(all)) throw new Error(`${example} has no jobs.`)
  const named = all.items.filter(({ key }) => jobs.includes(key.value))
  const using = all.items
    .flatMap(({ value }) => (isMap(value) ? value.get('steps') : undefined))
    .flatMap((steps) => (isSeq<Node>(steps) ? steps.items : []))
    .filter((step) => isMap(step) && actions.includes(nameOf(step.get('uses'))))
  expect([named.length > 0 || using.length > 0, named.length]).toEqual([true, jobs.length])
  const pieces = [
    ...named.map(({ key, value }) => text.slice(key.range?.[0], value?.range?.[1])),
    ...using.map(({ range }) => text.slice(range?.[0], range?.[1])),
  ]
  return pieces.join('\n').match(/^ *[^\s#].*$/gm)?.length ?? 0
}

/** `coverage-gate` of `org/ci-actions/coverage-gate@v1`, `actions/checkout` of what others make. */
function nameOf(uses: unknown): string {
  return ourAction({ uses }) ?? String(uses).replace(/@.*/, '')
}
