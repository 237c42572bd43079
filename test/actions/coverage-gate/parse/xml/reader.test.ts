import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { openText } from '../../../../../actions/coverage-gate/src/parse/text-file.ts'
import { xmlNames } from '../../../../../actions/coverage-gate/src/parse/xml/names.ts'
import { XmlReader } from '../../../../../actions/coverage-gate/src/parse/xml/reader.ts'
import {
  Close,
  End,
  Open,
  Text,
} from '../../../../../actions/coverage-gate/src/parse/xml/tokenizer.ts'
import { isWhole } from '../../../../support/sample.ts'
import { read } from '../../read.ts'

const folder = mkdtempSync(join(tmpdir(), 'xml-'))
const vocabulary = xmlNames('a', 'b', 'line', 'né:e', 'x', 'y-1', 'hits')
const wordOf = new Map(Object.entries(vocabulary).map(([word, number]) => [number, word]))

/** A piece of a document: what opens, with its attributes, what closes, and text. */
type Piece = string

function readWithXml(bytes: string | Buffer): Piece[] {
  const path = join(folder, 'document.xml')
  writeFileSync(path, bytes)
  const file = openText(path)
  try {
    return piecesOf(new XmlReader(file, vocabulary))
  } finally {
    file.close()
  }
}

function piecesOf(xml: XmlReader): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  const flush = (): void => {
    const visible = text.replace(/\s+/g, '')
    if (visible !== '') pieces.push(`text ${JSON.stringify(visible)}`)
    text = ''
  }
  for (let event = xml.next(); event !== End; event = xml.next()) {
    if (event === Text) {
      text += xml.content
      continue
    }
    flush()
    const name = wordOf.get(xml.name)
    if (event === Close) pieces.push(`close ${name} ${xml.depth}`)
    if (event === Open) {
      const attributes = Object.entries(vocabulary).flatMap(([word, number]) => {
        return xml.has(number) ? [`${word}=${JSON.stringify(xml.text(number))}`] : []
      })
      pieces.push(`open ${name} ${xml.depth} ${attributes.join(' ')}`)
    }
  }
  return pieces
}

function readWithSaxes(document: string): Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  let text = ''
  const flush = (): void => {
    const visible = text.replace(/\s+/g, '')
    if (visible !== '') pieces.push(`text ${JSON.stringify(visible)}`)
    text = ''
  }
  const known = (name: string): string | undefined =>
    Object.hasOwn(vocabulary, name) ? name : undefined
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('cdata', (piece) => {
    text += piece
  })
  parser.on('opentag', ({ name, attributes }) => {
    flush()
    const its = Object.keys(vocabulary).flatMap((word) => {
      return Object.hasOwn(attributes, word) ? [`${word}=${JSON.stringify(attributes[word])}`] : []
    })
    pieces.push(`open ${known(name)} ${++depth} ${its.join(' ')}`)
  })
  parser.on('closetag', ({ name }) => {
    flush()
    pieces.push(`close ${known(name)} ${depth--}`)
  })
  parser.write(document).close()
  return pieces
}

/** What a reader makes of a document; an error is only that. */
function outcome(read: () => Piece[]): Piece[] | 'error' {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw error
    return 'error'
  }
}

/** Numbers below `limit`, the same for the same seed. */
function random(seed: number): (limit: number) => number {
  let state = seed + 1
  return (limit) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
    state = (Math.imul(state ^ (state >>> 12), 0x297a2d39) ^ (state >>> 9)) >>> 0
    state += 0x9e3779b9
    return (state >>> 0) % limit
  }
}

const texts = [
  '',
  ' ',
  'text',
  'ü€😀',
  '&lt;b&gt;',
  '&#65;&#x1F600;',
  ']] >',
  '\r\n\t',
  '"\'',
  'a&amp;b',
]
const odd = [
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '&bad;',
  '\0',
  '</a>',
  '--',
  '/',
  '=',
  ' ',
  '&#0;',
  "'",
  '\u0001',
]

function document(next: (limit: number) => number): string {
  const pick = (from: readonly string[]): string => from[next(from.length)] ?? ''
  const names = [...Object.keys(vocabulary), 'other', 'lines', 'lin']
  const blank = (): string => pick(['', '', ' ', '\n  '])
  const attributes = (): string => {
    const some = new Set(Array.from({ length: next(4) }, () => pick(names)))
    return Array.from(some, (name) => {
      const mark = pick(['"', "'"])
      const value = pick(texts).replaceAll(mark, '')
      return `${pick([' ', '\n\t'])}${name}${blank()}=${blank()}${mark}${value}${mark}`
    }).join('')
  }
  const content = (depth: number): string => {
    const kind = next(10)
    if (kind < 5 && depth < 6) return element(depth + 1)
    if (kind === 5) return `<!--${pick(['', ' <a> ', 'x - y'])}-->`
    if (kind === 6) return `<![CDATA[${pick(['', '<a>&amp;', ']]', 'ü'])}]]>`
    if (kind === 7) return `<?target ${pick(['', 'x > y', '<a>'])}?>`
    return pick(texts)
  }
  const element = (depth: number): string => {
    const name = pick(names)
    const inside = Array.from({ length: next(5) }, () => content(depth)).join('')
    if (inside === '' && next(2)) return `<${name}${attributes()}${blank()}/>`
    return `<${name}${attributes()}${blank()}>${inside}</${name}${blank()}>`
  }
  const head = pick(['', '<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0"?>\n'])
  const doctype = pick([
    '',
    '',
    '<!DOCTYPE a SYSTEM "x>y">',
    '<!DOCTYPE a [<!-- > ]> --><!ENTITY e "]>">]>',
  ])
  return `${head}${doctype}${element(1)}${blank()}`
}

