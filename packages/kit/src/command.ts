/**
 * A workflow command as the runner reads it, `::name key=value,key=value::message`. What would end
 * it early is escaped.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function command(name: string, properties: object, message: string): string {
  const pairs = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  const head = pairs.length === 0 ? name : `${name} ${pairs.join(',')}`
  return `::${head}::${escapeMessage(message)}`
}

/** What a library printed at once: a workflow command with its message, or a message alone. */
export function readCommand(printed: string): { name: string | undefined; message: string } {
  const text = printed.trimEnd()
  const [, name, message] = /^::([\w-]+)(?: [^:]*)?::(.*)$/s.exec(text) ?? []
  return name === undefined || message === undefined
    ? { name: undefined, message: text }
    : { name, message: unescapeMessage(message) }
}

function unescapeMessage(message: string): string {
  return message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function escapeMessage(message: string): string {
  return message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(value: string): string {
  return escapeMessage(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
