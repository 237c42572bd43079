import { NormalizedSchema } from '@smithy/core/schema'

/** What a module of schemas of the SDK exports, such as `@aws-sdk/client-ecs`: `DescribeServices$` and so on. */
export type Schemas = Readonly<Record<string, unknown>>

/** An operation as AWS describes it. */
export interface Operation {
  readonly name: string
  /** Of REST: method and path, as in `PUT /functions/{FunctionName}/code`. */
  readonly http?: { readonly method: string; readonly path: string; readonly status: number }
  readonly input: NormalizedSchema
  readonly output: NormalizedSchema
}

/** A value is not what AWS describes; the message names the member. */
export class Undescribed extends Error {
  override name = 'Undescribed'
}

/** The runtime schemas of the SDK's own client, by which every request and every answer is judged. */
export function judgeOf(schemas: Schemas) {
  const operations = new Map<string, Operation>()
  const errors = new Map<string, number>()
  for (const schema of Object.values(schemas)) {
    if (!Array.isArray(schema)) continue
    const [kind, , name, traits] = schema
    if (kind === 9) operations.set(name, operationOf(schema))
    if (kind === -3) errors.set(name, traits?.httpError ?? (traits?.error === 'server' ? 500 : 400))
  }
  return {
    operations: [...operations.values()],
    operation: (name: string): Operation | undefined => operations.get(name),
    /** The status of an error that the service describes. */
    statusOf: (error: string): number | undefined => errors.get(error),
  }
}

export type Judge = ReturnType<typeof judgeOf>

function operationOf([, , name, traits, input, output]: unknown[]): Operation {
  const http = is<{ http?: [string, string, number] }>(traits) ? traits.http : undefined
  return {
    name: String(name),
    ...(http && { http: { method: http[0], path: http[1].split('?')[0] ?? '', status: http[2] } }),
    input: NormalizedSchema.of(called(input)),
    output: NormalizedSchema.of(called(output)),
  }
}

type Schema = Parameters<typeof NormalizedSchema.of>[0]

/** Schemas refer to each other by functions, so that they may do so in circles. */
function called(schema: unknown): Schema {
  return typeof schema === 'function' ? schema() : (schema as Schema)
}

function is<T>(value: unknown): value is T {
  return typeof value === 'object' && value !== null
}

/** JSON as the types of the SDK have it: times are dates, blobs are bytes. */
export function decode(schema: NormalizedSchema, value: unknown, path = 'input'): unknown {
  return walk(schema, value, path, {
    time: (given) => (typeof given === 'number' ? new Date(given * 1000) : undefined),
    blob: (given) => (typeof given === 'string' ? Buffer.from(given, 'base64') : undefined),
  })
}

/** The reverse, for an answer. */
export function encode(schema: NormalizedSchema, value: unknown, path = 'output'): unknown {
  return walk(schema, value, path, {
    time: (given) => (given instanceof Date ? given.getTime() / 1000 : undefined),
    blob: (given) =>
      given instanceof Uint8Array ? Buffer.from(given).toString('base64') : undefined,
  })
}

/** How the two kinds that JSON lacks are written; undefined when the value is of another kind. */
interface Writing {
  time(given: unknown): unknown
  blob(given: unknown): unknown
}

function walk(schema: NormalizedSchema, value: unknown, path: string, writing: Writing): unknown {
  const refuse = (what: string): never => {
    throw new Undescribed(`${path} is not ${what}: ${JSON.stringify(value)?.slice(0, 120)}`)
  }
  const expect = (holds: boolean, what: string): unknown => (holds ? value : refuse(what))
  if (schema.isDocumentSchema()) return value
  if (schema.isUnitSchema()) return {}
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return refuse('a list')
    const item = schema.getValueSchema()
    return value.map((one, index) => walk(item, one, `${path}[${index}]`, writing))
  }
  if (schema.isMapSchema()) {
    if (!isPlain(value)) return refuse('a map')
    const item = schema.getValueSchema()
    return mapped(value, (one, name) => walk(item, one, `${path}.${name}`, writing))
  }
  if (schema.isStructSchema()) {
    if (!isPlain(value)) return refuse('a structure')
    refuseMissing(schema, value, path)
    const members = new Map(schema.structIterator())
    return mapped(value, (one, name) => {
      const member = members.get(name)
      if (!member) throw new Undescribed(`${path}.${name} is not described by ${schema.getName()}`)
      return one === undefined ? undefined : walk(member, one, `${path}.${name}`, writing)
    })
  }
  if (schema.isTimestampSchema()) return writing.time(value) ?? refuse('a time')
  if (schema.isBlobSchema()) return writing.blob(value) ?? refuse('a blob')
  if (schema.isBooleanSchema()) return expect(typeof value === 'boolean', 'a boolean')
  if (schema.isNumericSchema()) return expect(typeof value === 'number', 'a number')
  return expect(typeof value === 'string', 'a string')
}

/** The members that are required stand first; how many there are is the last of a schema's parts. */
function refuseMissing(schema: NormalizedSchema, value: object, path: string): void {
  const [, , , , names = [], , required = 0] = schema.getSchema() as unknown as [
    number,
    string,
    string,
    unknown,
    string[],
    unknown[],
    number?,
  ]
  const missing = names.slice(0, required).find((name) => !(name in value))
  if (missing) throw new Undescribed(`${path}.${missing} is required and missing`)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapped(
  value: Record<string, unknown>,
  change: (one: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one, name)]))
}
