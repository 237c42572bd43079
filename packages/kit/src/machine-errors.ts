import { errorMessage } from './errors.ts'

const space = 'Free disk space on the runner before this step.'
const right = 'Give the user of the runner, or of the job container, write access there.'
const files = "Raise the runner's limit of open files (ulimit -n)."

/** Advice by the code of a system error. */
const adviceByCode = new Map([
  ['ENOSPC', space],
  ['EDQUOT', space],
  ['EROFS', right],
  ['EACCES', right],
  ['EPERM', right],
  ['EIO', "Check the runner's disk."],
  ['ENOMEM', 'Give the runner more memory.'],
  ['EMFILE', files],
  ['ENFILE', files],
])

/** Whether an error is caused by the machine and not by our code. */
export function isMachineError(error: unknown): boolean {
  return adviceByCode.has(errorCode(error))
}

/** Returns one sentence with what failed and why, and one with what to do. */
export function describeMachineError(what: string, error: unknown): string {
  const advice = adviceByCode.get(errorCode(error))
  return `${what} (${errorMessage(error)}).${advice ? ` ${advice}` : ''}`
}

/** Returns the code of a system error, such as `ENOENT`; empty for other errors. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error && 'code' in error ? String(error.code) : ''
}
