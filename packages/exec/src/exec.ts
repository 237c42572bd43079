import { AsyncLocalStorage } from 'node:async_hooks'
import { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { StringDecoder } from 'node:string_decoder'
import { exec as toolkitExec } from '@actions/exec'
import { errorMessage, type Runner } from '@ci-actions/kit'
import { ExecError, type ExecOptions, type ExecResult, tooMuchOutput } from './result.ts'
import { treeSignaller } from './signals.ts'
import { Supervisor } from './supervisor.ts'

export interface CommandOptions extends ExecOptions {
  readonly runner: Pick<Runner, 'info' | 'redact'>
  /** Whether each line goes to the log, without secrets, while the program runs. */
  readonly log?: boolean
}

/** Node tells each process that is started; whose it is, is told by the call that it is started in. */
const calls = new AsyncLocalStorage<Supervisor>()

/**
 * Runs a command of the workflow's author by `@actions/exec`: without a shell, with the search of PATH, the quoting and
 * the `.cmd` files of Windows. Nothing can be typed into it. Its exit code is a result; `exitError` makes an error of it.
 *
 * @throws ExecError when it cannot be started or prints too much, TimeoutError or CancelledError when the deadline ends
 */
export async function exec(
  program: string,
  args: readonly string[],
  { cwd, deadline: { signal }, maxOutput, runner, log = false }: CommandOptions,
): Promise<ExecResult & { readonly command: string }> {
  signal.throwIfAborted()
  const command = runner.redact([program, ...args].map(shown).join(' '))
  const supervisor = new Supervisor(signal, treeSignaller())
  const tooMuch = (): void => supervisor.end(tooMuchOutput(command, maxOutput))
  const stdout = new Output(maxOutput, tooMuch, log ? runner : undefined)
  const stderr = new Output(maxOutput, tooMuch, log ? runner : undefined)
  const options = {
    cwd,
    silent: true,
    ignoreReturnCode: true,
    // Closes its standard input.
    input: Buffer.alloc(0),
    listeners: {
      stdout: (bytes: Buffer) => stdout.add(bytes),
      stderr: (bytes: Buffer) => stderr.add(bytes),
    },
  }
  const watch = (message: unknown): void => {
    const child = childIn(message)
    if (!child || calls.getStore() !== supervisor) return
    supervisor.watch(child)
    // One that ends before its input is closed breaks the pipe.
    process.nextTick(() => child.stdin?.on('error', () => {}))
  }
  subscribe(processes, watch)
  const exitCode = await calls
    .run(supervisor, () => toolkitExec(`"${program.replaceAll('"', '\\"')}"`, [...args], options))
    .catch((error: unknown) => supervisor.end(new ExecError(command, reasonOf(error))))
  unsubscribe(processes, watch)
  supervisor.settle()
  return { exitCode: exitCode ?? null, stdout: stdout.end(), stderr: stderr.end(), command }
}

/** @see https://nodejs.org/api/diagnostics_channel.html#process */
const processes = 'child_process'

/** The process of a message that one is started. */
function childIn(message: unknown): ChildProcess | undefined {
  const child = typeof message === 'object' && message && 'process' in message && message.process
  return child instanceof ChildProcess ? child : undefined
}

/** What a program prints to one of its streams. */
class Output {
  readonly #decoder = new StringDecoder()
  readonly #most: number
  readonly #tooMuch: () => void
  readonly #log: Pick<Runner, 'info'> | undefined
  #size = 0
  #text = ''
  #logged = 0

  constructor(most: number, tooMuch: () => void, log: Pick<Runner, 'info'> | undefined) {
    this.#most = most
    this.#tooMuch = tooMuch
    this.#log = log
  }

  add(bytes: Buffer): void {
    this.#size += bytes.length
    if (this.#size > this.#most) {
      this.#tooMuch()
      return
    }
    this.#text += this.#decoder.write(bytes)
    this.#logUpTo(this.#text.lastIndexOf('\n'))
  }

  /** All of it, once the program has ended. */
  end(): string {
    this.#text += this.#decoder.end()
    this.#logUpTo(this.#text.length)
    return this.#text
  }

  #logUpTo(end: number): void {
    if (!this.#log || end <= this.#logged) return
    this.#log.info(this.#text.slice(this.#logged, end))
    this.#logged = end + 1
  }
}

/** An argument as one would type it. */
function shown(argument: string): string {
  return /^[\w./:=@%+,-]+$/.test(argument) ? argument : JSON.stringify(argument)
}

function reasonOf(error: unknown): string {
  const message = errorMessage(error)
  return message.startsWith('Unable to locate executable file')
    ? 'is not installed on this machine, or may not be executed'
    : `cannot be started (${message})`
}
