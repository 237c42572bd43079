import { globSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { Failure, type Kind, quote, Unusable } from '@ci-actions/kit'

/** A glob that stays in the workspace and that cannot take for ever. */
export const glob: Kind<string> = {
  parse(given) {
    if (/(^|[\\/{,])\.\.([\\/},]|$)/.test(given)) {
      throw new Unusable('globs of files inside the workspace, without ".."', given)
    }
    const alternatives = [...given.matchAll(/\{([^{}]*)\}/g)].reduce(
      (product, [, words = '']) => product * words.split(',').length,
      1,
    )
    const tooMuch =
      alternatives > 100 || given.split('/').some((part) => part.split('*').length > 5)
    if (tooMuch || /[?*+@!]\(|\{[^}]*(\.\.|\{)|^!/.test(given) || given.length > 1000) {
      throw new Unusable(
        'globs of *, **, ?, [abc] and a few {a,b}; write several lines instead',
        given,
      )
    }
    return given
  },
}

const isLiteral = (pattern: string): boolean => !/[*?[\]{}]/.test(pattern)

/** Folders in which no report of the project is. */
const foreign = new Set(['node_modules', '.git'])

/**
 * The files that a glob names, relative to the workspace and sorted. `node_modules` is passed over
 * unless the glob names it.
 *
 * @throws Failure when one leads out of the workspace, by its path or by a symbolic link
 */
export function findReports(pattern: string, workspace: string): string[] {
  const inside = relativeTo(workspace, pattern)
  if (inside.startsWith('..') || isAbsolute(inside)) throw leadsOut(pattern)
  const named = new Set(inside.split(/[\\/]/))
  const exclude = (path: string): boolean =>
    foreign.has(basename(path)) && !named.has(basename(path))
  const paths = isLiteral(inside) ? [inside] : globSync(inside, { cwd: workspace, exclude })
  return paths
    .filter((path) => isFile(join(workspace, path)))
    .map((path) => {
      if (!isWithin(realpathSync(join(workspace, path)), realpathSync(workspace)))
        throw leadsOut(path)
      return path
        .split(sep)
        .join('/')
        .replace(/^(\.\/)+/, '')
    })
    .sort()
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    // It is not there, or a link that leads nowhere.
    return false
  }
}

function relativeTo(workspace: string, pattern: string): string {
  return isAbsolute(pattern) ? relative(workspace, pattern) : pattern
}

function leadsOut(path: string): Failure {
  return new Failure(
    `Input "reports" has ${quote(path)}, which leads out of the workspace; a report must be inside.`,
  )
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

const usualNames =
  /^(coverage-summary\.json|coverage-final\.json|cobertura.*\.xml|coverage.*\.xml|jacoco.*\.xml|lcov\.info|clover\.xml)$/i

/** Why a glob that matches nothing may do so, in words: what there is instead. */
export function suggestFiles(pattern: string, workspace: string): string {
  const inside = relativeTo(workspace, pattern)
  const wanted = basename(inside)
  const found = filesBelow(workspace)
  const alike = found.filter((path) => basename(path).toLowerCase() === wanted.toLowerCase())
  const usual = found.filter((path) => usualNames.test(basename(path)))
  const near = [...new Set([...alike, ...usual])].slice(0, 3)
  if (near.length > 0) return `There is ${near.map((path) => quote(path)).join(', ')}.`
  const folder = missingFolder(inside, workspace)
  return folder
    ? `The folder ${quote(folder)} does not exist; did the tests run in this job, with coverage?`
    : 'No file looks like a coverage report; did the tests run in this job, with coverage?'
}

/** The first folder on the way to the glob that is not there. */
function missingFolder(pattern: string, workspace: string): string | undefined {
  const parts = dirname(pattern).split('/')
  const folders = parts.map((_, i) => parts.slice(0, i + 1).join('/')).filter(isLiteral)
  return folders.find((folder) => !statSync(join(workspace, folder), { throwIfNoEntry: false }))
}

/** The files of the workspace, the nearest first; looking stops after some thousands. */
function filesBelow(workspace: string): string[] {
  const files: string[] = []
  const folders = ['']
  for (let seen = 0; folders.length > 0 && seen < 20_000; ) {
    const folder = folders.shift() ?? ''
    for (const entry of readFolder(join(workspace, folder))) {
      seen++
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.isDirectory() && !foreign.has(entry.name)) folders.push(path)
      if (entry.isFile()) files.push(path)
    }
  }
  return files
}

function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    // A folder that may not be read holds no hint.
    return []
  }
}
