import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { paths, read, totalsOf } from '../read.ts'

const file = (path: string, ...lines: string[]): string =>
  `<file path="${path}">${lines.join('')}</file>`
const line = (number: number, covered: boolean | string, branches = ''): string => {
  const [taken, all] = branches.split('/')
  const counts = all ? ` branchesToCover="${all}" coveredBranches="${taken}"` : ''
  return `<lineToCover lineNumber="${number}" covered="${covered}"${counts}/>`
}
const report = (...files: string[]): string => `<coverage version="1">${files.join('')}</coverage>`

describe('A generic report of SonarQube', () => {
  test.each<[string, string, Record<string, string>]>([
    ['lines', report(file('a.c', line(1, true), line(2, false))), { lines: '1/2' }],
    [
      'branches of lines',
      report(file('a.c', line(1, true, '1/2'), line(2, false, '0/4'), line(3, true))),
      { lines: '2/3', branches: '1/6' },
    ],
    [
      'branches without those that were taken',
      report(
        '<file path="a"><lineToCover lineNumber="1" covered="true" branchesToCover="2"/></file>',
      ),
      { lines: '1/1', branches: '0/2' },
    ],
    [
      'a line that is listed twice counts once, by the better',
      report(file('a.c', line(3, false, '1/2'), line(3, true, '2/2'))),
      { lines: '1/1', branches: '2/2' },
    ],
    [
      'a file that is listed twice counts once',
      report(file('a.c', line(1, false)), file('a.c', line(1, true), line(2, false))),
      { lines: '1/2' },
    ],
    ['upper case', report(file('a.c', line(1, 'TRUE'), line(2, 'False'))), { lines: '1/2' }],
    ['no branches', report(file('a.c', line(1, true, '0/0'))), { lines: '1/1' }],
    ['a file without lines', report(file('a.c'), file('b.c', line(1, true))), { lines: '1/1' }],
    ['no file', report(), {}],
  ])('%s', (_, text, totals) => {
    const one = read(text)
    expect([one.format, one.totals, one.remarks]).toEqual(['sonarqube', totals, []])
  })

  test.each<[string, string, RegExp]>([
    [
      'a file without path',
      '<coverage version="1"><file path=""/></coverage>',
      /<file> without path/,
    ],
    ['line 0', report(file('a', line(0, true))), /positive lineNumber/],
    [
      'no line',
      report('<file path="a"><lineToCover covered="true"/></file>'),
      /positive lineNumber/,
    ],
    ['hits', report(file('a', line(1, '3'))), /neither "true" nor "false"/],
    [
      'more taken than there are',
      report(file('a', line(7, true, '3/2'))),
      /has 3 of 2 branches covered on line 7/,
    ],
    [
      'the results of tests',
      '<testExecutions version="1"><file path="a"/></testExecutions>',
      /in no format/,
    ],
  ])('is refused with %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test('branches are measured only if a line has them', () => {
    expect(read(report(file('a.c', line(1, true)))).coverage.measured).toEqual(new Set(['lines']))
  })

  test('shards merge line by line', () => {
    const shards = [
      report(file('a.c', line(1, true, '2/2'), line(2, false))),
      report(file('a.c', line(1, false, '0/2'), line(2, true))),
    ].map((text) => read(text).coverage)
    const whole = merged(shards)
    expect(totalsOf(whole)).toEqual({ lines: '2/2', branches: '2/2' })
    expect(paths({ coverage: whole })).toEqual(['a.c'])
  })
})
