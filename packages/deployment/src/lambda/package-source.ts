import { type InputParser, ValidationError } from '@ci-actions/kit'

/** Where the code of a function is. */
export type PackageSource =
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 's3'
      readonly bucket: string
      readonly key: string
      readonly version: string | undefined
    }
  | { readonly kind: 'image'; readonly uri: string; readonly digest: string | undefined }

/** The host of a registry is recognized by its dot or port. */
const image =
  /^(?=[^/]*[.:])[\w.-]+(?::\d+)?\/[a-z0-9][a-z0-9._/-]*(?::[\w.-]{1,128})?(?:@(sha256:[0-9a-f]{64}))?$/

/** A zip file, a folder, `s3://bucket/key` with an optional `?versionId=…`, or the URI of an image. */
export const packageSource: InputParser<PackageSource> = {
  parse(given) {
    if (given.startsWith('s3://')) return s3Of(given)
    const [uri, digest] = image.exec(given) ?? []
    const isNamed = uri?.includes(':', uri.indexOf('/'))
    if (uri && isNamed) return { kind: 'image', uri, digest }
    return { kind: 'path', path: given }
  },
}

function s3Of(given: string): PackageSource {
  const [, bucket, key, version] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([^?]+)(?:\?versionId=([\w.-]+))?$/.exec(given) ??
    []
  if (!bucket || !key) {
    throw new ValidationError('s3://bucket/key, or s3://bucket/key?versionId=…', given)
  }
  return { kind: 's3', bucket, key, version }
}
