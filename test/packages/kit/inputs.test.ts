import {
  allInputs,
  duration,
  flag,
  type InputParser,
  type Inputs,
  integer,
  isLoopbackHost,
  list,
  mapOf,
  named,
  oneOf,
  oneOfGroups,
  optional,
  positiveDuration,
  readInputs,
  required,
  secret,
  secretUrl,
  text,
  url,
  ValidationError,
} from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { number, object, string } from 'valibot'
import { TestRunner } from '../../support/runner.ts'

async function read<T>(kind: InputParser<T>, given: string): Promise<T> {
  const { it } = await readInputs({ it: required('it', kind) }, new TestRunner({ it: given }))
  return it
}

const level = oneOf('leave', 'rollback')
const sizes = yaml(mapOf(number()), 'a map of numbers')
const port = integer(1, 65_535)

describe('An input is read as what it means', () => {
  test.each<[string, InputParser<unknown>, string, unknown]>([
    ['text', text, '  a b  ', 'a b'],
    ['text', text, '${{ not evaluated }}', '${{ not evaluated }}'],
    ['flag', flag, 'true', true],
    ['flag', flag, 'True', true],
    ['flag', flag, 'FALSE', false],
    ['integer', integer(), '0', 0],
    ['integer', integer(), '+7', 7],
    ['integer', integer(-5, 5), '-5', -5],
    ['integer', integer(), '9007199254740991', Number.MAX_SAFE_INTEGER],
    ['integer', port, '0080', 80],
    ['duration', duration, '0', 0],
    ['duration', duration, '30', 30_000],
    ['positiveDuration', positiveDuration, '1ms', 1],
    ['duration', duration, '1.5', 1500],
    ['duration', duration, '500ms', 500],
    ['duration', duration, '0.25s', 250],
    ['duration', duration, '5m', 300_000],
    ['duration', duration, '1h30m', 5_400_000],
    ['duration', duration, '596h', 2_145_600_000],
    ['oneOf', level, 'rollback', 'rollback'],
    ['url', url, 'https://example.com/a?b=c', new URL('https://example.com/a?b=c')],
    ['url', url, 'http://localhost:8080', new URL('http://localhost:8080')],
    ['url', url, 'http://127.0.0.1/', new URL('http://127.0.0.1/')],
    ['url', url, 'http://[::1]:99', new URL('http://[::1]:99')],
    ['list', list(text), 'a\n\n# no\r\n  b \rc', ['a', 'b', 'c']],
    ['list', list(port), '80\n443', [80, 443]],
    ['list', list(text), '- a\n- b: c\n-   d', ['a', 'b: c', 'd']],
    ['list', list(text), '- "a b"\n- \'c, d\'\n# no\n- e', ['a b', 'c, d', 'e']],
    ['list', list(text), '["a", "b, c", "d\\"e"]', ['a', 'b, c', 'd"e']],
    ['list', list(text), "['a',\n 'b',\n]", ['a', 'b']],
    ['list', list(text), '[a, b c,d]', ['a', 'b c', 'd']],
    ['list', list(text), '["a"]', ['a']],
    ['list', list(port), '[80, 443]', [80, 443]],
    ['list', list(text), '"a, b"\n\'c\'', ['a, b', 'c']],
    // What only looks like it.
    ['list', list(text), '[ab]', ['[ab]']],
    ['list', list(text), '[ab].xml\n-a\n--b\na-', ['[ab].xml', '-a', '--b', 'a-']],
    ['list', list(text), 'a, b\nc; d', ['a, b', 'c; d']],
    ['list', list(text), '"a" b "c"\n"\n""', ['"a" b "c"', '"', '']],
    [
      'list',
      list(named(text)),
      '- a: b\n- c',
      [
        { name: 'a', value: 'b' },
        { name: undefined, value: 'c' },
      ],
    ],
    ['named', named(text), 'backend: srv-1', { name: 'backend', value: 'srv-1' }],
    ['named', named(text), 'my backend :  srv: 1', { name: 'my backend', value: 'srv: 1' }],
    ['named', named(text), 'srv-1', { name: undefined, value: 'srv-1' }],
    ['named', named(text), 'tcp://h:1', { name: undefined, value: 'tcp://h:1' }],
    ['named', named(text), 'api: https://h:1', { name: 'api', value: 'https://h:1' }],
    ['named', named(text), '"a": b', { name: undefined, value: '"a": b' }],
    ['yaml', sizes, '{"XS": 0, "S": 10}', { XS: 0, S: 10 }],
    ['yaml', sizes, 'XS: 0\nS: 10 # lines', { XS: 0, S: 10 }],
    ['yaml', yaml(mapOf(string()), 'a map'), 'a: no\nb: off', { a: 'no', b: 'off' }],
    ['yaml', yaml(mapOf(string()), 'a map'), 'a: !unheard of', { a: 'of' }],
  ])('%s %#: %3$j', async (_name, kind, given, value) => {
    await expect(read(kind, given)).resolves.toEqual(value)
  })
})

