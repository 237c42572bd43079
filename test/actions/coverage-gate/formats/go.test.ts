import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { paths, read } from '../read.ts'

const profile = (...rows: string[]): string => `mode: set\n${rows.join('\n')}\n`

describe('A cover profile of Go', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'statements are counted, and the lines that blocks touch',
      profile('a/b.go:1.1,3.2 2 1', 'a/b.go:4.1,4.9 5 0'),
      { lines: '3/4', statements: '2/7' },
    ],
    [
      'blocks that -coverpkg repeats count once',
      profile('b.go:1.1,2.2 2 0', 'c.go:1.1,2.2 3 0', 'b.go:1.1,2.2 2 1', 'c.go:1.1,2.2 3 0'),
      { lines: '2/4', statements: '2/5' },
    ],
    [
      'blocks with another end are others',
      profile('b.go:1.1,2.2 1 0', 'b.go:1.1,2.3 1 1', 'b.go:1.1,3.2 1 0'),
      { lines: '2/3', statements: '1/3' },
    ],
    [
      'a line is covered if any block is',
      profile('b.go:1.1,3.2 1 1', 'b.go:2.1,2.9 1 0'),
      { lines: '3/3', statements: '1/2' },
    ],
    [
      'profiles one behind the other',
      `${profile('b.go:1.1,1.2 1 0')}${profile('b.go:1.1,1.2 1 1')}`,
      { lines: '1/1', statements: '1/1' },
    ],
    [
      'blank lines and CRLF',
      profile('b.go:1.1,1.2 1 1', '', 'c.go:1.1,1.2 1 0', '').replaceAll('\n', '\r\n'),
      { lines: '1/2', statements: '1/2' },
    ],
    [
      'counts beyond 2^53',
      profile('b.go:1.1,1.2 1 18446744073709551615'),
      { lines: '1/1', statements: '1/1' },
    ],
    ['blocks without statements', profile('b.go:1.1,1.2 0 0'), { lines: '0/1' }],
    [
      'only the last colon parts a name',
      profile('C:\\x:y.go:1.1,1.2 1 1', 'C:\\x:y.go:1.1,1.2:2.1,2.2 1 0'),
      { lines: '1/2', statements: '1/2' },
    ],
  ])('%s', (_, text, totals) => {
    expect(read(text)).toMatchObject({ format: 'go', totals })
  })

  test('a profile without rows is empty, and files are import paths', () => {
    expect(read('mode: atomic\n').totals).toEqual({})
    expect(paths(read(profile('example.com/shop/v2/a.go:1.1,1.2 1 1')))).toEqual([
      'example.com/shop/v2/a.go',
    ])
  })

  test('one block with two numbers of statements is refused, in one profile and in several', () => {
    const first = profile('b.go:1.1,3.2 2 1')
    const second = profile('b.go:1.1,3.2 3 0')
    const message =
      /is contradictory: a block of "b.go" has 2 statements in one place and 3 in another/
    expect(() => read(first + second)).toThrow(message)
    expect(() => merged([read(first).coverage, read(second).coverage])).toThrow(message)
  })

  test('a last row without a line feed is read, and said', () => {
    const { totals, remarks } = read('mode: set\nb.go:1.1,1.2 1 1')
    expect(totals).toEqual({ lines: '1/1', statements: '1/1' })
    expect(remarks.join()).toMatch(/does not end with the line feed/)
  })

  test.each([
    ['cut off', 'b.go:1.1,1.2 1'],
    ['words', 'b.go:1.1,1.2 1 yes'],
    ['no name', ':1.1,1.2 1 1'],
    ['negative statements', 'b.go:1.1,1.2 -1 1'],
    ['an end before the start', 'b.go:3.1,1.2 1 1'],
    ['a line beyond 2^31', 'b.go:1.1,2147483648.2 1 1'],
    ['a block of two thousand million lines', 'b.go:1.1,2147483647.2 1 1'],
    ['something else', '<html>'],
    ['NUL', 'b.go:1.1,1.2 1 1\0'],
  ])('is refused: %s', (_, row) => {
    expect(() => read(profile('a.go:1.1,1.2 1 1', row))).toThrow(
      /^has ".*" where .* is expected \(at byte/,
    )
  })
})
