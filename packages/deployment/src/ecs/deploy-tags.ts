import type { DeployMetadata } from '../deploy-metadata.ts'
import type { Definition } from './task-definition.ts'

/** Prefix of the tags that this action writes. */
const ours = 'deploy:'

/** Returns the definition with the deploy metadata as tags, in addition to the owner's tags. */
export function withDeployTags(
  definition: Definition,
  metadata: DeployMetadata | undefined,
): Definition {
  const kept = ownTags(definition)
  const written = Object.entries(metadata ?? {}).flatMap(([name, value]) =>
    value ? [{ key: `${ours}${name}`, value: tagText(value) }] : [],
  )
  return {
    ...definition,
    tags: kept.length + written.length === 0 ? undefined : [...kept, ...written],
  }
}

/**
 * Replaces characters that AWS does not allow in tags: other than letters, digits, spaces and `_.:/=+-@`, up to 256.
 */
function tagText(value: string): string {
  return value.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, '_').slice(0, 256)
}

/** Returns the metadata that this action stored with a revision. */
export function readDeployTags(
  tags: readonly { key?: string | null | undefined; value?: string | null | undefined }[],
): DeployMetadata {
  const entries = tags.flatMap(({ key, value }) =>
    key?.startsWith(ours) && value ? [[key.slice(ours.length), value]] : [],
  )
  return Object.fromEntries(entries)
}

/** Returns the owner's tags: those of neither this action nor AWS. */
export function ownTags({ tags }: Definition): NonNullable<Definition['tags']> {
  return (tags ?? []).filter(({ key }) => !key.startsWith(ours) && !key.startsWith('aws:'))
}
