import { type BaseIssue, type GenericSchema, getDotPath } from 'valibot'
import { closestName } from './closest-name.ts'
import { isMap, lookUp } from './map.ts'
import { quote } from './quote.ts'

/**
 * Describes an issue of a schema, with the path to the invalid value, as the end of a sentence: `it lacks "service"`;
 * undefined if the whole value is invalid.
 */
export function describeIssue(
  issue: BaseIssue<unknown>,
  schema: GenericSchema<unknown, unknown>,
): string | undefined {
  const path = getDotPath(issue)
  const last = issue.path?.at(-1)
  if (!path || !last) return undefined
  if (last.origin !== 'key') return `at "${path}": ${describeMismatch(issue)}`
  const key = String(last.key)
  const parent = path.slice(0, -key.length - 1)
  const names = parent === '' && 'entries' in schema && isMap(schema.entries) ? schema.entries : {}
  const complaint = issue.expected === 'never' ? unknownKey(key, names) : `it lacks ${quote(key)}`
  return parent === '' ? complaint : `at "${parent}": ${complaint}`
}

function unknownKey(key: string, entries: object): string {
  const meant = closestName(key, Object.keys(entries))
  return `${quote(key)} is unknown${meant ? ` (did you mean "${meant}"?)` : ''}`
}

/** Returns the message of the schema, unless it is Valibot's own: `Invalid type: Expected number but received "x"`. */
function describeMismatch({ message, expected, received }: BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid ') || !expected) return message
  const kinds = expected.replace(/^\(|\)$/g, '').split(' | ')
  return `expected ${kinds.map(kindOf).join(' or ')}, not ${kindOf(received)}`
}

const kindNames = {
  Array: 'a list',
  Object: 'a map',
  boolean: 'true or false',
  number: 'a number',
  string: 'text',
  undefined: 'nothing',
}

function kindOf(kind: string): string {
  return lookUp(kindNames, kind) ?? kind
}