/** How many are drawn by lot; 3,000 in `npm run test:e2e`. */
const documents = isWhole ? 3000 : 1000

describe('XML that is well-formed', () => {
  test(`is read as saxes reads it, in ${documents} documents`, () => {
    for (let seed = 0; seed < documents; seed++) {
      const text = document(random(seed))
      const expected = outcome(() => readWithSaxes(text))
      expect({ text, read: outcome(() => readWithXml(text)) }).toEqual({ text, read: expected })
    }
  })

  test('is read the same when tokens lie across the ends of chunks', () => {
    const filler = `<a x="${'v'.repeat(700)}">text &amp; more<!-- c --><![CDATA[d]]></a>\n`
    for (let shift = 0; shift < 40; shift++) {
      const text = `<b>${' '.repeat(shift * 19)}${filler.repeat(800)}</b>`
      expect(readWithXml(text)).toEqual(readWithSaxes(text))
    }
  })
})

test(`XML that is broken is refused whenever saxes refuses it, in ${documents} documents`, () => {
  for (let seed = 0; seed < documents; seed++) {
    const next = random(seed + 50_000)
    const whole = document(next)
    const start = whole.search(/<[^?!]/)
    const at = start + next(whole.length - start)
    const broken = next(3)
      ? whole.slice(0, at) + (odd[next(odd.length)] ?? '') + whole.slice(at + next(3))
      : whole.slice(0, at)
    // Half a character cannot be written to a file.
    if (!broken.isWellFormed()) continue
    const expected = outcome(() => readWithSaxes(broken))
    const read = outcome(() => readWithXml(broken))
    // What stands inside a comment or a processing instruction is not looked at: nothing comes of it.
    const lenient = /<[?!]/.test(broken.slice(start)) || hasTwice(broken)
    if (expected === 'error' && lenient) continue
    expect({ broken, read }).toEqual({ broken, read: expected })
  }
})

/** An attribute that no one asks for may stand twice. */
function hasTwice(text: string): boolean {
  return /\b(other|lines|lin)\b[^<]*\b\1\b/.test(text)
}

const bomb = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from(
  { length: 30 },
  (_, i) => `<!ENTITY l${i + 1} "&l${i};&l${i};">`,
).join('')}]><a>&l30;</a>`

test.each([
  ['an entity bomb', bomb, /refers to "&l30;", but custom entities are not resolved/],
  [
    'an external entity',
    '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a x="&e;"/>',
    /refers to "&e;"/,
  ],
  ['a depth of 200,000', '<a>'.repeat(200_000), /nested more than 1000 elements deep/],
  ['a document that is cut off in a tag', '<a><b><line x="1', /ends in the middle, inside <b>/],
  ['a document that is cut off between tags', '<a><b></b>', /ends in the middle, inside <a>/],
  ['a wrong end tag', '<a><b></a></b>', /has "<\/a>" where <\/b> is expected/],
  ['NUL', '<a>\0</a>', /a character XML does not allow/],
  ['two documents', '<a/><a/>', /contains two documents/],
  ['text alone', 'TN:\nSF:a', /text outside/],
  ['nothing', '  ', /contains no XML element/],
  ['an attribute given twice', '<a x="1" x="2"/>', /the same attribute twice/],
  [
    'an unknown encoding',
    '<?xml version="1.0" encoding="klingon"?><a/>',
    /uses the encoding "klingon"/,
  ],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 60, 0, 0, 0]), /uses the encoding "utf-32"/],
  ['a tag of 20 MB', `<a x="${'v'.repeat(20_000_000)}"/>`, /more than 16 MiB/],
])('%s is refused in words', (_, document, message) => {
  expect(() => readWithXml(document)).toThrow(message)
})

const said = '<a x="ü€"/>'
test.each([
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${said}`)],
  ['UTF-16LE with a byte order mark', Buffer.from(`\uFEFF${said}`, 'utf16le')],
  ['UTF-16LE without', Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${said}`, 'utf16le')],
  ['UTF-16BE', Buffer.from(`\uFEFF${said}`, 'utf16le').swap16()],
  ['UTF-8 that says it is UTF-16', Buffer.from(`<?xml version="1.0" encoding="utf-16"?>${said}`)],
  [
    'windows-1252',
    Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a x="'),
      Buffer.from([0xfc, 0x80]),
      Buffer.from('"/>'),
    ]),
  ],
])('%s is read', (_, bytes) => {
  expect(readWithXml(bytes)).toEqual(['open a 1 x="ü€"', 'close a 1'])
})

test.each([
  ['0', false],
  ['1', true],
  ['-1', false],
  ['-', false],
  ['0.0', false],
  ['0e5', false],
  ['1.0e+19', true],
  ['18446744073709551611', true],
  ['0,5', true],
])('hits of %s are covered: %s', (hits, covered) => {
  const path = join(folder, 'hits.xml')
  writeFileSync(path, `<a hits="${hits}"/>`)
  const xml = new XmlReader(openText(path), vocabulary)
  xml.next()
  expect(xml.positive(vocabulary.hits)).toBe(covered)
})

test('the format is found behind a prologue of any length', () => {
  const prologue = `<?xml version="1.0"?><!-- ${'a'.repeat(300_000)} -->`
  expect(read(`${prologue}<report name="r"></report>`).format).toBe('jacoco')
})
