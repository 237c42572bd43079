import { InputError, quote, readInputFile } from '@ci-actions/kit'

/**
 * The certificates in a file, PEM.
 *
 * @throws InputError when there are none
 */
export function certificatesIn(file: string, workspace: string): string {
  const text = readInputFile('ca-file', file, workspace, mostBytes).toString()
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw new InputError(
    `Input "ca-file" must be a file of certificates (PEM); ${quote(file)} holds none.`,
  )
}

/** More than all that a system trusts. */
const mostBytes = 16 * 1024 ** 2