describe('An input that means nothing is refused with what would be right', () => {
  test.each<[string, InputParser<unknown>, string, string]>([
    ['flag', flag, 'yes', 'true or false, not "yes"'],
    ['flag', flag, 'tRUE', 'true or false, not "tRUE"'],
    ['flag', flag, '1', 'true or false, not "1"'],
    ['integer', integer(), '-1', 'a whole number of at least 0, not "-1"'],
    ['integer', integer(), '1.0', 'a whole number of at least 0, not "1.0"'],
    ['integer', integer(), '1e3', 'a whole number of at least 0, not "1e3"'],
    ['integer', integer(), '0x10', 'a whole number of at least 0, not "0x10"'],
    ['integer', port, '65536', 'a whole number from 1 to 65535, not "65536"'],
    ['integer', integer(), '١٢', 'a whole number of at least 0, not "١٢"'],
    ['duration', duration, '-5', 'a duration such as 500ms, 30s, 5m or 1h, not "-5"'],
    ['duration', duration, '5 m', 'a duration such as 500ms, 30s, 5m or 1h, not "5 m"'],
    ['duration', duration, '1d', 'a duration such as 500ms, 30s, 5m or 1h, not "1d"'],
    ['duration', duration, '1h30', 'a duration such as 500ms, 30s, 5m or 1h, not "1h30"'],
    ['duration', duration, '.5', 'a duration such as 500ms, 30s, 5m or 1h, not ".5"'],
    ['duration', duration, 'Infinity', 'a duration such as 500ms, 30s, 5m or 1h, not "Infinity"'],
    ['positiveDuration', positiveDuration, '0s', 'a duration longer than 0, not "0s"'],
    [
      'positiveDuration',
      positiveDuration,
      'soon',
      'a duration such as 500ms, 30s, 5m or 1h, not "soon"',
    ],
    ['duration', duration, '597h', 'a duration of at most 24 days, not "597h"'],
    [
      'duration',
      duration,
      '9'.repeat(400),
      `a duration of at most 24 days, not "${'9'.repeat(79)}…"`,
    ],
    ['oneOf', level, 'Leave', 'one of leave, rollback, not "Leave"'],
    ['url', url, 'example.com', 'an address that starts with https://, not "example.com"'],
    ['url', url, 'ftp://h', 'an address that starts with https://, not "ftp://h"'],
    [
      'url',
      url,
      'file:///etc/passwd',
      'an address that starts with https://, not "file:///etc/passwd"',
    ],
    [
      'url',
      url,
      'https:/a.example',
      'an address that starts with https:// and a host, not "https:/a.example"',
    ],
    ['url', url, 'http://h', 'an https:// address (http:// only for localhost), not "http://h"'],
    [
      'url',
      url,
      'http://127.0.0.1.nip.io',
      'an https:// address (http:// only for localhost), not "http://127.0.0.1.nip.io"',
    ],
    [
      'list',
      list(text),
      '# only\n# comments',
      'at least one line that is not a comment, not "# only # comments"',
    ],
    ['list', list(text), '[]', 'at least one line that is not a comment, not "[]"'],
    [
      'list',
      list(port),
      '80, 443',
      'a whole number from 1 to 65535; put each on its own line ("80", then "443"), not "80, 443"',
    ],
    [
      'list',
      list(port),
      '22\n80,443;8080',
      'a whole number from 1 to 65535; put each on its own line ("80", then "443", then "8080"), not "80,443;8080"',
    ],
    [
      'list',
      list(port),
      '80 443',
      'a whole number from 1 to 65535; put each on its own line ("80", then "443"), not "80 443"',
    ],
    [
      'list',
      list(port),
      '- 80, 443',
      'a whole number from 1 to 65535; put each on its own line ("80", then "443"), not "80, 443"',
    ],
    ['list', list(oneOf('a{1,2}', '(b)')), 'a{1,2}{3,4}', 'one of a{1,2}, (b), not "a{1,2}{3,4}"'],
    ['list', list(oneOf('a', '(b)')), 'a (b)', 'one of a, (b), not "a (b)"'],
    ['list', list(port), '80,', 'a whole number from 1 to 65535, not "80,"'],
    ['list', list(port), '80, http', 'a whole number from 1 to 65535, not "80, http"'],
    [
      'list',
      list(named(port)),
      'a: 80, b: 443',
      'a whole number from 1 to 65535; put each on its own line ("a: 80", then "b: 443"), not "80, b: 443"',
    ],
    [
      'list',
      list(url),
      'https://a.example, https://b.example',
      'a single address without spaces or line breaks; put each on its own line ("https://a.example", then "https://b.example"), not "https://a.example, https://b.example"',
    ],
    [
      'url',
      url,
      'https://a.example/b\nhttps://c.example/',
      'a single address without spaces or line breaks, not "https://a.example/b https://c.example/"',
    ],
    [
      'url',
      url,
      'https://a.example/b,https://c.example/',
      'a single address without spaces or line breaks, not "https://a.example/b,https://c.example/"',
    ],
    ['list', list(port), '80\nhttp\nftp', 'a whole number from 1 to 65535, not "http"'],
    ['named', list(named(port)), 'a: 80\nb: x', 'a whole number from 1 to 65535, not "x"'],
    ['yaml', sizes, 'XS', 'a map of numbers, not "XS"'],
    ['yaml', sizes, '- 1\n- 2', 'a map of numbers, not "- 1 - 2"'],
    [
      'yaml',
      sizes,
      'XS: zero',
      'a map of numbers; at "XS": expected a number, not "zero", not "XS: zero"',
    ],
    [
      'yaml',
      sizes,
      'a: {',
      'a map of numbers; it is not valid YAML: Flow map in block collection must be sufficiently indented and end with a } at line 1, column 5, not "a: {"',
    ],
    [
      'yaml',
      sizes,
      'a: 1\na: 2',
      'a map of numbers; it is not valid YAML: Map keys must be unique at line 2, column 1, not "a: 1 a: 2"',
    ],
    [
      'yaml',
      sizes,
      'a: *b',
      'a map of numbers; it is not valid YAML: Unresolved alias (the anchor must be set before the alias): b, not "a: *b"',
    ],
  ])('%s %#: %3$j', async (_name, kind, given, message) => {
    await expect(read(kind, given)).rejects.toThrow(new Error(`Input "it" must be ${message}.`))
  })

  test('on one line, of a length to read, whatever was given', async () => {
    const hostile = `{"a": "${'x\\n::error::y\\u2028##[add-path]/z\\r'.repeat(1000)}"}`
    const message = await read(sizes, hostile).catch((error: Error) => error.message)
    expect(message).toMatch(/^Input "it" must be a map of numbers; at "a": expected a number, not /)
    expect(message).not.toMatch(/[\r\n\u2028]/)
    expect(message?.length).toBeLessThan(600)
  })

  test('and a bomb of aliases does not go off', async () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]']
    for (let i = 1; i < 10; i++) bomb.push(`a${i}: &a${i} [${Array(9).fill(`*a${i - 1}`)}]`)
    await expect(read(sizes, bomb.join('\n'))).rejects.toThrow('more than 100000 values')
  })

  test('and a value that holds itself is refused', async () => {
    await expect(read(sizes, 'a: &a { b: *a }')).rejects.toThrow(/Input "it" must be/)
  })

  test('and aliases may be used as often as one wants', async () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `s${i}: *one`)
    const all = await read(sizes, ['one: &one 1', ...lines].join('\n'))
    expect(Object.keys(all)).toHaveLength(5_001)
  })
})

