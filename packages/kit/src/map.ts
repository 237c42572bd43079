import { custom, type GenericSchema, pipe, rawTransform, safeParse } from 'valibot'

/** Whether it is a map of text to anything, as an object of JSON or YAML is; a list is none. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a table has under a word from outside; never what all objects have, such as `constructor`. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/**
 * A map whose keys are data: names of jobs, variables, paths. Valibot's own `record` leaves out keys such
 * as `constructor` without a word. The map has no prototype, so that what is not in it is not found in it.
 */
export function mapOf<I, O>(value: GenericSchema<I, O>) {
  return pipe(
    custom<Readonly<Record<string, I>>>(isMap, 'a map is expected'),
    rawTransform(({ dataset, addIssue }): Record<string, O> => {
      const input = dataset.value
      const map: Record<string, O> = Object.create(null)
      for (const [key, given] of Object.entries(input)) {
        const result = safeParse(value, given)
        if (result.success) map[key] = result.output
        const here = { type: 'object', origin: 'value', input, key, value: given } as const
        for (const { message, path = [] } of result.issues ?? []) {
          addIssue({ message, path: [here, ...path] })
        }
      }
      return map
    }),
  )
}
