/**
 * Returns a lookup for the default of each input in an action.yml. It is empty for inputs without one, and for those
 * that only GitHub can fill in, such as `${{ job.status }}`.
 */
export async function parseDefaults(contract: string): Promise<(input: string) => string> {
  const { readDocument } = await import('./yaml-document.ts')
  const document = readDocument(contract, 'typed')
  return (input) => {
    const value = document.getIn(['inputs', input, 'default'])
    return typeof value === 'string' && !value.includes('${{') ? value.trim() : ''
  }
}