const emptiness =
  'A secret or variable is empty if it does not exist or is not available to this run.'

describe('Whether an input is given', () => {
  const inputs = {
    key: required('key', text, { env: 'KEY' }),
    wait: optional('wait', flag, { deprecatedName: 'wait-for-success' }),
  } satisfies Inputs

  test('matters only when it is required', async () => {
    const runner = new TestRunner({ key: 'k' })
    await expect(readInputs(inputs, runner)).resolves.toEqual({ key: 'k', wait: undefined })
  })

  test('is said with the variable that could hold it too', async () => {
    await expect(readInputs(inputs, new TestRunner())).rejects.toThrow(
      'Input "key" is required but was not given, and neither was the environment variable KEY.',
    )
    await expect(read(text, '')).rejects.toThrow('Input "it" is required but was not given.')
    await expect(read(text, ' \n ')).rejects.toThrow('Input "it" is required but was not given.')
  })

  test('is said of all that are missing at once', async () => {
    const several = {
      id: required('id', text),
      key: required('key', secret),
      it: optional('it', text),
    }
    await expect(readInputs(several, new TestRunner())).rejects.toThrow(
      `Inputs "id", "key" are required but were not given. ${emptiness}`,
    )
  })

  test('is seen in the environment when the input is empty', async () => {
    const runner = new TestRunner({ key: ' ' }, { KEY: ' from-env ' })
    await expect(readInputs(inputs, runner)).resolves.toMatchObject({ key: 'from-env' })
  })

  test('is decided by the input when both are there', async () => {
    const runner = new TestRunner({ key: 'given' }, { KEY: 'from-env' })
    await expect(readInputs(inputs, runner)).resolves.toMatchObject({ key: 'given' })
  })

  test('is seen under its older name, which wins over a default and is told', async () => {
    const runner = new TestRunner({ key: 'k', wait: 'true', 'wait-for-success': 'false' })
    await expect(readInputs(inputs, runner)).resolves.toMatchObject({ wait: false })
    expect(runner.lines).toEqual([
      'notice: Input "wait-for-success" has been renamed to "wait"; both names work. The value of "wait-for-success" is used.',
    ])
  })
})

