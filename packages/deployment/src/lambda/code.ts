import type { CodeSource, LambdaFunction } from './api.ts'
import type { Contents } from './contents.ts'

/** The code to deploy to a function. */
export interface LambdaCode {
  /** Display text: `auth.zip (1.2 MB)`. */
  readonly says: string
  readonly packageType: 'Zip' | 'Image'
  /** `base64(sha256(zip))`, for a local zip. */
  readonly sha256?: string | undefined
  /** The contents of a local package. */
  readonly contents?: Contents | undefined
  /** Paths of programs whose executable mode was restored. */
  readonly mended?: readonly string[]
  /** The digest of the image, `sha256:…`, if its URI contains one. */
  readonly imageDigest?: string | undefined
  /** Created on sending, because it may be large. */
  readonly source: () => CodeSource
}

/** Whether a function or version has this code; false if unknown. */
export function hasCode({ Configuration, Code }: LambdaFunction, code: LambdaCode): boolean {
  if (code.sha256) return Configuration.CodeSha256 === code.sha256
  return !!code.imageDigest && !!Code?.ResolvedImageUri?.endsWith(`@${code.imageDigest}`)
}
