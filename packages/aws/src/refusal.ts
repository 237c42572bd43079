import { HttpError, type HttpResponse, type RateLimit, retryAfter } from '@ci-actions/http'
import { excerpt, lookUp, parseJson } from '@ci-actions/kit'
import { is, nullish, object, safeParse, string } from 'valibot'

const errorShape = object({
  __type: nullish(string()),
  code: nullish(string()),
  Code: nullish(string()),
  message: nullish(string()),
  Message: nullish(string()),
})

/**
 * The name of the error that AWS answered, such as `ThrottlingException`; undefined when the answer
 * is not one of AWS.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization
 */
function errorCode({ headers, body }: HttpResponse): string | undefined {
  const parsed = safeParse(errorShape, parseJson(body))
  const { __type, code, Code } = parsed.success ? parsed.output : {}
  const said = [headers['x-amzn-errortype']].flat()[0] ?? __type ?? code ?? Code
  return said?.replace(/^.*#/, '').replace(/:.*$/s, '').trim() || undefined
}

/** Whether something thrown is AWS answering with one of these errors. */
export function isRefusedWith(thrown: unknown, ...codes: readonly string[]): thrown is HttpError {
  return thrown instanceof HttpError && codes.includes(errorCode(thrown.response) ?? '')
}

/** As the SDK has them, without `LimitExceededException`: that is a quota, and does not pass by waiting. */
const limits = new Set([
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

/** As the SDK has them: what AWS may answer, among else, when the clocks are too far apart. */
export const clockErrors: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
])

/** Whether a refusal may come of the clock by which the request was signed. */
export function mayBeOfClock(answer: HttpResponse): boolean {
  return answer.status >= 400 && clockErrors.has(errorCode(answer) ?? '')
}

/** AWS also says "too many requests" with a 400. */
export function limit(answer: HttpResponse, now: Date): RateLimit | undefined {
  if (answer.status < 400 || !limits.has(errorCode(answer) ?? '')) return undefined
  return { wait: retryAfter(answer.headers, now) }
}

/** What AWS says of a refusal: the name of the error, its message, and what to try. */
export function words(answer: HttpResponse): string {
  const parsed = parseJson(answer.body)
  const { message, Message } = is(errorShape, parsed) ? parsed : {}
  const said = message ?? Message ?? answer.body.replace(/<[^>]*>/g, ' ')
  const code = errorCode(answer)
  const advice = adviceOn(code, said)
  return `${code ? `${code}: ` : ''}${excerpt(said)}${advice ? ` (${advice})` : ''}`
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const denial = /not authorized to perform: ?([\w-]+:\w+)(?: on resource: ?(\S+))?/

function adviceOn(code: string | undefined, said: string): string | undefined {
  const [, action, resource] = denial.exec(said) ?? []
  if (action) return `allow ${action} on ${resource ?? '*'} in the policy of the role of this job`
  return code && lookUp(advice, code)
}

const expired = 'the credentials have expired; give the role a longer "role-duration-seconds"'
const unknownKey = 'the credentials are not valid for this account and region'

const advice: Readonly<Record<string, string>> = {
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  InvalidClientTokenId: unknownKey,
  UnrecognizedClientException: unknownKey,
  InvalidSignatureException: 'the secret key does not fit the access key, or the clock is wrong',
  SignatureDoesNotMatch: 'the secret key does not fit the access key, or the clock is wrong',
}