describe('A choice', () => {
  const vehicle = oneOfGroups('by', {
    sea: {
      inputs: {
        ship: required('ship', text),
        port: optional('port', port),
        key: optional('sea-key', secret),
      },
    },
    air: {
      inputs: {
        plane: required('plane', text),
        port: optional('port', oneOf('gate')),
        pilot: optional('pilot', text, { env: 'PILOT', deprecatedName: 'aviator' }),
        key: optional('air-key', secret),
      },
    },
  })
  const inputs = { travel: vehicle, speed: optional('speed', integer()) }
  const sea = { by: 'sea', ship: 'Argo' }

  test('reads the group that was chosen, and what stands beside it', async () => {
    const { travel, speed } = await readInputs(inputs, new TestRunner({ ...sea, speed: '9' }))
    expect({ travel, speed }).toEqual({
      travel: { name: 'sea', values: { ship: 'Argo', port: undefined, key: undefined } },
      speed: 9,
    })
    // The type of what is given follows from the name.
    expect(travel.name === 'sea' ? travel.values.ship : travel.values.plane).toBe('Argo')
  })

  test('is of inputs that are all known, the one that chooses first', () => {
    expect(allInputs(inputs).map(({ name, required }) => [name, required])).toEqual([
      ['by', true],
      ['ship', true],
      ['port', false],
      ['sea-key', false],
      ['plane', true],
      ['port', false],
      ['pilot', false],
      ['air-key', false],
      ['speed', false],
    ])
  })

  const stray = (name: string): string =>
    `Input "${name}" does not apply to "by: sea". Remove it, or change "by".`
  test.each<[Record<string, string>, string]>([
    [{}, `Input "by" is required but was not given. ${emptiness}`],
    [{ by: 'land' }, 'Input "by" must be one of sea, air, not "land".'],
    [{ by: 'constructor' }, 'Input "by" must be one of sea, air, not "constructor".'],
    [{ by: 'Sea', ship: 'Argo' }, 'Input "by" must be one of sea, air, not "Sea".'],
    [{ by: 'air', ship: 'Argo' }, `Input "plane" is required but was not given. ${emptiness}`],
    [{ ...sea, port: 'gate' }, 'Input "port" must be a whole number from 1 to 65535, not "gate".'],
    [{ ...sea, pilot: 'Amelia' }, stray('pilot')],
    [{ ...sea, aviator: 'Amelia' }, stray('pilot')],
    [{ ...sea, 'air-key': 'top-secret' }, stray('air-key')],
    [{ ...sea, ship: '', pilot: 'Amelia' }, stray('pilot')],
  ])('refuses %j', async (given, message) => {
    await expect(readInputs(inputs, new TestRunner(given))).rejects.toThrow(new Error(message))
  })

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['is empty', { pilot: '  ', plane: '' }, {}],
    ['may be its default', { plane: 'Concorde' }, {}],
    ['stands in the environment, perhaps for others', {}, { PILOT: 'Amelia' }],
  ])('takes no offence at an input of another group that %s', async (_, given, env) => {
    const runner = new TestRunner({ ...sea, ...given }, env)
    await expect(readInputs(inputs, runner)).resolves.toMatchObject({ travel: { name: 'sea' } })
    expect(runner.lines).toEqual([])
  })

  test('masks the secrets of every group before anything is parsed', async () => {
    const runner = new TestRunner({ by: 'land', 'sea-key': 'from-sea', 'air-key': 'from-air' })
    await expect(readInputs(inputs, runner)).rejects.toThrow('Input "by"')
    expect(new Set(runner.masked)).toEqual(new Set(['from-sea', 'from-air']))
  })
})

