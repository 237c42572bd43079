import { type InputParser, ValidationError } from '@ci-actions/kit'
import { parseGlob } from '@ci-actions/patterns'
import { normalizePath, relativeTo } from './source-path.ts'

/** Parses a glob that stays in the workspace and cannot take exponential time. */
export const glob: InputParser<string> = {
  parse(given) {
    if (/(^|[\\/{,])\.\.([\\/},]|$)/.test(given)) {
      throw new ValidationError('globs of files inside the workspace, without ".."', given)
    }
    const alternatives = [...given.matchAll(/\{([^{}]*)\}/g)].reduce(
      (product, [, words = '']) => product * words.split(',').length,
      1,
    )
    const isTooComplex =
      alternatives > 100 || given.split('/').some((part) => part.split('*').length > 5)
    if (isTooComplex || /[?*+@!]\(|\{[^}]*(\.\.|\{)|^!/.test(given) || given.length > 1000) {
      throw new ValidationError(
        'globs that use only *, **, ?, [abc] and a few {a,b}; use several lines instead',
        given,
      )
    }
    parseGlob(relativeGlob(given, '') || '**')
    return given
  },
}

export function isLiteral(glob: string): boolean {
  return !/[*?[\]{}]/.test(glob)
}

/** Makes a glob relative to the workspace and removes `./`; empty for the workspace itself. */
export function relativeGlob(glob: string, workspace: string): string {
  const path = normalizePath(glob)
  return (workspace === '' ? path : relativeTo(workspace)(path)).replace(/^\.\/?$|^\//, '')
}
