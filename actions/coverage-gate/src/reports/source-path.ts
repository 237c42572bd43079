import { posix } from 'node:path'

/**
 * The path of a source file as all reports name it: with `/`, without `.` and `..`, and relative to
 * the workspace if it is in there.
 */
export function normalizePath(path: string, workspace: string): string {
  const slashed = isNormal.test(path) ? path : posix.normalize(path.replaceAll('\\', '/'))
  const folder = `${workspace.replaceAll('\\', '/').replace(/\/$/, '')}/`
  return slashed.startsWith(folder) ? slashed.slice(folder.length) : slashed
}

/** Names alone, none of them `.` or `..`, as nearly all reports have. */
const isNormal = /^(?!\.{0,2}(\/|$))[^/\\]+(\/(?!\.{0,2}(\/|$))[^/\\]+)*$/

/** `/src`, `C:\src`, `C:/src`. */
export function isAbsolutePath(path: string): boolean {
  return /^([a-zA-Z]:)?[\\/]/.test(path)
}
