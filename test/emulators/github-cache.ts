import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface CacheServer {
  /** What the runner puts into the environment of a step. */
  readonly env: Readonly<Record<string, string>>
  /** The keys of what is kept, oldest first. */
  readonly keys: readonly string[]
  /** What is asked from now on is answered with this status and message. */
  fail(status: number, message?: string): void
  close(): Promise<void>
}

interface Call {
  readonly key: string
  readonly version: string
  readonly restore_keys?: readonly string[]
  readonly size_bytes?: string
}

interface Entry {
  readonly key: string
  readonly version: string
  content: Buffer
  isWhole: boolean
}

/** Where the second protocol stands below ACTIONS_RESULTS_URL. */
const service = '/twirp/github.actions.results.api.v1.CacheService/'

/**
 * The cache of GitHub Actions on this machine: keys match by their begin, the newest first. It speaks the
 * first protocol, below ACTIONS_CACHE_URL, or the second one, as github.com does: calls of Twirp in JSON,
 * and contents that are put to and got from addresses of their own, like blobs of Azure.
 *
 * @see https://github.com/actions/toolkit/blob/main/packages/cache/src/generated/results/api/v1/cache.ts
 */
export async function startCache(protocol: 1 | 2 = 1): Promise<CacheServer> {
  const entries: Entry[] = []
  let failure: number | undefined
  let words = 'no'
  const server = createServer(async (request, response) => {
    const isSigned = request.method === 'GET' || request.method === 'PUT'
    const isKnown = isSigned || request.headers.authorization === 'Bearer runtime'
    const refusal = failure ?? (isKnown ? undefined : 401)
    if (refusal === undefined) await answer(request, response)
    else response.writeHead(refusal).end(JSON.stringify({ message: words, msg: words }))
  })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(`http://127.0.0.1${request.url}`)
    const id = Number(/(\d+)$/.exec(pathname)?.[1] ?? 0)
    const entry = entries[id - 1]
    const body = await buffer(request)
    const say = (status: number, value: unknown = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    if (pathname.startsWith(service)) {
      const [status, value] = called(pathname.slice(service.length), JSON.parse(body.toString()))
      say(status, value)
    } else if (request.method === 'PUT' && entry && request.headers['x-ms-blob-type']) {
      entry.content = body
      const headers = { etag: '"1"', 'last-modified': new Date().toUTCString() }
      response.writeHead(201, { ...headers, 'x-ms-request-id': '1' }).end()
    } else if (request.method === 'GET' && pathname.startsWith('/content/')) {
      response.writeHead(200).end(entry?.content)
    } else if (request.method === 'GET') {
      const keys = (searchParams.get('keys') ?? '').split(',')
      const found = newest(keys, searchParams.get('version'))
      if (!found) return void response.writeHead(204).end()
      const archiveLocation = `${url()}/content/${entries.indexOf(found) + 1}`
      say(200, { archiveLocation, cacheKey: found.key, scope: 'refs/heads/main' })
    } else if (request.method === 'PATCH' && entry) {
      entry.content = Buffer.concat([entry.content, body])
      response.writeHead(204).end()
    } else if (request.method === 'POST' && entry) {
      entry.isWhole = JSON.parse(body.toString()).size === entry.content.length
      response.writeHead(entry.isWhole ? 204 : 400).end()
    } else if (request.method === 'POST') {
      const { key, version } = JSON.parse(body.toString())
      const isTaken = entries.some((one) => one.key === key && one.version === version)
      if (isTaken) return say(409, { message: 'Already exists' })
      entries.push({ key, version, content: Buffer.alloc(0), isWhole: false })
      say(201, { cacheId: entries.length })
    } else say(404)
  }
  const newest = (keys: readonly string[], version: string | null): Entry | undefined =>
    keys
      .map((key) =>
        entries.findLast(
          (one) => one.isWhole && one.version === version && one.key.startsWith(key),
        ),
      )
      .find((one) => one !== undefined)
  /** A call of the second protocol. */
  const called = (method: string, call: Call): [number, object] => {
    const { key, version, restore_keys: others = [] } = call
    const entry = entries.find((one) => one.key === key && one.version === version)
    if (method === 'CreateCacheEntry') {
      if (entry) return [409, { code: 'already_exists', msg: 'cache entry already exists' }]
      entries.push({ key, version, content: Buffer.alloc(0), isWhole: false })
      return [200, { ok: true, signed_upload_url: `${url()}/upload/${entries.length}` }]
    }
    if (method === 'FinalizeCacheEntryUpload' && entry) {
      entry.isWhole = Number(call.size_bytes) === entry.content.length
      return [200, { ok: entry.isWhole, entry_id: String(entries.indexOf(entry) + 1) }]
    }
    if (method !== 'GetCacheEntryDownloadURL') return [404, { code: 'bad_route', msg: method }]
    const found = newest([key, ...others], version)
    if (!found) return [200, { ok: false, signed_download_url: '', matched_key: '' }]
    const signed_download_url = `${url()}/content/${entries.indexOf(found) + 1}`
    return [200, { ok: true, signed_download_url, matched_key: found.key }]
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = (): string => {
    const address = server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }
  return {
    env: {
      ACTIONS_RUNTIME_TOKEN: 'runtime',
      ...(protocol === 1
        ? { ACTIONS_CACHE_URL: `${url()}/` }
        : { ACTIONS_CACHE_SERVICE_V2: 'true', ACTIONS_RESULTS_URL: `${url()}/` }),
    },
    get keys() {
      return entries.filter(({ isWhole }) => isWhole).map(({ key }) => key)
    },
    fail(status, message = 'no') {
      failure = status
      words = message
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
