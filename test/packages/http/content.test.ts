import * as zlib from 'node:zlib'
import { Client, send } from '@ci-actions/http'
import { Deadline } from '@ci-actions/wait'
import { object, string } from 'valibot'
import { listen, type Server } from '../../emulators/server.ts'

const never = new AbortController().signal
const soon = () => new Deadline(20_000, never)

let service: Server
let answers: { status?: number; headers: Record<string, string | string[]>; bytes: Buffer }
beforeAll(async () => {
  service = await listen((_, response) => {
    response.writeHead(answers.status ?? 200, answers.headers).end(answers.bytes)
  })
})
afterAll(() => service.close())

const text = JSON.stringify({ id: 'ä', of: Array(50).fill('hello world') })
const plain = Buffer.from(text)
const megabyte = 1024 * 1024

const broken = zlib.gzipSync(plain)
// The kind of its first block is one that there is not.
broken[10] = 0xff

/** What is read of an answer with these headers and bytes, and no more than so many. */
function read(headers: Record<string, string | string[]>, bytes: Buffer, maxBytes = megabyte) {
  answers = { headers, bytes }
  return send({ method: 'GET', url: new URL(service.url), maxBytes: maxBytes }, soon())
}

describe('A body', () => {
  test.each<[string, string | string[], Buffer]>([
    ['gzip', 'gzip', zlib.gzipSync(plain)],
    ['gzip, by its old name', 'x-gzip', zlib.gzipSync(plain)],
    ['gzip, in capitals', 'GZIP', zlib.gzipSync(plain)],
    [
      'gzip, in two members',
      'gzip',
      Buffer.concat([zlib.gzipSync(plain.subarray(0, 9)), zlib.gzipSync(plain.subarray(9))]),
    ],
    [
      'gzip, with something behind it',
      'gzip',
      Buffer.concat([zlib.gzipSync(plain), Buffer.alloc(9)]),
    ],
    ['gzip, without its end', 'gzip', zlib.gzipSync(plain).subarray(0, -8)],
    ['deflate', 'deflate', zlib.deflateSync(plain)],
    ['deflate, without the header', 'deflate', zlib.deflateRawSync(plain)],
    ['br', 'br', zlib.brotliCompressSync(plain)],
    ['zstd', 'zstd', zlib.zstdCompressSync(plain)],
    ['zstd of a usual window', 'zstd', zstdOfWindow(23)],
    ['identity', 'identity', plain],
    ['one after the other', 'gzip, br', zlib.brotliCompressSync(zlib.gzipSync(plain))],
    [
      'one after the other, on two lines',
      ['zstd', 'gzip'],
      zlib.gzipSync(zlib.zstdCompressSync(plain)),
    ],
    ['with nothing between', 'identity,,gzip,', zlib.gzipSync(plain)],
    ['not coded at all', '', plain],
  ])('that is coded as %s is read as it was meant', async (_, coding, bytes) => {
    const answer = await read({ 'content-encoding': coding }, bytes)
    expect(answer).toMatchObject({ status: 200, body: text, truncated: false })
    expect(answer.undecoded).toBeUndefined()
  })

  test.each<[string, string, Buffer, string]>([
    [
      'of a coding that nobody knows',
      'aws-chunked',
      plain,
      'its Content-Encoding "aws-chunked" is unknown',
    ],
    [
      'of a charset in place of a coding',
      'utf-8',
      plain,
      'its Content-Encoding "utf-8" is unknown',
    ],
    ['that is not coded', 'gzip', plain, 'it is not valid for its Content-Encoding "gzip"'],
    [
      'that is not coded so',
      'br',
      zlib.gzipSync(plain),
      'it is not valid for its Content-Encoding "br"',
    ],
    ['that is broken', 'gzip', broken, 'it is not valid for its Content-Encoding "gzip"'],
    [
      'of another coding behind',
      'x, gzip',
      zlib.gzipSync(plain),
      'its Content-Encoding "x" is unknown',
    ],
    [
      'of six codings',
      'gzip,gzip,gzip,gzip,gzip,gzip',
      plain,
      'it has more than 5 content codings',
    ],
    [
      'of a large window',
      'zstd',
      zstdOfWindow(27),
      'it is not valid for its Content-Encoding "zstd"',
    ],
  ])('%s stays as it came, and that is said', async (_, coding, bytes, undecoded) => {
    expect(await read({ 'content-encoding': coding }, bytes)).toMatchObject({
      status: 200,
      body: bytes.toString(),
      truncated: false,
      undecoded,
    })
  })

  test.each(['gzip', 'br', 'zstd', 'deflate'])('that is empty needs no %s', async (coding) => {
    const answer = await read({ 'content-encoding': coding }, Buffer.alloc(0))
    expect(answer).toMatchObject({ body: '', truncated: false })
    expect(answer.undecoded).toBeUndefined()
  })

  const large = Buffer.alloc(200 * megabyte)
  test.each<[string, string, () => Buffer]>([
    ['gzip', 'gzip', () => zlib.gzipSync(large)],
    ['br', 'br', () => zlib.brotliCompressSync(large, quick)],
    ['zstd', 'zstd', () => zlib.zstdCompressSync(large)],
    ['gzip in gzip', 'gzip, gzip', () => zlib.gzipSync(zlib.gzipSync(large))],
  ])('that is a bomb of %s is read no further than any other', async (_, coding, bytes) => {
    const bomb = bytes()
    const before = process.memoryUsage.rss()
    const answer = await read({ 'content-encoding': coding }, bomb)
    expect(answer).toMatchObject({ body: '\0'.repeat(megabyte), truncated: true })
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * megabyte)
  })

  test('that is cut before it is decoded is read as far as it goes', async () => {
    const noise = Buffer.from(
      Array.from({ length: 40_000 }, (_, i) => `${(i * 7919) % 10_007}`).join(),
    )
    const answer = await read({ 'content-encoding': 'gzip' }, zlib.gzipSync(noise), 20_000)
    expect(answer.truncated).toBe(true)
    expect(noise.toString().startsWith(answer.body)).toBe(true)
    expect(answer.body).toHaveLength(20_000)
  })

  test.each<[string, string | undefined, Buffer]>([
    ['UTF-8, where nothing is said', undefined, Buffer.from('für 5 €')],
    ['UTF-8', 'text/plain; charset=UTF-8', Buffer.from('für 5 €')],
    ['UTF-8 with a mark of the byte order', 'application/json', Buffer.from('\uFEFFfür 5 €')],
    [
      'Windows-1252',
      'text/html;charset="windows-1252"',
      Buffer.from([102, 252, 114, 32, 53, 32, 128]),
    ],
    ['UTF-16', 'text/plain; charset=utf-16le', Buffer.from('für 5 €', 'utf16le')],
    ['UTF-8, where the charset is none', 'text/plain; charset=klingon', Buffer.from('für 5 €')],
    ['UTF-8, where the charset is empty', 'text/plain; charset=', Buffer.from('für 5 €')],
    ['UTF-16 with its mark', 'application/json', Buffer.from('\uFEFFfür 5 €', 'utf16le')],
    ['UTF-16 with its other mark', undefined, Buffer.from('\uFEFFfür 5 €', 'utf16le').swap16()],
    ['UTF-16, said to be another', 'a/b; charset=latin1', Buffer.from('\uFEFFfür 5 €', 'utf16le')],
  ])('in %s is read as it was meant', async (_, type, bytes) => {
    expect((await read(type ? { 'content-type': type } : {}, bytes)).body).toBe('für 5 €')
  })
})

