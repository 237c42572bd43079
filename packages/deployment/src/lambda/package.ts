import { createHash } from 'node:crypto'
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure, FileError, quote, readFile } from '@ci-actions/kit'
import type { LambdaCode } from './code.ts'
import type { PackageSource } from './package-source.ts'
import { mostFiles, type ZipFile, zip } from './zip.ts'
import { entriesOf } from './zip-entries.ts'

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const megabyte = 1024 * 1024
const mostSent = 50 * megabyte
const mostUnpacked = 250 * megabyte

/**
 * The code that a function shall run. A folder is zipped here; a path that is not absolute is one of
 * the workspace, and stays in it.
 *
 * @throws Failure when there is no such package, or it holds what no package should
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
  const bytes = await zipAt(path, placeOf(path, workspace))
  return {
    says: `${path} (${say(bytes.length)})`,
    packageType: 'Zip',
    sha256: createHash('sha256').update(bytes).digest('base64'),
    source: () => ({ ZipFile: bytes.toString('base64') }),
  }
}

/** The zip that is there, or that is made of the folder. */
async function zipAt(path: string, place: string): Promise<Buffer> {
  const found = statSync(place)
  if (!found.isDirectory()) {
    refuseUnsendable(path, found.size)
    return readZip(path, place)
  }
  const bytes = await zipOf(path, place)
  refuseUnsendable(path, bytes.length)
  return bytes
}

function refuseUnsendable(path: string, size: number): void {
  if (size <= mostSent) return
  throw new Failure(
    `Package ${quote(path)} is a zip of ${say(size)}, and Lambda takes at most ${say(mostSent)} ` +
      'in a request. Upload it to S3 (aws s3 cp) and give s3://bucket/key.',
  )
}

/**
 * Where a package really is. Beneath the workspace no link may lead anywhere else: a pull request may
 * have laid it there. Outside of it only an absolute path leads, which the workflow's author wrote.
 */
function placeOf(path: string, workspace: string): string {
  const place = resolve(workspace, path)
  const real = realPath(place, path)
  const way = relative(workspace, place)
  const isBeneath = !isAbsolute(way) && way.split(sep)[0] !== '..'
  const isMeant = isBeneath ? real === join(realpathSync(workspace), way) : isAbsolute(path)
  if (isMeant) return real
  throw new Failure(
    `Package ${quote(path)} leads to ${quote(real)} by a symbolic link or by "..". ` +
      'Give the path of the file or folder itself, in the workspace or from the root.',
  )
}

function realPath(place: string, path: string): string {
  try {
    return realpathSync(place)
  } catch {
    throw new Failure(
      `Package ${quote(path)} does not exist (looked for ${quote(place)}). Is it built in this job, or downloaded?`,
    )
  }
}

async function zipOf(path: string, folder: string): Promise<Buffer> {
  const files: ZipFile[] = []
  let size = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name)
    const name = relative(folder, place).replaceAll(sep, '/')
    if (entry.isDirectory()) continue
    if (!entry.isFile()) {
      throw new Failure(
        `Package ${quote(path)} holds ${quote(name)}, which is ${entry.isSymbolicLink() ? 'a symbolic link' : 'no file'}. ` +
          'Put the file itself there, or leave it out; "cp -RL" copies what links lead to, and ' +
          'node_modules/.bin is not needed at run time.',
      )
    }
    const { mode, size: bytes } = statSync(place)
    size += bytes
    refuseLarge(path, size, files.length + 1)
    // Windows does not know which files are executable; that of a runtime of one's own must be.
    const isExecutable = process.platform === 'win32' || (mode & 0o111) !== 0
    files.push({ path: name, bytes: readPart(path, place), isExecutable })
  }
  if (files.length === 0) throw new Failure(`Package ${quote(path)} is a folder without files.`)
  return zip(files)
}

function readZip(path: string, place: string): Buffer {
  const bytes = readPart(path, place)
  const entries = entriesOf(bytes)
  if (!entries || entries.length === 0) {
    throw new Failure(
      `Package ${quote(path)} is no zip file that can be read, or an empty one. Give a zip, or a folder to be zipped.`,
    )
  }
  for (const entry of entries) {
    const parts = entry.path.split(/[\\/]/)
    const isOutside = parts.includes('..') || parts[0] === '' || /^[A-Za-z]:$/.test(parts[0] ?? '')
    if (!isOutside && !entry.isLink) continue
    const what = entry.isLink ? 'a symbolic link' : 'a path that leads out of it'
    throw new Failure(
      `Package ${quote(path)} holds ${quote(entry.path)}, which is ${what}. Zip it without that ("zip -r" follows links).`,
    )
  }
  refuseLarge(
    path,
    entries.reduce((total, { size }) => total + size, 0),
    entries.length,
  )
  return bytes
}

function readPart(path: string, place: string): Buffer {
  try {
    return readFile(place, mostUnpacked)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw new Failure(`Package ${quote(path)} ${error.message}.`)
  }
}

function refuseLarge(path: string, size: number, files: number): void {
  if (size > mostUnpacked) {
    throw new Failure(
      `Package ${quote(path)} is over ${say(mostUnpacked)} unpacked, which is the most that Lambda takes; use an image.`,
    )
  }
  if (files > mostFiles) {
    throw new Failure(`Package ${quote(path)} has over ${mostFiles} files, more than a zip holds.`)
  }
}

function say(bytes: number): string {
  if (bytes < megabyte) return `${Math.ceil(bytes / 1024)} kB`
  return `${(bytes / megabyte).toFixed(1)} MB`
}
