import { seeded } from '../../support/random.ts'
import { read } from './read.ts'

/** Lines as nearly all writers have them, and now and then in another way. */
const cobertura = (line: string): string =>
  `<coverage><class name="C" filename="c"><methods><method name="m" signature="()"><lines>${line}</lines></method></methods><lines>${line}</lines></class></coverage>`

const jacoco = (line: string): string =>
  `<report name="r"><package name="p"><class name="p/C" sourcefilename="C"><method name="m" desc="()"><counter type="METHOD" missed="9" covered="9"/></method><counter type="METHOD" missed="2" covered="1"/><counter type="INSTRUCTION" missed="4" covered="5"/></class><sourcefile name="C">${line}</sourcefile></package></report>`

function linesOf(kind: string): string {
  const { integer } = seeded(7)
  const gaps = ['', '\n    ', '\r\n', '\t', '<!-- a -->', '<other/>', '<other>\n</other>']
  const hits = ['0', '1', '00', '73', '123456789', '1234567890', '18446744073709551615', '-1']
  let text = ''
  for (let number = 1; number < 20_000; number++) {
    const hit = hits[integer(hits.length)]
    const total = integer(4)
    const taken = integer(total + 1)
    const last = [' />', '></line>'][integer(40)] ?? '/>'
    text += gaps[integer(40)] ?? '\n'
    if (kind === 'jacoco') {
      text += `<line nr="${number}" mi="1" ci="${hit}" mb="${total - taken}" cb="${taken}"${last}`
    } else if (integer(3) === 0) {
      text += `<line number="${number}" hits="${hit}" branch="true" condition-coverage="${integer(101)}% (${taken}/${total})"${last}`
    } else {
      text += `<line number="${number}" hits="${hit}"${integer(2) === 0 ? ' branch="false"' : ''}${last}`
    }
  }
  return text
}

test.each([
  ['cobertura', cobertura],
  ['jacoco', jacoco],
])('lines of %s come to the same, read as rows or one by one', (kind, report) => {
  const rows = report(linesOf(kind))
  // No row begins with two blanks.
  const oneByOne = rows.replaceAll('<line ', '<line  ').replaceAll('<counter ', '<counter  ')
  const { totals, coverage } = read(rows)
  const known = read(oneByOne)
  expect(totals).toEqual(known.totals)
  expect(totals).toMatchObject({ lines: expect.stringMatching(/^\d+\/19999$/) })
  const [file] = coverage.files()
  const [other] = known.coverage.files()
  expect(file?.ranges('covered')).toEqual(other?.ranges('covered'))
})

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
