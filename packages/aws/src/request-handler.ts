import { type Connection, ConnectionError, send } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'
import { buildQueryString, type HttpHandler, type HttpRequest } from '@smithy/core/protocols'

/** How the clients of the SDK reach a service when they are to go through our own door. */
export function handlerOf(connection: Connection, deadline: () => Deadline): HttpHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request: HttpRequest) {
      const { method, headers } = request
      const body = textOf(request.body)
      const sent = { method, url: urlOf(request), headers, body, connection }
      const answer = await send(sent, deadline()).catch((error) => {
        if (!(error instanceof ConnectionError)) throw error
        // The SDK asks again by what the cause of an error is.
        throw new Error(`${request.hostname} gave no answer, ${error.message}`, {
          cause: error.cause,
        })
      })
      const response = {
        statusCode: answer.status,
        headers: Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
        ),
        body: Buffer.from(answer.body),
      }
      return { response }
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  }
}

function urlOf({ protocol, hostname, port, path, query }: HttpRequest): URL {
  const search = buildQueryString(query)
  const host = port === undefined ? hostname : `${hostname}:${port}`
  return new URL(`${protocol}//${host}${path}${search && `?${search}`}`)
}

/** What is asked of STS and SSO is small, and text. */
function textOf(body: unknown): string | undefined {
  if (body === undefined || typeof body === 'string') return body
  if (body instanceof Uint8Array) return Buffer.from(body).toString()
  throw new Error('The SDK asks for credentials with a body that is no text.')
}
