import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { read, totalsOf } from '../read.ts'

const json = JSON.stringify
const method = (name: string, lineNumber: number, executionCount: number): object => ({
  coveredLines: 1,
  executionCount,
  executableLines: 3,
  lineCoverage: 0.33,
  lineNumber,
  name,
})
const file = (
  path: string,
  coveredLines: number,
  executableLines: number,
  ...functions: object[]
): object => ({
  coveredLines,
  lineCoverage: 0.5,
  path,
  functions,
  name: path.split('/').at(-1),
  executableLines,
})
const target = (...files: object[]): object => ({
  name: 'Shop.app',
  buildProductPath: '/b/Shop.app',
  files,
})
const report = (targets: object[], more: object = {}): string => json({ ...more, targets })

const executed = (line: number, executionCount: number): object => ({
  line,
  isExecutable: true,
  executionCount,
})
const blank = (line: number): object => ({ line, isExecutable: false })

describe('The JSON of xccov', () => {
  test.each<[string, string, Record<string, string>, RegExp[]]>([
    [
      'a report counts lines and lists functions',
      report([target(file('/a.swift', 3, 4, method('take()', 3, 2), method('add()', 9, 0)))], {
        coveredLines: 3,
        executableLines: 4,
        lineCoverage: 0.75,
      }),
      { lines: '3/4', functions: '1/2' },
      [],
    ],
    [
      'closures of one name, by their lines',
      report([
        target(file('/a.swift', 1, 2, method('closure #1', 3, 1), method('closure #1', 5, 0))),
      ]),
      { lines: '1/2', functions: '1/2' },
      [],
    ],
    [
      'a file of two targets counts once, and a remark says that xccov adds it up',
      report([target(file('/a.swift', 3, 4)), target(file('/a.swift', 0, 4))], {
        coveredLines: 3,
        executableLines: 8,
      }),
      { lines: '3/4' },
      [/declares a total of 3 of 8 lines .* add up to 3 of 4/],
    ],
    [
      'an archive lists lines',
      json({
        '/a.swift': [blank(1), executed(2, 3), executed(3, 0)],
        '/b.swift': [executed(1, 0)],
      }),
      { lines: '1/3' },
      [],
    ],
    [
      'a line of which only a part was run',
      json({
        '/a.swift': [
          { ...executed(1, 2), subranges: [{ column: 4, executionCount: 0, length: 3 }] },
        ],
      }),
      { lines: '1/1' },
      [],
    ],
    [
      'a target without files',
      report([{ ...target(), coveredLines: 0, executableLines: 0 }]),
      {},
      [],
    ],
  ])('%s', (_, text, totals, said) => {
    const one = read(text)
    expect([one.format, one.totals]).toEqual(['xccov', totals])
    expect(one.remarks).toEqual(said.map((remark) => expect.stringMatching(remark)))
  })

  test.each<[string, string, RegExp]>([
    ['a file without path', report([target(file('', 1, 2))]), /a file without path/],
    [
      'more covered than there are',
      report([target(file('/a.swift', 3, 2))]),
      /has 3 of 2 lines covered in "\/a.swift"/,
    ],
    [
      'a file without counts',
      report([{ ...target({ path: '/a' }), executableLines: 1 }]),
      /no coveredLines and executableLines of "\/a"/,
    ],
    ['a line without a number', json({ a: [{ isExecutable: true }] }), /a line without a number/],
    [
      'nothing but targets',
      json([{ name: 'Shop.app', coveredLines: 1, executableLines: 2 }]),
      /only the targets .* --only-targets/,
    ],
  ])('is refused with %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test('archives of shards merge line by line, and with the report of one', () => {
    const shards = [
      json({ '/a.swift': [executed(1, 1), executed(2, 0)] }),
      json({ '/a.swift': [executed(1, 0), executed(2, 5), executed(3, 0)] }),
      report([target(file('/a.swift', 1, 2, method('take()', 1, 1)))]),
    ]
    const whole = merged(shards.map((text) => read(text).coverage))
    expect(totalsOf(whole)).toEqual({ lines: '2/3', functions: '1/1' })
  })
})
