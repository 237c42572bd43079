import { appendFileSync, statSync, truncateSync } from 'node:fs'

/** The value of an output. Objects become one line of JSON, `null` and `undefined` an empty string. */
export type Output = string | number | boolean | object | null | undefined

export function formatOutput(value: Output): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * Appends outputs to the runner's output file, either all or none, because the runner rejects a file that ends within
 * an output.
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

/** `name<<END`, the value, `END`. The delimiter does not occur in the value, so that the value cannot end the block. */
function heredoc(name: string, value: string): string {
  const ends = value.match(/END_*/g) ?? []
  const longest = ends.reduce((max, end) => Math.max(max, end.length), 0)
  const end = longest === 0 ? 'END' : 'END'.padEnd(longest + 1, '_')
  return `${name}<<${end}\n${value}\n${end}\n`
}

/** Returns the size in bytes; 0 if the file does not exist. */
export function fileSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
