import { type Connection, ConnectionError, send } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'
import { buildQueryString, type HttpHandler, type HttpRequest } from '@smithy/core/protocols'

/** Creates a request handler that sends the requests of SDK clients through `packages/http`. */
export function createRequestHandler(
  connection: Connection,
  deadline: () => Deadline,
): HttpHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request: HttpRequest) {
      const { method, headers } = request
      const body = toText(request.body)
      const converted = { method, url: buildUrl(request), headers, body, connection }
      const response = await send(converted, deadline()).catch((error) => {
        if (!(error instanceof ConnectionError)) throw error
        // The SDK decides by the cause whether to retry.
        throw new Error(`${request.hostname} did not respond, ${error.message}`, {
          cause: error.cause,
        })
      })
      const handled = {
        statusCode: response.status,
        headers: Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        ),
        body: Buffer.from(response.body),
      }
      return { response: handled }
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  }
}

function buildUrl({ protocol, hostname, port, path, query }: HttpRequest): URL {
  const search = buildQueryString(query)
  const host = port === undefined ? hostname : `${hostname}:${port}`
  return new URL(`${protocol}//${host}${path}${search && `?${search}`}`)
}

/** Converts the body of a request to STS or SSO, which is always short text. */
function toText(body: unknown): string | undefined {
  if (body === undefined || typeof body === 'string') return body
  if (body instanceof Uint8Array) return Buffer.from(body).toString()
  throw new Error('The SDK sent a credentials request whose body is not text.')
}
