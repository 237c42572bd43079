import { types } from 'node:util'
import { readBeginning } from '@ci-actions/kit'
import { Semaphore } from '@ci-actions/wait'

/** As many at once are more than any service likes. */
const maxConnections = 100

/** Files that a process has open beside its connections: its code, what it writes, and the look-ups of names. */
const otherFiles = 40

let connections: Semaphore | undefined

/**
 * Does what needs a connection when it is its turn: as many are open at once as this machine allows.
 *
 * @throws the reason of the signal when it aborts before, and whatever `work` throws
 */
export function withConnection<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  connections ??= new Semaphore(Math.min(maxConnections, Math.max(4, openFiles() - otherFiles)))
  return connections.run(signal, work)
}

/** How many files a process may have open; Linux tells it (proc_pid_limits(5)). */
function openFiles(): number {
  try {
    const limits = readBeginning('/proc/self/limits', 4096).toString()
    const [, soft] = /^Max open files +(\d+)/m.exec(limits) ?? []
    return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft)
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** Whether there was no connection because this machine has no room for one, which says nothing of the other side. */
export function isFileShortage(error: unknown): boolean {
  const first = types.isNativeError(error) && 'errors' in error ? [error.errors].flat()[0] : error
  const code = types.isNativeError(first) && 'code' in first ? first.code : undefined
  return typeof code === 'string' && ['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM'].includes(code)
}
