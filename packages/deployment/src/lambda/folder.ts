import { type Dirent, readdirSync, readlinkSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ActionError, quote } from '@ci-actions/kit'
import { readPart, refuseLarge } from './package-limits.ts'
import { leadsWithin } from './package-links.ts'
import type { ZipFile } from './zip.ts'

/** The files of a folder to zip. */
export interface Folder {
  readonly files: readonly ZipFile[]
  /** Paths of programs that had lost their executable mode. */
  readonly mended: readonly string[]
}

/**
 * Reads the files of a folder package. Symbolic links are kept if they point to a place within the package or to
 * Lambda's layers. Files that look like programs are made executable, because tools such as actions/download-artifact
 * lose the mode.
 *
 * @throws ActionError if it contains something that a package cannot
 */
export function readFolder(path: string, folder: string): Folder {
  const files: ZipFile[] = []
  const mended: string[] = []
  let size = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue
    const place = join(entry.parentPath, entry.name)
    const name = relative(folder, place).replaceAll(sep, '/')
    if (entry.isSymbolicLink()) {
      files.push({ path: name, bytes: Buffer.from(linkAt(path, name, place)), kind: 'link' })
      continue
    }
    refuseSpecial(path, name, entry)
    const { mode, size: length } = statSync(place)
    size += length
    refuseLarge(path, size, files.length + 1)
    const bytes = readPart(path, place)
    // Windows has no executable mode.
    const isMarked = process.platform === 'win32' || (mode & 0o111) !== 0
    const isProgram = isMarked || isProgramBy(name, bytes)
    if (isProgram && !isMarked) mended.push(name)
    files.push({ path: name, bytes, kind: isProgram ? 'program' : 'file' })
  }
  if (files.length === 0) throw new ActionError(`Package ${quote(path)} is a folder without files.`)
  return { files, mended: mended.sort() }
}

function linkAt(path: string, name: string, place: string): string {
  const to = readlinkSync(place).replaceAll(sep, '/')
  if (leadsWithin(name, to)) return to
  throw new ActionError(
    `Package ${quote(path)} contains the symbolic link ${quote(name)}, which points outside it, to ${quote(to)}. ` +
      'Use the file itself or a relative link; "cp -RL" copies the targets of links.',
  )
}

function refuseSpecial(path: string, name: string, entry: Dirent): void {
  if (entry.isFile()) return
  throw new ActionError(
    `Package ${quote(path)} contains ${quote(name)}, which is not a regular file. Remove it.`,
  )
}

/** Whether a file is a program: `bootstrap`, which Lambda starts, a script, or ELF that is not a library. */
function isProgramBy(name: string, bytes: Buffer): boolean {
  if (name === 'bootstrap') return true
  const begin = bytes.toString('latin1', 0, 4)
  return begin.startsWith('#!') || (begin === '\x7FELF' && !/\.(so(\.[\d.]+)?|node|o)$/.test(name))
}
