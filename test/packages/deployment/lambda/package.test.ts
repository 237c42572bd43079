import { createHash, randomFillSync } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { codeOf } from '../../../../packages/deployment/src/lambda/package.ts'
import { type ZipFile, zip } from '../../../../packages/deployment/src/lambda/zip.ts'
import { entriesOf } from '../../../../packages/deployment/src/lambda/zip-entries.ts'
import { seeded } from '../../../support/random.ts'

const workspace = mkdtempSync(join(tmpdir(), 'workspace-'))

/** Writes files beneath a new folder of the workspace; yields its name. */
function folder(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(workspace, 'package-'))
  for (const [path, text] of Object.entries(files)) write(join(place, path), text)
  return place.slice(workspace.length + 1)
}

function write(place: string, content: string | Buffer): void {
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, content)
}

/** A zip with one file, as some other tool may have made it. */
async function foreignZip(
  path: string,
  change: (bytes: Buffer) => void = () => {},
): Promise<string> {
  const bytes = await zip([{ path, bytes: Buffer.from('x'), kind: 'file' }])
  change(bytes)
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.zip`
  write(join(workspace, name), bytes)
  return name
}

const code = (path: string) => codeOf({ kind: 'path', path }, workspace)

async function bytesOf(path: string): Promise<Buffer> {
  const source = (await code(path)).source()
  return Buffer.from('ZipFile' in source ? source.ZipFile : '', 'base64')
}

/** The files of a zip, read from its front, not by the directory at its end. */
function unzip(bytes: Buffer): Record<string, string> {
  const files: Record<string, string> = {}
  let at = 0
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 18))
    const name = bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26))
    const text = bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed
    expect(text).toHaveLength(bytes.readUInt32LE(at + 22))
    files[name] = text.toString()
    at = data + packed.length
  }
  return files
}

describe('a folder', () => {
  const files = { 'index.mjs': 'export {}\n'.repeat(99), 'lib/ä b.txt': 'x', '.env.example': 'A=1' }

  test('is zipped with all that is in it', async () => {
    expect(unzip(await bytesOf(folder(files)))).toEqual(files)
  })

  test('has the same hash whatever the order, the times and the place of its files', async () => {
    const one = folder(files)
    const other = folder(Object.fromEntries(Object.entries(files).reverse()))
    utimesSync(join(workspace, other, 'index.mjs'), 0, 0)
    expect((await code(one)).sha256).toBe((await code(other)).sha256)
  })

  test('has the hash tomorrow that it has today, or every function would be deployed anew', async () => {
    expect((await code(folder({ 'index.js': 'x' }))).sha256).toBe(
      '+oBsqfzQxE5V6IPaf2bWxTScwCq7KVzbLXCOFxkDI08=',
    )
  })

  test('has another hash when a file is executable or has another name', async () => {
    const one = folder(files)
    const other = folder(files)
    chmodSync(join(workspace, other, 'index.mjs'), 0o700)
    expect((await code(one)).sha256).not.toBe((await code(other)).sha256)
  })

  test.each<[string, string, string]>([
    ['a file beside it', 'bin/tool', '../lib/cli.js'],
    ['a folder, as pnpm lays it', 'node_modules/a', '.pnpm/a@1/node_modules/a'],
    ['a file that is gone, as "prune" leaves it', 'node_modules/.bin/tsc', '../typescript/bin/tsc'],
    ['a layer', 'node_modules', '/opt/nodejs/node_modules'],
    ['what Lambda has of the package', 'current', '/var/task/lib'],
  ])('keeps a link to %s as a link', async (_, name, to) => {
    const path = folder({ 'lib/cli.js': 'x', '.pnpm/x': 'y' })
    mkdirSync(dirname(join(workspace, path, name)), { recursive: true })
    symlinkSync(to, join(workspace, path, name))
    const bytes = await bytesOf(path)
    expect(unzip(bytes)[name]).toBe(to)
    expect(entriesOf(bytes)?.find((entry) => entry.path === name)).toMatchObject({ isLink: true })
    // And the zip is one that is taken.
    write(join(workspace, 'linked.zip'), bytes)
    expect((await bytesOf('linked.zip')).equals(bytes)).toBe(true)
  })

  const elf = '\x7FELF\x02\x01'
  test.each<[string, Record<string, string>, string[]]>([
    ['bootstrap', { bootstrap: 'MZ', 'lib/bootstrap': 'x' }, ['bootstrap']],
    ['scripts', { 'run.sh': '#!/bin/sh\n', 'readme.md': '# !' }, ['run.sh']],
    [
      'ELF',
      { 'bin/ffmpeg': elf, 'lib/a.so.1': elf, 'a.node': elf, 'a.txt': 'ELF' },
      ['bin/ffmpeg'],
    ],
    ['nothing', { 'index.js': 'x' }, []],
  ])('gives its programs back the mode that was lost: %s', async (_, files, mended) => {
    const path = folder(files)
    expect((await code(path)).mended).toEqual(mended)
    const executable = entriesOf(await bytesOf(path))?.filter(({ mode }) => mode === 0o755)
    expect(executable?.map((entry) => entry.path)).toEqual(mended)
  })

  test('that is empty is refused', async () => {
    await expect(code(folder({}))).rejects.toThrow('is a folder without files')
  })

  test('that is not there is refused, and where it was looked for is said', async () => {
    await expect(code('dist/api')).rejects.toThrow(
      `Package "dist/api" does not exist (looked for "${join(workspace, 'dist/api')}").`,
    )
  })

  test('with more than Lambda takes is refused before it is zipped', async () => {
    const large = folder({ 'model.bin': '' })
    truncateSync(join(workspace, large, 'model.bin'), 251 * 1024 * 1024)
    await expect(code(large)).rejects.toThrow('is over 250.0 MB unpacked')
  })

  test('whose zip is over 50 MB is to be given by S3', async () => {
    const large = folder({})
    const noise = randomFillSync(Buffer.alloc(50.7 * 1024 * 1024))
    write(join(workspace, large, 'noise'), noise)
    await expect(code(large)).rejects.toThrow(
      /is a zip of 50\.7 MB, but Lambda accepts at most 50\.0 MB .* s3:/,
    )
  })
})

describe('what leads elsewhere', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  write(join(outside, 'secret'), 'MARKER')

  test.each([
    ['a file in it', (place: string) => symlinkSync(join(outside, 'secret'), join(place, 'link'))],
    ['a folder in it', (place: string) => symlinkSync(outside, join(place, 'link'))],
    ['nothing', (place: string) => symlinkSync('/nowhere', join(place, 'link'))],
    ['a file beside it', (place: string) => symlinkSync(`${place}/../other`, join(place, 'link'))],
    [
      'itself by its place on this machine',
      (place: string) => symlinkSync(place, join(place, 'link')),
    ],
  ])('by a link to %s is refused', async (_, make) => {
    const path = folder({ a: 'a' })
    make(join(workspace, path))
    await expect(code(path)).rejects.toThrow(
      /contains the symbolic link "link", which points outside it, to "\/.+"\. Use the file itself/,
    )
  })

  test.each([
    ['the package', () => symlinkSync(outside, join(workspace, 'linked')), 'linked'],
    [
      'a folder above it',
      () => symlinkSync(dirname(outside), join(workspace, 'up')),
      `up/${outside.split('/').at(-1)}`,
    ],
    ['".."', () => {}, '../'],
  ])('by %s is refused', async (_, make, path) => {
    make()
    await expect(code(path)).rejects.toThrow('through a symbolic link or ".."')
  })

  test('by an absolute path is what the author of the workflow has written', async () => {
    await expect(code(outside)).resolves.toMatchObject({ packageType: 'Zip' })
  })
})

describe('a zip', () => {
  test('is sent as it is', async () => {
    const name = await foreignZip('index.js')
    expect(unzip(await bytesOf(name))).toEqual({ 'index.js': 'x' })
  })

  test.each(['../evil', 'a/../../evil', '/etc/passwd', '..\\evil', 'C:\\evil'])(
    'that holds %j is refused',
    async (path) => {
      await expect(code(await foreignZip(path))).rejects.toThrow('a path outside the package')
    },
  )

  test.each(['lib\\index.js', 'lib\\', 'a/b\\c'])(
    'that holds %j, which is one name for Lambda, is refused',
    async (path) => {
      await expect(code(await foreignZip(path))).rejects.toThrow(
        `contains ${JSON.stringify(path)}, whose name contains a backslash`.replaceAll(
          '\\\\',
          '\\',
        ),
      )
    },
  )

  test.each(['/etc/passwd', '../outside', 'lib/../../outside', '/var/task/../../etc'])(
    'that holds a link to %s is refused',
    async (to) => {
      write(
        join(workspace, 'link.zip'),
        await zip([{ path: 'link', bytes: Buffer.from(to), kind: 'link' }]),
      )
      await expect(code('link.zip')).rejects.toThrow(
        'contains "link", a symbolic link to a place outside the package',
      )
    },
  )

  test('of more than 50 MB is to be given by S3', async () => {
    write(join(workspace, 'large.zip'), '')
    truncateSync(join(workspace, 'large.zip'), 61 * 1024 * 1024)
    await expect(code('large.zip')).rejects.toThrow(
      'is a zip of 61.0 MB, but Lambda accepts at most',
    )
  })

  test('that says it is a bomb is refused', async () => {
    const name = await foreignZip('bomb', (bytes) => {
      bytes.writeUInt32LE(0xffffffff, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24)
    })
    await expect(code(name)).rejects.toThrow('is over 250.0 MB unpacked')
  })

  const good: ZipFile[] = [{ path: 'index.js', bytes: Buffer.from('x'), kind: 'file' }]
  test.each([
    ['nothing', async () => Buffer.alloc(0)],
    ['text', async () => Buffer.from('#!/bin/sh\n')],
    ['half of one', async () => (await zip(good)).subarray(0, 60)],
    ['one without files', async () => zip([])],
    [
      'one whose directory is elsewhere',
      async () => Buffer.concat([await zip(good)]).fill(0xee, 10, 60),
    ],
  ])('that is %s is refused', async (_, make) => {
    const bytes = await make()
    const name = `bad-${bytes.length}.zip`
    write(join(workspace, name), bytes)
    await expect(code(name)).rejects.toThrow('is not a readable zip file, or is empty')
  })

  test('is read whatever noise is in it', () => {
    const random = seeded(7)
    for (let round = 0; round < 2_000; round++) {
      const bytes = Buffer.from(
        Array.from({ length: random.integer(120) }, () => random.integer(256)),
      )
      const end = Buffer.from('PK\x05\x06', 'latin1')
      expect(() => entriesOf(Buffer.concat([bytes, end, bytes]))).not.toThrow()
    }
  })
})
