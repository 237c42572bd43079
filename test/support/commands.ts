/** A workflow command, as the runner would carry it out. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * The workflow commands in what a step printed, by the runner's own two rules (ActionCommand.cs):
 * `::name properties::message` at the start of a line after blanks, and `##[name properties]message`
 * anywhere in a line.
 */
export function readCommands(text: string): Command[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => readCommand(line) ?? [])
}

/** What a person sees of the commands of a step: its annotations. */
export function annotations({ commands }: { readonly commands: readonly Command[] }): string[] {
  return commands
    .filter(({ name }) => name !== 'add-mask')
    .map(({ name, message }) => `${name}: ${message}`)
}

function readCommand(line: string): Command | undefined {
  const [, name, properties, message] =
    /^\s*::([\w-]+)(?: ([\s\S]*?))?::([\s\S]*)$/.exec(line) ??
    /##\[([\w-]+)(?: ([^\]]*))?\]([\s\S]*)$/.exec(line) ??
    []
  if (name === undefined) return undefined
  return { name, properties: readProperties(properties ?? ''), message: decode(message ?? '') }
}

function readProperties(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='))
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.trim().split('=')
      return [name, decode(value.join('='))]
    }),
  )
}

function decode(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}
