import { appendFileSync, statSync, truncateSync } from 'node:fs'

/** What an output may be; objects become one line of JSON, `null` and `undefined` an empty string. */
export type Output = string | number | boolean | object | null | undefined

export function formatOutput(value: Output): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * Adds outputs to the file in which the runner looks for them: all, or none, for the runner refuses a file that ends
 * within one.
 */
export function appendOutputs(file: string, outputs: ReadonlyMap<string, string>): void {
  const before = fileSize(file)
  try {
    appendFileSync(file, Array.from(outputs, ([name, text]) => heredoc(name, text)).join(''))
  } catch (error) {
    if (fileSize(file) > before) truncateSync(file, before)
    throw error
  }
}

/** `name<<END`, the value, `END`: with an end that the value does not hold, it cannot be broken out of. */
function heredoc(name: string, value: string): string {
  const ends = value.match(/END_*/g) ?? []
  const longest = ends.reduce((most, end) => Math.max(most, end.length), 0)
  const end = longest === 0 ? 'END' : 'END'.padEnd(longest + 1, '_')
  return `${name}<<${end}\n${value}\n${end}\n`
}

/** Bytes; 0 where there is no such file. */
export function fileSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
