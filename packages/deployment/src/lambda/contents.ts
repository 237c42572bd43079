import { posix } from 'node:path'
import { ActionError, quote } from '@ci-actions/kit'
import { refuseLarge } from './package-limits.ts'
import { leadsWithin } from './package-links.ts'
import { beginningOf, entriesOf, type ZipEntry } from './zip-entries.ts'

/** What is in a package, where it is at hand. */
export interface Contents {
  /** The paths of its files, with `/` between their parts. */
  readonly paths: ReadonlySet<string>
  /** The file at the top that a runtime of one's own starts. */
  readonly bootstrap: Program | undefined
}

/** A file that is to be executed. */
export interface Program {
  /** As Unix has it: 0o755. */
  readonly mode: number
  /** Its first bytes. */
  readonly begin: Buffer
}

/** What tells a program from others, and the whole first line of a script. */
const enough = 256

/**
 * What is in a zip.
 *
 * @throws ActionError when it cannot be read, or holds what Lambda unpacks otherwise than it was meant
 */
export function contentsOf(path: string, zip: Buffer): Contents {
  const entries = entriesOf(zip)
  if (!entries || entries.length === 0) {
    throw new ActionError(
      `Package ${quote(path)} is no zip file that can be read, or an empty one. Give a zip, or a folder to be zipped.`,
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
    throw new ActionError(`Package ${quote(path)} holds ${quote(entry.path)}, ${what}`)
  }
  const [first = '', ...others] = entry.path.split(/[\\/]/)
  if ([first, ...others].includes('..') || first === '' || /^[A-Za-z]:$/.test(first)) {
    refuse('which is a path that leads out of it. Zip it without that.')
  }
  if (entry.path.includes('\\')) {
    refuse(
      'whose name has a backslash: Lambda makes one file of that name in place of folders, for the parts of a ' +
        'path in a zip stand between "/" (APPNOTE 4.4.17.1). Zip it with another tool, or give the folder.',
    )
  }
  if (!entry.isLink) return
  const to = beginningOf(zip, entry, maxLink)?.toString()
  if (to === undefined || !leadsWithin(entry.path, to)) {
    refuse(
      'which is a symbolic link that leads out of it. Zip it without that ("zip -r" follows links).',
    )
  }
}

/** Where Lambda has what is in the package. */
const code = '/var/task/'

/** Linux follows no longer path. */
const maxLink = 4096

/** A file that may be a link to it; undefined when there is none that can be read. */
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
