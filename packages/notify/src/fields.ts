import { type InputParser, lookUp, ValidationError } from '@ci-actions/kit'

/** Details that a message can show, as named in the input `fields`. */
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

/** Names in 8398a7/action-slack that differ from those here. */
const aliases: Readonly<Record<string, Field>> = { eventName: 'event', workflowRun: 'workflow' }

/** The input `fields`: one per line, or separated by commas or spaces; accepts the names of 8398a7/action-slack. */
export const fieldNames: InputParser<Field[]> = {
  parse(value) {
    const lines = value.split(/[\n\r]+/).filter((line) => !line.trim().startsWith('#'))
    const names = lines.flatMap((line) => line.split(/[\s,]+/)).filter((name) => name !== '')
    return [...new Set(names.flatMap(parseField))]
  },
}

function parseField(name: string): readonly Field[] {
  if (name === 'all') return fields
  const field = fields.find((candidate) => candidate === name) ?? lookUp(aliases, name)
  if (!field) throw new ValidationError(`one of ${fields.join(', ')}, all`, name)
  return [field]
}
