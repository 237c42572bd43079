import { paths, read } from '../read.ts'

const record = (...lines: string[]): string => `SF:a.ts\n${lines.join('\n')}\nend_of_record\n`

describe('An lcov tracefile', () => {
  test.each<[string, string, Record<string, string>]>([
    ['lines are counted, not LF and LH', record('DA:1,1', 'DA:2,0'), { lines: '1/2' }],
    ['records of a file are one', record('DA:1,1') + record('DA:1,0', 'DA:2,0'), { lines: '1/2' }],
    [
      'a function that is there again, with calls of its own',
      record(
        'FN:2,main',
        'FNDA:1,main',
        'DA:2,1',
        'FN:2,main',
        'FNDA:1,main',
        'FN:4,idle',
        'FNDA:0,idle',
      ),
      { lines: '1/1', functions: '2/3' },
    ],
    ['a line repeats in a record', record('DA:1,0', 'DA:1,5', 'DA:1,0'), { lines: '1/1' }],
    ['checksums', record('DA:1,1,JM9cOy9m', 'DA:2,0,x+/=,y'), { lines: '1/2' }],
    [
      'hits of any size and notation',
      record(
        'DA:1,18446744073709551615',
        'DA:2,1.0e+19',
        'DA:3,-5',
        'DA:4,-',
        'DA:5,0.0',
        'DA:6,00',
      ),
      { lines: '2/6' },
    ],
    [
      'branches on lines that are none',
      record('DA:1,1', 'BRDA:9,0,0,1', 'BRDA:9,0,1,-'),
      { lines: '1/1', branches: '1/2' },
    ],
    [
      'a branch is a line, a block and a branch',
      record('BRDA:1,0,0,1', 'BRDA:1,1,0,0', 'BRDA:2,0,0,0', 'BRDA:1,0,0,0'),
      { branches: '1/3' },
    ],
    [
      'branches that are text, with commas',
      record('BRDA:1,0,if (a, b),1', 'BRDA:1,0,if (a, c),0', 'BRDA:1,0,jump to line 4,-'),
      { branches: '1/3' },
    ],
    [
      'branches of lcov 2: exceptions count, what is unreachable does not',
      record('BRDA:1,e0,0,1', 'BRDA:1,f0,1,0', 'BRDA:1,U0,2,0', 'BRDA:1,eU0,3,0'),
      { branches: '1/2' },
    ],
    [
      'large numbers of blocks and branches',
      record('BRDA:1,4294967295,70000,1', 'BRDA:1,4294967295,70001,0', 'BRDA:1,99999999999,0,0'),
      { branches: '1/3' },
    ],
    [
      'names of functions hold commas and colons',
      record('FN:1,map<a, b>', 'FN:5,9,c::d(e, f)', 'FNDA:1,map<a, b>', 'FNDA:0,c::d(e, f)'),
      { functions: '1/2' },
    ],
    [
      'functions of lcov 2 count once, whatever their names',
      record('FNL:0,1,3', 'FNA:0,0,a<int>', 'FNA:0,2,a<float>', 'FNL:1,9', 'FNA:1,0,b'),
      { functions: '1/2' },
    ],
    ['a function without hits', record('FN:1,a', 'FN:2,b', 'FNDA:3,a'), { functions: '1/2' }],
    [
      'lines that are not of interest',
      `# made by hand\nTN:x\nTN:\n\n${record('VER:1', 'DA:1,1', 'MCDC:1,2,t,1,0,a && b', 'MCF:2', 'MCH:1', '')}`,
      { lines: '1/1' },
    ],
    ['an empty record', `SF:b.ts\nend_of_record\n${record('DA:1,1')}`, { lines: '1/1' }],
    [
      'CRLF',
      record('FN:1,a', 'FNDA:1,a', 'DA:1,1', 'DA:2,0', 'BRDA:1,0,0,1').replaceAll('\n', '\r\n'),
      { lines: '1/2', branches: '1/1', functions: '1/1' },
    ],
    ['no line feed at the end', record('DA:1,1').trimEnd(), { lines: '1/1' }],
    ['a byte order mark', `\uFEFF${record('DA:1,1')}`, { lines: '1/1' }],
    ['totals alone', record('LF:10', 'LH:4'), { lines: '4/10' }],
  ])('%s', (_, text, totals) => {
    expect(read(text).totals).toEqual(totals)
  })

  test('UTF-16 is read', () => {
    expect(read(Buffer.from(`\uFEFF${record('DA:1,1')}`, 'utf16le')).totals).toEqual({
      lines: '1/1',
    })
  })

  test('only the first colon parts the name of a file', () => {
    const text = ['C:\\app\\a.ts', 'chrome://b/c.js', '/home/runner/work/app/app/src/a,b.ts']
      .map((name) => `SF:${name}\nDA:1,1\nend_of_record\n`)
      .join('')
    expect(paths(read(text))).toEqual([
      'C:/app/a.ts',
      'chrome:/b/c.js',
      '/home/runner/work/app/app/src/a,b.ts',
    ])
  })

  test('totals that do not fit are said, but not when records repeat', () => {
    const stale = record('DA:1,1', 'LF:9', 'LH:9')
    expect(read(stale).remarks.join()).toMatch(
      /declares a total of 9 of 9 lines .* add up to 1 of 1/,
    )
    expect(read(stale + stale).remarks).toEqual([])
  })

  test('words that are not known are passed over and said', () => {
    expect(read(record('DA:1,1', 'XYZ:1', 'XYZ:2')).remarks.join()).toMatch(/skipped: XYZ \(2\)/)
  })

  test.each<[string, string, RegExp]>([
    ['cut off in a record', 'SF:a.ts\nDA:1,1\n', /ends inside a record/],
    ['cut off in a line', 'SF:a.ts\nDA:1,', /has "DA:1," where DA:<line>,<hits> is expected/],
    [
      'a record inside a record',
      'SF:a\nDA:1,1\nSF:b\nend_of_record\n',
      /"SF:b" where end_of_record/,
    ],
    [
      'a line outside of a record',
      `TN:\nDA:1,1\n${record()}`,
      /where a record that starts with SF: is expected/,
    ],
    ['hits of words', record('DA:1,yes'), /has "DA:1,yes"/],
    ['a row behind a blank', record('DA:1,1', ' DA:2,0'), /where a line of lcov is expected/],
    ['a line of words', record('DA:one,1'), /has "DA:one,1"/],
    ['a line of 2^40', record('DA:1099511627776,1'), /has "DA:1099511627776,1"/],
    ['a branch without its parts', record('BRDA:1,0,1'), /has "BRDA:1,0,1"/],
    ['a function without a comma', record('FN:1'), /has "FN:1" where FN/],
    ['an alias of no function', record('FNA:0,1,a'), /where FNL:<index>,<line> and then/],
    ['NUL', record('DA:1,1\0'), /where DA/],
    [
      'no record at all',
      'TN:\n<html>\n',
      /has "<html>" where a line of lcov is expected \(at byte 4\)/,
    ],
    ['cut off behind a record', `${record('DA:1,1')}S`, /has "S" where a line of lcov is expected/],
  ])('is refused: %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test.each<[string, string, Record<string, string>, RegExp]>([
    ['a line of HTML', record('DA:1,1', '<html>'), { lines: '1/1' }, /one line .* is "<html>"/],
    [
      'names of functions that hold line breaks',
      record('FN:1,a', 'b c', 'FNDA:1,a', 'b c', 'DA:1,1'),
      { lines: '1/1', functions: '1/1' },
      /2 lines without lcov syntax, skipped; the first is "b c"/,
    ],
    [
      'a name of a function that begins with a line break',
      record('FN:1,', 'f', 'FNDA:1,', 'f', 'DA:1,1'),
      { lines: '1/1', functions: '1/1' },
      /2 lines/,
    ],
    ...[
      '',
      ' ',
      '.',
      'data:text/javascript,x',
      'DATA:,x',
      'blob:http://a/b',
      'a\0b',
      'x'.repeat(5000),
    ].map((name): [string, string, Record<string, string>, RegExp] => [
      `a record of ${JSON.stringify(name.slice(0, 20))}`,
      `SF:${name}\nDA:1,0\nend_of_record\n${record('DA:1,1')}`,
      { lines: '1/1' },
      /one entry under invalid file names, skipped/,
    ]),
  ])('what is odd is passed over and said, and the rest counts: %s', (_, text, totals, said) => {
    const { totals: found, remarks } = read(text)
    expect(found).toEqual(totals)
    expect(remarks.join()).toMatch(said)
  })

  test.each<[string, string, Record<string, string>]>([
    [
      'functions',
      record('DA:1,1', 'FNF:3', 'FNH:1', 'LF:1', 'LH:1'),
      { lines: '1/1', functions: '1/3' },
    ],
    ['branches', record('DA:1,1', 'BRF:4', 'BRH:3'), { lines: '1/1', branches: '3/4' }],
    ['lines', record('LF:4', 'LH:3'), { lines: '3/4' }],
    ['nothing of it', record('DA:1,1', 'FNF:0', 'FNH:0'), { lines: '1/1' }],
    ['more covered than there is', record('DA:1,1', 'FNF:1', 'FNH:2'), { lines: '1/1' }],
    [
      'the list counts',
      record('FN:1,f', 'FNF:9', 'FNH:9', 'DA:1,1'),
      { lines: '1/1', functions: '0/1' },
    ],
  ])('counts of a record are of its file: %s', (_, text, totals) => {
    const { totals: found, coverage } = read(text)
    expect(found).toEqual(totals)
    expect(Array.from(coverage.files(), ({ path }) => path)).toEqual(['a.ts'])
    const of = coverage.countOf('functions', [...coverage.files()])
    expect(of).toEqual(coverage.totals().functions)
  })

  test('lines of any length are read across the ends of chunks', () => {
    const name = 'n'.repeat(300_000)
    const lines = Array.from({ length: 60_000 }, (_, i) => `DA:${i + 1},${i % 2}`)
    const read1 = read(record(`FN:1,${name}`, `FNDA:1,${name}`, ...lines))
    expect(read1.totals).toEqual({ lines: '30000/60000', functions: '1/1' })
  })
})
