import { readCommands } from '../support/commands.ts'

/** A line of a step as a person sees it in the log of the runner. */
export interface LogLine {
  /** `input` is what the step is given. */
  readonly level: 'input' | 'plain' | 'notice' | 'warning' | 'error'
  readonly text: string
}

/** The secrets of a job, hidden wherever a step prints them. */
export type Masks = Set<string>

/**
 * Reads what a step prints as it comes, as the runner does: masks are remembered and not shown,
 * annotations are told apart, secrets become `***`.
 *
 * @returns what takes all that was printed so far
 */
export function stepLog(masks: Masks, say: (line: LogLine) => void): (printed: string) => void {
  let read = 0
  return (printed) => {
    const whole = printed.lastIndexOf('\n') + 1
    const lines = printed.slice(read, whole).split('\n').slice(0, -1)
    read = Math.max(read, whole)
    for (const line of lines) {
      const seen = see(line, masks)
      if (seen) say({ ...seen, text: hidden(seen.text, masks) })
    }
  }
}

function see(line: string, masks: Masks): LogLine | undefined {
  const [command] = readCommands(line)
  switch (command?.name) {
    case undefined:
      return { level: 'plain', text: line }
    case 'add-mask':
      masks.add(command.message)
      return undefined
    case 'notice':
    case 'warning':
    case 'error':
      return { level: command.name, text: command.message }
    default:
      throw new Error(`A step gave the runner a command that is not expected: ${line}`)
  }
}

export function hidden(text: string, masks: Masks): string {
  const longestFirst = [...masks].sort((one, other) => other.length - one.length)
  return longestFirst.reduce((rest, mask) => rest.replaceAll(mask, '***'), text)
}
