import { posix } from 'node:path'

/**
 * The path of a source file as all reports name it: with `/`, without `.` and `..`, and relative to
 * the workspace if it is in there.
 */
export function normalizePath(path: string, workspace: string): string {
  const slashed = posix.normalize(path.replaceAll('\\', '/'))
  const folder = `${workspace.replaceAll('\\', '/').replace(/\/$/, '')}/`
  return slashed.startsWith(folder) ? slashed.slice(folder.length) : slashed
}

/** `/src`, `C:\src`, `C:/src`. */
export function isAbsolutePath(path: string): boolean {
  return /^([a-zA-Z]:)?[\\/]/.test(path)
}
