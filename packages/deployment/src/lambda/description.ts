import { quote } from '@ci-actions/kit'
import type { DeployMetadata } from '../deploy-metadata.ts'
import type { Alias } from './api.ts'

const metadataAtEnd = /(?:^|\s)((?:prev|sha|run)=\w*(?:;(?:prev|sha|run)=\w*)*)$/

/** Returns the metadata at the end of the description of a version or an alias. */
export function readMetadata(description: string | null | undefined): DeployMetadata {
  const [, metadata = ''] = metadataAtEnd.exec(description ?? '') ?? []
  return Object.fromEntries(
    metadata
      .split(';')
      .map((pair) => pair.split('='))
      .filter(([, value]) => value),
  )
}

/** The maximum length of a description in Lambda. */
const maxCharacters = 256

/** Returns a description with the metadata at its end: `Production prev=12;sha=1a2b3c4;run=42`. */
export function withMetadata(
  description: string | null | undefined,
  metadata: DeployMetadata,
): string {
  const { prev, sha, run } = metadata
  const text = Object.entries({ prev, sha, run })
    .filter(([, value]) => value)
    .map((pair) => pair.join('='))
    .join(';')
  const words = (description ?? '').replace(metadataAtEnd, '').trim()
  return `${words.slice(0, maxCharacters - text.length - 1)} ${text}`.trim()
}

/** Describes who last changed an alias, as far as its description shows. */
export function describeAuthor({ Description }: Alias): string {
  const { run } = readMetadata(Description)
  if (run) return `run ${run}`
  return Description
    ? `its description is ${quote(Description)}`
    : 'its description does not say by whom'
}
