import { posix } from 'node:path'

/** Normalizes a path: `/` as separator, no `.` and `..`. */
export function normalizePath(path: string): string {
  return isNormal.test(path) ? path : posix.normalize(path.replaceAll('\\', '/'))
}

/** Matches paths that need no change, which nearly all in reports are. */
const isNormal = /^\/?(?!\.{0,2}(\/|$))[^/\\]+(\/(?!\.{0,2}(\/|$))[^/\\]+)*$/

/** Whether a path is absolute on any platform: `/src`, `C:\src`, `C:/src`. */
export function isAbsolutePath(path: string): boolean {
  return /^([a-zA-Z]:)?[\\/]/.test(path)
}

/** Returns a function that makes normalized paths in the folder relative to it. */
export function relativeTo(folder: string): (path: string) => string {
  const base = `${folder.replaceAll('\\', '/').replace(/\/$/, '')}/`
  return (path) => (path.startsWith(base) ? path.slice(base.length) : path)
}
