import type { HttpResponse } from '@ci-actions/http'
import { excerpt, isMap, lookUp, parseJson, quote } from '@ci-actions/kit'
import { type ExpectedJson, getValue, hasKey } from './json-path.ts'
import { type Pattern, search } from './pattern.ts'
import type { ProbeResult } from './probe-result.ts'
import type { Statuses } from './statuses.ts'

/** What makes a target healthy. Only the latency and the certificate apply to targets other than HTTP. */
export interface Expectation {
  readonly status: Statuses
  readonly headers: Readonly<Record<string, Pattern>>
  readonly body: Pattern | undefined
  readonly json: readonly ExpectedJson[]
  /** Milliseconds. */
  readonly maxLatency: number | undefined
  /** Days for which a certificate must still be valid. */
  readonly minCertificateDays: number | undefined
}

/** The evaluation of a probe result. */
export interface Verdict {
  readonly healthy: boolean
  /** What was found; does not change while the target's state does not. */
  readonly reason: string
  /** Details that may differ from one attempt to the next. */
  readonly detail?: string | undefined
}

type Mismatch = Omit<Verdict, 'healthy'>

/** Compares a probe result with the expectation; the verdict has the first mismatch. */
export function evaluate(result: ProbeResult, expected: Expectation): Verdict {
  const mismatch =
    resultMismatch(result, expected) ??
    certificateMismatch(result, expected) ??
    latencyMismatch(result, expected)
  if (mismatch) return { healthy: false, ...mismatch }
  return { healthy: true, reason: describeHealthy(result) }
}

function describeHealthy(result: ProbeResult): string {
  if (result.kind === 'http') return `answered ${result.status}`
  return result.kind === 'server-status' ? result.reason : 'accepts connections'
}

function resultMismatch(result: ProbeResult, expected: Expectation): Mismatch | undefined {
  if (result.kind === 'connected') return undefined
  if (result.kind === 'no-response' || result.kind === 'not-probed') {
    return { reason: result.reason }
  }
  if (result.kind === 'server-status') {
    return result.serving ? undefined : { reason: result.reason }
  }
  return (
    statusMismatch(result, expected) ??
    headerMismatch(result, expected) ??
    bodyMismatch(result, expected) ??
    jsonMismatch(result, expected)
  )
}

function statusMismatch(response: HttpResponse, { status }: Expectation): Mismatch | undefined {
  if (status.has(response.status)) return undefined
  return {
    reason: `answered ${response.status}, expected ${status.text}`,
    detail: describeBody(response),
  }
}

function headerMismatch(response: HttpResponse, { headers }: Expectation): Mismatch | undefined {
  for (const [name, pattern] of Object.entries(headers)) {
    const value = lookUp(response.headers, name)
    const subject = `answered ${response.status}, but its header ${name}`
    if (value === undefined) return { reason: `${subject} is missing` }
    const text = String(value)
    const mismatch = patternMismatch(pattern, text)
    if (mismatch) return { reason: `${subject} ${mismatch}`, detail: `it is ${quote(text)}` }
  }
  return undefined
}

function bodyMismatch(response: HttpResponse, { body }: Expectation): Mismatch | undefined {
  const mismatch = body && patternMismatch(body, response.body)
  if (!mismatch) return undefined
  return {
    reason: `answered ${response.status}, but its body ${mismatch}`,
    detail: describeBody(response),
  }
}

function patternMismatch(pattern: Pattern, text: string): string | undefined {
  const result = search(pattern, text)
  if (result === 'found') return undefined
  const expected = typeof pattern === 'string' ? quote(pattern) : excerpt(String(pattern), 80)
  return result === 'absent'
    ? `does not contain ${expected}`
    : `could not be searched for ${expected} in time; simplify the expression`
}

function jsonMismatch(response: HttpResponse, { json }: Expectation): Mismatch | undefined {
  if (json.length === 0) return undefined
  const document = response.truncated ? undefined : parseJson(response.body)
  if (document === undefined) {
    return {
      reason: `answered ${response.status}, but not with JSON`,
      detail: describeBody(response),
    }
  }
  const wrong = json.find((expected) => !matchesJson(getValue(document, expected), expected.value))
  if (!wrong) return undefined
  return {
    reason: `answered ${response.status}, but ${quote(wrong.path)} in its JSON is not ${formatJson(wrong.value)}`,
    detail: `it is ${formatJson(getValue(document, wrong))}`,
  }
}

function matchesJson(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return actual === expected
  if (Array.isArray(expected)) {
    const hasSameLength = Array.isArray(actual) && actual.length === expected.length
    return hasSameLength && expected.every((value, index) => matchesJson(actual[index], value))
  }
  if (!isMap(actual)) return false
  return Object.entries(expected).every(
    ([key, value]) => hasKey(actual, key) && matchesJson(actual[key], value),
  )
}

function formatJson(value: unknown): string {
  return value === undefined ? 'missing' : excerpt(JSON.stringify(value), 80)
}

function certificateMismatch(
  { certificateDays }: ProbeResult,
  { minCertificateDays }: Expectation,
): Mismatch | undefined {
  if (minCertificateDays === undefined || certificateDays === undefined) return undefined
  if (certificateDays >= minCertificateDays) return undefined
  const left = `${certificateDays} day${certificateDays === 1 ? '' : 's'}`
  return { reason: `its certificate expires in ${left}, expected at least ${minCertificateDays}` }
}

function latencyMismatch(
  { latency }: ProbeResult,
  { maxLatency }: Expectation,
): Mismatch | undefined {
  if (maxLatency === undefined || latency <= maxLatency) return undefined
  return { reason: `took longer than ${maxLatency} ms`, detail: `it took ${latency} ms` }
}

function describeBody({ body, truncated, undecoded }: HttpResponse): string {
  if (undecoded) return `the body cannot be read: ${undecoded}`
  const beginning = body.trim() === '' ? 'the body is empty' : `the body begins ${quote(body)}`
  return truncated ? `${beginning}; only the first 1 MiB was read` : beginning
}
