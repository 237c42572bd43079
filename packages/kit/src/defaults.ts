import { parseDocument } from 'yaml'

/**
 * The default of an input in an action.yml; empty where it has none, or one that only GitHub can fill
 * in, such as `${{ job.status }}`.
 */
export function defaultIn(contract: string, input: string): string {
  const value = parseDocument(contract).getIn(['inputs', input, 'default'])
  return typeof value === 'string' && !value.includes('${{') ? value.trim() : ''
}
