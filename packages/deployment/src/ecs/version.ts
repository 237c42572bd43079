import type { Version } from '../record.ts'
import type { RegisteredTaskDefinition } from './task-definition.ts'

/** A task definition as the version that the records tell. */
export function versionOf({ arn, metadata }: RegisteredTaskDefinition): Version {
  return { ref: arn, ...(metadata.sha && { commit: metadata.sha }) }
}

/** `api:12` of its ARN. */
export function nameOf(arn: string): string {
  return arn.split('/').at(-1) ?? arn
}

/** The task definition that a person names: by ARN, as `family:revision`, or as a revision of what runs. */
export function nameIn(text: string, live: Version | null): string | undefined {
  if (/^(arn:.+|[\w-]+:\d+)$/.test(text)) return text
  // Seven digits may be the beginning of a commit.
  return live && /^\d{1,6}$/.test(text) ? live.ref.replace(/:\d+$/, `:${text}`) : undefined
}
