import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError, quote } from '@ci-actions/kit'

/**
 * The certificates in a file, PEM.
 *
 * @throws InputError when there are none
 */
export function certificatesIn(file: string, workspace: string): string {
  const text = readText(resolve(workspace, file))
  if (text?.includes('-----BEGIN CERTIFICATE-----')) return text
  const seen = text === undefined ? 'cannot be read' : 'holds none'
  throw new InputError(
    `Input "ca-file" must be a file of certificates (PEM); ${quote(file)} ${seen}.`,
  )
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
