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
  /** Whether to log each line, redacted, while the program runs. */
  readonly log?: boolean
}

/** Node announces every started process; the async context tells which call it belongs to. */
const calls = new AsyncLocalStorage<Supervisor>()

/**
 * Runs a command of the workflow's author with `@actions/exec`: without a shell, with PATH lookup, quoting and the
 * `.cmd` files of Windows. Its standard input is closed. A non-zero exit code is a result; `exitError` turns it into an
 * error.
 *
 * @throws ExecError if it cannot be started or prints too much; TimeoutError or CancelledError when the deadline ends
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
    // Closes standard input.
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
    // A program that exits before its input is closed breaks the pipe.
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

/**
 * The channel on which Node announces started processes.
 *
 * @see https://nodejs.org/api/diagnostics_channel.html#process
 */
const processes = 'child_process'

/** Returns the process in a message of the channel. */
function childIn(message: unknown): ChildProcess | undefined {
  const child = typeof message === 'object' && message && 'process' in message && message.process
  return child instanceof ChildProcess ? child : undefined
}

/** Collects one output stream of a program. */
class Output {
  readonly #decoder = new StringDecoder()
  readonly #maxBytes: number
  readonly #tooMuch: () => void
  readonly #log: Pick<Runner, 'info'> | undefined
  #size = 0
  #text = ''
  #logged = 0

  constructor(maxBytes: number, tooMuch: () => void, log: Pick<Runner, 'info'> | undefined) {
    this.#maxBytes = maxBytes
    this.#tooMuch = tooMuch
    this.#log = log
  }

  add(bytes: Buffer): void {
    this.#size += bytes.length
    if (this.#size > this.#maxBytes) {
      this.#tooMuch()
      return
    }
    this.#text += this.#decoder.write(bytes)
    this.#logUpTo(this.#text.lastIndexOf('\n'))
  }

  /** Returns the whole output, once the program has ended. */
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

/** Formats an argument as it would be typed. */
function shown(argument: string): string {
  return /^[\w./:=@%+,-]+$/.test(argument) ? argument : JSON.stringify(argument)
}

function reasonOf(error: unknown): string {
  const message = errorMessage(error)
  return message.startsWith('Unable to locate executable file')
    ? 'is not installed on this machine, or not executable'
    : `cannot be started (${message})`
}
