import type { Version } from '../record.ts'
import type { RegisteredTaskDefinition } from './task-definition.ts'

/** Returns a task definition as a version for records. */
export function versionOf({ arn, metadata }: RegisteredTaskDefinition): Version {
  return { ref: arn, ...(metadata.sha && { commit: metadata.sha }) }
}

/** Returns the end of an ARN, such as `api:12`. */
export function nameOf(arn: string): string {
  return arn.split('/').at(-1) ?? arn
}

/**
 * Returns the task definition that a text names: by ARN, as `family:revision`, or as a revision number of the live one.
 */
export function nameIn(text: string, live: Version | null): string | undefined {
  if (/^(arn:.+|[\w-]+:\d+)$/.test(text)) return text
  // Seven digits may be the start of a commit.
  return live && /^\d{1,6}$/.test(text) ? live.ref.replace(/:\d+$/, `:${text}`) : undefined
}
