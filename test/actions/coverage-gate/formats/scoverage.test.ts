import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { paths, read, totalsOf } from '../read.ts'

const statement = (attributes: string): string =>
  `<statement source="/app/a.scala" start="1" end="9" branch="false" ignored="false" ${attributes}/>`
const report = (
  statements: string,
  counts = 'statement-count="0" statements-invoked="0"',
): string =>
  `<scoverage ${counts}><packages><package name="shop"><classes><class name="shop.A" filename="shop/A.scala"><methods><method name="f"><statements>${statements}</statements></method></methods></class></classes></package></packages></scoverage>`
const one = 'statement-count="1" statements-invoked="1"'

describe('scoverage XML', () => {
  test('ignored statements do not count, and several at one place count each', () => {
    const same = statement('line="3" invocation-count="0"')
    const ignored = '<statement line="4" invocation-count="0" ignored="true"/>'
    const text = report(same + same + ignored, 'statement-count="2" statements-invoked="0"')
    expect(read(text)).toMatchObject({ totals: { lines: '0/1', statements: '0/2' }, remarks: [] })
  })

  test('a statement without a source is in the file of its class', () => {
    const text = report('<statement line="3" invocation-count="2"/>', one)
    expect(paths(read(text))).toEqual(['shop/A.scala'])
  })

  test('shards merge statement by statement', () => {
    const shards = [
      [1, 0],
      [0, 1],
    ].map(([first, second]) =>
      read(
        report(
          `<statement source="a.scala" line="1" start="1" end="2" branch="true" invocation-count="${first}"/><statement source="a.scala" line="1" start="3" end="4" branch="true" invocation-count="${second}"/>`,
        ),
      ),
    )
    const totals = totalsOf(merged(shards.map(({ coverage }) => coverage)))
    expect(totals).toEqual({ lines: '1/1', branches: '2/2', statements: '2/2' })
  })

  test('a total that does not add up is said, and the list counts', () => {
    const { totals, remarks } = read(
      report(statement('line="3" invocation-count="1"'), one.replaceAll('1', '9')),
    )
    expect(totals).toEqual({ lines: '1/1', statements: '1/1' })
    expect(remarks).toEqual([
      expect.stringMatching(/declares a total of 9 of 9 statements .* 1 of 1/),
    ])
  })

  test.each<[string, string, RegExp]>([
    ['a statement without a line', report(statement('invocation-count="1"')), /without line/],
    ['words as counts', report(statement('line="1" invocation-count="x"')), /"x"/],
    [
      'more invoked than there are',
      report('', 'statement-count="1" statements-invoked="2"'),
      /2 of 1/,
    ],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
