import {
  type BaseIssue,
  type GenericSchema,
  getDotPath,
  type InferInput,
  parse,
  safeParse,
} from 'valibot'
import type { Answer, Received } from './server.ts'

/** The request cannot be carried out; the message is for whoever asked. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** The JSON a request carries. */
export function bodyOf({ headers, body }: Received): unknown {
  if (!headers['content-type']?.startsWith('application/json')) {
    throw new Refusal(400, 'the content type must be application/json')
  }
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal(400, 'invalid JSON')
  }
}

/** The values of a query by name; `lists` names those that may be given several times. */
export function valuesOf(query: URLSearchParams, lists: readonly string[] = []): unknown {
  const entries = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name)
    return [name, lists.includes(name) || values.length > 1 ? values : values[0]]
  })
  return Object.fromEntries(entries)
}

/** A request's values, refused when they are not as described. */
export function read<T>(shape: GenericSchema<unknown, T>, value: unknown): T {
  const result = safeParse(shape, value)
  if (result.success) return result.output
  throw new Refusal(400, result.issues.map(say).join('; '))
}

function say(issue: BaseIssue<unknown>): string {
  return `${getDotPath(issue) ?? 'body'}: ${issue.message}`
}

/** An answer; it throws when it is not what the description says. */
export function told<S extends GenericSchema>(
  status: number,
  shape: S,
  value: InferInput<S>,
): Answer {
  return { status, body: JSON.stringify(parse(shape, value)) }
}