describe('A client', () => {
  const ask = (headers: Record<string, string>, bytes: Buffer, status = 200) => {
    answers = { status, headers, bytes }
    const client = new Client({ name: 'Service', base: new URL(service.url), log: () => {} })
    return client.requestJson({ method: 'GET', path: '/' }, object({ id: string() }), soon())
  }

  test('reads JSON that came coded', async () => {
    expect(await ask({ 'content-encoding': 'gzip' }, zlib.gzipSync(text))).toEqual({ id: 'ä' })
  })

  test('quotes the words of a refusal that came coded', async () => {
    const refusal = zlib.gzipSync('{"message":"no such thing"}')
    await expect(ask({ 'content-encoding': 'gzip' }, refusal, 404)).rejects.toThrow(
      'answered 404: "no such thing".',
    )
  })

  test('says by name what cannot be decoded', async () => {
    await expect(ask({ 'content-encoding': 'x-own' }, Buffer.from([1, 2]))).rejects.toThrow(
      'status 200, no content type, with an unreadable body: its Content-Encoding "x-own" is unknown.',
    )
  })
})

const quick = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }

/** A frame whose header asks for a window of so many bits, and what it holds as it is (RFC 8878 §3.1.1). */
function zstdOfWindow(bits: number): Buffer {
  const block = Buffer.alloc(3)
  block.writeUIntLE(plain.length * 8 + 1, 0, 3)
  return Buffer.concat([Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0, (bits - 10) * 8), block, plain])
}
