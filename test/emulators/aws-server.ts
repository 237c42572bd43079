import { type Keys, wrongSignature } from './aws-signature.ts'
import {
  decode,
  encode,
  type Judge,
  judgeOf,
  type Operation,
  type Schemas,
} from './aws-validator.ts'
import { answered, type Fault, faultPlayer, type Rule } from './faults.ts'
import { type Answer, listen, type Received, send } from './server.ts'

/** A service of AWS as an emulator plays it. */
export interface Emulated {
  /** The name in its IAM actions and ARNs: `ecs`. */
  readonly name: string
  /** The prefix of `X-Amz-Target`; a service without one speaks REST. */
  readonly target?: string
  /** All that the SDK's client exports; its schemas judge what is asked and what is answered. */
  readonly schemas: Schemas
  /**
   * What is done for each operation, with inputs and outputs typed as in the SDK: dates are `Date`,
   * blobs are bytes. Throws `AwsError` to refuse.
   */
  readonly operations: Readonly<Record<string, (input: never) => object>>
  /** The ARN that an operation is about, for denials. */
  readonly resourceOf?: (operation: string, input: object) => string | undefined
}

/** A refusal in AWS's own words. */
export class AwsError extends Error {
  readonly code: string
  /** Where the service does not describe the error. */
  readonly status: number | undefined

  constructor(code: string, message: string, status?: number) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** A request that was understood. */
export interface Asked {
  readonly service: string
  readonly operation: string
  /** As JSON came in, with what REST has in path and query. */
  readonly input: Readonly<Record<string, unknown>>
}

export interface Aws {
  readonly url: string
  /** What a step needs in its environment to reach this and be let in. */
  readonly env: Readonly<Record<string, string>>
  /** In the order they came; also those that a fault hit. */
  readonly requests: readonly Asked[]
  /** What the client sent that AWS does not describe. */
  readonly undescribed: readonly string[]
  /** Faults by operation: `path: /UpdateService$/`. */
  play(rules: readonly Rule[]): void
  /** IAM no longer allows these: `ecs:UpdateService`. */
  deny(...actions: string[]): void
  close(): Promise<void>
}

/** Which operations that write were asked for, in order. */
export function writesTo({ requests }: Pick<Aws, 'requests'>): string[] {
  const names = requests.map(({ operation }) => operation)
  return names.filter((name) => !/^(Get|List|Describe)/.test(name))
}

export const account = '123456789012'
export const region = 'eu-west-1'

export const keys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'MARKER/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'MARKER-session-token//////////wEXAMPLE==',
} as const satisfies Keys

/** Services of AWS at one address of this machine. Every request must be signed with `keys`. */
export async function startAws(services: readonly Emulated[]): Promise<Aws> {
  const hosted = services.map((service) => ({ service, judge: judgeOf(service.schemas) }))
  const requests: Asked[] = []
  const undescribed: string[] = []
  const denied = new Set<string>()
  const faults = faultPlayer()

  const server = await listen((received, response) => {
    const call = callOf(hosted, received)
    if (call) requests.push(call.asked)
    const execute = (): Answer => {
      try {
        const wrong = wrongSignature(received, keys, new Date())
        if (wrong) throw new AwsError(wrong, signatureWords[wrong] ?? wrong, 403)
        if (!call) throw new AwsError('UnknownOperationException', '', 400)
        return carryOut(call, denied)
      } catch (error) {
        if (error instanceof AwsError) return refusal(error, call?.judge)
        undescribed.push(String(error))
        const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
        return refusal(new AwsError('SerializationException', said, 400), undefined)
      }
    }
    // All of JSON is asked of "/": the operation stands for the path.
    const path = `/${call?.asked.operation ?? ''}`
    const fault = faults.faultFor({ ...received, path })
    if (fault) fault(execute, response)
    else send(response, execute())
  })

  return {
    url: server.url,
    env: {
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_SESSION_TOKEN: keys.sessionToken,
      AWS_REGION: region,
      AWS_ENDPOINT_URL: server.url,
    },
    requests,
    undescribed,
    play: faults.play,
    deny: (...actions) => {
      for (const action of actions) denied.add(action)
    },
    close: () => server.close(),
  }
}

interface Hosted {
  readonly service: Emulated
  readonly judge: Judge
}

