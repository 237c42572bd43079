import { isNestedDeeper, mapOf, parseJson } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { array, getDotPath, nullable, number, object, safeParse, string, unknown } from 'valibot'

/** Names that every object has, and what languages and libraries treat as special. */
const names = [
  '__proto__',
  'prototype',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'length',
  '0',
  '',
  'a.b',
  'ключ',
]

describe('A map keeps every key', () => {
  test.each(names)('%j', (name) => {
    const given = parseJson(`{${JSON.stringify(name)}: "kept", "other": "too"}`)
    const { success, output } = safeParse(mapOf(string()), given)
    expect(success).toBe(true)
    expect(Object.entries(Object(output)).sort()).toEqual(
      [
        [name, 'kept'],
        ['other', 'too'],
      ].sort(),
    )
  })

  test.each(names)('%j in YAML', async (name) => {
    const shape = yaml(mapOf(mapOf(number())), 'maps')
    const read = await shape.parse(`${JSON.stringify(name)}:\n  ${JSON.stringify(name)}: 1\n`)
    expect(Object.entries(read).map(([key, inner]) => [key, Object.entries(inner)])).toEqual([
      [name, [[name, 1]]],
    ])
  })

  test.each(names.slice(0, 7))('%j is not found where it is not', (name) => {
    const { output } = safeParse(mapOf(unknown()), {})
    expect(Object(output)[name]).toBeUndefined()
  })

  test('and takes on no prototype of what is given', () => {
    const { output } = safeParse(mapOf(unknown()), parseJson('{"__proto__": {"isAdmin": true}}'))
    expect(Object(output).isAdmin).toBeUndefined()
  })
})

describe('What is no such map', () => {
  const shape = mapOf(object({ n: number() }))

  test.each<[string, unknown]>([
    ['a list', []],
    ['a list of pairs', [['a', { n: 1 }]]],
    ['null', null],
    ['text', 'a: 1'],
    ['a number', 1],
    ['nothing', undefined],
  ])('%s', (_, given) => {
    expect(safeParse(shape, given)).toMatchObject({
      success: false,
      issues: [{ message: 'expected a map' }],
    })
  })

  test.each<[string, string]>([
    ['{"a": {"n": "1"}}', 'a.n'],
    ['{"a": {"n": 1}, "constructor": {"n": null}}', 'constructor.n'],
    ['{"a": 1}', 'a'],
  ])('%s is said by its path', (given, path) => {
    const { issues = [] } = safeParse(shape, parseJson(given))
    expect(issues.map((issue) => getDotPath(issue))).toEqual([path])
  })

  test('in a list, by the whole path', () => {
    const { issues = [] } = safeParse(array(mapOf(mapOf(string()))), [{}, { a: { b: 1 } }])
    expect(issues.map((issue) => getDotPath(issue))).toEqual(['1.a.b'])
  })
})

const nested = (depth: number, open = '[', close = ']'): string =>
  open.repeat(depth) + close.repeat(depth)

describe('JSON is read as deep as anybody nests it', () => {
  test.each<[string, string, boolean]>([
    ['flat', '{"a": 1}', true],
    ['a scalar', '1', true],
    ['null', 'null', true],
    ['500 lists', nested(500), true],
    ['501 lists', nested(501), false],
    ['20,000 lists', nested(20_000), false],
    ['a million lists', nested(1_000_000), false],
    ['maps', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, false],
    ['maps and lists', `${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`, false],
    ['a deep one beside others', `{"a": 1, "b": [[], ${nested(20_000)}], "c": 2}`, false],
    ['as text', JSON.stringify(nested(20_000)), true],
    ['what never ends', '['.repeat(20_000), false],
    ['no JSON', '<html>', false],
    ['nothing', '', false],
  ])('%s', (_, given, isRead) => {
    expect(parseJson(given) !== undefined).toBe(isRead)
  })

  test('wide is not deep', () => {
    expect(isNestedDeeper(Array.from({ length: 100_000 }, () => [[]]))).toBe(false)
  })

  test.each([
    ['JSON', nested(20_000)],
    ['JSON in a map', `{"a": ${nested(501)}}`],
    ['YAML', `a: ${nested(600)}`],
    ['YAML of lines', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['YAML far too deep', `a: ${nested(20_000)}`],
    [
      'aliases of aliases',
      [
        'a0: &a0 []',
        ...Array.from({ length: 600 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`),
      ].join('\n'),
    ],
  ])('an input that is deeper is refused: %s', async (_, given) => {
    const shape = yaml(nullable(mapOf(unknown())), 'a map')
    await expect(shape.parse(given)).rejects.toThrow(
      /must be a map; (it is nested|it is not valid YAML|its aliases expand)/,
    )
  })
})
