import { InputError, quote } from '@ci-actions/kit'
import type { Filter } from './filters.ts'

/** The outputs that are there whatever the filters are called. */
export const fixedOutputs = ['changes', 'any', 'matrix', 'truncated']

/**
 * Holds the names of the filters against those of the outputs, which do not tell upper from lower case.
 *
 * @throws InputError when two outputs would have one name, or "only" names no filter
 */
export function refuseNames(filters: readonly Filter[], only: readonly string[]): void {
  const names = filters.map(({ name }) => name)
  const stranger = only.find((name) => !names.includes(name))
  if (stranger !== undefined) {
    throw new InputError(
      `Input "only" has ${quote(stranger)}, which is no filter; there are ${names.join(', ')}.`,
    )
  }
  const taken = new Set(fixedOutputs)
  const outputs = names.flatMap((name) => [name, `${name}-files`])
  for (const output of [...outputs, ...new Set(only.map(onlyOutput))]) {
    if (taken.has(output.toLowerCase())) {
      throw new InputError(
        `Input "filters" has names of which two would set the output "${output}"; rename one.`,
      )
    }
    taken.add(output.toLowerCase())
  }
}

export function onlyOutput(filter: string): string {
  return `only-${filter}`
}
