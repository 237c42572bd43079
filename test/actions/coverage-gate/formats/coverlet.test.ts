import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { paths, read, totalsOf } from '../read.ts'

type Hits = Record<number, number>

const branch = (line: number, offset: number, path: number, hits: number): object => ({
  Line: line,
  Offset: offset,
  EndOffset: offset + 2,
  Path: path,
  Ordinal: path,
  Hits: hits,
})
const method = (lines: Hits, ...branches: object[]): object => ({
  Lines: lines,
  Branches: branches,
})
const report = (methods: object, file = '/src/Stock.cs', module = 'Shop.dll'): string =>
  JSON.stringify({ [module]: { [file]: { 'Shop.Stock': methods } } }, null, 2)

const take = 'System.Int32 Shop.Stock::Take(System.Int32)'
const add = 'System.Void Shop.Stock::Add()'

describe('The JSON of coverlet', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'lines, branches and methods',
      report({
        [take]: method({ 4: 1, 5: 0 }, branch(4, 3, 0, 1), branch(4, 3, 1, 0)),
        [add]: method({ 9: 0 }),
      }),
      { lines: '1/3', branches: '1/2', functions: '1/2' },
    ],
    [
      'a line of two methods counts once; coverlet itself adds it up',
      report({ [take]: method({ 4: 1 }), [add]: method({ 4: 0 }) }),
      { lines: '1/1', functions: '1/2' },
    ],
    [
      'two methods have each its branches, also at one place',
      report({
        [take]: method({ 4: 1 }, branch(4, 3, 0, 1)),
        [add]: method({ 4: 1 }, branch(4, 3, 0, 0)),
      }),
      { lines: '1/1', branches: '1/2', functions: '2/2' },
    ],
    [
      'a method without lines does not count, its branches do',
      report({ [take]: method({}, branch(4, 3, 0, 1)), [add]: method({ 9: 1 }) }),
      { lines: '1/1', branches: '1/1', functions: '1/1' },
    ],
    [
      'a file of two modules counts once',
      JSON.stringify({
        'net8/Shop.dll': { '/a.cs': { A: { [add]: method({ 1: 1, 2: 0 }) } } },
        'net9/Shop.dll': { '/a.cs': { A: { [add]: method({ 1: 0, 2: 1 }) } } },
      }),
      { lines: '2/2', functions: '1/1' },
    ],
  ])('%s', (_, text, totals) => {
    const one = read(text)
    expect([one.format, one.totals, one.remarks]).toEqual(['coverlet', totals, []])
  })

  test.each<[string, string, RegExp]>([
    [
      'a line without number',
      report({ [add]: { Lines: { x: 1 } } }),
      /a line whose key is not a number/,
    ],
    [
      'hits as a text',
      report({ [add]: { Lines: { 1: 'x' } } }),
      /where a number of hits is expected/,
    ],
    ['a branch of line -1', report({ [add]: method({ 1: 1 }, branch(-1, 0, 0, 1)) }), /-1/],
  ])('is refused with %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test('shards merge, and so does the OpenCover XML of the same run', () => {
    const shards = [
      report({ [take]: method({ 4: 1, 5: 0 }, branch(4, 3, 0, 1), branch(4, 3, 1, 0)) }),
      report({ [take]: method({ 4: 0, 5: 2 }, branch(4, 3, 0, 0), branch(4, 3, 1, 1)) }),
      `<CoverageSession><Modules><Module><Files><File uid="1" fullPath="/src/Stock.cs"/></Files><Classes><Class><FullName>Shop.Stock</FullName><Methods><Method><Name>${take}</Name><FileRef uid="1"/><SequencePoints><SequencePoint vc="1" sl="4" sc="1" el="4" ec="2" fileid="1"/><SequencePoint vc="0" sl="5" sc="1" el="5" ec="2" fileid="1"/></SequencePoints><BranchPoints><BranchPoint vc="1" sl="4" offset="3" path="0" fileid="1"/><BranchPoint vc="0" sl="4" offset="3" path="1" fileid="1"/></BranchPoints></Method></Methods></Class></Classes></Module></Modules></CoverageSession>`,
    ].map((text) => read(text))
    expect(shards.map(({ format }) => format)).toEqual(['coverlet', 'coverlet', 'opencover'])
    const whole = merged(shards.map(({ coverage }) => coverage))
    expect(totalsOf(whole)).toMatchObject({ lines: '2/2', branches: '2/2', functions: '1/1' })
    expect(paths({ coverage: whole })).toEqual(['/src/Stock.cs'])
  })
})
