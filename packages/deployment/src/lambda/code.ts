import type { CodeSource, LambdaFunction } from './api.ts'
import type { Contents } from './contents.ts'

/** What a function shall run. */
export interface LambdaCode {
  /** In words: `auth.zip (1.2 MB)`. */
  readonly says: string
  readonly packageType: 'Zip' | 'Image'
  /** `base64(sha256(zip))`, where the zip is at hand. */
  readonly sha256?: string | undefined
  /** What is in it, where it is at hand. */
  readonly contents?: Contents | undefined
  /** Its programs that had lost the mode that says so, and got it back; by their paths. */
  readonly mended?: readonly string[]
  /** `sha256:…`, of an image that is named by it. */
  readonly imageDigest?: string | undefined
  /** Made when it is sent, for it may be large. */
  readonly source: () => CodeSource
}

/** Whether a function, or a version of it, has this code; what cannot be known counts as no. */
export function hasCode({ Configuration, Code }: LambdaFunction, code: LambdaCode): boolean {
  if (code.sha256) return Configuration.CodeSha256 === code.sha256
  return !!code.imageDigest && !!Code?.ResolvedImageUri?.endsWith(`@${code.imageDigest}`)
}
