import { ActionError, excerpt } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

export interface ExecOptions {
  /** The folder it runs in. */
  readonly cwd: string
  /** When it ends, the program is ended, and with it whatever it has started. */
  readonly deadline: Pick<Deadline, 'signal'>
  /** Bytes that it may print to stdout, and as many to stderr. */
  readonly maxOutput: number
}

/** How a program ended, and what it printed. */
export interface ExecResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A program that cannot be started, is ended before it is done, or fails. */
export class ExecError extends ActionError {
  override name = 'ExecError'
  /** What is wrong with it; completes "git …". */
  readonly reason: string

  constructor(command: string, reason: string) {
    super(`${command} ${reason}.`)
    this.reason = reason
  }
}

/** The error for a program whose exit code is not the one that was wanted, with the last lines of stderr. */
export function exitError(command: string, { exitCode, stdout, stderr }: ExecResult): ExecError {
  const ended = exitCode === null ? 'was ended by a signal' : `ended with exit code ${exitCode}`
  const lines = (stderr.trim() || stdout.trim()).split('\n').slice(-shownLines)
  const printed = lines.map((line) => excerpt(line.trimEnd(), 200)).join('\n')
  return new ExecError(command, printed === '' ? ended : `${ended}. It printed last:\n${printed}`)
}

const shownLines = 5

/** The error for one that prints more than `maxOutput` bytes. */
export function tooMuchOutput(command: string, maxOutput: number): ExecError {
  return new ExecError(command, `prints more than ${maxOutput / 1024 ** 2} MiB`)
}
