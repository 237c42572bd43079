import { HttpError, type HttpResponse, type RateLimit, retryAfter } from '@ci-actions/http'
import { excerpt, lookUp, parseJson } from '@ci-actions/kit'
import { is, nullish, object, safeParse, string } from 'valibot'

const errorSchema = object({
  __type: nullish(string()),
  code: nullish(string()),
  Code: nullish(string()),
  message: nullish(string()),
  Message: nullish(string()),
})

/**
 * Returns the error code in a response, such as `ThrottlingException`; undefined when the response is not
 * from AWS.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization
 */
function readErrorCode({ headers, body }: HttpResponse): string | undefined {
  const parsed = safeParse(errorSchema, parseJson(body))
  const { __type, code, Code } = parsed.success ? parsed.output : {}
  const name = [headers['x-amzn-errortype']].flat()[0] ?? __type ?? code ?? Code
  return name?.replace(/^.*#/, '').replace(/:.*$/s, '').trim() || undefined
}

/** Whether `thrown` is an AWS error with one of these codes. */
export function hasErrorCode(thrown: unknown, ...codes: readonly string[]): thrown is HttpError {
  return thrown instanceof HttpError && codes.includes(readErrorCode(thrown.response) ?? '')
}

/** The throttling errors of the SDK without `LimitExceededException`: that is a quota, so waiting does not help. */
const throttlingErrors = new Set([
  'BandwidthLimitExceeded',
  'EC2ThrottledException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionInProgressException',
])

/** The errors that, according to the SDK, may be caused by clock skew. */
export const clockSkewErrors: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
])

/** Whether an error may be caused by the clock that the request was signed with. */
export function mayBeClockSkew(response: HttpResponse): boolean {
  return response.status >= 400 && clockSkewErrors.has(readErrorCode(response) ?? '')
}

/** Detects throttling, which AWS also reports with status 400. */
export function readRateLimit(response: HttpResponse, now: Date): RateLimit | undefined {
  if (response.status < 400 || !throttlingErrors.has(readErrorCode(response) ?? ''))
    return undefined
  return { wait: retryAfter(response.headers, now) }
}

/** Describes an AWS error: its code, its message, and what to try. */
export function formatError(response: HttpResponse): string {
  const parsed = parseJson(response.body)
  const fields = is(errorSchema, parsed) ? parsed : {}
  const message = fields.message ?? fields.Message ?? response.body.replace(/<[^>]*>/g, ' ')
  const code = readErrorCode(response)
  const advice = findAdvice(code, message)
  return `${code ? `${code}: ` : ''}${excerpt(message)}${advice ? ` (${advice})` : ''}`
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const accessDenied = /not authorized to perform: ?([\w-]+:\w+)(?: on resource: ?(\S+))?/

function findAdvice(code: string | undefined, message: string): string | undefined {
  const [, action, resource] = accessDenied.exec(message) ?? []
  if (action) return `allow ${action} on ${resource ?? '*'} in the policy of this job's role`
  return code && lookUp(advice, code)
}

const expired = 'the credentials have expired; raise the "role-duration-seconds" of the role'
const unknownKey = 'the credentials are not valid for this account and region'
const wrongSecret = 'the secret key does not belong to the access key, or the clock is wrong'

const advice: Readonly<Record<string, string>> = {
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  InvalidClientTokenId: unknownKey,
  UnrecognizedClientException: unknownKey,
  InvalidSignatureException: wrongSecret,
  SignatureDoesNotMatch: wrongSecret,
}
