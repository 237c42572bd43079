import type { HttpResponse } from '@ci-actions/http'
import { excerpt, isMap, lookUp, parseJson, quote } from '@ci-actions/kit'
import { type ExpectedJson, has, valueAt } from './json-path.ts'
import type { Observation } from './observation.ts'
import { type Pattern, search } from './pattern.ts'
import type { Statuses } from './statuses.ts'

/** What makes a target healthy. Of what is no HTTP only the latency is. */
export interface Expectation {
  readonly status: Statuses
  readonly headers: Readonly<Record<string, Pattern>>
  readonly body: Pattern | undefined
  readonly json: readonly ExpectedJson[]
  /** Milliseconds. */
  readonly maxLatency: number | undefined
  /** Days that a certificate must still hold. */
  readonly minCertificateDays: number | undefined
}

/** What an observation amounts to. */
export interface Verdict {
  readonly healthy: boolean
  /** What was seen, in words; the same as long as the same is seen. */
  readonly reason: string
  /** What may differ from one try to the next. */
  readonly detail?: string | undefined
}

type Complaint = Omit<Verdict, 'healthy'>

/** Whether what was seen is what is expected, and what is wrong with it first. */
export function judge(seen: Observation, expected: Expectation): Verdict {
  const complaint =
    complaintAbout(seen, expected) ?? endOfCertificate(seen, expected) ?? slowness(seen, expected)
  if (complaint) return { healthy: false, ...complaint }
  return { healthy: true, reason: goodness(seen) }
}

function goodness(seen: Observation): string {
  if (seen.kind === 'answered') return `answered ${seen.status}`
  return seen.kind === 'said' ? seen.reason : 'takes connections'
}

function complaintAbout(seen: Observation, expected: Expectation): Complaint | undefined {
  if (seen.kind === 'connected') return undefined
  if (seen.kind === 'nothing' || seen.kind === 'not looked') return { reason: seen.reason }
  if (seen.kind === 'said') return seen.serving ? undefined : { reason: seen.reason }
  return (
    wrongStatus(seen, expected) ??
    wrongHeader(seen, expected) ??
    wrongBody(seen, expected) ??
    wrongJson(seen, expected)
  )
}

function wrongStatus(answer: HttpResponse, { status }: Expectation): Complaint | undefined {
  if (status.has(answer.status)) return undefined
  return { reason: `answered ${answer.status}, expected ${status.text}`, detail: beginning(answer) }
}

function wrongHeader(answer: HttpResponse, { headers }: Expectation): Complaint | undefined {
  for (const [name, pattern] of Object.entries(headers)) {
    const value = lookUp(answer.headers, name)
    const subject = `answered ${answer.status}, but its header ${name}`
    if (value === undefined) return { reason: `${subject} is missing` }
    const text = String(value)
    const missing = absence(pattern, text)
    if (missing) return { reason: `${subject} ${missing}`, detail: `it is ${quote(text)}` }
  }
  return undefined
}

function wrongBody(answer: HttpResponse, { body }: Expectation): Complaint | undefined {
  const missing = body && absence(body, answer.body)
  if (!missing) return undefined
  return { reason: `answered ${answer.status}, but its body ${missing}`, detail: beginning(answer) }
}

function absence(pattern: Pattern, text: string): string | undefined {
  const result = search(pattern, text)
  if (result === 'found') return undefined
  const wanted = typeof pattern === 'string' ? quote(pattern) : excerpt(String(pattern), 80)
  return result === 'absent'
    ? `does not hold ${wanted}`
    : `could not be searched for ${wanted} in time; a simpler expression would help`
}

function wrongJson(answer: HttpResponse, { json }: Expectation): Complaint | undefined {
  if (json.length === 0) return undefined
  const document = answer.truncated ? undefined : parseJson(answer.body)
  if (document === undefined) {
    return { reason: `answered ${answer.status}, but no JSON`, detail: beginning(answer) }
  }
  const wrong = json.find((expected) => !holds(valueAt(document, expected), expected.value))
  if (!wrong) return undefined
  return {
    reason: `answered ${answer.status}, but ${quote(wrong.path)} of its JSON is not ${inJson(wrong.value)}`,
    detail: `it is ${inJson(valueAt(document, wrong))}`,
  }
}

function holds(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return actual === wanted
  if (Array.isArray(wanted)) {
    const isAsLong = Array.isArray(actual) && actual.length === wanted.length
    return isAsLong && wanted.every((value, index) => holds(actual[index], value))
  }
  if (!isMap(actual)) return false
  return Object.entries(wanted).every(
    ([key, value]) => has(actual, key) && holds(actual[key], value),
  )
}

function inJson(value: unknown): string {
  return value === undefined ? 'missing' : excerpt(JSON.stringify(value), 80)
}

function endOfCertificate(
  { certificateDays }: Observation,
  { minCertificateDays }: Expectation,
): Complaint | undefined {
  if (minCertificateDays === undefined || certificateDays === undefined) return undefined
  if (certificateDays >= minCertificateDays) return undefined
  const left = `${certificateDays} day${certificateDays === 1 ? '' : 's'}`
  return { reason: `its certificate ends in ${left}, expected at least ${minCertificateDays}` }
}

function slowness({ latency }: Observation, { maxLatency }: Expectation): Complaint | undefined {
  if (maxLatency === undefined || latency <= maxLatency) return undefined
  return { reason: `took longer than ${maxLatency} ms`, detail: `it took ${latency} ms` }
}

function beginning({ body, truncated, undecoded }: HttpResponse): string {
  if (undecoded) return `the body cannot be read: ${undecoded}`
  const begin = body.trim() === '' ? 'the body is empty' : `the body begins ${quote(body)}`
  return truncated ? `${begin}; only its first 1 MiB was read` : begin
}
