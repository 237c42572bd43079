import type { DeployMetadata } from '../deploy-metadata.ts'
import type { Definition } from './task-definition.ts'

/** The tags that this action writes begin with it. */
const ours = 'deploy:'

/** The definition with the metadata of a deploy as tags, beside the tags of its owner. */
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

/** A tag may hold letters, digits, blanks and `_.:/=+-@`, up to 256 of them. */
function tagText(value: string): string {
  return value.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, '_').slice(0, 256)
}

/** Returns what an earlier run of this action has written beside a revision. */
export function readDeployTags(
  tags: readonly { key?: string | null | undefined; value?: string | null | undefined }[],
): DeployMetadata {
  const entries = tags.flatMap(({ key, value }) =>
    key?.startsWith(ours) && value ? [[key.slice(ours.length), value]] : [],
  )
  return Object.fromEntries(entries)
}

/** Those of its owner, which are neither ours nor those of AWS. */
export function ownTags({ tags }: Definition): NonNullable<Definition['tags']> {
  return (tags ?? []).filter(({ key }) => !key.startsWith(ours) && !key.startsWith('aws:'))
}
