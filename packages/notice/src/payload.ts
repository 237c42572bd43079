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
import { length } from './fit.ts'

/** A map the workflow's author wrote. */
export type Own = Readonly<Record<string, unknown>>

/** What a platform takes of an author's own message. */
export interface Rules {
  /** The keys that may be given; the others are inputs, or could call somebody. */
  readonly keys: readonly string[]
  /** The limits of a whole message. */
  readonly shape: GenericSchema
  /** What else is wrong with it, as the end of a sentence; undefined when nothing is. */
  fault(message: object): string | undefined
}

/**
 * A message in which the author's own keys take the place of ours. Nothing in it is evaluated.
 *
 * @throws InputError when the platform would not take it
 */
export function withOwn<M extends object>(message: M, own: Own, rules: Rules): M & Own {
  const other = Object.keys(own).find((key) => !rules.keys.includes(key))
  if (other !== undefined) {
    throw new InputError(
      `Input "payload" may have the keys ${rules.keys.join(', ')}; "${other.slice(0, 80)}" is none of them.`,
    )
  }
  const merged = { ...message, ...own }
  const fault = misshape(rules.shape, merged) ?? rules.fault(merged)
  if (fault) throw new InputError(`Input "payload" makes a message that cannot be sent: ${fault}.`)
  return merged
}

function misshape(shape: GenericSchema, message: object): string | undefined {
  const { success, issues } = safeParse(shape, message)
  if (success) return undefined
  const [issue] = issues
  return `at "${getDotPath(issue) ?? ''}": ${issue.message}`
}

/** A text of at most so many characters. */
export function textUpTo(most: number) {
  return pipe(
    string(),
    check(
      (text) => length(text) <= most,
      ({ input }) => `${length(input)} characters, of at most ${most}`,
    ),
  )
}

/** A list of at most so many items. */
export function listUpTo<S extends GenericSchema>(most: number, item: S) {
  return pipe(
    array(item),
    maxLength(most, ({ input }) => `${input.length} items, of at most ${most}`),
  )
}

/** Every object inside a value, from the outside in. */
export function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}
