import type { Definition } from './task-definition.ts'

/** The tags that this action writes begin with it. */
const ours = 'deploy:'

/** What is written beside a revision, so that it can be taken back without a record. */
export interface Pointer {
  readonly sha: string | undefined
  readonly run: string
  /** The ARN of what served before. */
  readonly prev: string | undefined
}

/** The pointer as tags, beside the tags of its owner. */
export function tagged(definition: Definition, pointer: Pointer | undefined): Definition {
  const kept = ownTags(definition)
  const written = Object.entries(pointer ?? {}).flatMap(([name, value]) =>
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

/** What an earlier run of this action has written beside a revision. */
export function pointerOf(
  tags: readonly { key?: string | null | undefined; value?: string | null | undefined }[],
): Partial<Pointer> {
  const entries = tags.flatMap(({ key, value }) =>
    key?.startsWith(ours) && value ? [[key.slice(ours.length), value]] : [],
  )
  return Object.fromEntries(entries)
}

/** Those of its owner, which are neither ours nor those of AWS. */
export function ownTags({ tags }: Definition): NonNullable<Definition['tags']> {
  return (tags ?? []).filter(({ key }) => !key.startsWith(ours) && !key.startsWith('aws:'))
}
