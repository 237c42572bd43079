/**
 * How deep a document may be nested. `JSON.parse` takes any depth, and whatever then walks or writes it by
 * calling itself has a stack for some thousands; nobody's document needs a tenth of that.
 */
export const maxNesting = 500

/** What is no JSON, or is nested deeper than `mostNesting`, is undefined, which no shape takes. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isNestedDeeper(value) ? undefined : value
  } catch {
    return undefined
  }
}

/** Whether lists and maps stand in each other more than `most` deep. */
export function isNestedDeeper(value: unknown, max = maxNesting): boolean {
  if (typeof value !== 'object' || value === null) return false
  return max === 0 || Object.values(value).some((inner) => isNestedDeeper(inner, max - 1))
}
