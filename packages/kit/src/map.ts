import { custom, type GenericSchema, pipe, rawTransform, safeParse } from 'valibot'

/** Whether a value is a map, such as an object in JSON or YAML; lists are not. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Looks up untrusted text in a table; ignores inherited properties such as `constructor`. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/**
 * A map whose keys are data, such as job names, variables or paths. Valibot's `record` silently drops keys such as
 * `constructor`. The map has no prototype, so lookups find only its own entries.
 */
export function mapOf<I, O>(value: GenericSchema<I, O>) {
  return pipe(
    custom<Readonly<Record<string, I>>>(isMap, 'expected a map'),
    rawTransform(({ dataset, addIssue }): Record<string, O> => {
      const input = dataset.value
      const map: Record<string, O> = Object.create(null)
      for (const [key, given] of Object.entries(input)) {
        const result = safeParse(value, given)
        if (result.success) map[key] = result.output
        const here = { type: 'object', origin: 'value', input, key, value: given } as const
        for (const { message, expected, received, path = [] } of result.issues ?? []) {
          addIssue({ message, received, ...(expected && { expected }), path: [here, ...path] })
        }
      }
      return map
    }),
  )
}
