import { type InputParser, ValidationError } from '@ci-actions/kit'
import { parseGlob } from '@ci-actions/patterns'
import { normalizePath, relativeTo } from './source-path.ts'

/** A glob that stays in the workspace and that cannot take for ever. */
export const glob: InputParser<string> = {
  parse(given) {
    if (/(^|[\\/{,])\.\.([\\/},]|$)/.test(given)) {
      throw new ValidationError('globs of files inside the workspace, without ".."', given)
    }
    const alternatives = [...given.matchAll(/\{([^{}]*)\}/g)].reduce(
      (product, [, words = '']) => product * words.split(',').length,
      1,
    )
    const tooMuch =
      alternatives > 100 || given.split('/').some((part) => part.split('*').length > 5)
    if (tooMuch || /[?*+@!]\(|\{[^}]*(\.\.|\{)|^!/.test(given) || given.length > 1000) {
      throw new ValidationError(
        'globs of *, **, ?, [abc] and a few {a,b}; write several lines instead',
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

/** A glob without the path of the workspace, and without `./`; empty for the workspace itself. */
export function relativeGlob(glob: string, workspace: string): string {
  const path = normalizePath(glob)
  return (workspace === '' ? path : relativeTo(workspace)(path)).replace(/^\.\/?$|^\//, '')
}