describe('An input under another name', () => {
  const inputs = {
    reports: required('reports', text),
    url: optional('webhook-url', secretUrl),
    thresholds: optional('thresholds', text, { deprecatedName: 'limits' }),
    timeout: required('timeout', duration),
  }
  const given = { reports: 'a.xml', timeout: '5m' }

  test.each([
    ['webhook_url', 'webhook-url'],
    ['webhookurl', 'webhook-url'],
    ['webhook url', 'webhook-url'],
    ['threshold', 'thresholds'],
    ['tresholds', 'thresholds'],
    ['report', 'reports'],
    ['timout', 'timeout'],
  ])('%s is a warning that names %s, and its value is not told', async (name, meant) => {
    const runner = new TestRunner({ ...given, [name]: 'https://secret.example/' })
    await readInputs(inputs, runner)
    expect(runner.lines).toEqual([
      `warning: Unknown input "${name}" is ignored. Did you mean "${meant}"?`,
    ])
  })

  test.each([['report'], ['repotrs'], ['Reports_']])(
    '%s is named in the error about the one that is missing',
    async (name) => {
      const runner = new TestRunner({ timeout: '5m', [name]: 'a.xml', threshold: '80' })
      await expect(readInputs(inputs, runner)).rejects.toThrow(
        new Error(
          `Input "reports" is required but was not given. "${name}" was given: did you mean "reports"?`,
        ),
      )
      expect(runner.lines).toEqual([
        'warning: Unknown input "threshold" is ignored. Did you mean "thresholds"?',
      ])
    },
  )

  test('of several that are missing each has its own', async () => {
    const runner = new TestRunner({ report: 'a.xml', time_out: '5m' })
    await expect(readInputs(inputs, runner)).rejects.toThrow(
      'Inputs "reports", "timeout" are required but were not given. "report" was given: did you mean "reports"? ' +
        '"time_out" was given: did you mean "timeout"?',
    )
  })

  test.each(['limits', 'webhook-url', 'colour', 'wait', 'constructor', '__proto__', ''])(
    '%j is not one',
    async (name) => {
      const runner = new TestRunner(
        JSON.parse(JSON.stringify({ ...given, [name]: 'https://a.example/' })),
      )
      await readInputs(inputs, runner)
      expect(runner.lines.filter((line) => line.startsWith('warning'))).toEqual([])
    },
  )
})

test.each([
  ['/health', true],
  ['https:///health', true],
  ['https://.example.com', true],
  ['tcp://:5432', true],
  ['https://', true],
  [':8080', true],
  ['@sha256:abc', true],
  ['-staging', true],
  ['.example.com', true],
  ['-5', false],
  ['.5', false],
  ['file:///etc/passwd', false],
  ['example.com/a', false],
  ['/(/', false],
  ['/[/i', false],
])(
  'Where %s is wrong, it is asked whether a variable in it is empty: %s',
  async (given, isAsked) => {
    const strict: InputParser<string> = {
      parse() {
        throw new ValidationError('right')
      },
    }
    const hint = isAsked
      ? ' A variable that does not exist is empty: does this value contain one?'
      : ''
    await expect(read(strict, given)).rejects.toThrow(
      new Error(`Input "it" must be right, not "${given}".${hint}`),
    )
  },
)

