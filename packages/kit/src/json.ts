/**
 * Maximum nesting of a document. `JSON.parse` accepts any depth, but recursive code overflows the stack after a few
 * thousand levels. Real documents need a tenth of that or less.
 */
export const maxNesting = 500

/** Returns undefined, which no schema accepts, for invalid JSON and for values nested deeper than `maxNesting`. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isNestedDeeper(value) ? undefined : value
  } catch {
    return undefined
  }
}

/** Whether lists and maps are nested more than `max` levels deep. */
export function isNestedDeeper(value: unknown, max = maxNesting): boolean {
  if (typeof value !== 'object' || value === null) return false
  return max === 0 || Object.values(value).some((inner) => isNestedDeeper(inner, max - 1))
}
