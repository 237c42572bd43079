import { seeded } from '../../../../support/random.ts'
import { read } from '../../read.ts'

/** Lines as nearly all writers have them, and now and then in another way. */
const cobertura = (line: string): string =>
  `<coverage><class name="C" filename="c"><methods><method name="m" signature="()"><lines>${line}</lines></method></methods><lines>${line}</lines></class></coverage>`

const jacoco = (line: string): string =>
  `<report name="r"><package name="p"><class name="p/C" sourcefilename="C"><method name="m" desc="()"><counter type="METHOD" missed="9" covered="9"/></method><counter type="METHOD" missed="2" covered="1"/><counter type="INSTRUCTION" missed="4" covered="5"/></class><sourcefile name="C">${line}</sourcefile></package></report>`

/** How tools write a line; each has its own order, and its own way to end it. */
const writers: Readonly<Record<string, (line: Line) => string>> = {
  'cobertura, as coverage.py': ({ number, hits, taken, total }) =>
    `<line number="${number}" hits="${hits}"${total > 0 ? ` branch="true" condition-coverage="${percent(taken, total)}% (${taken}/${total})"` : ''}/>`,
  'cobertura, as coverlet': ({ number, hits, taken, total }) =>
    total === 0
      ? `<line number="${number}" hits="${hits}" branch="False" />`
      : `<line number="${number}" hits="${hits}" branch="True" condition-coverage="${percent(taken, total)}% (${taken}/${total})">\n  <conditions>\n    <condition number="${number}" type="jump" coverage="${percent(taken, total)}%" />\n  </conditions>\n</line>`,
  'cobertura, as a writer of attributes in order of the alphabet': ({
    number,
    hits,
    taken,
    total,
  }) =>
    `<line branch="${total > 0}"${total > 0 ? ` condition-coverage="${percent(taken, total)}.0% (${taken}/${total})"` : ''} hits='${hits}' number="${number}"></line>`,
  jacoco: ({ number, hits, taken, total }) =>
    `<line nr="${number}" mi="1" ci="${hits}" mb="${total - taken}" cb="${taken}"/>`,
  'jacoco, in another order': ({ number, hits, taken, total }) =>
    `<line cb="${taken}" mb="${total - taken}" ci="${hits}" mi="0" nr="${number}" />`,
}

interface Line {
  readonly number: number
  readonly hits: string
  readonly taken: number
  readonly total: number
}

function percent(taken: number, total: number): number {
  return Math.floor((taken * 100) / total)
}

function linesOf(write: (line: Line) => string): string {
  const { integer } = seeded(7)
  const gaps = ['', '\n    ', '\r\n', '\t', '<!-- a -->', '<other/>', '<other>\n</other>']
  const hits = ['0', '1', '00', '73', '123456789', '1234567890', '18446744073709551615', '-1']
  let text = ''
  for (let number = 1; number < 10_000; number++) {
    const total = integer(4)
    const line = {
      number,
      hits: hits[integer(hits.length)] ?? '',
      taken: integer(total + 1),
      total,
    }
    const ends = [' />', '></line>']
    text += gaps[integer(40)] ?? '\n'
    text += write(line).replace(/\s*\/>$/, ends[integer(40)] ?? '$&')
  }
  return text
}

test.each(Object.entries(writers))(
  'lines of %s come to the same, read as rows or one by one',
  (kind, write) => {
    const report = kind.startsWith('jacoco') ? jacoco : cobertura
    const rows = report(linesOf(write))
    // No rows stand one behind the other.
    const oneByOne = rows.replaceAll(/<(line|counter) /g, '<!-- --><$1 ')
    const { totals, coverage } = read(rows)
    const known = read(oneByOne)
    expect(totals).toEqual(known.totals)
    expect(totals).toMatchObject({ lines: expect.stringMatching(/^\d+\/9999$/) })
    const [file] = coverage.files()
    const [other] = known.coverage.files()
    expect(file?.ranges('covered')).toEqual(other?.ranges('covered'))
  },
)

test.each([
  ['5/0', 'has 5 of 0 branches covered in a line'],
  ['3/2', 'has 3 of 2 branches covered in a line'],
])('a row with %s branches is refused as any other', (share, message) => {
  const branch = `<line number="2" hits="1" branch="true" condition-coverage="50% (${share})"/>`
  const line = '<line number="1" hits="1"/>'
  const report = `<coverage><class name="C" filename="c"><lines>${line}${branch}</lines></class></coverage>`
  expect(() => read(report)).toThrow(message)
  expect(() => read(report.replaceAll('<line ', '<line  '))).toThrow(message)
})

test('a counter inside of a counter does not count', () => {
  const counter = '<counter type="METHOD" missed="2" covered="1"/>'
  const nested = `<counter type="METHOD" missed="0" covered="1">${counter}</counter>`
  const report = `<report name="r"><package name="p"><class name="p/C" sourcefilename="C">${nested}</class></package></report>`
  expect(read(report).totals).toEqual({ functions: '1/1' })
})

test.each([
  ['a number without its quote', '<line number="5 hits="1"/>'],
  ['no end', '<line number="5" hits="1">'],
  ['half an end', '<line number="5" hits="1"/'],
  ['a letter in a number', '<line number="5x" hits="1"/>'],
  ['no number', '<line number="" hits="1"/>'],
  ['a number of 2^31', '<line number="2147483648" hits="1"/>'],
  ['NUL', '<line number="5" hits="1"\0/>'],
  [
    'a broken condition',
    '<line number="5" hits="1" branch="true" condition-coverage="50% (3/2)"/>',
  ],
])('after a thousand rows, %s is refused', (_, line) => {
  const known =
    '<line number="4" hits="1"/>\n<line number="5" hits="0" branch="true" condition-coverage="50% (1/2)"/>\n'
  expect(() => read(cobertura(known.repeat(500)))).not.toThrow()
  expect(() => read(cobertura(known.repeat(500) + line))).toThrow(/\(at byte \d+\)/)
})
