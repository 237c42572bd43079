import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ActionError } from '@ci-actions/kit'
import { formats } from '../../../../actions/coverage-gate/src/formats/detect-format.ts'
import { JsonReader } from '../../../../actions/coverage-gate/src/parse/json/reader.ts'
import type { TextFile } from '../../../../actions/coverage-gate/src/parse/text-file.ts'
import { seeded } from '../../../support/random.ts'
import { isWhole } from '../../../support/sample.ts'
import { fixtures, read, reportFixtures } from '../read.ts'

/** A file that gives its bytes in pieces of this size. */
function inPieces(text: string, size: number): TextFile {
  const bytes = Buffer.from(text)
  let position = 0
  return {
    read(into, at) {
      const piece = bytes.subarray(position, position + Math.min(size, into.length - at))
      into.set(piece, at)
      position += piece.length
      return piece.length
    },
    close() {},
  }
}

function isJson(text: string, size = 7): boolean {
  const json = new JsonReader(inPieces(text, size))
  try {
    json.skip()
    json.end()
    return true
  } catch (error) {
    if (error instanceof ActionError) return false
    throw error
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('The scanner of JSON', () => {
  test('takes what JSON.parse takes, and nothing else', () => {
    const random = seeded(3)
    const pieces: [string, ...string[]] = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '"\\u00g9"',
      '"\\x"',
      '"\\\\"',
      '"',
      '0',
      '-1',
      '1.5',
      '2e3',
      '1.',
      '01',
      '-',
      'true',
      'false',
      'null',
      'nul',
      ' ',
      '\n',
      '\0',
      '{"a":',
      '[1,',
      '""',
      '{}',
      '[]',
    ]
    const texts = isWhole ? 20_000 : 5_000
    let taken = 0
    for (let i = 0; i < texts; i++) {
      const text = random.text(pieces, 8)
      const expected = parses(text)
      if (expected) taken++
      if (isJson(text, 1 + random.integer(9)) !== expected) throw new Error(JSON.stringify(text))
    }
    expect(taken).toBeGreaterThan(texts / 40)
  })

  test('reads keys, texts and numbers whole across the ends of pieces', () => {
    const text = '{"key" : "v\\u00e9\\"\\\\", "n":-12345 , "__proto__":[1e400,-0, 0.0]}'
    for (let size = 1; size < text.length; size++) {
      const json = new JsonReader(inPieces(text, size))
      const seen: unknown[] = []
      json.object()
      while (json.key()) {
        seen.push(json.name())
        if (json.kind() === '"') seen.push(json.text())
        else if (json.kind() === '0') seen.push(json.integer())
        else {
          json.array()
          while (json.element()) seen.push(json.hit())
        }
      }
      json.end()
      expect(seen).toEqual(['key', 'v\u00e9"\\', 'n', -12345, '__proto__', true, false, false])
    }
  })

  test('passes over a text that is larger than any buffer', () => {
    expect(isJson(`["${'x\\"'.repeat(12_000_000)}"]`, 1 << 20)).toBe(true)
  })
})

/** All reports that tools wrote. */
const samples = reportFixtures.map((path) => ({ path, bytes: readFileSync(join(fixtures, path)) }))

/** At how many places a report is cut off: each is read once. */
const cuts = isWhole ? 100 : 15

describe('A report that is cut off is refused, or what is there is right', () => {
  test.each(samples)('$path', ({ path, bytes }) => {
    const whole = read(bytes)
    const most = Math.max(1, Math.floor(bytes.length / cuts))
    const told: string[] = []
    for (let size = 1; size < bytes.length; size += most) {
      const head = bytes.subarray(0, size)
      try {
        const cut = read(head)
        const atRow = head.at(-1) === 0x0a || cut.remarks.length > 0
        const onlyBlank = bytes.subarray(size).toString().trim() === ''
        // Rows of Go and of CSV and records of lcov are whole reports, too; there is no end that could be missing.
        const partial = /\.(out|csv)$/.test(path)
          ? atRow
          : /(^|\n)(end_of_record|TN:)\s*$/.test(head.toString())
        // What holds nothing is refused further up.
        const empty = Object.keys(cut.totals).length === 0
        if (!partial && !onlyBlank && !empty) told.push(`${size}: ${JSON.stringify(cut.totals)}`)
      } catch (error) {
        if (!(error instanceof ActionError)) throw error
      }
    }
    expect(told).toEqual([])
    expect(whole.format).not.toBe('')
  })
})

const deep = 200_000
const name = '::error::x|<b>@me ##[warning]`y` ../../../etc/passwd'

describe('Hostile text', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['depth of 200,000 arrays', `{"a":${'['.repeat(deep)}`, /is in no format|more than 1000/],
    [
      'depth inside a format',
      `{"a":{"statementMap":{},"x":${'[{"a":'.repeat(deep)}`,
      /more than 1000 levels deep/,
    ],
    [
      'a line of 20 MB',
      `SF:a\nFN:1,${'x'.repeat(20_000_000)}\nend_of_record\n`,
      /a line of more than 16 MiB/,
    ],
    [
      'a name of 20 MB',
      `{"${'x'.repeat(20_000_000)}":{"statementMap":{}}}`,
      /is in no format|more than 16 MiB/,
    ],
    [
      'a class in a class',
      '<coverage><class filename="a"><class filename="b"><lines/></class></class></coverage>',
      /has a <class> inside another/,
    ],
    ['NUL bytes', Buffer.alloc(100_000), /is a binary file/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), /utf-32/i],
    [
      'UTF-16 that is none',
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
      /bytes that are invalid|no format/,
    ],
  ])('%s is refused', (_, content, message) => {
    expect(() => read(content)).toThrow(ActionError)
    expect(() => read(content)).toThrow(message)
  })

  test.each(formats.map((format) => [format.name, format] as const))(
    'forced as %s, what is something else is refused in one line',
    (_, format) => {
      const others = [
        '<html/>',
        '{"a":1}',
        '[]',
        '"x"',
        'mode: x\n',
        name,
        '\0',
        '{"a":{"b":{"c":',
        '{',
      ]
      for (const text of others) {
        let failure: unknown
        try {
          const { totals } = read(text, format)
          // Nothing that could be covered is refused further up.
          expect(totals).toEqual({})
        } catch (error) {
          failure = error
        }
        if (failure !== undefined) expect(failure).toBeInstanceOf(ActionError)
        expect(String(failure)).not.toMatch(/\n/)
      }
    },
  )

  test('names with commands and .. are names, and nothing else', () => {
    const { coverage } = read(`SF:${name}\nDA:1,1\nend_of_record\n`)
    expect(Array.from(coverage.files())).toHaveLength(1)
  })
})
