import {
  exceedsDecrease,
  formatChange,
  formatPercentage,
  type Percentage,
  parsePercentage,
  requiredCount,
} from '../../../../actions/coverage-gate/src/gate/percentage.ts'

const percentage = (text: string): Percentage => {
  const parsed = parsePercentage(text)
  if (!parsed) throw new Error(`${text} is no percentage`)
  return parsed
}

test.each([
  [15999, 20000, '79.99'],
  [2071, 2072, '99.95'],
  [1, 3, '33.33'],
  [999_999_999, 1_000_000_000, '99.99'],
  [7, 7, '100.00'],
  [0, 7, '0.00'],
  [0, 0, ''],
  [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, '99.99'],
])('%d of %d is shown as "%s"', (covered, total, shown) => {
  expect(formatPercentage({ covered, total })).toBe(shown)
})

test.each([
  ['80', 20000, 16000],
  ['79.995', 20000, 15999],
  ['79.995', 20001, 16000],
  ['100', 7, 7],
  ['0', 7, 0],
  ['0.000000000000000000000000000001', 7, 1],
  ['33.333333', 3, 1],
  ['33.333334', 3, 2],
])('%s %% of %d needs %d', (text, total, needed) => {
  expect(requiredCount(percentage(text), total)).toBe(needed)
})

test.each(['', '-1', '101', '100.001', '1e1', '80,5', 'NaN', '.5', '80.'])(
  '"%s" is no percentage',
  (text) => expect(parsePercentage(text)).toBeUndefined(),
)

test.each<[[number, number], [number, number], string, string, boolean]>([
  [[8, 10], [8, 10], '0.00', '0', false],
  [[4, 5], [8, 10], '0.00', '0', false],
  [[8, 10], [7, 10], '-10.00', '10', false],
  [[8, 10], [7, 10], '-10.00', '9.999', true],
  // A fall below a hundredth is one all the same.
  [[999_999, 1_000_000], [999_998, 1_000_000], '-0.01', '0', true],
  [[999_999, 1_000_000], [999_998, 1_000_000], '-0.01', '0.0001', false],
  [[999_999, 1_000_000], [999_998, 1_000_000], '-0.01', '0.00009', true],
  [[1, 3], [2, 3], '+33.33', '0', false],
  [[0, 0], [0, 10], '', '0', false],
  [[10, 10], [0, 0], '', '0', false],
])('from %j to %j is %s; a fall over %s: %s', (before, now, change, allowed, over) => {
  const counts = [before, now].map(([covered, total]) => ({ covered, total }))
  const [was, is] = counts
  if (!was || !is) throw new Error('two counts are needed')
  expect(formatChange(was, is)).toBe(change)
  expect(exceedsDecrease(was, is, percentage(allowed))).toBe(over)
})
