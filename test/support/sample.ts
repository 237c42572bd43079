/** Whether tables are run whole, as in `npm run test:e2e`, where `npm test` runs a sample. */
export const isWhole = 'runsWholeTables' in globalThis

/**
 * Returns which cases of a table also start the bundle: one of each kind, another one in each row, so that the rows
 * together start as many different cases as there are.
 */
export function sampleOfKinds<T extends { readonly kind: string }>(
  cases: readonly T[],
  row: number,
): readonly T[] {
  if (isWhole) return cases
  const kinds = Map.groupBy(cases, ({ kind }) => kind)
  return [...kinds.values()].flatMap((alike) => alike[row % alike.length] ?? [])
}
