import { type Dirent, readdirSync, readlinkSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ActionError, quote } from '@ci-actions/kit'
import { readPart, refuseLarge } from './package-limits.ts'
import { leadsWithin } from './package-links.ts'
import type { ZipFile } from './zip.ts'

/** The files of a folder, to be zipped. */
export interface Folder {
  readonly files: readonly ZipFile[]
  /** Programs that had lost the mode that says so, by their paths. */
  readonly mended: readonly string[]
}

/**
 * Reads the files of a package that is a folder. Links stay links where they lead within the package or
 * to what Lambda has beside it. What is a program by its first bytes can be executed, though its mode was
 * lost on the way, as by actions/download-artifact.
 *
 * @throws ActionError when it holds what no package can
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
    // Windows does not know which files can be executed.
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
    `Package ${quote(path)} holds the symbolic link ${quote(name)}, which leads out of it to ${quote(to)}. Put the ` +
      'file itself there, or let the link be relative: "cp -RL" copies what links lead to.',
  )
}

function refuseSpecial(path: string, name: string, entry: Dirent): void {
  if (entry.isFile()) return
  throw new ActionError(
    `Package ${quote(path)} holds ${quote(name)}, which is no file. Leave it out.`,
  )
}

/** ELF and `#!`; a library of ELF is loaded and not executed. `bootstrap` is what Lambda starts. */
function isProgramBy(name: string, bytes: Buffer): boolean {
  if (name === 'bootstrap') return true
  const begin = bytes.toString('latin1', 0, 4)
  return begin.startsWith('#!') || (begin === '\x7FELF' && !/\.(so(\.[\d.]+)?|node|o)$/.test(name))
}
