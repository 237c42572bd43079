import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { read, totalsOf } from '../read.ts'

const report = (coverage: object, more: object = {}): string =>
  JSON.stringify({ coverage, ...more })

describe('The JSON of Codecov', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a map of lines', report({ a: { 1: 0, 2: 5, 3: null } }), { lines: '1/2' }],
    ['a list, of which the place is the line', report({ a: [null, 1, 0, null] }), { lines: '1/2' }],
    [
      'lines that are covered in part count as covered',
      report({ a: { 1: '1/2', 2: '0/3', 3: '2/2' }, b: [null, '1/4'] }),
      { lines: '3/4' },
    ],
    ['hits as a text', report({ a: { 1: '0', 2: '12', 3: '00' } }), { lines: '1/3' }],
    [
      'true is covered in part, false is not to be covered',
      report({ a: [null, true, false, 0] }),
      { lines: '1/2' },
    ],
    ['line 0', report({ a: { 0: 1, 1: 0 } }), { lines: '0/1' }],
    ['messages', report({ a: [null, 1] }, { messages: { a: { 1: 'x' } } }), { lines: '1/1' }],
    ['a file without lines', report({ a: {}, b: { 4: 1 } }), { lines: '1/1' }],
    ['no file', report({}), {}],
  ])('%s', (_, text, totals) => {
    const one = read(text)
    expect([one.format, one.totals, one.remarks]).toEqual(['codecov', totals, []])
  })

  test('does not measure branches', () => {
    const { coverage } = read(report({ a: { 1: '1/2' } }))
    expect(coverage.measured).toEqual(new Set(['lines']))
  })

  test('lines are those of the file, not one off', () => {
    const [file] = read(report({ a: [null, null, 1, 0] })).coverage.files()
    expect(file?.ranges('covered')).toEqual([{ from: 2, to: 2 }])
    expect(file?.ranges('uncovered')).toEqual([{ from: 3, to: 3 }])
  })

  test.each<[string, string, RegExp]>([
    [
      'a list that begins with line 1',
      report({ b: [null, 1], a: [1, 0] }),
      /start with null for line 0/,
    ],
    [
      'more taken than there are',
      report({ a: { 1: '3/2' } }),
      /neither a number, null, a boolean nor like "1\/2"/,
    ],
    ['a text without a number', report({ a: { 1: '/2' } }), /neither a number/],
    ['words', report({ a: { 1: 'yes' } }), /neither a number/],
    ['a range of lines', report({ a: { 1: 1, '2-4': 1 } }), /a line whose key is not a number/],
    ['hits in a list', report({ a: { 1: [1] } }), /where a number of hits is expected/],
  ])('is refused with %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test.each<[string, string]>([
    ['a timestamp', report({ a: [null, 1] }, { timestamp: 1 })],
    ['lines below "lines"', report({ a: { lines: [null, 1] } })],
    ['a command around it', JSON.stringify({ rspec: { coverage: { a: [null, 1] } } })],
  ])('is not what SimpleCov writes, which has %s', (_, text) => {
    expect(read(text).format).toBe('simplecov')
  })

  test('shards merge line by line', () => {
    const shards = [report({ a: { 1: '1/2', 2: 0 } }), report({ a: [null, '2/2', 1] })]
    const whole = merged(shards.map((text) => read(text).coverage))
    expect(totalsOf(whole)).toEqual({ lines: '2/2' })
  })
})
