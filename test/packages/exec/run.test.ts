import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExecError, exec, exitError } from '@ci-actions/exec'
import { CancelledError } from '@ci-actions/kit'
import { Deadline, TimeoutError } from '@ci-actions/wait'
import { descendantsIn } from '../../../packages/exec/src/signals.ts'
import { testClock } from '../../support/clock.ts'
import { haveEnded, processesOf } from '../../support/processes.ts'

const cwd = mkdtempSync(join(tmpdir(), 'commands-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const never = new AbortController().signal
const secret = 's3cret-of-mine'

/** What a command printed to the log. */
const logged: string[] = []
beforeEach(() => void logged.splice(0))

const runner = {
  redact: (text: string) => text.replaceAll(secret, '***'),
  info: (line: string) => void logged.push(line),
}
const options = { cwd, deadline: new Deadline(60_000, never), maxOutput: 1024 ** 2, runner }
const sh = (script: string, more: Partial<Parameters<typeof exec>[2]> = {}) =>
  exec('sh', ['-c', script], { ...options, ...more })

describe('A command', () => {
  test.each([
    ['echo a; echo b >&2', { exitCode: 0, stdout: 'a\n', stderr: 'b\n' }],
    ['printf é; exit 3', { exitCode: 3, stdout: 'é', stderr: '' }],
    ['kill -9 $$', { exitCode: null, stdout: '', stderr: '' }],
    ['cat', { exitCode: 0, stdout: '', stderr: '' }],
    ['pwd', { exitCode: 0, stdout: `${cwd}\n`, stderr: '' }],
  ])('%s ends with its exit code and what it printed', async (script, result) => {
    expect(await sh(script)).toMatchObject(result)
    expect(logged).toEqual([])
  })

  test('gets its arguments as they are: blanks, quotes, and nothing for a shell', async () => {
    const args = [
      'a b',
      '"',
      "it's",
      '\\',
      'c:\\dir\\',
      '$HOME',
      '`id`',
      '; echo x',
      '*',
      '',
      'é\n',
    ]
    const { stdout } = await exec('printf', ['%s|', ...args], options)
    expect(stdout).toBe(args.map((it) => `${it}|`).join(''))
  })

  test('may have blanks and quotes in its own name', async () => {
    const folder = join(cwd, 'a "folder" of mine')
    mkdirSync(folder)
    writeFileSync(join(folder, 'run it'), '#!/bin/sh\necho "$1"\n', { mode: 0o755 })
    expect((await exec(join(folder, 'run it'), ['x y'], options)).stdout).toBe('x y\n')
  })

  test('may end before anybody closes its input', async () => {
    const all = Array.from({ length: 20 }, () => exec('true', [], options))
    expect((await Promise.all(all)).map(({ exitCode }) => exitCode)).toEqual(Array(20).fill(0))
  })

  test('prints whole characters, however they are cut into pieces', async () => {
    const { stdout } = await sh('for i in $(seq 2000); do printf éééééééééééééééééééé; done')
    expect(stdout).toBe('é'.repeat(40_000))
  })

  test('prints to the log while it runs, where that is asked for', async () => {
    const running = sh(`echo one; until [ -e go ]; do sleep 0.01; done; printf 'é\\n\\nlast'`, {
      log: true,
    })
    while (logged.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(logged).toEqual(['one'])
    writeFileSync(join(cwd, 'go'), '')
    expect((await running).stdout).toBe('one\né\n\nlast')
    expect(logged.join('\n')).toBe('one\né\n\nlast')
  })
})

describe('The error names', () => {
  test.each<[string, readonly string[], string, RegExp]>([
    ['no-such-program', ['--key', secret], cwd, /^no-such-program --key \*\*\* is not installed/],
    ['sh', ['-c', 'a "b"'], join(cwd, 'gone'), /^sh -c "a \\"b\\"" cannot be started .*gone/],
    [cwd, [], cwd, /is not installed on this machine, or not executable/],
  ])(
    'the program %s that cannot be started, with %j in %s',
    async (name, args, folder, message) => {
      const run = exec(name, args, { ...options, cwd: folder })
      await expect(run).rejects.toThrow(ExecError)
      await expect(run).rejects.toThrow(message)
    },
  )

  test('the exit code, the last lines of stderr and the arguments without secrets', async () => {
    const script = `seq 9 >&2; echo ${secret}; exit 7`
    const result = await sh(script)
    expect(exitError(result.command, result).message).toBe(
      'sh -c "seq 9 >&2; echo ***; exit 7" exited with code 7. Last output:\n5\n6\n7\n8\n9.',
    )
    const killed = await sh('kill $$')
    expect(exitError('sh', killed).message).toBe('sh was killed by a signal.')
  })

  test('how much it prints, where that is too much', async () => {
    await expect(sh('yes', { maxOutput: 2 * 1024 ** 2 })).rejects.toThrow(
      'sh -c yes printed more than 2 MiB.',
    )
    await haveEnded(processesOf('yes'))
  })
})

describe('The end of a deadline', () => {
  test('that has ended already lets nothing start', async () => {
    const deadline = { signal: AbortSignal.abort(new CancelledError()) }
    await expect(sh('touch started', { deadline })).rejects.toThrow(CancelledError)
    expect(existsSync(join(cwd, 'started'))).toBe(false)
  })

  test('that comes while the program is being looked for ends it', async () => {
    const controller = new AbortController()
    const run = sh('sleep 1000', { deadline: controller })
    controller.abort(new CancelledError())
    await expect(run).rejects.toThrow(CancelledError)
  })

  /** Runs a script until it has written the ids of its processes into its file. */
  async function started(name: string, script: string, deadline: Pick<Deadline, 'signal'>) {
    const file = join(cwd, name)
    const run = sh(`${script}; echo "$$ $pids" > ${name}.part; mv ${name}.part ${name}; wait`, {
      deadline,
    })
    while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 5))
    return { run, pids: readFileSync(file, 'utf8').trim().split(' ').map(Number) }
  }

  test.each([
    ['itself', 'sleep 1000 & pids=$!'],
    ['what it has started', 'sh -c "sleep 1000; sleep 1000" & pids=$!'],
    ['what does not heed SIGTERM', 'trap "" TERM; sleep 1000 & pids=$!'],
    ['what heeds it alone among its own', '(trap "" TERM; sleep 1000; sleep 1000) & pids=$!'],
    ['what prints nothing any more', 'sleep 1000 >/dev/null 2>&1 & pids=$!'],
    ['what has left its group', 'setsid sleep 1000 & pids=$!'],
  ])('by a cancellation ends %s', async (name, script) => {
    const controller = new AbortController()
    const { run, pids } = await started(name.replaceAll(' ', '-'), script, controller)
    expect(pids).toHaveLength(2)
    controller.abort(new CancelledError())
    await expect(run).rejects.toThrow(CancelledError)
    await haveEnded(pids)
  })

  test('by its time ends them, and lets one tidy up', async () => {
    const clock = testClock()
    const script = 'trap "touch tidied; exit" TERM; (trap "" TERM; exec sleep 1000) & pids=$!'
    const { run, pids } = await started('tidy', script, new Deadline(1_000, never, clock))
    clock.pass(2_000)
    await expect(run).rejects.toThrow(TimeoutError)
    await haveEnded(pids)
    expect(existsSync(join(cwd, 'tidied'))).toBe(true)
  })

  test('ends its own program, not the one beside it', async () => {
    const controller = new AbortController()
    const ended = started('ended', 'sleep 1000 & pids=$!', controller)
    const kept = started('kept', 'until [ -e done ]; do sleep 0.01; done & pids=$!', {
      signal: never,
    })
    const [one, other] = await Promise.all([ended, kept])
    controller.abort(new CancelledError())
    await expect(one.run).rejects.toThrow(CancelledError)
    writeFileSync(join(cwd, 'done'), '')
    expect((await other.run).exitCode).toBe(0)
  })
})

test('Where only ps tells what runs, descendants are found in its list, the last ones first', () => {
  expect(
    descendantsIn('    1     0\n   10     1\n   11    10\n   12    11\n   20     1\n', 10),
  ).toEqual([12, 11])
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  expect(descendantsIn(stdout, process.ppid)).toContain(process.pid)
})
