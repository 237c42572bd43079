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

/** Makes normalized paths relative to the folder, those that are in there. */
export function relativeTo(folder: string): (path: string) => string {
  const base = `${folder.replaceAll('\\', '/').replace(/\/$/, '')}/`
  return (path) => (path.startsWith(base) ? path.slice(base.length) : path)
}
