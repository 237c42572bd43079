import {
  escapeMarkdown,
  type Markdown,
  markdownCode,
  markdownLink,
  markdownTable,
} from '@ci-actions/kit'
import { marked } from 'marked'
import { seeded } from '../../support/random.ts'

const hostile = [
  '',
  'plain words',
  'a | b',
  'a \\| b \\',
  '`code` ``more` ``` x',
  '**bold** __bold__ *it* _it_ ~~gone~~',
  '# heading',
  '===',
  '---',
  '- item',
  '1. item',
  '2) item',
  '+ item',
  '> quote',
  '    indented',
  '```sh\nrm -rf /\n```',
  '</details></td></tr></table>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">x</a>',
  '<https://evil.example>',
  '<!-- marker -->',
  '-->',
  '&lt;img&gt; &#60;b&#62; &amp; &copy;',
  '[text](https://evil.example)',
  '![image](https://evil.example/x.png)',
  '[ref]: https://evil.example',
  '[^1]: note',
  'https://evil.example/a?b=c',
  'HTTP://EVIL.EXAMPLE',
  'http://x',
  'www.evil.example',
  'WWW.evil.example',
  'mail@evil.example',
  'mailto:mail@evil.example',
  'xmpp:mail@evil.example/x',
  '@org/team and @someone',
  '#1 closes #23, org/app#4 GH-5',
  '$E=mc^2$ $$x$$',
  'line\nbreak\r\nand\u2028more\u2029',
  '\u202eright to left\u2066',
  '\0\x07\x1b[31m',
  ':::',
  '|---|---|',
  '\\',
  '\\\\',
  'a'.repeat(5000),
  '`'.repeat(500),
] as const

/** The elements in what a page would show, and its text. */
function show(markdown: string) {
  const html = marked.parse(markdown, { gfm: true, async: false })
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
  return { elements: [...html.matchAll(/<([a-z!][\w-]*)/gi)].map(([, name]) => name), text }
}

/** What GitHub itself makes of shown text, after the Markdown: mentions and links to issues. */
const mention = /@[a-z\d]|#\d|\bGH-\d/i

/** What a person sees of a text: on one line, without what cannot be seen. */
function seen(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim()
}

describe('Text from outside', () => {
  test.each(hostile)('%j shows just itself', (text) => {
    const { elements, text: shown } = show(escapeMarkdown(text))
    expect(elements).toEqual(text === '' ? [] : ['p'])
    expect(shown).not.toMatch(mention)
    expect(seen(shown)).toBe(seen(text))
  })

  test.each(hostile)('%j in code face shows just itself', (text) => {
    const { elements, text: shown } = show(markdownCode(text))
    expect(elements).toEqual(seen(text) === '' ? [] : ['p', 'code'])
    expect(seen(shown)).toBe(seen(text))
  })

  test.each(hostile)('%j as the text of a link makes no other link', (text) => {
    const { elements, text: shown } = show(`see ${markdownLink(text, 'https://ok.example/a_b')}`)
    expect(elements).toEqual(['p', 'a'])
    expect(shown).not.toMatch(mention)
  })

  test('in a paragraph of its own lines becomes no heading, list or rule', () => {
    const lines = hostile.map((text) => escapeMarkdown(text)).filter((line) => line !== '')
    expect(show(`title\n${lines.join('\n')}`).elements).toEqual(['p'])
  })

  test('drawn by chance shows just itself, 2,000 times', () => {
    const { text } = seeded(3)
    const pieces = [
      '`',
      '*',
      '_',
      '~',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '|',
      '\\',
      '#',
      '&',
      ';',
      '=',
    ] as const
    const more = [
      '\n',
      ' ',
      '1',
      '.',
      ':',
      '//',
      'www.',
      'http',
      '@',
      'a',
      '-',
      '+',
      '$',
      '"',
      "'",
    ] as const
    for (let i = 0; i < 2000; i++) {
      const drawn = `x${text([...pieces, ...more], 20)}`
      for (const [markdown, elements] of [
        [escapeMarkdown(drawn), ['p']],
        [markdownCode(drawn), ['p', 'code']],
      ] as const) {
        const page = show(markdown)
        expect([drawn, page.elements, seen(page.text)]).toEqual([drawn, elements, seen(drawn)])
      }
    }
  })
})

describe('A link', () => {
  test.each([
    ['https://ok.example', 'https://ok.example/'],
    ['https://ok.example/a(b)c', 'https://ok.example/a%28b%29c'],
    ['https://ok.example/a b"c', 'https://ok.example/a%20b%22c'],
    ['https://ok.example/?a=1&copy;=2|3', 'https://ok.example/?a=1&amp;copy;=2%7c3'],
    ['https://ok.example/a_b*c`d~e\\f', 'https://ok.example/a%5fb%2ac%60d%7ee/f'],
    ["https://ok.example/'x'", 'https://ok.example/&#39;x&#39;'],
  ])('to %s leads there', (address, href) => {
    const html = marked.parseInline(markdownLink('x', address), { async: false })
    expect(html).toBe(`<a href="${href}">x</a>`)
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'no address',
    '',
    undefined,
  ])('to %p is the text alone', (address) => {
    expect(show(markdownLink('a text', address))).toEqual({ elements: ['p'], text: 'a text\n' })
  })
})

describe('A table', () => {
  test('has the cells it was given, whatever is in them', () => {
    const rows = hostile.map((text): Markdown[] => [
      escapeMarkdown(text),
      markdownCode(text),
      markdownLink(text, 'https://ok.example'),
    ])
    const tokens = marked.lexer(markdownTable(['plain', 'code', 'link'], rows))
    expect(tokens).toHaveLength(1)
    const [token] = tokens
    if (token?.type !== 'table') throw new Error('That is no table.')
    expect(token.header).toHaveLength(3)
    expect(token.rows).toHaveLength(hostile.length)
    expect(new Set(token.rows.map((row: unknown[]) => row.length))).toEqual(new Set([3]))
    const { elements } = show(markdownTable(['plain', 'code', 'link'], rows))
    expect(new Set(elements)).toEqual(
      new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'a']),
    )
    expect(elements.filter((name) => name === 'a')).toHaveLength(hostile.length)
  })

  test('without rows is its head', () => {
    expect(markdownTable(['a', 'b'], [])).toBe('| a | b |\n| --- | --- |')
  })
})
