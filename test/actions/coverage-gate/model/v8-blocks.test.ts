import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCoverageMap, type FileCoverageData, type Range } from 'istanbul-lib-coverage'
import { type Coverage, merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { seeded } from '../../../support/random.ts'
import { fixtures, read, readFile, totalsOf } from '../read.ts'

type Place = readonly [line: number, column: number, endLine: number, endColumn: number]
type Blocks = readonly (readonly [place: Place, hits: number])[]

/** What one report says: its branches, functions, and the lines that did not run. */
interface Shard {
  readonly branches: Blocks
  readonly functions?: Blocks
  readonly missed?: readonly number[]
}

const lines = 40

const rangeOf = ([line, column, endLine, endColumn]: Place): Range => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
})

/** A file as v8-to-istanbul has it. */
function fileOf({ branches, functions = [], missed = [] }: Shard): FileCoverageData {
  const all = <T>(values: readonly T[]) => Object.fromEntries(values.map((value, i) => [i, value]))
  const numbers = Array.from({ length: lines }, (_, i) => i + 1)
  return {
    path: 'a.js',
    statementMap: all(numbers.map((line) => rangeOf([line, 0, line, 80]))),
    s: all(numbers.map((line) => (missed.includes(line) ? 0 : 1))),
    fnMap: all(
      functions.map(([place]) => {
        const loc = rangeOf(place)
        return { name: 'f', decl: loc, loc, line: place[0] }
      }),
    ),
    f: all(functions.map(([, hits]) => hits)),
    branchMap: all(
      branches.map(([place]) => {
        const loc = rangeOf(place)
        return { type: 'branch', line: place[0], loc, locations: [loc] }
      }),
    ),
    b: all(branches.map(([, hits]) => [hits])),
  }
}

const coverageOf = (shard: Shard): Coverage =>
  read(JSON.stringify({ 'a.js': fileOf(shard) })).coverage

/** Every order in which they can be merged. */
function orders<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]]
  return all.flatMap((one, i) => orders(all.toSpliced(i, 1)).map((others) => [one, ...others]))
}

const branchesOf = (...shards: Shard[]): string[] => [
  ...new Set(
    orders(shards.map(coverageOf)).map((order) => totalsOf(merged(order)).branches ?? 'none'),
  ),
]

const all: Place = [1, 0, lines, 1]
const body: Place = [2, 4, 20, 1]
const inner: Place = [5, 4, 9, 3]
const deep: Place = [6, 8, 6, 30]

