import { ActionError, excerpt } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

export interface ExecOptions {
  /** The working directory. */
  readonly cwd: string
  /** When it ends, the program and its descendants are killed. */
  readonly deadline: Pick<Deadline, 'signal'>
  /** Maximum output in bytes, for each of stdout and stderr. */
  readonly maxOutput: number
}

/** The exit code and output of a program. */
export interface ExecResult {
  /** Null if killed by a signal. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A program that cannot be started, is killed before it finishes, or fails. */
export class ExecError extends ActionError {
  override name = 'ExecError'
  /** The problem; completes "git …". */
  readonly reason: string

  constructor(command: string, reason: string) {
    super(`${command} ${reason}.`)
    this.reason = reason
  }
}

/** Returns the error for an unexpected exit code, with the last lines of output. */
export function exitError(command: string, { exitCode, stdout, stderr }: ExecResult): ExecError {
  const ended = exitCode === null ? 'was killed by a signal' : `exited with code ${exitCode}`
  const lines = (stderr.trim() || stdout.trim()).split('\n').slice(-shownLines)
  const printed = lines.map((line) => excerpt(line.trimEnd(), 200)).join('\n')
  return new ExecError(command, printed === '' ? ended : `${ended}. Last output:\n${printed}`)
}

const shownLines = 5

/** Returns the error for a program that printed more than `maxOutput` bytes. */
export function tooMuchOutput(command: string, maxOutput: number): ExecError {
  return new ExecError(command, `printed more than ${maxOutput / 1024 ** 2} MiB`)
}
