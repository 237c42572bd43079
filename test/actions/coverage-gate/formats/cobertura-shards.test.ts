import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { read, totalsOf } from '../read.ts'

const line = (taken: string, missing?: string) => {
  const names = missing === undefined ? '' : ` missing-branches="${missing}"`
  return `<line number="1" hits="1" branch="true" condition-coverage="50% (${taken})"${names}/>`
}

const report = (lines: string) =>
  read(
    `<coverage line-rate="1"><packages><package name="."><classes><class name="a.py" filename="a.py">` +
      `<methods/><lines>${lines}</lines></class></classes></package></packages></coverage>`,
  ).coverage

describe('Branches of one line in the reports of several shards', () => {
  test.each<[string, string[], string, boolean]>([
    ['one report says how many', [line('1/2', '4')], '1/2', false],
    ['each took another', [line('1/2', '4'), line('1/2', '2')], '2/2', false],
    ['both took the same', [line('1/2', '4'), line('1/2', '4')], '1/2', false],
    ['one took all', [line('1/2', '4'), line('2/2')], '2/2', false],
    ['one took none', [line('0/2', '2,4'), line('1/2', '4')], '1/2', false],
    ['the end of a function', [line('1/2', 'exit'), line('1/2', '7')], '2/2', false],
    ['of three', [line('1/3', '2,4'), line('1/3', '4,6')], '2/3', false],
    ['three shards', [line('1/3', '2,4'), line('1/3', '4,6'), line('1/3', '2,6')], '3/3', false],
    ['blanks between the names', [line('1/3', '2, 4'), line('1/3', '4 ,6')], '2/3', false],
    ['nobody has names', [line('1/2'), line('1/2')], '1/2', true],
    ['one has none', [line('1/2', '4'), line('1/2')], '1/2', true],
    ['names of another number', [line('1/2', '4,6'), line('1/2', '2')], '1/2', true],
    ['an empty list of names', [line('1/2', ''), line('1/2', '2')], '1/2', true],
  ])('%s', (_, lines, branches, isGuess) => {
    for (const order of [lines, lines.toReversed()]) {
      const together = merged(order.map(report))
      expect(totalsOf(together)).toMatchObject({ branches })
      const guessed = Array.from(together.files()).flatMap((file) => file.estimates())
      expect(guessed).toEqual(isGuess ? ['branches'] : [])
    }
  })
})
