import { InputError, quote } from '@ci-actions/kit'

/** JSON or YAML of a file. */
export async function readStructured(name: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the YAML reader is loaded only for those who write YAML.
  }
  const { parse } = await import('yaml')
  try {
    return parse(text, { maxAliasCount: 100, logLevel: 'error' })
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n')
    throw new InputError(`The file ${quote(name)} is neither JSON nor YAML: ${reason}`)
  }
}
