import { InputError } from '@ci-actions/kit'
import {
  array,
  check,
  type GenericSchema,
  getDotPath,
  maxLength,
  pipe,
  safeParse,
  string,
} from 'valibot'
import { characterCount } from './truncate.ts'

/** The input `payload`: the parts of a message that the workflow's author writes. */
export type UserPayload = Readonly<Record<string, unknown>>

/** The parts of a message that a platform lets the author replace. */
export interface PayloadRules {
  /** Allowed keys; others have an input of their own, or could mention someone. */
  readonly keys: readonly string[]
  /** Limits of the whole message. */
  readonly schema: GenericSchema
  /** Returns a problem beyond the schema, as the end of a sentence; undefined if there is none. */
  findProblem(message: object): string | undefined
}

/**
 * Returns the message with the author's keys in place of the default ones. Nothing in it is evaluated.
 *
 * @throws InputError when the platform would reject the message
 */
export function mergeUserPayload<M extends object>(
  message: M,
  payload: UserPayload,
  rules: PayloadRules,
): M & UserPayload {
  const unknownKey = Object.keys(payload).find((key) => !rules.keys.includes(key))
  if (unknownKey !== undefined) {
    throw new InputError(
      `Input "payload" must not contain "${unknownKey.slice(0, 80)}". Allowed keys are ${rules.keys.join(', ')}.`,
    )
  }
  const merged = { ...message, ...payload }
  const problem = findSchemaProblem(rules.schema, merged) ?? rules.findProblem(merged)
  if (problem) throw new InputError(`Input "payload" makes the message invalid: ${problem}.`)
  return merged
}

function findSchemaProblem(schema: GenericSchema, message: object): string | undefined {
  const { success, issues } = safeParse(schema, message)
  if (success) return undefined
  const [issue] = issues
  return `at "${getDotPath(issue) ?? ''}": ${issue.message}`
}

/** Schema of a text of at most `max` code points. */
export function textUpTo(max: number) {
  return pipe(
    string(),
    check(
      (text) => characterCount(text) <= max,
      ({ input }) => `${characterCount(input)} characters, but the maximum is ${max}`,
    ),
  )
}

/** Schema of a list of at most `max` items. */
export function listUpTo<S extends GenericSchema>(max: number, item: S) {
  return pipe(
    array(item),
    maxLength(max, ({ input }) => `${input.length} items, but the maximum is ${max}`),
  )
}

/** Returns the value itself, if it is an object, and all objects nested in it. */
export function nestedObjects(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(nestedObjects)]
}
