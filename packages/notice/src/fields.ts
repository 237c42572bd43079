import { type InputParser, lookUp, ValidationError } from '@ci-actions/kit'

/** What can be told of a run, by the names of the input `fields`. */
export const fields = [
  'repo',
  'message',
  'commit',
  'author',
  'actor',
  'event',
  'ref',
  'workflow',
  'action',
  'job',
  'pullRequest',
  'took',
  'environment',
  'deployments',
] as const

export type Field = (typeof fields)[number]

/** Names of 8398a7/action-slack for what has another one here. */
const aliases: Readonly<Record<string, Field>> = { eventName: 'event', workflowRun: 'workflow' }

/** The input `fields`: one per line, or with commas or blanks between them; 8398a7/action-slack's names too. */
export const fieldNames: InputParser<Field[]> = {
  parse(given) {
    const lines = given.split(/[\n\r]+/).filter((line) => !line.trim().startsWith('#'))
    const some = lines.flatMap((line) => line.split(/[\s,]+/)).filter((name) => name !== '')
    return [...new Set(some.flatMap(fieldsOf))]
  },
}

function fieldsOf(name: string): readonly Field[] {
  if (name === 'all') return fields
  const field = fields.find((one) => one === name) ?? aliasOf(name)
  if (!field) throw new ValidationError(`one of ${fields.join(', ')}, all`, name)
  return [field]
}

function aliasOf(name: string): Field | undefined {
  return lookUp(aliases, name)
}
