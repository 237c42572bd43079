import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface CacheServer {
  /** What the runner puts into the environment of a step. */
  readonly env: Readonly<Record<string, string>>
  /** The keys of what is kept, oldest first. */
  readonly keys: readonly string[]
  /** What is asked from now on is answered with this status. */
  fail(status: number): void
  close(): Promise<void>
}

interface Entry {
  readonly key: string
  readonly version: string
  content: Buffer
  isWhole: boolean
}

/**
 * The cache of GitHub Actions on this machine, in its first protocol, which `@actions/cache` speaks
 * where ACTIONS_CACHE_SERVICE_V2 is not set: keys match by their begin, the newest first.
 */
export async function startCache(): Promise<CacheServer> {
  const entries: Entry[] = []
  let failure: number | undefined
  const server = createServer(async (request, response) => {
    const isKnown = request.method === 'GET' || request.headers.authorization === 'Bearer runtime'
    const refusal = failure ?? (isKnown ? undefined : 401)
    if (refusal === undefined) await answer(request, response)
    else response.writeHead(refusal).end('{"message":"no"}')
  })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(`http://127.0.0.1${request.url}`)
    const id = Number(/(\d+)$/.exec(pathname)?.[1] ?? 0)
    const entry = entries[id - 1]
    const body = await buffer(request)
    const say = (status: number, value: unknown = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    if (request.method === 'GET' && pathname.startsWith('/content/')) {
      response.writeHead(200).end(entry?.content)
    } else if (request.method === 'GET') {
      const keys = (searchParams.get('keys') ?? '').split(',')
      const version = searchParams.get('version')
      const found = keys
        .map((key) =>
          entries.findLast(
            (one) => one.isWhole && one.version === version && one.key.startsWith(key),
          ),
        )
        .find((one) => one !== undefined)
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = (): string => {
    const address = server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }
  return {
    env: { ACTIONS_CACHE_URL: `${url()}/`, ACTIONS_RUNTIME_TOKEN: 'runtime' },
    get keys() {
      return entries.filter(({ isWhole }) => isWhole).map(({ key }) => key)
    },
    fail(status) {
      failure = status
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
