import { InputError, quote } from '@ci-actions/kit'
import type { Filter } from './filters.ts'

/** Outputs that exist for all filters. */
export const fixedOutputs = ['changes', 'any', 'matrix', 'truncated']

/**
 * Checks the names of the filters against the outputs, which are case-insensitive.
 *
 * @throws InputError if two outputs would have the same name, or "only" names an unknown filter
 */
export function refuseNames(filters: readonly Filter[], only: readonly string[]): void {
  const names = filters.map(({ name }) => name)
  const stranger = only.find((name) => !names.includes(name))
  if (stranger !== undefined) {
    throw new InputError(
      `Input "only" contains ${quote(stranger)}, which is not a filter. The filters are ${names.join(', ')}.`,
    )
  }
  const taken = new Set(fixedOutputs)
  const outputs = names.flatMap((name) => [name, `${name}-files`])
  for (const output of [...outputs, ...new Set(only.map(onlyOutput))]) {
    if (taken.has(output.toLowerCase())) {
      throw new InputError(
        `Two names in input "filters" would set the output "${output}"; rename one.`,
      )
    }
    taken.add(output.toLowerCase())
  }
}

export function onlyOutput(filter: string): string {
  return `only-${filter}`
}
