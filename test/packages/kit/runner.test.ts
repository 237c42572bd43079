import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../../scripts/actions.ts'
import { readCommands } from '../../support/commands.ts'
import { compileCache } from '../../support/compile-cache.ts'
import { haveEnded } from '../../support/processes.ts'

const step = join(root, 'test/fixtures/kit/step.ts')
const mebibyte = 1024 * 1024

type Deed = readonly [name: string, words?: string]

interface Start {
  readonly env?: Readonly<Record<string, string>>
  /** What is in the summary already. */
  readonly summary?: string
  /** The payload of the event, as it stands in its file. */
  readonly event?: string
  /** What starts node. */
  readonly before?: readonly string[]
  readonly watch?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void
}

/** Starts a step that does these deeds; what it left behind when it had ended. */
async function does(deeds: readonly Deed[], start: Start = {}) {
  const { env = {}, summary = '', event = '{}', before = [], watch } = start
  const folder = mkdtempSync(join(tmpdir(), 'step-'))
  const write = (name: string, content: string): string => {
    const file = join(folder, name)
    writeFileSync(file, content)
    return file
  }
  const files = { output: write('output', ''), summary: write('summary', summary) }
  const [program = '', ...args] = [...before, process.execPath, step]
  const child = spawn(program, args, {
    cwd: folder,
    env: {
      INPUT_DEEDS: write('deeds.json', JSON.stringify(deeds)),
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_EVENT_PATH: write('event.json', event),
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compileCache,
      ...env,
    },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
    watch?.(stdout, (signal) => child.kill(signal))
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  const pids = join(folder, 'pids')
  const commands = readCommands(`${stdout}\n${stderr}`)
  const left = {
    pids: existsSync(pids) ? readFileSync(pids, 'utf8').trim().split(' ').map(Number) : [],
    code,
    stdout,
    stderr,
    commands,
    errors: commands.filter(({ name }) => name === 'error').map(({ message }) => message),
    outputs: readFileCommands(readFileSync(files.output, 'utf8')),
    summary: readFileSync(files.summary),
    folder,
  }
  rmSync(folder, { recursive: true })
  return left
}

/** The file of outputs, read line by line as the runner reads it (FileCommandManager.cs). */
function readFileCommands(text: string): [name: string, value: string][] {
  const lines = text.split('\n')
  expect(lines.pop()).toBe('')
  const outputs: [string, string][] = []
  while (lines.length > 0) {
    const [name = '', delimiter] = lines.shift()?.split('<<') ?? []
    if (name === '' || !delimiter) throw new Error('Invalid format')
    const end = lines.indexOf(delimiter)
    if (end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`)
    outputs.push([
      name,
      lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n'),
    ])
  }
  return outputs
}

describe('An output arrives byte for byte', () => {
  const values = [
    '',
    'a value',
    'END',
    'a\nEND\nb',
    'END_',
    'x END__ END',
    'value<<END\nforged\nEND\nother<<END',
    'ghadelimiter_1\nEOF',
    'a=b',
    '\nfirst',
    'last\n',
    '\n',
    '\n\n',
    'a\r\nb\rc\r\n',
    '\u2028END\u2029\0\ufeff 😀',
    '%0A%25::error::x',
    '::error::x\n##[add-path]/evil',
    'x'.repeat(mebibyte),
    'END\n'.repeat(mebibyte / 4),
    `END${'_'.repeat(mebibyte)}`,
  ]

  test('whatever it holds', async () => {
    const { code, outputs, stdout } = await does(values.map((value) => ['output', value]))
    expect(outputs.map(([, value]) => value)).toEqual(values)
    expect(outputs.every(([name]) => name === 'value')).toBe(true)
    expect([code, stdout]).toEqual([0, ''])
  })

  test('as text, and what is no text as one line of JSON', async () => {
    const values = { number: 5, flag: false, list: [{ a: 'b\nc' }], zero: 0, none: null }
    const { outputs } = await does([['outputs', JSON.stringify(values)], ['nothing']])
    expect(Object.fromEntries(outputs)).toEqual({
      number: '5',
      flag: 'false',
      list: '[{"a":"b\\nc"}]',
      zero: '0',
      none: '',
      'of-null': '',
      'of-undefined': '',
    })
  })
})

describe('Outputs that cannot be written to', () => {
  const places = [
    ['a full disk', '/dev/full', /^\(ENOSPC: no space left on device, write\)\. Free disk space/],
    [
      'a folder that is not there',
      '/none/output',
      /^\(ENOENT: no such file or directory, open '\/none\/output'\)\./,
    ],
    ['a folder', '/', /^\(EISDIR: illegal operation on a directory, open '\/'\)\./],
    [
      'what may only be read',
      '/proc/version',
      /^\((EACCES|EIO|EROFS): .*\)\. (Give the user of|Check the)/,
    ],
    ['no variable', '', /^\(it is not set\)\./],
  ] as const

  test.concurrent.each(places)(
    '%s fail the step, once its work is done and told',
    async (_, file, reason) => {
      const { code, errors, summary, stdout } = await does(
        [
          ['output', 'first'],
          ['output', 'a\n::error::x'],
          ['summary', '## done'],
          ['info', 'done'],
        ],
        { env: { GITHUB_OUTPUT: file } },
      )
      const [, why] =
        /^The step did its work\. The outputs could not be written to GITHUB_OUTPUT (.*)$/.exec(
          errors.join(),
        ) ?? []
      expect([code, why, summary.toString()]).toEqual([
        1,
        expect.stringMatching(reason),
        '## done\n',
      ])
      expect(why).toMatch(/ They are in the log: value: a :\u200B?:error::x\.$/)
      expect(stdout).toMatch(/^done\nOutput value: a\n:\u200B:error::x\n::error /)
    },
  )

  test.concurrent.each(places)(
    '%s are a warning where the step is an aside',
    async (_, file, reason) => {
      const { code, commands } = await does([['outputOrWarn', 'x']], {
        env: { GITHUB_OUTPUT: file },
      })
      const [, why] =
        /^The outputs could not be written to GITHUB_OUTPUT (.*)$/.exec(
          commands[0]?.message ?? '',
        ) ?? []
      expect([code, commands.map(({ name }) => name), why]).toEqual([
        0,
        ['warning'],
        expect.stringMatching(reason),
      ])
    },
  )

  test.concurrent('a full disk are said behind why the step failed, in the one error that it has', async () => {
    const { errors } = await does(
      [
        ['output', 'x'],
        ['refuse', 'The deploy failed.'],
      ],
      { env: { GITHUB_OUTPUT: '/dev/full' } },
    )
    expect(errors).toEqual([
      expect.stringMatching(/^The deploy failed\. The outputs could not be written/),
    ])
  })

  test.concurrent.each(places.slice(0, -1))(
    '%s cost nothing where it is only the summary',
    async (_, file, reason) => {
      const { code, commands, outputs } = await does(
        [
          ['summary', '## one'],
          ['output', 'x'],
        ],
        { env: { GITHUB_STEP_SUMMARY: file } },
      )
      const [, why] =
        /^The job summary could not be written to GITHUB_STEP_SUMMARY (.*)$/.exec(
          commands[0]?.message ?? '',
        ) ?? []
      expect([code, commands.map(({ name }) => name), outputs]).toEqual([
        0,
        ['warning'],
        [['value', 'x']],
      ])
      expect(why).toMatch(reason)
    },
  )

  test.concurrent('a disk that gets full on the way leave those before them whole', async () => {
    const { code, outputs } = await does(
      [
        ['output', 'first'],
        ['output', 'x'.repeat(8192)],
      ],
      {
        before: ['prlimit', '--fsize=4096'],
      },
    )
    expect([code, outputs]).toEqual([1, [['value', 'first']]])
  })
})

test.concurrent.each([
  ['ENOSPC', 'Free disk space on the runner before this step.'],
  ['EACCES', 'Give the user of the runner, or of the job container, write access there.'],
  ['EMFILE', "Raise the runner's limit of open files (ulimit -n)."],
])('%s anywhere is no bug in the action', async (code, advice) => {
  expect((await does([['machine', code]])).errors).toEqual([
    `The runner refused an operation (${code}: as the system says it). ${advice}`,
  ])
})

test('An input that the action does not have is told', async () => {
  const { code, commands } = await does([['info', 'done']], { env: { INPUT_DEED: 'x' } })
  const message = 'Unknown input "deed" is ignored. Did you mean "deeds"?'
  expect([code, commands.map((it) => it.message)]).toEqual([0, [message]])
})

describe('What is said', () => {
  test('is an annotation under the title of the action, on the line it is about', async () => {
    const { code, commands } = await does([
      ['notice', 'one\ntwo, 100%'],
      ['warning', 'careful'],
      ['errorIn', 'src/a,b:c%0A.ts'],
    ])
    const title = 'A step, 100% of it: title'
    expect(commands).toEqual([
      { name: 'notice', properties: { title }, message: 'one\ntwo, 100%' },
      { name: 'warning', properties: { title }, message: 'careful' },
      {
        name: 'error',
        properties: { title, file: 'src/a,b:c%0A.ts', line: '3', endLine: '5' },
        message: 'There.',
      },
    ])
    expect(code).toBe(0)
  })

  test('holds no command but its own', async () => {
    const hostile = 'a\n::add-mask::b\r  ::stop-commands::k\u2028::error::x ##[add-path]/evil'
    const { commands, stderr } = await does([
      ['info', hostile],
      ['info', `::error::${hostile}`],
      ['notice', hostile],
      ['errorIn', hostile],
      ['output', hostile],
      ['summary', hostile],
    ])
    expect(commands.map(({ name }) => name)).toEqual(['notice', 'error'])
    expect(commands[1]?.properties.file).toBe(hostile)
    expect(stderr).toBe('')
  })

  test('holds no secret, from input or found out later', async () => {
    const key = 'top/secret?key'
    const later = 'found-later'
    const words = `a ${key} ${encodeURIComponent(key)} ${later} b`
    const { commands, stdout, outputs, summary } = await does(
      [
        ['mask', later],
        ['info', words],
        ['warning', words],
        ['output', words],
        ['summary', words],
      ],
      { env: { INPUT_KEY: key } },
    )
    const masks = commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)
    expect(masks).toEqual([key, later])
    const said = stdout.replaceAll(/^::add-mask::.*$/gm, '')
    for (const text of [said, JSON.stringify(outputs), summary.toString()]) {
      for (const part of [key, encodeURIComponent(key), later]) expect(text).not.toContain(part)
    }
    expect(outputs).toEqual([['value', 'a *** *** *** b']])
    expect(commands.findLast(({ name }) => name === 'warning')?.message).toMatch(
      /^Output "value" contains a value that is masked in this job/,
    )
  })

  test.each([
    ['a text', 'text\n', 'text'],
    [
      'a text with commands in it',
      'a\n::error::x\n##[warning]y\n',
      'a\n:\u200B:error::x\n#\u200B#[warning]y',
    ],
    [
      'a command that shows something',
      '::warning title=a%3Ab,file=c::x%0A::error::y%25\n',
      'x\n:\u200B:error::y%',
    ],
    ['a command that does something', '::stop-commands::key\r\n', 'key'],
    ['the secret', 'a top-secret\n', 'a ***'],
    ['how it starts a program', '[command]/usr/bin/tar -x\n', '[command]/usr/bin/tar -x'],
  ])('by a library passes the same door, and is for debugging: %s', async (_, printed, shown) => {
    const deeds: Deed[] = ['libraryPrints', 'libraryComplains', 'libraryWaits'].map((it) => [
      it,
      printed,
    ])
    const all: Deed[] = [['mask', 'top-secret'], ...deeds]
    const debugged = await does(all, { env: { RUNNER_DEBUG: '1' } })
    expect([debugged.code, debugged.stderr]).toEqual([0, ''])
    const commands = debugged.commands.slice(1).map(({ name, message }) => [name, message])
    expect(commands).toEqual([1, 2, 3].map(() => ['debug', shown]))
    expect(debugged.stdout.trim().split('\n')).toHaveLength(4)
    const { code, stdout, stderr } = await does(all)
    expect([code, stdout, stderr]).toEqual([0, '::add-mask::top-secret\n', ''])
  })

  test('by a library as a secret is one from there on', async () => {
    const { commands, stdout } = await does([
      ['libraryPrints', '::add-mask::signature%25\n'],
      ['info', 'a signature%'],
    ])
    expect(commands).toEqual([{ name: 'add-mask', properties: {}, message: 'signature%' }])
    expect(stdout).toContain('\na ***\n')
  })

  test('by a library can be overheard, and is then not on the log', async () => {
    const { stdout, outputs } = await does([['overhearing', 'a\n::error::x']])
    expect(stdout).toBe('')
    expect(outputs).toEqual([['value', '{"result":7,"said":["a\\n::error::x"]}']])
  })

  test('of an error that nobody waits for is a defect, without a command or a secret', async () => {
    const { code, commands, stderr } = await does([
      ['mask', 'top-secret'],
      ['libraryRejects', 'top-secret\n::error::x'],
    ])
    expect([code, stderr]).toEqual([1, ''])
    expect(commands.map(({ name }) => name)).toEqual(['add-mask', 'error'])
    expect(commands[1]?.message).toMatch(
      /^This is a bug in the action.* Error: \*\*\*\n:\u200B:error::x/,
    )
  })

  test('arrives whole, however much it is, before the step ends', async () => {
    const { stdout } = await does([
      ['info', 'x'.repeat(4 * mebibyte)],
      ['info', 'end'],
    ])
    expect(stdout).toHaveLength(4 * mebibyte + 5)
    expect(stdout.endsWith('\nend\n')).toBe(true)
  })
})

describe('A summary', () => {
  test('is added to what is there, a part after the other', async () => {
    const { summary } = await does(
      [
        ['summary', '## one'],
        ['summary', '## two'],
      ],
      {
        summary: 'before\n',
      },
    )
    expect(summary.toString()).toBe('before\n## one\n## two\n')
  })

  test.each([0, 100, mebibyte - 200, mebibyte - 49, mebibyte - 10, mebibyte])(
    'stays under 1 MiB, whole lines of it, and says that it was cut, after %d bytes',
    async (before) => {
      const line = `${'é'.repeat(49)}\n`
      const { code, summary, commands } = await does(
        [
          ['summary', line.repeat(12_000)],
          ['summary', line.repeat(12_000)],
        ],
        { summary: 'x'.repeat(before) },
      )
      expect(code).toBe(0)
      expect(summary.length).toBeLessThanOrEqual(mebibyte)
      expect(summary.toString()).not.toContain('\uFFFD')
      if (before < mebibyte / 2) {
        expect(summary.length).toBeGreaterThan(mebibyte - 300)
        expect(summary.toString()).toContain(
          '\n\n… truncated here: a job summary is limited to 1 MiB.\n',
        )
      }
      expect(commands[0]?.message).toBe(
        'The job summary would exceed 1048576 bytes; its end is cut off.',
      )
    },
  )

  test('is left out where there is no file for it', async () => {
    const { code, stdout } = await does([['summary', 'x']], { env: { GITHUB_STEP_SUMMARY: '' } })
    expect([code, stdout]).toEqual([
      0,
      'There is no job summary here: GITHUB_STEP_SUMMARY is not set.\n',
    ])
  })
})

describe('The machine', () => {
  async function told(start: Start) {
    const { stdout, folder } = await does([['tell']], start)
    return [...JSON.parse(stdout), folder]
  }

  test.each([
    ['as it came', { event: '{"pull_request": {"number": 7}}' }, { pull_request: { number: 7 } }],
    ['not at all when there is none', { env: { GITHUB_EVENT_PATH: '' } }, null],
    ['not at all when it cannot be read', { event: '{"pull_request": ' }, null],
  ])('tells the event, %s', async (_, start, event) => {
    const { code, stdout } = await does([['event']], start)
    expect([code, JSON.parse(stdout)]).toEqual([0, event])
  })

  test('tells the workspace, the proxy and the run', async () => {
    const [workspace, proxy, run] = await told({
      event: '{"head_commit": {"message": "Fix it"}}',
      env: {
        GITHUB_WORKSPACE: '/somewhere',
        GITHUB_REPOSITORY: 'org/app',
        https_proxy: 'http://proxy:8080',
        NO_PROXY: 'localhost',
      },
    })
    expect(workspace).toBe('/somewhere')
    expect(proxy).toEqual({ https_proxy: 'http://proxy:8080', NO_PROXY: 'localhost' })
    expect(run).toMatchObject({ repository: 'org/app', message: 'Fix it' })
  })

  test.each<[string, string[]]>([
    ['http://someone:word-of-mine@proxy:3128', ['someone', 'word-of-mine']],
    ['someone:word-of-mine@proxy:3128', ['someone', 'word-of-mine']],
    ['http://someone:pass#word-of-mine@proxy:3128', ['someone', 'pass#word-of-mine']],
    ['http://someone:12/word-of-mine@proxy', ['someone', '12/word-of-mine']],
    ['http://someone:word@of:mine@proxy', ['someone', 'word@of:mine']],
    ['http://100%word-of-mine@proxy', ['100%word-of-mine']],
    ['http://proxy:3128', []],
    ['proxy:3128', []],
  ])('masks the login of a proxy, %s, before anything else', async (address, secrets) => {
    const { commands, stdout } = await does([['info', address]], { env: { https_proxy: address } })
    const masked = commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)
    expect(masked).toEqual(secrets)
    for (const secret of secrets)
      expect(stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(secret)
  })

  test('tells a variable as it tells an input, without the line break that was pasted with it', async () => {
    const env = { GITHUB_REPOSITORY: ' org/app\n', GITHUB_WORKSPACE: '/somewhere\r\n' }
    const [workspace, , run] = await told({ env })
    expect([workspace, run]).toMatchObject(['/somewhere', { repository: 'org/app' }])
  })

  test.each<[string, Start]>([
    ['no event', { env: { GITHUB_EVENT_PATH: '' } }],
    ['an event that is not there', { env: { GITHUB_EVENT_PATH: '/no/event.json' } }],
    ['an event that is no JSON', { event: '{"head_commit": ' }],
    ['an event that is a text', { event: '"x"' }],
    ['nothing but hosts that need no proxy', { env: { NO_PROXY: 'x' } }],
  ])('is known with %s', async (_what, start) => {
    const [workspace, proxy, run, folder] = await told(start)
    expect([workspace, proxy]).toEqual([folder, null])
    expect(run).toMatchObject({ repository: '', attempt: 1 })
  })
})

describe('The end of a step', () => {
  test('is green when the story was told', async () => {
    const { code, stdout, stderr } = await does([])
    expect([code, stdout, stderr]).toEqual([0, '', ''])
  })

  test('is one line for a refusal', async () => {
    const { code, errors, stderr } = await does([['refuse', 'The gate is not met: 79 of 80.']])
    expect([code, errors, stderr]).toEqual([1, ['The gate is not met: 79 of 80.'], ''])
  })

  test('is one line for a wrong input', async () => {
    const { code, errors } = await does([], { env: { INPUT_DEEDS: '' } })
    expect([code, errors]).toEqual([
      1,
      [expect.stringMatching(/^Input "deeds" is required but was not given\. [^\n]+$/)],
    ])
  })

  test('shows the stack and the cause of what is a bug of ours', async () => {
    const { code, errors, stderr } = await does([['breakDown', 'x is undefined']])
    expect([code, stderr]).toEqual([1, ''])
    expect(errors[0]).toMatch(
      /^This is a bug in the action\. Please report it with the following lines: TypeError: x is undefined\n +at .*step\.ts[\s\S]*\nCaused by: Error: the cause$/,
    )
  })

  test('tells whatever is thrown', async () => {
    const { code, errors } = await does([['throwText', 'just words']])
    expect(code).toBe(1)
    expect(errors).toEqual([
      'This is a bug in the action. Please report it with the following lines: just words',
    ])
  })

  test('says that it waits for what never comes, where nothing is left to wait for', async () => {
    const { code, errors } = await does([['forNothing']])
    expect(code).toBe(1)
    expect(errors).toEqual([
      'This is a bug in the action. Please report it with the following lines: The action ended while still waiting (an unresolved promise).',
    ])
  })

  test('keeps a secret out of a defect', async () => {
    const { stdout } = await does([['breakDown', 'bad key top-secret']], {
      env: { INPUT_KEY: 'top-secret' },
    })
    expect(stdout.match(/top-secret/g)).toHaveLength(1)
  })

  test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
    'comes at once after %s, with what is known told',
    async (signal) => {
      const before = performance.now()
      const { code, errors, outputs } = await does([['untilCancelled']], {
        watch: (stdout, kill) => stdout.includes('waiting') && kill(signal),
      })
      expect([code, errors]).toEqual([1, ['The job was cancelled.']])
      expect(outputs).toEqual([['value', 'told']])
      expect(performance.now() - before).toBeLessThan(4000)
    },
  )

  test.each<[string, Deed[]]>([
    ['well', [['startPrograms']]],
    ['by a refusal', [['startPrograms'], ['refuse', 'no']]],
    ['by a cancellation', [['startPrograms'], ['untilCancelled']]],
  ])('%s leaves no program behind that a library has started', async (_, deeds) => {
    const { pids } = await does(deeds, {
      watch: (stdout, kill) => stdout.includes('waiting') && kill('SIGINT'),
    })
    expect(pids).toHaveLength(2)
    await haveEnded(pids)
  })

  test('comes before the runner ends it, 7.5 s after a cancellation that nobody hears', async () => {
    let cancelled = 0
    const { code } = await does([['forEver']], {
      watch: (_, kill) => {
        cancelled = performance.now()
        kill('SIGINT')
      },
    })
    expect(code).toBe(1)
    expect(performance.now() - cancelled).toBeLessThan(7000)
  })

  test('comes at once with the second signal', async () => {
    let first = 0
    const { code } = await does([['forEver']], {
      watch: (_, kill) => {
        first = performance.now()
        kill('SIGINT')
        setTimeout(() => kill('SIGTERM'), 50)
      },
    })
    expect(code).toBe(1)
    expect(performance.now() - first).toBeLessThan(4000)
  })
})
