import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv'
import { root } from '../../scripts/actions.ts'
import { bodyOf, Refusal } from './record-request.ts'
import type { Answer, Received } from './server.ts'

/*
 * GitHub's own description of its API, in part: what is asked and what is answered is held against it.
 */

/** An operation that is described, and what the path of a request names in it. */
export interface Asked {
  /** `GET /repos/{owner}/{repo}/pulls/{pull_number}`. */
  readonly operation: string
  readonly names: Readonly<Record<string, string>>
}

interface Described {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content | { readonly $ref: string }>>
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: AnySchemaObject
  readonly 'x-multi-segment'?: boolean
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: AnySchemaObject }>>
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, AnySchemaObject>>>>
}

const file = join(root, 'test/fixtures/github/openapi.json')
const description: Description = nullsAsTypes(JSON.parse(readFileSync(file, 'utf8')))

const ajv = new Ajv({
  strict: false,
  coerceTypes: false,
  formats: {
    uri: (text) => URL.canParse(text),
    'date-time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text),
    int64: true,
  },
})
ajv.addSchema({ $id: 'github', components: description.components })

const routes = Object.entries(description.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, described]) => ({
    method: method.toUpperCase(),
    operation: `${method.toUpperCase()} ${path}`,
    pattern: patternOf(path, described),
  })),
)

/** Which operation is asked; undefined when none is described there. */
export function operationOf({ method, path }: Received): Asked | undefined {
  for (const route of routes) {
    const groups = route.method === method ? route.pattern.exec(path)?.groups : undefined
    if (!groups) continue
    const names = Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)])
    return { operation: route.operation, names: Object.fromEntries(names) }
  }
  return undefined
}

/** Refuses a request that is not as described: what it names, its query, its body. */
export function checkRequest({ operation, names }: Asked, received: Received): void {
  const { parameters = [], requestBody } = describedAs(operation)
  const known = parameters.map((one) => resolved<Parameter>(one))
  for (const [name, value] of Object.entries(names)) {
    const isNumber = known.find((one) => one.name === name)?.schema.type === 'integer'
    if (isNumber && !/^\d+$/.test(value)) throw new Refusal(404, 'Not Found')
  }
  for (const [name, value] of received.query) {
    const parameter = known.find((one) => one.in === 'query' && one.name === name)
    // GitHub takes no notice of what it does not know; that would hide a mistake of ours.
    if (!parameter) throw new Refusal(400, `There is no parameter "${name}".`)
    const isNumber = parameter.schema.type === 'integer'
    refuseUnless(validator(parameter.schema), isNumber ? Number(value) : value, name)
  }
  const schema = requestBody?.content?.['application/json']?.schema
  if (!schema) {
    if (received.body !== '') throw new Refusal(400, 'This operation takes no body.')
    return
  }
  const body = bodyOf(received)
  refuseUnless(validator(schema), body, 'body')
  const [only = schema] = schema.oneOf ?? []
  const unknown = Object.keys(Object(body)).find((key) => !(key in only.properties))
  if (unknown) throw new Refusal(422, `Validation Failed: there is no field "${unknown}".`)
}

/** Throws when an answer is not as described; a status that is not described has no shape. */
export function checkAnswer({ operation }: Asked, { status, body }: Answer): void {
  const described = describedAs(operation).responses[status]
  if (!described) {
    if (status < 400) throw new Error(`${operation} answers no ${status}.`)
    return
  }
  const schema = resolved<Content>(described).content?.['application/json']?.schema
  if (!schema) {
    if (body !== '') throw new Error(`${operation} answers ${status} with nothing.`)
    return
  }
  const validate = validator(schema)
  if (validate(JSON.parse(body))) return
  throw new Error(`The answer to ${operation} is not as described: ${wrong(validate)}`)
}

/** A row of a kind, where what is not given is filled in as the description asks for it. */
export function rowOf(kind: string, given: Readonly<Record<string, unknown>>) {
  return { ...Object(placeholder({ $ref: `#/components/schemas/${kind}` })), ...given }
}

function placeholder(schema: AnySchemaObject): unknown {
  const it = '$ref' in schema ? resolved<AnySchemaObject>(schema) : schema
  const [first] = it.anyOf ?? it.oneOf ?? it.allOf ?? []
  if (first) return placeholder(first)
  if (it.enum) return it.enum[0]
  const type: unknown = [it.type].flat().at(-1)
  if (type === 'object') {
    const needed: string[] = it.required ?? []
    return Object.fromEntries(needed.map((name) => [name, placeholder(it.properties[name])]))
  }
  if (type === 'array') return []
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return 1
  if (type === 'null') return null
  if (it.format === 'uri') return 'https://api.github.com/'
  return it.format === 'date-time' ? '2026-11-21T12:00:00Z' : ''
}

function describedAs(operation: string): Described {
  const [method = '', path = ''] = operation.split(' ')
  const described = description.paths[path]?.[method.toLowerCase()]
  if (!described) throw new Error(`${operation} is not described.`)
  return described
}

function resolved<T>(one: T | { readonly $ref: string }): T {
  if (typeof one !== 'object' || one === null || !('$ref' in one)) return one as T
  const [, , kind = '', name = ''] = one.$ref.split('/')
  return description.components[kind]?.[name] as T
}

const validators = new Map<AnySchemaObject, ValidateFunction>()

/** Each is compiled when it is first needed, and once. */
function validator(schema: AnySchemaObject): ValidateFunction {
  const known = validators.get(schema)
  if (known) return known
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/')
  const compiled = ajv.compile(JSON.parse(text))
  validators.set(schema, compiled)
  return compiled
}

function refuseUnless(validate: ValidateFunction, value: unknown, what: string): void {
  if (validate(value)) return
  throw new Refusal(422, `Validation Failed: ${what} ${wrong(validate)}`)
}

function wrong(validate: ValidateFunction): string {
  return (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`).join('; ')
}

function patternOf(path: string, { parameters = [] }: Described): RegExp {
  const known = parameters.map((one) => resolved<Parameter>(one))
  const source = path.replace(/\{(\w+)\}/g, (_, name) => {
    const isLong = known.find((one) => one.name === name)?.['x-multi-segment']
    return `(?<${name}>${isLong ? '.+' : '[^/]+'})`
  })
  return new RegExp(`^${source}$`)
}

/** `nullable: true` of OpenAPI 3.0 as JSON Schema says it. */
function nullsAsTypes<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one) => nullsAsTypes(one)) as T
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, nullsAsTypes(one)]),
  )
  return (nullable === true ? { anyOf: [{ type: 'null' }, rest] } : rest) as T
}
