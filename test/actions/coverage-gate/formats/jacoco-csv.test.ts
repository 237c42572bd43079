import { join } from 'node:path'
import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { fixtures, paths, read, readFile, totalsOf } from '../read.ts'

const header =
  'GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,LINE_MISSED,LINE_COVERED,COMPLEXITY_MISSED,COMPLEXITY_COVERED,METHOD_MISSED,METHOD_COVERED'
const table = (...rows: string[]): string => [header, ...rows, ''].join('\n')
const totals = { lines: '5/6', branches: '2/3', functions: '8/9', instructions: '1/2' }

describe('JaCoCo CSV', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a class', table('app,shop,Stock,1,1,1,2,1,5,9,9,1,8'), totals],
    [
      'classes of one file add up',
      table('app,shop,Stock,1,0,0,1,1,2,0,0,1,4', 'app,shop,Stock.Nested,0,1,1,1,0,3,0,0,0,4'),
      totals,
    ],
    [
      'lines of Windows',
      table('app,shop,Stock,1,1,1,2,1,5,9,9,1,8').replaceAll('\n', '\r\n'),
      totals,
    ],
    [
      'a name with a comma and quotes is in quotes',
      table('"a ""b"", c",shop,Stock,1,1,1,2,1,5,9,9,1,8'),
      totals,
    ],
    [
      'columns by their names, further ones as they like',
      table('app,shop,Stock,1,1,1,2,1,5,9,9,1,8,x')
        .replace('\n', ',MORE\n')
        .replace('METHOD_MISSED,METHOD_COVERED', 'METHOD_COVERED,METHOD_MISSED')
        .replace('9,9,1,8', '9,9,8,1'),
      totals,
    ],
    ['no class', table(), {}],
  ])('%s', (_, text, expected) => {
    const one = read(text)
    expect(one).toMatchObject({ format: 'jacoco-csv', totals: expected })
    expect(one.remarks).toEqual([
      expect.stringMatching(/lines shared by several classes count several times/),
    ])
  })

  test('files are those that Java wants for the classes, apart in each module', () => {
    const row = (names: string): string => `${names},1,1,1,2,1,5,9,9,1,8`
    const names = ['app,shop.core,Stock.new A() {...}', 'app,default,Main', 'api,shop.core,Stock']
    const { coverage, totals } = read(table(...names.map(row)))
    expect(Array.from(coverage.files(), ({ path, module }) => [path, module])).toEqual([
      ['shop/core/Stock.java', 'app'],
      ['Main.java', 'app'],
      ['shop/core/Stock.java', 'api'],
    ])
    expect(totals).toMatchObject({ lines: '15/18' })
  })

  test.each(['core', 'api', 'aggregate'])('%s: the XML of the same run counts once', (name) => {
    const [csv, xml] = ['csv', 'xml'].map((kind) =>
      readFile(join(fixtures, `jacoco/${name}.${kind}`)),
    )
    if (!csv || !xml) throw new Error('unread')
    expect(new Set(paths(csv))).toEqual(new Set(paths(xml)))
    expect(totalsOf(merged([csv.coverage, xml.coverage]))).toEqual(xml.totals)
    expect(totalsOf(merged([xml.coverage, csv.coverage]))).toEqual(xml.totals)
  })

  test('a last row without a line feed may be cut off, which is said', () => {
    const text = table('app,shop,Stock,1,1,1,2,1,5,9,9,1,8').trimEnd()
    expect(read(text).remarks).toEqual([
      expect.anything(),
      expect.stringMatching(/does not end with the line feed/),
    ])
  })

  test.each<[string, string, RegExp]>([
    ['a row that is cut off', `${header}\napp,shop,Stock,1,1,1`, /a row of 13 fields is expected/],
    [
      'words as counts',
      table('app,shop,Stock,x,1,1,2,1,5,9,9,1,8'),
      /a row of 13 fields is expected/,
    ],
    ['a count below zero', table('app,shop,Stock,-1,1,1,2,1,5,9,9,1,8'), /a row of 13 fields/],
    ['quotes that do not end', table('app,shop,"Stock,1,1,1,2,1,5,9,9,1,8'), /a row of 13 fields/],
    [
      'a header without lines',
      'GROUP,PACKAGE,CLASS,X\n',
      /where the header of JaCoCo CSV is expected/,
    ],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