describe('A secret', () => {
  test('is masked before anything is parsed', async () => {
    const runner = new TestRunner({ count: 'many', key: 'top-secret' })
    const inputs = { count: required('count', integer()), key: required('key', secret) }
    await expect(readInputs(inputs, runner)).rejects.toThrow('Input "count"')
    expect(runner.masked).toContain('top-secret')
  })

  test.each<[InputParser<unknown>, string]>([
    [secretUrl, 'hooks.example.com/T000/B000/abcdefghijklmnop'],
    [secretUrl, 'http://hooks.example.com/T000/B000/abcdefghijklmnop'],
    [list(named(secretUrl)), 'a: https://ok.example/\nb: ftp://abcdefghijklmnop'],
    [{ ...oneOf('a'), secret: true }, 'abcdefghijklmnop'],
  ])('is not quoted when it is wrong, %#', async (kind, given) => {
    const message = await read(kind, given).catch((error: Error) => error.message)
    expect(message).toMatch(/^Input "it" must be .*, not the given value \(hidden\)\.$/)
    expect(message).not.toContain('abcdefghijklmnop')
  })

  test.each([
    [
      'https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXXXXXXXXXXXXXX',
      ['/services/T000/B000/XXXXXXXXXXXXXXXXXXXXXXXX', 'XXXXXXXXXXXXXXXXXXXXXXXX'],
    ],
    ['https://api.render.com/deploy/srv-1?key=abcd1234xyz', ['?key=abcd1234xyz', 'abcd1234xyz']],
    ['https://someone:pass@h.example/', ['pass']],
    ['https://ghp_token@h.example/', ['ghp_token']],
  ])('in the address %s is masked by itself too', async (given, parts) => {
    const runner = new TestRunner({ it: given })
    await readInputs({ it: required('it', secretUrl) }, runner)
    expect(runner.masked).toEqual(expect.arrayContaining([given, new URL(given).href, ...parts]))
  })

  test('of which several stand on one line is not quoted either', async () => {
    const given = 'https://a.example/abcdefghijklmnop, https://b.example/abcdefghijklmnop'
    await expect(read(list(secretUrl), given)).rejects.toThrow(
      /^Input "it" must be a single address without spaces or line breaks; put each on its own line, not the given value \(hidden\)\.$/,
    )
  })

  test('in a part of an item is not quoted where several stand on one line', async () => {
    const login: InputParser<string> = {
      parse(given) {
        if (/^\w+:\w+$/.test(given)) return given
        throw new ValidationError('user:password', given.replace(/:\w+/g, ':…'))
      },
    }
    await expect(read(list(login), 'a:abcdefghijklmnop, b:abcdefghijklmnop')).rejects.toThrow(
      new Error('Input "it" must be user:password; put each on its own line, not "a:…, b:…".'),
    )
  })

  test.each([
    ['- first-secret\n- "second-secret"'],
    ['["first-secret", "second-secret"]'],
    ["'first-secret'\nsecond-secret"],
  ])('in the list %j is masked as it is read', async (given) => {
    const runner = new TestRunner({ it: given })
    await readInputs({ it: optional('it', list(secret)) }, runner)
    expect(runner.masked).toEqual(expect.arrayContaining(['first-secret', 'second-secret']))
  })

  test('on each line of a list is masked by itself', async () => {
    const runner = new TestRunner({ it: 'a: https://h.example/one-long-secret-path\r\n  second' })
    await readInputs({ it: optional('it', list(secret)) }, runner)
    expect(runner.masked).toEqual(
      expect.arrayContaining(['second', 'https://h.example/one-long-secret-path']),
    )
  })

  test('masks no word that the log and the outputs are full of', async () => {
    const given = 'https://admin:long-password@h.example/hook?wait=true&ref=main&key=abcd1234xyz'
    const runner = new TestRunner({ it: given })
    await readInputs({ it: required('it', secretUrl) }, runner)
    for (const word of ['true', 'main', 'admin', '/hook', 'hook', 'https', 'h.example', '/']) {
      expect(runner.masked).not.toContain(word)
    }
  })
})

test.each<[string, boolean]>([
  ['localhost', true],
  ['app.localhost', true],
  ['127.0.0.1', true],
  ['127.255.0.9', true],
  ['[::1]', true],
  ['localhost.example.com', false],
  ['notlocalhost', false],
  ['127.0.0.1.example.com', false],
  ['10.0.0.1', false],
  ['0.0.0.0', false],
])('%s is this machine: %p', (hostname, isIt) => {
  expect(isLoopbackHost(hostname)).toBe(isIt)
})

test('What is read has the type of its kind', async () => {
  const inputs = { port: required('port', port), shape: optional('s', yaml(object({}), 'a map')) }
  const given = await readInputs(inputs, new TestRunner({ port: '80' }))
  const sum: number = given.port + 1
  const shape: object | undefined = given.shape
  expect([sum, shape]).toEqual([81, undefined])
})
