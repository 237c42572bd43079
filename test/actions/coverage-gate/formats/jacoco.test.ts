import { join } from 'node:path'
import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { fixtures, read, readFile, totalsOf } from '../read.ts'

const report = (lines: string): string =>
  `<report name="r"><package name="p"><sourcefile name="C">${lines}<counter type="LINE" missed="1" covered="2"/></sourcefile></package></report>`

test('gcovr does not say which lines are covered, but how many', () => {
  const { format, totals, remarks } = readFile(join(fixtures, 'gcc/gcovr-jacoco.xml'))
  expect(format).toBe('jacoco')
  expect(totals).toEqual({ lines: '11/16', branches: '6/16', functions: '4/5' })
  expect(remarks).toEqual([
    'declares a total of 7 of 18 branches covered, but its lists add up to 6 of 16; the lists apply.',
    'does not identify the covered lines of all files; their counters apply.',
  ])
})

test.each([
  ['one line says nothing', '<line nr="1" ci="2"/><line nr="2" ci="1"/><line nr="3"/>', '2/3'],
  ['a line tells only what is missing', '<line nr="1" mi="2"/>', '0/1'],
  ['no line says anything', '<line nr="1"/><line nr="2"/>', '2/3'],
])('a line is not covered unless it says so: %s', (_, lines, totals) => {
  expect(read(report(lines)).totals).toEqual({ lines: totals })
})

test('without a counter, lines that say nothing are not covered', () => {
  const silent = report('<line nr="1"/>').replace(/<counter[^>]*>/, '')
  expect(read(silent).totals).toEqual({ lines: '0/1' })
})

describe('Lines that are listed several times, as Kover does', () => {
  const twice =
    '<line nr="1" mi="0" ci="2"/><line nr="1" mi="2" ci="0"/><line nr="2" mi="0" ci="1"/>'

  test('count as often as the LINE counter says', () => {
    const { totals, remarks } = read(report(twice))
    expect(totals).toEqual({ lines: '2/3' })
    expect(remarks).toEqual([
      'lists lines of 1 files several times and counts each, as Kover does; their LINE counters apply.',
    ])
  })

  test('count once where the counter is of another number', () => {
    const { totals, remarks } = read(report(twice.repeat(2)))
    expect(totals).toEqual({ lines: '2/2' })
    expect(remarks).toEqual([])
  })

  test('count once when several reports list them', () => {
    const shards = [twice, twice].map((lines) => read(report(lines)).coverage)
    expect(totalsOf(merged(shards))).toEqual({ lines: '2/2' })
  })
})

test.each([
  ['as JaCoCo writes', (line: string) => line],
  ['with blanks before the end', (line: string) => line.replace('/>', ' />')],
  ['in another order', (line: string) => line.replace(/(nr="\d+") (.*)\/>/, '$2 $1/>')],
  ['in single quotes', (line: string) => line.replaceAll('"', "'")],
  ['with an end tag', (line: string) => line.replace('/>', '></line>')],
])('lines %s', (_, write) => {
  const lines = Array.from({ length: 1000 }, (_, i) => {
    return write(`<line nr="${i + 1}" mi="${i % 3}" ci="${i % 7}" mb="${i % 2}" cb="1"/>`)
  })
  const covered = Array.from({ length: 1000 }, (_, i) => i % 7).filter((hits) => hits > 0).length
  const { totals } = read(report(lines.join('\n  ')))
  expect(totals).toEqual({ lines: `${covered}/1000`, branches: '1000/1500' })
})
