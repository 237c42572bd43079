/**
 * The default of each input in an action.yml; empty where it has none, or one that only GitHub can fill
 * in, such as `${{ job.status }}`.
 */
export async function parseDefaults(contract: string): Promise<(input: string) => string> {
  const { readDocument } = await import('./yaml-document.ts')
  const document = readDocument(contract, 'typed')
  return (input) => {
    const value = document.getIn(['inputs', input, 'default'])
    return typeof value === 'string' && !value.includes('${{') ? value.trim() : ''
  }
}
