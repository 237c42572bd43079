import { escapeCommands, escapeMarkdown, excerpt, markdownCode, quote } from '@ci-actions/kit'
import { Secrets } from '../../../packages/kit/src/secrets.ts'
import { readCommands } from '../../support/commands.ts'
import { seeded } from '../../support/random.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/, '')

const json = (text: string): string => JSON.stringify(text).slice(1, -1)

const unicode = (one: string): string => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`

const percent = (one: string): string =>
  Buffer.from(one).toString('hex').toUpperCase().replace(/../g, '%$&')

const xml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '&apos;',
  )

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
    expect(commandsIn(escapeCommands(text))).toEqual([])
    expect(commandsIn(`before ${escapeCommands(text)}`)).toEqual([])
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
      expect([drawn, commandsIn(escapeCommands(drawn))]).toEqual([drawn, []])
    }
  })

  test('that is no command stays as it is', () => {
    const text = 'std::vector<a::b>\nname: value\n# [x] ## y\nhttps://[::1]:80/ a ::b::'
    expect(escapeCommands(text)).toBe(text)
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
    expect(excerpt('\0'.repeat(2 ** 26))).toBe(`${'\uFFFD'.repeat(199)}…`)
    expect(excerpt(`a${' '.repeat(2 ** 20)}b`)).toBe('a…')
    expect(excerpt(`a${' '.repeat(2 ** 20)}`)).toBe('a')
    const { user, system } = process.cpuUsage(began)
    expect(user + system).toBeLessThan(500_000)
  })
})

describe('Secrets', () => {
  const hide = (text: string, ...secrets: string[]): string => {
    const all = new Secrets()
    for (const secret of secrets) all.add(secret)
    return all.redact(text)
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
    ['a \u200B\u200B\u200B\u200B b', ['\u200B\u200B\u200B\u200B'], 'a *** b'],
    ['lone \ud800\ud800\ud800\ud800 half', ['\ud800\ud800\ud800\ud800'], 'lone *** half'],
  ])('%j without %j is %j', (text, secrets, hidden) => {
    expect(hide(text, ...secrets)).toBe(hidden)
  })

  const key = 'rnd_Example-Key-0123456789'
  const odd = 'p&ss "w/rd\\x" <é>+%41'

  test.each<[string, (secret: string) => string]>([
    ['as it is', (it) => it],
    ['as part of a URL', encodeURIComponent],
    [
      'the same with small letters',
      (it) => encodeURIComponent(it).replace(/%../g, (one) => one.toLowerCase()),
    ],
    ['as RFC 3986 has it', (it) => encodeURIComponent(it).replace(/[!'()*_.~-]/g, percent)],
    ['with each byte escaped', (it) => Array.from(it, percent).join('')],
    ['as a URL', encodeURI],
    ['as a form', (it) => new URLSearchParams({ it }).toString().slice('it='.length)],
    ['in JSON', json],
    ['in JSON, slashes escaped', (it) => json(it).replaceAll('/', '\\/')],
    ['in JSON, ASCII alone', (it) => json(it).replace(/[^ -~]/g, unicode)],
    ['in JSON for HTML', (it) => json(it).replace(/[<>&']/g, unicode)],
    ['in JSON in JSON', (it) => json(json(it))],
    [
      'in JavaScript',
      (it) => it.replace(/[^\w ]/g, (one) => `\\x${one.charCodeAt(0).toString(16)}`),
    ],
    ['in XML', xml],
    ['in XML, by decimals', (it) => it.replace(/\W/g, (one) => `&#${one.codePointAt(0)};`)],
    [
      'in HTML, by hexadecimals',
      (it) => it.replace(/\W/g, (one) => `&#x${one.codePointAt(0)?.toString(16)};`),
    ],
    ['in JSON in XML', (it) => xml(json(it))],
    ['in a URL in JSON', (it) => json(encodeURIComponent(it))],
    ['in Markdown', escapeMarkdown],
    ['in code face', (it) => markdownCode(it).slice('<code>'.length, -'</code>'.length)],
    ['in hexadecimal', (it) => Buffer.from(it).toString('hex')],
    ['in hexadecimal capitals', (it) => Buffer.from(it).toString('hex').toUpperCase()],
    ['in a part of a URL in Base64', (it) => encodeURIComponent(base64(it))],
    ['in Base64 in JSON', (it) => base64(it).replaceAll('/', '\\/')],
  ])('are hidden %s', (_, write) => {
    for (const secret of [key, odd]) {
      expect(hide(`a ${write(secret)} b`, key, odd)).toBe('a *** b')
      expect(hide(JSON.stringify({ a: write(secret) }), key, odd)).toBe('{"a":"***"}')
    }
  })

  test.each(['base64', 'base64url'] as const)(
    'are hidden in %s, wherever they are in it',
    (encoding) => {
      for (const secret of [key, odd, 'short', 'ÿþÿþÿþ']) {
        for (const [before, after] of [0, 1, 2, 3, 4].flatMap((a) =>
          [0, 1, 2, 3].map((b) => [a, b] as const),
        )) {
          const bytes = Buffer.from(`${'~'.repeat(before)}${secret}${'?'.repeat(after)}`)
          const text = bytes.toString(encoding)
          const [start, end] = [before, bytes.length - after]
          const without = [
            text.slice(0, Math.floor((start * 8) / 6)),
            text.slice(Math.ceil((end * 8) / 6)),
          ]
          expect(hide(`Basic ${text}, "${text}"`, secret)).toBe(
            `Basic ${without.join('***')}, "${without.join('***')}"`,
          )
        }
      }
    },
  )

  test.each([
    ['first-0123456789-last', ['first-0123456789', '0123456789-last']],
    ['0123456789', ['01234567', '23456789', '34567']],
    ['abcabcabcabcabc', ['abcabcabc']],
    ['"first%2D0123456789-last"', ['first-0123456789', '0123456789-last']],
  ])('that overlap in %s are hidden as one', (text, secrets) => {
    expect(hide(`<${text}>`, ...secrets).replaceAll('"', '')).toBe('<***>')
  })

  test.each([
    ['rnd_Exam…', '***…'],
    ['a rnd_Example-…, b rnd_Exampl… c rnd_Exa…', 'a ***…, b ***… c rnd_Exa…'],
    ['a%2Frnd_Example%2…', 'a%2F***…'],
    [`Basic ${Buffer.from(key).toString('base64').slice(0, 12)}…`, 'Basic ***…'],
  ])('are hidden where %s was cut', (text, hidden) => {
    expect(hide(text, key)).toBe(hidden)
  })

  test.each(['true', 'False', 'none', '1234', '5432100', 'admin', 'postgres', 'abc', ''])(
    '%j is none: hiding it would blank out what every step says',
    (word) => {
      const all = new Secrets()
      expect(all.add(word)).toBe(false)
      expect(all.redact(`{"healthy":${word}}`)).toBe(`{"healthy":${word}}`)
    },
  )

  test.each([
    ['pa55', 'pa55 in pa55word, "pa55", a/pa55', '*** in pa55word, "***", a/***'],
    ['-a b-', 'x-a b-y -a b-', 'x-a b-y ***'],
    ['hunter2', 'hunter2, hunter22 user:hunter2@host', '***, hunter22 user:***@host'],
  ])('%j, which is short, is hidden where it is no part of a word', (secret, text, hidden) => {
    expect(hide(text, secret)).toBe(hidden)
  })

  test('tell whether they are new', () => {
    const all = new Secrets()
    expect(['abcd', 'abcd', 'a/bc', 'a%2Fbc'].map((it) => all.add(it))).toEqual([
      true,
      false,
      true,
      true,
    ])
  })

  test('are hidden in a megabyte of escapes without delay', () => {
    const began = process.cpuUsage()
    const text = `${'%2F\\"&amp;+…'.repeat(80_000)}${json(odd)}`
    expect(hide(text, key, odd).endsWith('…***')).toBe(true)
    const { user, system } = process.cpuUsage(began)
    expect(user + system).toBeLessThan(5_000_000)
  })
})
