import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import * as cloudwatch from '@aws-sdk/client-cloudwatch'
import * as codedeploy from '@aws-sdk/client-codedeploy'
import * as ecs from '@aws-sdk/client-ecs'
import * as lambda from '@aws-sdk/client-lambda'
import { parseJson } from '@ci-actions/kit'
import type { HttpRequest } from '@smithy/core/protocols'
import { root } from '../../scripts/actions.ts'
import { type Answer, send } from '../emulators/server.ts'

/** What of a request decides what AWS does with it. */
export interface AwsRequest {
  readonly method: string
  /** Without its query, and without the empty part that the SDK has behind an endpoint that ends with a slash. */
  readonly url: string
  readonly query: Readonly<Record<string, string>>
  readonly target: string | undefined
  readonly contentType: string | undefined
  readonly token: string | undefined
  /** Whose signature it is, and for which region and service: `AKIA…/eu-west-1/ecs`. */
  readonly scope: string | undefined
  readonly body: unknown
}

type SdkClient = new (
  config: object,
) => {
  send(command: object): Promise<unknown>
  destroy(): void
}
type SdkCommand = new (input: object) => object

/** All that the SDK has of a service, by the name that requests to it are signed with. */
export const sdk: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ecs: { ...ecs, Client: ecs.ECSClient },
  lambda: { ...lambda, Client: lambda.LambdaClient },
  codedeploy: { ...codedeploy, Client: codedeploy.CodeDeployClient },
  monitoring: { ...cloudwatch, Client: cloudwatch.CloudWatchClient },
}

const ignore = (): void => {}
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore, trace: ignore }

/** The request that the SDK's own client would send, in the environment of this process. */
export async function requestOfSdk(
  service: string,
  operation: string,
  input: object,
): Promise<AwsRequest> {
  const Client = sdk[service]?.Client as SdkClient
  const Command = sdk[service]?.[`${operation}Command`] as SdkCommand
  let sent: HttpRequest | undefined
  const requestHandler = {
    handle(given: HttpRequest): never {
      sent = given
      throw new Error('It is not to be sent.')
    },
  }
  const client = new Client({ requestHandler, logger, maxAttempts: 1 })
  await client.send(new Command(input)).catch((error: unknown) => {
    if (!sent) throw error
  })
  client.destroy()
  if (!sent) throw new Error('The SDK has sent nothing.')
  const { method, protocol, hostname, port, path, query, headers, body } = sent
  const url = new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, String(value))
  return essenceOf(method, url, headers, new TextDecoder().decode(body))
}

const refuse = (): Answer => ({ status: 400, body: '{"__type":"Refused"}' })

/** A server in the place of AWS, of its proxy, or of both, that keeps what it is asked. */
export interface Recorder {
  readonly url: string
  readonly requests: AwsRequest[]
  close(): void
}

/**
 * Takes what comes straight, by whole address, and through a tunnel, where it shows the certificate of
 * `localhost` for whoever is asked. Passes it on, or answers it; unless told otherwise with a refusal.
 */
export async function startRecorder(
  onward: string | ((asked: AwsRequest) => Answer) = refuse,
): Promise<Recorder> {
  const requests: AwsRequest[] = []
  const take = (scheme: string) => async (incoming: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = incoming
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const asked = new URL(url, `${scheme}://${headers.host}`)
    const seen = essenceOf(method, asked, headers, body.toString())
    requests.push(seen)
    if (typeof onward === 'function') {
      send(response, onward(seen))
      return
    }
    const to = new URL(`${asked.pathname}${asked.search}`, onward)
    const passed = request(to, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
    })
    passed.end(body)
  }
  const pem = (name: string): Buffer => readFileSync(join(root, 'test/fixtures/tls', name))
  const tls = createTlsServer(
    { key: pem('localhost.key'), cert: pem('localhost.pem') },
    take('https'),
  )
  const server = createServer(take('http')).on('connect', (_, socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    tls.emit('connection', socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function essenceOf(
  method: string,
  url: URL,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
): AwsRequest {
  const header = (name: string): string | undefined => {
    const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? []
    return value === undefined ? undefined : String(value)
  }
  const [, key, region, service] =
    /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(
      header('authorization') ?? '',
    ) ?? []
  return {
    method,
    url: `${url.origin}${url.pathname.replace('//', '/')}`,
    query: Object.fromEntries(url.searchParams),
    target: header('x-amz-target'),
    contentType: header('content-type'),
    token: header('x-amz-security-token'),
    scope: key && `${key}/${region}/${service}`,
    body: parseJson(body) ?? (body || undefined),
  }
}
