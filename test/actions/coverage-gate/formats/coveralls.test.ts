import { join } from 'node:path'
import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { fixtures, paths, read, readFile, totalsOf } from '../read.ts'

const job = (...source_files: object[]): string =>
  JSON.stringify({ service_name: 'travis-ci', git: { branch: 'main' }, source_files })
const file = (coverage: unknown[], more: object = {}): object => ({
  name: 'lib/a.ex',
  source: 'defmodule A do\nend\n',
  coverage,
  ...more,
})

describe('Coveralls JSON', () => {
  test.each<[string, string, Record<string, string>]>([
    ['null is not to be covered', job(file([null, 1, 0, null])), { lines: '1/2' }],
    [
      'branches are four numbers each',
      job(file([1], { branches: [1, 0, 0, 3, 1, 0, 1, 0, 1, 2, 1, 0] })),
      { lines: '1/1', branches: '1/3' },
    ],
    [
      'functions of grcov',
      job(
        file([1], {
          functions: [
            { name: 'f', start: 1, exec: true },
            { name: 'f', start: 9, exec: false },
          ],
        }),
      ),
      { lines: '1/1', functions: '1/2' },
    ],
    ['null for branches', job(file([1], { branches: null, functions: null })), { lines: '1/1' }],
    ['a file that is there twice', job(file([1, 0]), file([0, 0, 1])), { lines: '2/3' }],
    ['no file', job(), {}],
  ])('%s', (_, text, totals) => {
    expect(read(text)).toMatchObject({ format: 'coveralls', totals, remarks: [] })
  })

  test('files and metrics are those that it names', () => {
    const one = read(job(file([1]), { ...file([0]), name: '.\\lib\\b.ex' }))
    expect(paths(one)).toEqual(['lib/a.ex', 'lib/b.ex'])
    expect([...one.coverage.measured]).toEqual(['lines'])
    expect([...read(job(file([1], { branches: [] }))).coverage.measured]).toContain('branches')
  })

  test('shards merge line by line and branch by branch', () => {
    const shards = [
      [1, 0],
      [0, 1],
    ].map(([one, other]) =>
      read(job(file([one, other], { branches: [1, 0, 0, one, 1, 0, 1, other] }))),
    )
    const totals = totalsOf(merged(shards.map(({ coverage }) => coverage)))
    expect(totals).toEqual({ lines: '2/2', branches: '2/2' })
  })

  test('the same run in lcov counts once', () => {
    const both = ['coveralls.json', 'gcovr.info'].map((name) => {
      const { coverage } = readFile(join(fixtures, 'gcc', name))
      return coverage.renamed(() => ({ path: 'shop.cpp', module: '' }))
    })
    const totals = { lines: '9/14', branches: '7/16', functions: '4/5' }
    const whole = merged(both)
    expect(totalsOf(whole)).toEqual(totals)
    // It has other branches than lcov because it is another format, not because V8 wrote both.
    expect(Array.from(whole.files(), (one) => one.hasDifferingBranches)).toEqual([false])
  })

  test.each<[string, string, RegExp]>([
    ['words as hits', job(file(['yes'])), /a number of hits is expected/],
    [
      'branches that are cut off',
      job(file([1], { branches: [1, 0, 0] })),
      /not line, block, branch and hits of each/,
    ],
    ['a branch below zero', job(file([1], { branches: [1, -1, 0, 0] })), /has "-1" where/],
    ['a file without a name', job({ coverage: [1] }), /a source file without a name/],
    ['coverage that is no list', job({ name: 'a', coverage: { 1: 1 } }), /an array is expected/],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
