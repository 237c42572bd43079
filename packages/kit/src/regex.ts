import type { Context, Script } from 'node:vm'
import { type InputParser, ValidationError } from './input-parsers.ts'

/** A regular expression: `/expression/flags`, or the expression alone. */
export const regex: InputParser<RegExp> = {
  parse(given) {
    const [, source = given, flags = ''] = slashed.exec(given) ?? []
    try {
      // "g" and "y" would start each search where the last one ended.
      return new RegExp(source, flags.replace(/[gy]/g, ''))
    } catch (error) {
      throw new ValidationError(`a regular expression (${String(error)})`)
    }
  },
}

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s

/** Whether a text has the form `/expression/`. */
export function isRegexLiteral(given: string): boolean {
  return slashed.test(given)
}

/** Returns the expression anchored, so that it must match a whole text. */
export function anchored({ source, flags }: RegExp): RegExp {
  return new RegExp(`^(?:${source})$`, flags)
}

let sandbox: { readonly context: Context; readonly script: Script } | undefined

/** Time limits in milliseconds of expressions that timed out before. */
const limits = new WeakMap<RegExp, number>()

/** Enough for a normal expression, even on a large text. */
const minLimit = 10

/**
 * Searches untrusted text with a time limit, so that catastrophic backtracking cannot block the step. Each timeout
 * halves the limit of that expression, so that many texts do not add up.
 *
 * @param timeout milliseconds
 */
export function searchWithTimeout(
  pattern: RegExp,
  text: string,
  timeout = 1_000,
): 'found' | 'absent' | 'too slow' {
  sandbox ??= createSandbox()
  const { context, script } = sandbox
  const limit = Math.min(timeout, limits.get(pattern) ?? timeout)
  Object.assign(context, { pattern, text })
  try {
    return script.runInContext(context, { timeout: limit }) ? 'found' : 'absent'
  } catch (error) {
    if (!isTimeout(error)) throw error
    limits.set(pattern, Math.max(minLimit, Math.ceil(limit / 2)))
    return 'too slow'
  }
}

/**
 * Only code in a context of its own can be interrupted. Creating one takes longer than most searches, so it is reused.
 */
function createSandbox() {
  const { createContext, Script } = process.getBuiltinModule('node:vm')
  return { context: createContext(), script: new Script('pattern.test(text)') }
}

/** The error comes from the other context, whose `Error` is a different class. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}
