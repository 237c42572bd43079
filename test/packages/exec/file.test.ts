import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExecError, execFile } from '@ci-actions/exec'
import { haveEnded } from '../../support/processes.ts'

const cwd = mkdtempSync(join(tmpdir(), 'programs-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const never = new AbortController().signal
const sh = (script: string, signal = never, maxOutput = 1024 ** 2) =>
  execFile('sh', ['-c', script], { cwd, deadline: { signal }, maxOutput })

test.each([
  ['echo a; echo b >&2', { exitCode: 0, stdout: 'a\n', stderr: 'b\n' }],
  ['printf é; exit 3', { exitCode: 3, stdout: 'é', stderr: '' }],
  ['kill -9 $$', { exitCode: null, stdout: '', stderr: '' }],
  ['cat', { exitCode: 0, stdout: '', stderr: '' }],
  ['pwd', { exitCode: 0, stdout: `${cwd}\n`, stderr: '' }],
])('%s ends with its code and what it printed', async (script, exit) => {
  expect(await sh(script)).toEqual(exit)
})

test('Output arrives whole, however it is cut into pieces', async () => {
  const { stdout } = await sh('for i in $(seq 5000); do printf éééééééééééééééééééé; done')
  expect(stdout).toBe('é'.repeat(100_000))
})

test('No shell reads the arguments', async () => {
  const args = ['$HOME', '`id`', '; echo x', '']
  const exit = await execFile('printf', ['%s|', ...args], {
    cwd,
    deadline: { signal: never },
    maxOutput: 100,
  })
  expect(exit.stdout).toBe(args.map((it) => `${it}|`).join(''))
})

test.each([
  ['no-such-program', cwd, 'is not installed on this machine'],
  ['sh', join(cwd, 'gone'), 'is not installed on this machine'],
  [cwd, cwd, 'cannot be started'],
])('%s in %s is refused: it %s', async (name, folder, reason) => {
  const run = execFile(name, [], { cwd: folder, deadline: { signal: never }, maxOutput: 100 })
  await expect(run).rejects.toThrow(ExecError)
  await expect(run).rejects.toThrow(reason)
})

test('One that prints without end is ended', async () => {
  await expect(sh('yes', never, 2 * 1024 ** 2)).rejects.toThrow(
    new ExecError('sh', 'printed more than 2 MiB'),
  )
})

test('What has been cancelled already is not started', () => {
  const reason = new Error('cancelled')
  expect(() => sh('touch started', AbortSignal.abort(reason))).toThrow(reason)
  expect(existsSync(join(cwd, 'started'))).toBe(false)
})

describe('A cancellation ends', () => {
  /** Cancels a script once it has written the ids of its processes into its file. */
  async function cancelled(name: string, script: string): Promise<number[]> {
    const controller = new AbortController()
    const reason = new Error('cancelled')
    const file = join(cwd, name)
    const run = sh(
      `${script}; echo "$$ $pids" > ${name}.part; mv ${name}.part ${name}; wait`,
      controller.signal,
    )
    while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort(reason)
    await expect(run).rejects.toBe(reason)
    return readFileSync(file, 'utf8').trim().split(' ').map(Number)
  }

  test.each([
    ['itself', 'sleep 1000 & pids=$!'],
    ['what it has started', 'sh -c "sleep 1000; sleep 1000" & pids=$!'],
    ['what does not heed SIGTERM', 'trap "" TERM; sleep 1000 & pids=$!'],
    ['what heeds it alone among its own', '(trap "" TERM; sleep 1000; sleep 1000) & pids=$!'],
    ['what prints nothing any more', 'sleep 1000 >/dev/null 2>&1 & pids=$!'],
  ])('%s', async (name, script) => {
    const pids = await cancelled(name.replaceAll(' ', '-'), script)
    expect(pids).toHaveLength(2)
    await haveEnded(pids)
  })

  test('one that tidies up after that, as git removes its locks', async () => {
    await cancelled('tidy', 'trap "touch tidied; kill $!; exit" TERM; sleep 1000 & pids=$!')
    expect(existsSync(join(cwd, 'tidied'))).toBe(true)
  })

  test('one that tidies up, also where it has come far before this process could look', async () => {
    const controller = new AbortController()
    const run = sh(
      'trap "touch early-tidied; exit" TERM; touch early; sleep 1000 & wait',
      controller.signal,
    )
    // Without a turn of the event loop in between.
    while (!existsSync(join(cwd, 'early')));
    controller.abort(new Error('cancelled'))
    await expect(run).rejects.toThrow('cancelled')
    expect(existsSync(join(cwd, 'early-tidied'))).toBe(true)
  })

  test('the waiting even where a program has left its group and holds the output open', async () => {
    const pids = await cancelled('left', 'setsid sleep 30 & pids=$!')
    process.kill(pids[1] ?? 0, 'SIGKILL')
  })
})
