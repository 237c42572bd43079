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

function escapeMessage(message: string): string {
  return message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(value: string): string {
  return escapeMessage(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
