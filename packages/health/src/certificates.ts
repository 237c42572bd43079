import { InputError, quote, readInputFile } from '@ci-actions/kit'

/**
 * Returns the certificates (PEM) in a file.
 *
 * @throws InputError when the file contains none
 */
export function readCertificates(file: string, workspace: string): string {
  const text = readInputFile('ca-file', file, workspace, maxBytes).toString()
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw new InputError(
    `Input "ca-file" must be a file of certificates (PEM); ${quote(file)} contains none.`,
  )
}

/** Larger than the CA bundle of any system. */
const maxBytes = 16 * 1024 ** 2
