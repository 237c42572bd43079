import { posix } from 'node:path'

/** A path with `/`, and without `.` and `..`. */
export function normalizePath(path: string): string {
  return isNormal.test(path) ? path : posix.normalize(path.replaceAll('\\', '/'))
}

/** Names, none of them `.` or `..`, as nearly all reports have. */
const isNormal = /^\/?(?!\.{0,2}(\/|$))[^/\\]+(\/(?!\.{0,2}(\/|$))[^/\\]+)*$/

/** `/src`, `C:\src`, `C:/src`. */
export function isAbsolutePath(path: string): boolean {
  return /^([a-zA-Z]:)?[\\/]/.test(path)
}

/** A normalized path relative to the folder if it is in there. */
export function relativePath(path: string, folder: string): string {
  const base = `${folder.replaceAll('\\', '/').replace(/\/$/, '')}/`
  return path.startsWith(base) ? path.slice(base.length) : path
}
