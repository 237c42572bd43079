import { errorMessage } from './errors.ts'

const space = 'Free space on the disk of the runner before this step.'
const right = 'Let the user of the runner, or of the container of the job, write there.'
const files = 'Let the runner have more files open (ulimit -n).'

/** What a machine refuses, by the code of the error, and what may be done about it. */
const adviceByCode = new Map([
  ['ENOSPC', space],
  ['EDQUOT', space],
  ['EROFS', right],
  ['EACCES', right],
  ['EPERM', right],
  ['EIO', 'Look at the disk of the runner.'],
  ['ENOMEM', 'Give the runner more memory.'],
  ['EMFILE', files],
  ['ENFILE', files],
])

/** Whether it is the machine that refuses, and no mistake of ours. */
export function isMachineError(error: unknown): boolean {
  return adviceByCode.has(errorCode(error))
}

/** A sentence with what was refused, in brackets why, and one with what to do. */
export function describeMachineError(what: string, error: unknown): string {
  const advice = adviceByCode.get(errorCode(error))
  return `${what} (${errorMessage(error)}).${advice ? ` ${advice}` : ''}`
}

/** The code that Node gives to an error of the system, such as `ENOENT`. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error && 'code' in error ? String(error.code) : ''
}
