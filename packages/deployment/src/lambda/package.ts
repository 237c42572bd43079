import { createHash } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ActionError, quote } from '@ci-actions/kit'
import type { LambdaCode } from './code.ts'
import { contentsOf } from './contents.ts'
import { readFolder } from './folder.ts'
import { readPart, refuseUnsendable, say } from './package-limits.ts'
import type { PackageSource } from './package-source.ts'
import { zip } from './zip.ts'

/**
 * Loads the code to deploy. Folders are zipped. Relative paths belong to the workspace and must stay within it.
 *
 * @throws ActionError if the package does not exist, or contains something that it should not
 */
export async function codeOf(source: PackageSource, workspace: string): Promise<LambdaCode> {
  if (source.kind === 'image') {
    const { uri, digest } = source
    return {
      says: uri,
      packageType: 'Image',
      imageDigest: digest,
      source: () => ({ ImageUri: uri }),
    }
  }
  if (source.kind === 's3') {
    const { bucket, key, version } = source
    return {
      says: `s3://${bucket}/${key}`,
      packageType: 'Zip',
      source: () => ({
        S3Bucket: bucket,
        S3Key: key,
        ...(version && { S3ObjectVersion: version }),
      }),
    }
  }
  const { path } = source
  const { bytes, mended } = await zipAt(path, placeOf(path, workspace))
  refuseUnsendable(path, bytes.length)
  return {
    says: `${path} (${say(bytes.length)})`,
    packageType: 'Zip',
    sha256: createHash('sha256').update(bytes).digest('base64'),
    contents: contentsOf(path, bytes),
    mended,
    source: () => ({ ZipFile: bytes.toString('base64') }),
  }
}

/** Returns the zip file, or zips the folder. */
async function zipAt(
  path: string,
  place: string,
): Promise<{ bytes: Buffer; mended: readonly string[] }> {
  const found = statSync(place)
  if (found.isDirectory()) {
    const { files, mended } = readFolder(path, place)
    return { bytes: await zip(files), mended }
  }
  refuseUnsendable(path, found.size)
  return { bytes: readPart(path, place), mended: [] }
}

/**
 * Resolves the path of a package. Within the workspace, no link may point elsewhere, because a pull request may have
 * created it. Places outside need an absolute path, which the workflow's author wrote.
 */
function placeOf(path: string, workspace: string): string {
  const place = resolve(workspace, path)
  const real = realPath(place, path)
  const way = relative(workspace, place)
  const isBeneath = !isAbsolute(way) && way.split(sep)[0] !== '..'
  const isMeant = isBeneath ? real === join(realpathSync(workspace), way) : isAbsolute(path)
  if (isMeant) return real
  throw new ActionError(
    `Package ${quote(path)} resolves to ${quote(real)} through a symbolic link or "..". ` +
      'Use the path of the file or folder itself, in the workspace or absolute.',
  )
}

function realPath(place: string, path: string): string {
  try {
    return realpathSync(place)
  } catch {
    throw new ActionError(
      `Package ${quote(path)} does not exist (looked for ${quote(place)}). Check that this job builds or downloads it.`,
    )
  }
}
