import { type Kind, Unusable } from '@ci-actions/kit'

/** What can be told of a run, by the names of the input `fields`. */
export const fields = [
  'repo',
  'message',
  'commit',
  'author',
  'event',
  'ref',
  'workflow',
  'job',
  'took',
  'environment',
  'deployments',
] as const

export type Field = (typeof fields)[number]

/** The input `fields`: one a line, or as 8398a7/action-slack has it, with commas and its names. */
export const fieldNames: Kind<Field[]> = {
  parse(given) {
    const names = given.split(/[\n\r,]/).map((name) => name.trim())
    const some = names.filter((name) => name !== '' && !name.startsWith('#'))
    return [...new Set(some.flatMap(fieldsOf))]
  },
}

function fieldsOf(name: string): readonly Field[] {
  if (name === 'all') return fields
  const field = fields.find((one) => one === (name === 'eventName' ? 'event' : name))
  if (!field) throw new Unusable(`one of ${fields.join(', ')}, all`, name)
  return [field]
}
