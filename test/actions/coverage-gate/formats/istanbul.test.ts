import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Coverage, merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { fixtures, paths, read, totalsOf } from '../read.ts'

const place = (line: number, column = 0) => ({
  start: { line, column },
  end: { line, column: column + 9 },
})

const entry = (path: string, more: object = {}): object => ({
  path,
  statementMap: { 0: place(1), 1: place(1, 20), 2: place(3) },
  fnMap: { 0: { name: 'a', decl: place(1), loc: place(1), line: 1 } },
  branchMap: { 0: { loc: place(3), type: 'if', locations: [place(3), place(4)], line: 3 } },
  s: { 0: 0, 1: 2, 2: 0 },
  f: { 0: 1 },
  b: { 0: [0, 7] },
  ...more,
})
const report = (...entries: object[]): string =>
  JSON.stringify(Object.fromEntries(entries.map((one) => [Object.entries(one)[0]?.[1], one])))
const usual = { lines: '1/2', branches: '1/2', functions: '1/1', statements: '1/3' }

describe('coverage-final.json of Istanbul', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a line is covered if a statement that starts on it is', report(entry('a')), usual],
    [
      'ids may be any text and begin at any number',
      report(
        entry('a', {
          statementMap: { 7: place(1), x: place(2), '01': place(3) },
          s: { x: 1, 7: 0, '01': 0 },
        }),
      ),
      { ...usual, lines: '1/3' },
    ],
    [
      'counts may come before the places',
      report({
        path: 'a',
        s: { 0: 1 },
        b: {},
        f: {},
        branchMap: {},
        fnMap: {},
        statementMap: { 0: place(5) },
      }),
      { lines: '1/1', statements: '1/1' },
    ],
    ['what older versions put below "data"', JSON.stringify({ a: { data: entry('a') } }), usual],
    [
      'keys that are not of interest',
      report(
        entry('a', {
          inputSourceMap: { sourcesContent: ['"s": {"0": 1}'], mappings: 'AA;' },
          hash: 'x',
          bT: { 0: [1, 1] },
          _coverageSchema: 'y',
        }),
      ),
      usual,
    ],
    [
      'columns that are null, and arms without a place',
      report(
        entry('a', {
          statementMap: {
            0: place(1),
            1: place(1, 20),
            2: { start: { line: 3, column: 0 }, end: { line: 3, column: null } },
          },
          branchMap: {
            0: { loc: place(3), type: 'if', locations: [place(3), { start: {}, end: {} }] },
          },
        }),
      ),
      usual,
    ],
    [
      'a branch without loc',
      report(
        entry('a', { branchMap: { 0: { line: 3, type: 'if', locations: [place(3), place(4)] } } }),
      ),
      usual,
    ],
    [
      'hits of any size',
      report(entry('a'))
        .replace('"1":2', '"1":18446744073709551615')
        .replace('[0,7]', '[-1,1.5e3]'),
      usual,
    ],
    [
      'escapes in keys',
      report(entry('a')).replace('"statementMap"', '"\\u0073tatementMap"'),
      usual,
    ],
    ['blanks everywhere', JSON.stringify(JSON.parse(report(entry('a'))), null, 4), usual],
  ])('%s', (_, text, totals) => {
    expect(read(text)).toMatchObject({ format: 'istanbul-final', totals, remarks: [] })
  })

  test('the same places of two reports are one, whatever their ids', () => {
    const other = entry('b', {
      path: 'a',
      statementMap: { 5: place(3), 6: place(1) },
      s: { 5: 1, 6: 0 },
    })
    expect(read(report(entry('a'), { key: 'b', ...other })).totals).toEqual({
      ...usual,
      lines: '2/2',
      statements: '2/3',
    })
  })

  test.each<[string, object, Record<string, string>]>([
    [
      'branches',
      {
        branchMap: Object.fromEntries(
          [0, 1, 2].map((id) => [id, { loc: place(3), locations: [place(3)] }]),
        ),
        b: { 0: [1, 0], 1: [0, 0], 2: [0] },
      },
      { ...usual, branches: '1/5' },
    ],
    [
      'statements and functions',
      {
        statementMap: { 0: place(1), 1: place(1), 2: place(9), 3: place(3), 4: place(9) },
        s: { 0: 1, 1: 0, 2: 0, 3: 1, 4: 2 },
        fnMap: Object.fromEntries([0, 1].map((id) => [id, { loc: place(1) }])),
        f: { 0: 0, 1: 3 },
      },
      { lines: '3/3', branches: '1/2', statements: '3/5', functions: '1/2' },
    ],
  ])(
    '%s at one place, as source maps put them, count each, and merge in order',
    (_, more, totals) => {
      const file = read(report(entry('a', more)))
      expect(file.totals).toEqual(totals)
      expect(totalsOf(merged([file.coverage, file.coverage]))).toEqual(totals)
    },
  )

  test('a file that was only listed gives way to real data, and counts if there is none', () => {
    const idle = (path: string): object =>
      entry(path, {
        all: true,
        statementMap: { 0: place(8) },
        s: { 0: 0 },
        fnMap: {},
        f: {},
        branchMap: {},
        b: {},
      })
    const both = read(report({ key: '1', ...idle('a') }, { key: '2', ...entry('a') }))
    expect(both.totals).toEqual(usual)
    expect(read(report(idle('a'))).totals).toEqual({ lines: '0/1', statements: '0/1' })
  })

  test('so it does across shards, in any order, and under another path of the checkout', () => {
    const idle = {
      all: true,
      statementMap: { 0: place(8) },
      s: { 0: 0 },
      ...{ fnMap: {}, f: {}, branchMap: {}, b: {} },
    }
    const listed = (path: string): Coverage => read(report(entry(path, idle))).coverage
    const ran = read(report(entry('a'))).coverage
    for (const shards of [
      [listed('a'), ran],
      [ran, listed('a'), listed('a')],
      [merged([listed('a'), listed('a')]), ran],
    ]) {
      expect(totalsOf(merged(shards))).toEqual(usual)
    }
    const apart = merged([listed('/app/a'), ran])
    expect(totalsOf(apart).statements).toBe('1/4')
    expect(totalsOf(apart.renamed(() => ({ path: 'a', module: '' })))).toEqual(usual)
  })

  test('names are taken as they are, also __proto__', () => {
    const text = `{"__proto__":${JSON.stringify(entry('__proto__'))},"constructor":${JSON.stringify(entry('constructor'))}}`
    expect(paths(read(text))).toEqual(['__proto__', 'constructor'])
  })

  test.each<[string, string, RegExp]>([
    [
      'a place without a count',
      report(entry('a', { s: { 0: 1 } })),
      /a place, but no count, for a statement of "a"/,
    ],
    [
      'a count without a place',
      report(entry('a', { f: { 0: 1, 1: 1 } })),
      /a count, but no place, for a function/,
    ],
    [
      'two counts of one branch',
      report(entry('a')).replace('"b":{', '"b":{"0":[1,1],'),
      /two counts for a branch of "a"/,
    ],
    ['hits of words', report(entry('a', { f: { 0: 'x' } })), /where a number of hits is expected/],
    [
      'a statement without a line',
      report(entry('a', { statementMap: { 0: {}, 1: place(1), 2: place(1) } })),
      /a statement without a line/,
    ],
    [
      'a line beyond 2^31',
      report(entry('a')).replace('"line":3', '"line":4294967296'),
      /where a number of a line/,
    ],
    ['two documents', `${report(entry('a'))}{}`, /contains two documents/],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})

describe('coverage-summary.json of Istanbul', () => {
  const text = readFileSync(join(fixtures, 'jest/coverage-summary.json'), 'utf8')

  test.each<[string, string, Record<string, string>]>([
    [
      'the total is no file',
      '{"total":{"lines":{"total":2,"covered":1}},"a":{"lines":{"total":2,"covered":1}}}',
      { lines: '1/2' },
    ],
    [
      'pct is not read',
      text.replaceAll(/"pct":\s*[\d.]+/g, '"pct":"Unknown"'),
      { lines: '16/18', branches: '10/17', functions: '4/6', statements: '17/24' },
    ],
    ['an empty object', '{}', {}],
    ['__proto__ is a name', '{"__proto__":{"lines":{"total":2,"covered":1}}}', { lines: '1/2' }],
  ])('%s', (_, json, totals) => {
    expect(read(json).totals).toEqual(totals)
  })
})
