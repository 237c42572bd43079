import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { quote } from '@ci-actions/kit'
import { filesBelow } from './files-below.ts'
import { isLiteral } from './glob.ts'

/** What the tools call their reports unless they are told otherwise. */
const usualNames = [
  /^(cobertura|coverage|jacoco|kover|opencover|scoverage|sonar).*\.xml$/i,
  /^(coverage|coveralls|codecov|gcovr|xccov).*\.json$/i,
  /^(clover\.xml|jacoco.*\.csv|lcov.*\.info|.*\.lcov|\.resultset\.json|.*\.gcov\.json)$/i,
  /^(c|cover|coverage)\.out$|\.coverprofile$/i,
]

/** Some thousands of entries are enough for a hint. */
const mostEntries = 20_000

/** Why a glob matches nothing, in words: how it is written, or what there is instead. */
export function suggestFiles(glob: string, workspace: string): string {
  const inside = isAbsolute(glob) ? relative(workspace, glob) : glob
  const [, item] = /^-\s+(.+)$/.exec(inside) ?? []
  if (item !== undefined)
    return `Write ${quote(item)}, without "- " in front: the input is no YAML list.`
  if (/,(?![^{}]*\})/.test(inside)) return 'Write one glob per line, without commas between them.'
  const found = filesBelow(workspace, mostEntries)
  const wanted = basename(inside).toLowerCase()
  const alike = found.filter((path) => basename(path).toLowerCase() === wanted)
  const usual = found.filter((path) => usualNames.some((name) => name.test(basename(path))))
  const near = [...new Set([...alike, ...usual])].slice(0, 3)
  if (near.length > 0) return `There is ${near.map((path) => quote(path)).join(', ')}.`
  if (readdirSync(workspace).length === 0) {
    return 'The workspace is empty; does actions/checkout come before this step?'
  }
  const folder = missingFolder(inside, workspace)
  return folder
    ? `The folder ${quote(folder)} does not exist; did the tests run in this job, with coverage?`
    : 'No file looks like a coverage report; did the tests run in this job, with coverage?'
}

/** The first folder on the way to the glob that is not there. */
function missingFolder(glob: string, workspace: string): string | undefined {
  const parts = dirname(glob).split('/')
  const folders = parts.map((_, i) => parts.slice(0, i + 1).join('/')).filter(isLiteral)
  return folders.find((folder) => !statSync(join(workspace, folder), { throwIfNoEntry: false }))
}
