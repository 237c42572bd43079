import type { Context, Script } from 'node:vm'
import { type InputParser, ValidationError } from './input-parsers.ts'

/** A regular expression: `/expression/` with the flags of JavaScript, or the expression alone. */
export const regex: InputParser<RegExp> = {
  parse(given) {
    const [, source = given, flags = ''] = slashed.exec(given) ?? []
    try {
      // "g" and "y" would make one search begin where the last one ended.
      return new RegExp(source, flags.replace(/[gy]/g, ''))
    } catch (error) {
      throw new ValidationError(`a regular expression (${String(error)})`)
    }
  },
}

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s

/** Whether a text is written as `/expression/`. */
export function isRegexLiteral(given: string): boolean {
  return slashed.test(given)
}

/** The same expression, met only by a text that is like it from its begin to its end. */
export function anchored({ source, flags }: RegExp): RegExp {
  return new RegExp(`^(?:${source})$`, flags)
}

let sandbox: { readonly context: Context; readonly script: Script } | undefined

/** How long an expression may take that was too slow before, in milliseconds. */
const limits = new WeakMap<RegExp, number>()

/** Enough for one that is not slow, also on a large text. */
const minLimit = 10

/**
 * Looks for it in a text from outside; one that backtracks without end must not hold up the step. Each time
 * that it was too slow it has half the time at the next one, so that many texts do not add up.
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

/** Only what runs in a context of its own can be ended; making one takes longer than most searches. */
function createSandbox() {
  const { createContext, Script } = process.getBuiltinModule('node:vm')
  return { context: createContext(), script: new Script('pattern.test(text)') }
}

/** The error comes from the other context, whose `Error` is not ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}
