import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { paths, read, totalsOf } from '../read.ts'

const range = (covered: string, from: number, to = from, source = '0'): string =>
  `<range source_id="${source}" start_line="${from}" end_line="${to}" start_column="9" end_column="10" covered="${covered}" />`
const method = (name: string, ...ranges: string[]): string =>
  `<function id="1" token="0x1" name="${name}" namespace="Shop" type_name="Stock" blocks_covered="9" blocks_not_covered="0" lines_covered="9"><ranges>${ranges.join('')}</ranges></function>`
const stock =
  '<source_file id="0" path="C:\\shop\\Stock.cs" checksum_type="SHA256" checksum="00" />'
const module = (methods: string, files = stock, counts = ''): string =>
  `<module id="A" name="shop.dll" path="shop.dll" ${counts}><functions>${methods}</functions><skipped_functions><skipped_function id="2" name="X()" reason="attribute_excluded" /></skipped_functions><source_files>${files}</source_files></module>`
const report = (...modules: string[]): string =>
  `﻿<?xml version="1.0" encoding="utf-8" standalone="yes"?><results><modules>${modules.join('')}</modules></results>`
const counts = (covered: number, partial: number, uncovered: number): string =>
  `lines_covered="${covered}" lines_partially_covered="${partial}" lines_not_covered="${uncovered}"`

describe('The XML of dotnet-coverage', () => {
  test.each<[string, string, Record<string, string>, RegExp[]]>([
    [
      'lines of ranges, those covered in part too',
      report(
        module(
          method('A()', range('yes', 4, 6), range('partial', 8)) + method('B()', range('no', 9)),
          stock,
          counts(3, 1, 1),
        ),
      ),
      { lines: '4/5', functions: '1/2' },
      [],
    ],
    [
      'a line of two functions counts once, and a remark says that the module adds it up',
      report(
        module(
          method('A()', range('yes', 4)) + method('B()', range('no', 4)),
          stock,
          counts(1, 0, 1),
        ),
      ),
      { lines: '1/1', functions: '1/2' },
      [/declares a total of 1 of 2 lines .* add up to 1 of 1/],
    ],
    [
      'a file of two modules, whose ids differ, counts once',
      report(
        module(method('A()', range('no', 4), range('yes', 5))),
        module(method('A()', range('yes', 4, 4, '7')), stock.replace('id="0"', 'id="7"')),
      ),
      { lines: '2/2', functions: '1/1' },
      [],
    ],
    [
      'two ids of one file',
      report(
        module(
          method('A()', range('no', 4), range('yes', 5, 5, '1')),
          stock + stock.replace('id="0"', 'id="1"'),
        ),
      ),
      { lines: '1/2', functions: '1/1' },
      [],
    ],
    [
      'what is not in the source does not count',
      report(
        module(
          method('A()', range('yes', 16707566), range('no', 15732480), range('no', 3)) +
            method('B()'),
        ),
      ),
      { lines: '0/1', functions: '0/1' },
      [],
    ],
    [
      'a file that cannot be called so is left out, and said',
      report(
        module(
          method('A()', range('yes', 4)) + method('B()', range('no', 5, 5, '1')),
          `${stock}<source_file id="1" path="data:text/x"/>`,
        ),
      ),
      { lines: '1/1', functions: '1/1' },
      [/data:text\/x/],
    ],
    ['no module', report(), {}, []],
  ])('%s', (_, text, totals, said) => {
    const one = read(text)
    expect([one.format, one.totals]).toEqual(['dotnet-coverage', totals])
    expect(one.remarks).toEqual(said.map((remark) => expect.stringMatching(remark)))
  })

  test.each<[string, string, RegExp]>([
    [
      'a file that is not listed',
      report(module(method('A()', range('yes', 4, 4, '3')))),
      /ranges of "source file 3"/,
    ],
    [
      'a range of a million lines',
      report(module(method('A()', range('yes', 1, 1_000_001)))),
      /has a <range> of 1000000 lines/,
    ],
    ['line 0', report(module(method('A()', range('yes', 0)))), /positive start_line/],
    [
      'another word',
      report(module(method('A()', range('maybe', 1)))),
      /not "yes", "partial" or "no"/,
    ],
    ['the results of another tool', '<results><module/></results>', /in no format/],
  ])('is refused with %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test('shards merge line by line', () => {
    const shards = [
      report(module(method('A()', range('yes', 4), range('no', 5)))),
      report(
        module(method('A()', range('no', 4), range('partial', 5)) + method('B()', range('no', 9))),
      ),
    ].map((text) => read(text).coverage)
    const whole = merged(shards)
    expect(totalsOf(whole)).toEqual({ lines: '2/3', functions: '1/2' })
    expect(paths({ coverage: whole })).toEqual(['C:/shop/Stock.cs'])
  })
})
