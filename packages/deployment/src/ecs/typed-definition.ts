import { InputError, quote } from '@ci-actions/kit'
import { type MemberType, taskDefinitionTypes } from './definition-types.ts'

/** A value as typed by YAML, and the same with its plain scalars as text. */
export interface Written {
  readonly typed: unknown
  readonly text: unknown
}

/**
 * Converts each member of a task definition to the type that ECS requires: `value: 8080` in YAML becomes text, and
 * `containerPort: "8080"` a number. Unknown members are kept as they are.
 *
 * @throws InputError with the path of a value that cannot be converted
 */
export function typedDefinition(file: string, definition: Written): unknown {
  return typed(definition, taskDefinitionTypes, [], file)
}

function typed(
  value: Written,
  type: MemberType | undefined,
  path: readonly string[],
  file: string,
): unknown {
  if (type === undefined || value.typed === null || value.typed === undefined) return value.typed
  if (typeof type === 'string') return scalar(value, type, path, file)
  if (isList(type)) {
    if (!Array.isArray(value.typed)) return value.typed
    return value.typed.map((item: unknown, at) =>
      typed({ typed: item, text: memberOf(value.text, at) }, type[0], [...path, String(at)], file),
    )
  }
  if (typeof value.typed !== 'object' || Array.isArray(value.typed)) return value.typed
  const entries = Object.entries(value.typed).map(([name, member]: [string, unknown]) => {
    const own = Object.hasOwn(type, name)
      ? Object.entries(type).find(([key]) => key === name)
      : undefined
    const memberType = 'anyKey' in type ? type.anyKey : own?.[1]
    const both = { typed: member, text: memberOf(value.text, name) }
    return [name, typed(both, memberType, [...path, name], file)]
  })
  return Object.fromEntries(entries)
}

function scalar(
  { typed: value, text }: Written,
  type: 'text' | 'integer' | 'boolean',
  path: readonly string[],
  file: string,
): unknown {
  const written = typeof text === 'object' ? value : text
  const isScalar = typeof written !== 'object'
  if (type === 'text' && isScalar) return String(written)
  // Programs may write `256.0`.
  const number = /^[-+]?\d+(\.0+)?$/.test(String(written)) ? Number(written) : undefined
  if (type === 'integer' && Number.isSafeInteger(number)) return number
  if (type === 'boolean' && /^(true|false)$/i.test(String(written)))
    return /^true$/i.test(String(written))
  const seen = isScalar ? quote(String(written)) : 'a list or a map'
  const expected = { text: 'text', integer: 'a whole number', boolean: 'true or false' }[type]
  throw new InputError(
    `The task definition ${quote(file)} must have ${expected} at "${path.join('.')}", not ${seen}.`,
  )
}

function isList(type: MemberType): type is readonly MemberType[] {
  return Array.isArray(type)
}

function memberOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([name]) => name === String(key))?.[1]
}
