import { posix } from 'node:path'
import { ActionError, quote } from '@ci-actions/kit'
import { refuseLarge } from './package-limits.ts'
import { leadsWithin } from './package-links.ts'
import { beginningOf, entriesOf, type ZipEntry } from './zip-entries.ts'

/** The contents of a local package. */
export interface Contents {
  /** The paths of its files, separated by `/`. */
  readonly paths: ReadonlySet<string>
  /** The file at the top level that custom runtimes start. */
  readonly bootstrap: Program | undefined
}

/** An executable file. */
export interface Program {
  /** Unix mode, such as 0o755. */
  readonly mode: number
  /** Its first bytes. */
  readonly begin: Buffer
}

/** Enough bytes to identify a program, and for the first line of a script. */
const enough = 256

/**
 * Reads the contents of a zip.
 *
 * @throws ActionError if it is unreadable, or contains entries that Lambda would unpack wrongly
 */
export function contentsOf(path: string, zip: Buffer): Contents {
  const entries = entriesOf(zip)
  if (!entries || entries.length === 0) {
    throw new ActionError(
      `Package ${quote(path)} is not a readable zip file, or is empty. Use a zip file or a folder.`,
    )
  }
  for (const entry of entries) refuseMisread(path, entry, zip)
  const size = entries.reduce((total, one) => total + one.size, 0)
  refuseLarge(path, size, entries.length)
  const files = entries.filter((entry) => !entry.path.endsWith('/'))
  return {
    paths: new Set(files.map((entry) => entry.path)),
    bootstrap: programAt('bootstrap', files, zip),
  }
}

function refuseMisread(path: string, entry: ZipEntry, zip: Buffer): void {
  const refuse = (what: string): never => {
    throw new ActionError(`Package ${quote(path)} contains ${quote(entry.path)}, ${what}`)
  }
  const [first = '', ...others] = entry.path.split(/[\\/]/)
  if ([first, ...others].includes('..') || first === '' || /^[A-Za-z]:$/.test(first)) {
    refuse('a path outside the package. Zip it without that file.')
  }
  if (entry.path.includes('\\')) {
    refuse(
      'whose name contains a backslash. Lambda would create one file of that name instead of folders, because ' +
        'paths in a zip use "/" (APPNOTE 4.4.17.1). Use another tool, or set the folder as the package.',
    )
  }
  if (!entry.isLink) return
  const to = beginningOf(zip, entry, maxLink)?.toString()
  if (to === undefined || !leadsWithin(entry.path, to)) {
    refuse(
      'a symbolic link to a place outside the package. Zip it without the link ("zip -r" follows links).',
    )
  }
}

/** The folder of a function's code in Lambda. */
const code = '/var/task/'

/** The maximum length of a path on Linux. */
const maxLink = 4096

/** Returns a file, following links; undefined if there is none that can be read. */
function programAt(
  path: string,
  entries: readonly ZipEntry[],
  zip: Buffer,
  links = 0,
): Program | undefined {
  const entry = entries.find((one) => one.path === path)
  if (!entry || links > 8) return undefined
  const begin = beginningOf(zip, entry, entry.isLink ? maxLink : enough)
  if (!begin) return undefined
  if (!entry.isLink) return { mode: entry.mode, begin }
  const to = begin.toString()
  const next = to.startsWith(code) ? to.slice(code.length) : posix.join(posix.dirname(path), to)
  return programAt(next, entries, zip, links + 1)
}
