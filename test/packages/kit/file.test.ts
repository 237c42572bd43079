import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createFile,
  FileError,
  InputError,
  readBeginning,
  readFile,
  readInputFile,
} from '@ci-actions/kit'

const mebibyte = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'files-'))
const socket = createServer()

beforeAll(async () => {
  writeFileSync(join(folder, 'file'), 'text')
  writeFileSync(join(folder, 'empty'), '')
  writeFileSync(join(folder, 'exact'), Buffer.alloc(mebibyte, 'x'))
  writeFileSync(join(folder, 'larger'), Buffer.alloc(mebibyte + 1, 'x'))
  writeFileSync(join(folder, 'endless'), '')
  truncateSync(join(folder, 'endless'), 2 ** 40)
  mkdirSync(join(folder, 'folder'))
  symlinkSync('file', join(folder, 'link'))
  symlinkSync('gone', join(folder, 'dangling'))
  symlinkSync('loop', join(folder, 'loop'))
  symlinkSync('/dev/zero', join(folder, 'zeros'))
  await new Promise<void>((resolve) => socket.listen(join(folder, 'socket'), resolve))
})

afterAll(() => {
  socket.close()
  rmSync(folder, { recursive: true })
})

const at = (name: string): string => join(folder, name)

test.each([
  ['file', 4],
  ['link', 4],
  ['empty', 0],
  ['exact', mebibyte],
])('%s is read whole', (name, length) => {
  expect(readFile(at(name), mebibyte)).toHaveLength(length)
})

test('What the system makes as it is read, and gives no size of, is read whole too', () => {
  expect(readFile('/proc/self/status', mebibyte).toString()).toMatch(/^Name:/)
})

test.each([
  ['larger', 'is larger than 1 MiB'],
  ['endless', 'is larger than 1 MiB'],
  ['none', 'does not exist'],
  ['file/below', 'does not exist'],
  ['dangling', 'does not exist'],
  ['folder', 'is a folder, not a file'],
  ['zeros', 'is a device, not a file'],
  ['socket', 'is a pipe, a socket or a device, not a file'],
  ['loop', 'cannot be opened (ELOOP)'],
  ['x'.repeat(300), 'cannot be opened (ENAMETOOLONG)'],
  ['a\0b', 'cannot be opened (ERR_INVALID_ARG_VALUE)'],
])('%j is refused: it %s', (name, reason) => {
  expect(() => readFile(at(name), mebibyte)).toThrow(new FileError(reason))
})

test.each([
  ['file', 2, 'te'],
  ['file', 100, 'text'],
  ['endless', 3, '\0\0\0'],
])('The beginning of %s is its first bytes, %d at the most', (name, most, text) => {
  expect(readBeginning(at(name), most).toString()).toBe(text)
})

test('A file is made anew, and only where a file may be', () => {
  const made = createFile(at('made'))
  writeSync(made, 'longer text')
  closeSync(made)
  const anew = createFile(at('made'))
  writeSync(anew, 'text')
  closeSync(anew)
  expect(readFile(at('made'), 100).toString()).toBe('text')
  expect(() => createFile(at('folder'))).toThrow(new FileError('is a folder, not a file'))
  expect(() => createFile('/dev/null')).toThrow(new FileError('is a device, not a file'))
})

test.each([
  ['none', 'which does not exist. Does actions/checkout run before this step?'],
  ['folder', 'which is a folder, not a file.'],
  ['larger', 'which is larger than 1 MiB.'],
])('An error about %s says which input named it', (name, words) => {
  expect(() => readInputFile('ca-file', name, folder)).toThrow(
    new InputError(`Input "ca-file" names the file "${name}", ${words}`),
  )
})

test('A file that an input names is one of the workspace, or named from the root', () => {
  expect(readInputFile('ca-file', 'file', folder).toString()).toBe('text')
  expect(readInputFile('ca-file', at('file'), '/elsewhere').toString()).toBe('text')
})