interface Call extends Hosted {
  readonly operation: Operation
  readonly asked: Asked
}

function callOf(hosted: readonly Hosted[], received: Received): Call | undefined {
  const [prefix, name = ''] = String(received.headers['x-amz-target'] ?? '').split('.')
  for (const { service, judge } of hosted) {
    if (service.target ? service.target !== prefix : prefix) continue
    const found = service.target
      ? { operation: judge.operation(name), labels: {} }
      : byPath(judge, received)
    if (!found?.operation) continue
    const { operation, labels } = found
    const input = { ...bodyOf(received), ...queryOf(operation, received), ...labels }
    return {
      service,
      judge,
      operation,
      asked: { service: service.name, operation: operation.name, input },
    }
  }
  return undefined
}

/** The operation of REST that a path means; of several, the one with the fewest parts left open. */
function byPath(
  judge: Judge,
  { method, path }: Received,
): { operation: Operation; labels: Record<string, string> } | undefined {
  const parts = path.replace(/\/$/, '').split('/')
  const found = judge.operations.flatMap((operation) => {
    const template = operation.http?.path.replace(/\/$/, '').split('/') ?? []
    if (operation.http?.method !== method || template.length !== parts.length) return []
    const labels: Record<string, string> = {}
    for (const [index, part] of template.entries()) {
      const [, label] = /^\{(\w+)\+?\}$/.exec(part) ?? []
      if (label) labels[label] = decodeURIComponent(parts[index] ?? '')
      else if (part !== parts[index]) return []
    }
    return [{ operation, labels }]
  })
  return found.sort((a, b) => Object.keys(a.labels).length - Object.keys(b.labels).length)[0]
}

/** The members of the input that REST has in the query. */
function queryOf({ input }: Operation, { query }: Received): Record<string, unknown> {
  if (!input.isStructSchema()) return {}
  return Object.fromEntries(
    [...input.structIterator()].flatMap(([name, member]): [string, unknown][] => {
      const { httpQuery } = member.getMergedTraits()
      const value = httpQuery ? query.get(httpQuery) : null
      if (value === null) return []
      if (member.isNumericSchema()) return [[name, Number(value)]]
      return [[name, member.isBooleanSchema() ? value === 'true' : value]]
    }),
  )
}

function bodyOf({ body }: Received): Record<string, unknown> {
  if (body === '') return {}
  try {
    return JSON.parse(body)
  } catch {
    return { unreadable: body }
  }
}

function carryOut({ service, operation, asked }: Call, denied: ReadonlySet<string>): Answer {
  const handle = service.operations[operation.name]
  if (!handle) throw new Error(`${service.name} is not emulated as far as ${operation.name}`)
  const input = decode(operation.input, asked.input, operation.name) as never
  const action = `${service.name}:${operation.name}`
  if (denied.has(action)) {
    const resource = service.resourceOf?.(operation.name, asked.input) ?? '*'
    throw new AwsError(
      'AccessDeniedException',
      `User: arn:aws:sts::${account}:assumed-role/ci/GitHubActions is not authorized to perform: ${action} ` +
        `on resource: ${resource} because no identity-based policy allows the ${action} action`,
      service.target ? 400 : 403,
    )
  }
  const output = encode(operation.output, handle(input), operation.name)
  return {
    status: operation.http?.status ?? 200,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(output),
  }
}

function refusal({ code, message, status }: AwsError, judge: Judge | undefined): Answer {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code }
  const body = JSON.stringify({ __type: code, message })
  return { status: status ?? judge?.statusOf(code) ?? 400, headers, body }
}

const signatureWords: Readonly<Record<string, string>> = {
  MissingAuthenticationToken: 'Missing Authentication Token',
  UnrecognizedClientException: 'The security token included in the request is invalid.',
  InvalidSignatureException:
    'The request signature we calculated does not match the signature you provided. Check your AWS ' +
    'Secret Access Key and signing method. Consult the service documentation for details.',
}

/** Answered with an error of AWS, and not carried out. */
export function refused(code: string, message: string, status = 400): Fault {
  const { headers, body } = refusal(new AwsError(code, message, status), undefined)
  return answered(status, body, headers)
}

/** As ECS and CodeDeploy say "too many requests". */
export const throttled = refused('ThrottlingException', 'Rate exceeded')
