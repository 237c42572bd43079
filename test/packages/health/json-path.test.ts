import {
  type ExpectedJson,
  expectedJson,
  getValue,
} from '../../../packages/health/src/json-path.ts'

async function expectedAt(path: string): Promise<ExpectedJson> {
  const [expected] = await expectedJson.parse(JSON.stringify({ [path]: 'x' }))
  if (!expected) throw new Error('There is one.')
  return expected
}

const document = JSON.parse(`{
  "status": "UP",
  "info.app": "literal",
  "a": { "b": [{ "c": 1 }, { "c": 2 }, { "c": 3 }], "d e": 4, "f.g": 5, "it's": 6, "0": 7 },
  "list": [[10, 11], [20, 21]],
  "p(95)": 8,
  "app.kubernetes.io/name": 9,
  "db:main": { "x-y_z@1": 12 },
  "$ref": 13,
  "": 14,
  "__proto__": 15,
  "constructor": { "name": 16 },
  "prototype": null
}`)

describe('A path leads to one value', () => {
  test.each<[string, unknown]>([
    ['status', 'UP'],
    ['$.status', 'UP'],
    ['.status', 'UP'],
    ["$['status']", 'UP'],
    ['$["status"]', 'UP'],
    ["['status']", 'UP'],
    ['a.b[0].c', 1],
    ['$.a.b[1].c', 2],
    ['.a.b[2].c', 3],
    ['a.b.0.c', 1],
    ['a.b.[1].c', 2],
    ['a.b[-1].c', 3],
    ['a.b[-3].c', 1],
    ["$['a']['b'][0]['c']", 1],
    ['a["b"][-2].c', 2],
    ['a.d e', 4],
    ["a['f.g']", 5],
    ['a["it\'s"]', 6],
    ['a.0', 7],
    ['list[1][0]', 20],
    ['list[-1][-1]', 21],
    ['list.length', 2],
    ['info.app', 'literal'],
    ["$['p(95)']", 8],
    ['app.kubernetes.io/name', 9],
    ['db:main.x-y_z@1', 12],
    ['$ref', 13],
    ["$['']", 14],
    ['__proto__', 15],
    ['constructor.name', 16],
    ['prototype', null],
    ['$', document],
    ['a.b[3].c', undefined],
    ['a.b[-4].c', undefined],
    ['a.b[00].c', 1],
    ['status[0]', undefined],
    ['a[0]', undefined],
    ['a[-1]', undefined],
    ['missing.deep[0].er', undefined],
    ['toString', undefined],
    ['a.__proto__', undefined],
    ['a.constructor.name', undefined],
    ['list.map', undefined],
    ['status.length', undefined],
  ])('%s', async (path, value) => {
    expect(getValue(document, await expectedAt(path))).toEqual(value)
  })

  test.each(['a', '[0]', '$'])('and to none in what is no map and no list: %s', async (path) => {
    const expected = await expectedAt(path)
    for (const scalar of [1, 'text', true]) {
      expect(getValue(scalar, expected)).toBe(path === '$' ? scalar : undefined)
    }
  })
})

const forms = 'paths such as status, checks[0].name or items[-1].n'

describe('A path that can lead to no single value is refused with what to write', () => {
  test.each([
    ['checks[*].status', 'list each path, or set the path of the list to the whole list'],
    ['checks.*.status', 'list each path'],
    ['*.status', 'list each path'],
    ['$..status', 'list each path'],
    ['a..b', 'list each path'],
    ['checks[]', 'list each path'],
    ['.checks[].status', 'list each path'],
    ['checks[0:2]', 'list each path'],
    ['checks[-1:]', 'list each path'],
    ['checks[0,1].n', 'list each path'],
    ['checks[?(@.ok)]', 'list each path'],
    ['checks[?(@.name=="db")].status', 'list each path'],
    ['list.#.n', 'list each path'],
    ['/status', 'so write status'],
    ['/checks/0/name', 'so write checks.0.name'],
    ['/', 'brackets and quotes'],
    ['{.status.phase}', "$['{.status.phase}']"],
    ['p(95)', "$['p(95)']"],
    ['.status | ascii_upcase', 'brackets and quotes'],
    ['length(checks)', 'brackets and quotes'],
    ['.status == "UP"', 'brackets and quotes'],
    ['status=UP', 'brackets and quotes'],
    ['checks[name]', 'brackets and quotes'],
    ['checks[0', 'brackets and quotes'],
    ['checks[1.5]', 'brackets and quotes'],
    ['checks[0]name', 'brackets and quotes'],
    ['checks]', 'brackets and quotes'],
    ['status.', 'brackets and quotes'],
    ["$['open", 'brackets and quotes'],
    ['a\\.b', 'brackets and quotes'],
    ['', 'brackets and quotes'],
  ])('%s', async (path, way) => {
    const refusal = await expectedAt(path).catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      name: 'ValidationError',
      part: path,
      expected: expect.stringContaining(forms),
    })
    expect(refusal).toMatchObject({ expected: expect.stringContaining(way) })
  })
})

describe('A value that no JSON can be equal to for certain is refused', () => {
  test.each([
    '9007199254740993',
    '-9007199254740993',
    '12345678901234567890',
    '1e400',
    '.nan',
    '-.inf',
    '[1, [9007199254740993]]',
    '{deep: {er: 1e999}}',
  ])('%s', async (value) => {
    await expect(expectedJson.parse(`build: ${value}`)).rejects.toMatchObject({
      name: 'ValidationError',
      expected: expect.stringContaining('numbers up to 9007199254740991'),
    })
  })

  test.each(['9007199254740991', '"9007199254740993"', '1.5', '-0.1', '1e3', 'null', '{}'])(
    'but not %s',
    async (value) => {
      await expect(expectedJson.parse(`build: ${value}`)).resolves.toHaveLength(1)
    },
  )
})
