import { excerpt, harmless, quote } from '@ci-actions/kit'
import { Secrets } from '../../packages/kit/src/secrets.ts'
import { readCommands } from '../support/commands.ts'
import { seeded } from '../support/random.ts'

/** What .NET trims from the start of a line before it looks for a command; JavaScript's `\s` lacks U+0085. */
function commandsIn(printed: string) {
  return readCommands(printed.replaceAll('\x85', ' '))
}

describe('Foreign text', () => {
  test.each([
    '::error::x',
    '::set-output name=a::b',
    'title\n::add-mask::a',
    'title\r::stop-commands::k',
    'title\r\n  ::group::x',
    '\t \v\f::debug::x',
    '\u00a0\u2003\u3000::error::x',
    '\x85::error::x',
    'a\u2028::error::x',
    'a\u2029\u2028 ::error::x',
    '\ufeff::error::x',
    ':::error::x',
    '::::error::x',
    '::error file=a,line=1,title=b::x',
    'x ##[error]y',
    '##[add-path]/evil',
    '###[error]x',
    '##[##[error]x',
    '##[set-env name=NODE_OPTIONS]--require evil',
    '::error::\n::error::\n::error::x',
    `${'\n'.repeat(1000)}::error::x`,
  ])('%j becomes no command of the runner', (text) => {
    expect(commandsIn(harmless(text))).toEqual([])
    expect(commandsIn(`before ${harmless(text)}`)).toEqual([])
  })

  test('drawn by chance becomes none either, 2,000 times', () => {
    const { text } = seeded(1)
    const pieces = [
      ':',
      '::',
      '#',
      '##',
      '[',
      ']',
      'error',
      'add-mask',
      ' ',
      '\n',
      '\r',
      '\t',
    ] as const
    const more = ['\x85', '\u2028', '\ufeff', '\u200b', '%0A', ',', '=', 'é', '😀', '\0'] as const
    for (let i = 0; i < 2000; i++) {
      const drawn = text([...pieces, ...more], 30)
      expect([drawn, commandsIn(harmless(drawn))]).toEqual([drawn, []])
    }
  })

  test('that is no command stays as it is', () => {
    const text = 'std::vector<a::b>\nname: value\n# [x] ## y\nhttps://[::1]:80/ a ::b::'
    expect(harmless(text)).toBe(text)
  })

  test('would be read as commands without it', () => {
    expect(commandsIn('a\n ::error title=b::c%0Ad\nx ##[group]y').map(({ name }) => name)).toEqual([
      'error',
      'group',
    ])
  })
})

describe('A quotation', () => {
  test.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['  a \n\t b\u2028c  ', '"a b c"'],
    ['a\0b\x1b[31mc\x85', '"a\uFFFDb\uFFFD[31mc\uFFFD"'],
    ['a\u202eb\u200bc\ufeff d', '"a\uFFFDb\uFFFDc d"'],
    ['é', '"é"'],
  ])('of %j is %j', (text, quoted) => {
    expect(quote(text)).toBe(quoted)
  })

  test('is cut at the length it may have, between characters, and says so', () => {
    expect(excerpt('x'.repeat(200))).toBe('x'.repeat(200))
    expect(excerpt('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`)
    expect(excerpt('😀'.repeat(10), 5)).toBe('😀😀😀😀…')
    expect(excerpt('😀'.repeat(5), 5)).toBe('😀😀😀😀😀')
    expect(quote('x'.repeat(81))).toBe(`"${'x'.repeat(79)}…"`)
  })

  test('of a megabyte is quick', () => {
    const began = process.cpuUsage()
    expect(excerpt(' \n'.repeat(2 ** 19) + 'x'.repeat(2 ** 20))).toHaveLength(200)
    const { user, system } = process.cpuUsage(began)
    expect(user + system).toBeLessThan(500_000)
  })
})

describe('Secrets', () => {
  const hide = (text: string, ...secrets: string[]): string => {
    const all = new Secrets()
    for (const secret of secrets) all.add(secret)
    return all.hide(text)
  }

  test.each<[string, string[], string]>([
    ['key=abcd1234.', ['abcd1234'], 'key=***.'],
    ['abcdefgh abcd', ['abcd', 'abcdefgh'], '*** ***'],
    ['a.b*c(d aXb', ['a.b*c(d'], '*** aXb'],
    ['a%2Fb%3Fc and a/b?c', ['a/b?c'], '*** and ***'],
    ['$& and $1', ['$& and'], '*** $1'],
    ['line one\nline two', ['line one\nline two'], '***'],
    ['abc true', ['abc', ''], 'abc true'],
    ['nothing', [], 'nothing'],
    ['lone \ud800\ud800\ud800\ud800 half', ['\ud800\ud800\ud800\ud800'], 'lone *** half'],
  ])('%j without %j is %j', (text, secrets, hidden) => {
    expect(hide(text, ...secrets)).toBe(hidden)
  })

  test('tell whether they are new and long enough to be hidden', () => {
    const all = new Secrets()
    expect(['abcd', 'abcd', 'abc', '', 'a/bc', 'a%2Fbc'].map((it) => all.add(it))).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
    ])
  })
})