describe('Branches of V8', () => {
  test.each<[string, Shard[], string]>([
    [
      'of one report are those that it lists',
      [
        {
          branches: [
            [all, 1],
            [inner, 0],
          ],
        },
      ],
      '1/2',
    ],
    [
      'that a report does not list ran as what is around them',
      [
        {
          branches: [
            [all, 1],
            [inner, 0],
          ],
        },
        { branches: [[all, 1]] },
      ],
      '2/2',
    ],
    [
      'did not run if what is around them did not',
      [
        {
          branches: [
            [all, 1],
            [body, 1],
            [inner, 0],
          ],
        },
        {
          branches: [
            [all, 1],
            [body, 0],
          ],
        },
      ],
      '2/3',
    ],
    [
      'ran as the nearest around them, not as the others',
      [
        {
          branches: [
            [all, 1],
            [body, 1],
            [inner, 1],
            [deep, 0],
          ],
        },
        {
          branches: [
            [all, 1],
            [body, 1],
            [inner, 0],
          ],
        },
      ],
      '3/4',
    ],
    [
      'in a function that was not called did not run',
      [
        {
          branches: [
            [all, 1],
            [body, 1],
            [inner, 0],
          ],
          functions: [[body, 1]],
        },
        { branches: [[all, 1]], functions: [[body, 0]] },
      ],
      '2/3',
    ],
    [
      'in a function without a name that was not called did not run, as its lines tell',
      [
        {
          branches: [
            [all, 1],
            [body, 1],
            [inner, 0],
          ],
        },
        { branches: [[all, 1]], missed: Array.from({ length: 18 }, (_, i) => i + 3) },
      ],
      '2/3',
    ],
    [
      'with the same places are counted as often as they are listed',
      [
        {
          branches: [
            [inner, 0],
            [inner, 1],
          ],
        },
        {
          branches: [
            [inner, 0],
            [inner, 0],
          ],
        },
      ],
      '1/2',
    ],
    [
      'that begin before the first column are others than those that begin in it',
      [
        {
          branches: [
            [all, 1],
            [[5, -1, 9, 3], 0],
          ],
        },
        {
          branches: [
            [all, 1],
            [[5, 0, 9, 3], 0],
          ],
        },
      ],
      '2/3',
    ],
    [
      'with nothing around them ran only where they are listed',
      [{ branches: [[inner, 0]] }, { branches: [[[20, 0, 30, 1], 1]] }],
      '1/2',
    ],
    [
      'of three reports, in any order',
      [
        {
          branches: [
            [all, 1],
            [body, 1],
            [inner, 0],
          ],
        },
        {
          branches: [
            [all, 1],
            [body, 0],
          ],
        },
        {
          branches: [
            [all, 1],
            [body, 1],
            [deep, 0],
          ],
        },
      ],
      '3/4',
    ],
  ])('%s', (_, shards, expected) => {
    expect(branchesOf(...shards)).toEqual([expected])
    expect(branchesOf(...shards, ...shards.slice(0, 1))).toEqual([expected])
  })

  test('of three programs are those of one run of all of them, where the run lists them', () => {
    const shards = ['first', 'second', 'third'].map(
      (name) => readFile(join(fixtures, `v8-shards/${name}.json`)).coverage,
    )
    const { totals } = readFile(join(fixtures, 'v8-shards/all.json'))
    expect(totals).toEqual({
      lines: '42/47',
      branches: '21/23',
      functions: '6/7',
      statements: '42/47',
    })
    for (const order of orders(shards)) {
      expect(totalsOf(merged(order))).toEqual({ ...totals, branches: '23/25' })
    }
  })

  test('of 1,000 random pairs of reports that call all functions merge as in istanbul-lib-coverage', () => {
    const random = seeded(11)
    for (let i = 0; i < 1000; i++) {
      const blocks = nestedBlocks(random.integer)
      const shards = [randomShard(blocks, random.integer), randomShard(blocks, random.integer)]
      const map = createCoverageMap({})
      for (const shard of shards) map.merge({ 'a.js': fileOf(shard) })
      const { covered, total } = map.getCoverageSummary().branches
      expect(branchesOf(...shards)).toEqual([`${covered}/${total}`])
    }
  })

  test('and are a branch for each of them where several reports of lcov list others', () => {
    const [first, second] = ['first', 'second'].map((name) => {
      return read(readFileSync(join(fixtures, `v8-shards/${name}.info`))).coverage
    })
    for (const one of [first, second]) expect(unlikeOf(one)).toEqual([false])
    expect(unlikeOf(first && second && merged([first, second]))).toEqual([true])
    expect(unlikeOf(first && merged([first, first]))).toEqual([false])
    const text = ['first', 'second'].map((name) => {
      return readFileSync(join(fixtures, `v8-shards/${name}.info`), 'utf8')
    })
    expect(unlikeOf(read(text.join('')).coverage)).toEqual([true])
  })
})

function unlikeOf(coverage: Coverage | undefined): boolean[] {
  return Array.from(coverage?.files() ?? [], ({ hasDifferingBranches }) => hasDifferingBranches)
}

/** Blocks in blocks, each of which begins and ends on lines of its own. */
function nestedBlocks(integer: (below: number) => number): Place[] {
  const places: Place[] = []
  const add = (from: number, to: number): void => {
    if (to - from < 2) return
    places.push([from, integer(9), to, integer(9)])
    const middle = from + 1 + integer(to - from - 1)
    add(from + 1, middle)
    add(middle + 1, to - 1)
  }
  add(1, lines)
  return places
}

/** What V8 lists of them: the outermost, and those whose count is another than that of what is around. */
function randomShard(places: readonly Place[], integer: (below: number) => number): Shard {
  const counts: (readonly [Place, number])[] = []
  const branches = places.filter((place, i) => {
    const [line, , endLine] = place
    const around = counts.findLast(([outer]) => outer[0] < line && endLine < outer[2])
    const hits = i === 0 ? 1 : around?.[1] === 0 ? 0 : integer(3)
    counts.push([place, hits])
    return i === 0 || hits !== around?.[1]
  })
  return { branches: counts.filter(([place]) => branches.includes(place)) }
}
