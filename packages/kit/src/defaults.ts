import { parseDocument } from 'yaml'

/**
 * The default of each input in an action.yml; empty where it has none, or one that only GitHub can fill
 * in, such as `${{ job.status }}`.
 */
export function parseDefaults(contract: string): (input: string) => string {
  const document = parseDocument(contract)
  return (input) => {
    const value = document.getIn(['inputs', input, 'default'])
    return typeof value === 'string' && !value.includes('${{') ? value.trim() : ''
  }
}
