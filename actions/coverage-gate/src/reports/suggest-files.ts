import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { quote } from '@ci-actions/kit'
import { listFilesBelow } from './files-below.ts'
import { isLiteral } from './glob.ts'

/** The default names of reports. */
const usualNames = [
  /^(cobertura|coverage|jacoco|kover|opencover|scoverage|sonar).*\.xml$/i,
  /^(coverage|coveralls|codecov|gcovr|xccov).*\.json$/i,
  /^(clover\.xml|jacoco.*\.csv|lcov.*\.info|.*\.lcov|\.resultset\.json|.*\.gcov\.json)$/i,
  /^(c|cover|coverage)\.out$|\.coverprofile$/i,
]

/** Enough for a hint. */
const maxEntries = 20_000

/** Explains why a glob matches nothing: its syntax, or the files that exist instead. */
export function suggestFiles(glob: string, workspace: string): string {
  const inside = isAbsolute(glob) ? relative(workspace, glob) : glob
  const [, item] = /^-\s+(.+)$/.exec(inside) ?? []
  if (item !== undefined)
    return `Write ${quote(item)}, without the leading "- ": the input is not a YAML list.`
  if (/,(?![^{}]*\})/.test(inside)) return 'Write one glob per line, without commas between them.'
  const entry = statSync(join(workspace, inside), { throwIfNoEntry: false })
  if (inside.includes('\\') && !entry?.isFile())
    return `Write ${quote(inside.replaceAll('\\', '/'))}: paths have "/".`
  if (entry?.isDirectory()) return `It is a folder: write ${quote(`${inside}/**`)}.`
  const found = listFilesBelow(workspace, maxEntries)
  const wanted = basename(inside).toLowerCase()
  const sameName = found.filter((path) => basename(path).toLowerCase() === wanted)
  const usuallyNamed = found.filter((path) => usualNames.some((name) => name.test(basename(path))))
  const near = [...new Set([...sameName, ...byCommonFolders(usuallyNamed, inside)])].slice(0, 3)
  if (near.length > 0) return `There is ${near.map((path) => quote(path)).join(', ')}.`
  if (readdirSync(workspace).length === 0) {
    return 'The workspace is empty; is there an actions/checkout step before this one?'
  }
  const folder = missingFolder(inside, workspace)
  return folder
    ? `The folder ${quote(folder)} does not exist; did the tests run in this job, with coverage?`
    : 'No file looks like a coverage report; did the tests run in this job, with coverage?'
}

/** Sorts paths by how many folders they have in common with the glob. */
function byCommonFolders(paths: readonly string[], glob: string): string[] {
  const folders = new Set(glob.split('/').slice(0, -1).filter(isLiteral))
  const common = (path: string): number =>
    path.split('/').filter((part) => folders.has(part)).length
  return paths.toSorted((one, other) => common(other) - common(one))
}

/** Returns the first parent folder of the glob that does not exist. */
function missingFolder(glob: string, workspace: string): string | undefined {
  const parts = dirname(glob).split('/')
  const folders = parts.map((_, i) => parts.slice(0, i + 1).join('/')).filter(isLiteral)
  return folders.find((folder) => !statSync(join(workspace, folder), { throwIfNoEntry: false }))
}
