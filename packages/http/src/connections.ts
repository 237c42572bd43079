import { types } from 'node:util'
import { readBeginning } from '@ci-actions/kit'
import { Semaphore } from '@ci-actions/wait'

/** More connections than any service tolerates. */
const maxConnections = 100

/** Files that a process opens besides connections: its code, its output and DNS lookups. */
const otherFiles = 40

let connections: Semaphore | undefined

/**
 * Runs work that needs a connection, limited to as many connections as this machine allows.
 *
 * @throws the reason of the signal if it aborts while waiting, and whatever `work` throws
 */
export function withConnection<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  connections ??= new Semaphore(Math.min(maxConnections, Math.max(4, openFiles() - otherFiles)))
  return connections.run(signal, work)
}

/** Returns the maximum number of open files, known on Linux only (proc_pid_limits(5)). */
function openFiles(): number {
  try {
    const limits = readBeginning('/proc/self/limits', 4096).toString()
    const [, soft] = /^Max open files +(\d+)/m.exec(limits) ?? []
    return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft)
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** Whether a connection failed because this machine ran out of files or memory, which says nothing about the server. */
export function isFileShortage(error: unknown): boolean {
  const first = types.isNativeError(error) && 'errors' in error ? [error.errors].flat()[0] : error
  const code = types.isNativeError(first) && 'code' in first ? first.code : undefined
  return typeof code === 'string' && ['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM'].includes(code)
}
