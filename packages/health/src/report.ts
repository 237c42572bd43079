import { escapeMarkdown, markdownCode, markdownTable } from '@ci-actions/kit'
import { formatDuration } from '@ci-actions/wait'
import type { TargetResult } from './wait-for-healthy.ts'

/** The results of a check, with the options that they are evaluated against. */
export interface HealthCheckResult {
  readonly results: readonly TargetResult[]
  readonly require: 'all' | 'any'
  readonly reverse: boolean
  /** Milliseconds. */
  readonly elapsed: number
}

/** Whether the targets reached the expected state. */
export function hasPassed({ results, require }: HealthCheckResult): boolean {
  const isReached = ({ outcome }: TargetResult): boolean => outcome === 'reached'
  return require === 'any' ? results.some(isReached) : results.every(isReached)
}

/**
 * Whether the time was over before a failure was certain: each failed target is still in the expected state
 * since it first reached it or, if the check `wasCut` short, was not probed. A target that never responded in
 * all of its time has failed.
 */
export function isUndecided(check: HealthCheckResult, wasCut: boolean): boolean {
  return (
    !hasPassed(check) &&
    listFailed(check).every(({ outcome, isSuspect, healthy }) => {
      return outcome === 'missed' && !isSuspect && (wasCut || healthy !== check.reverse)
    })
  )
}

/** The outputs of a health check. */
export const healthOutputs = ['healthy', 'results', 'failed', 'elapsed-ms'] as const

/** Returns the values of `healthOutputs`. */
export function toHealthOutputs(check: HealthCheckResult) {
  const { results, require, elapsed } = check
  const all = results.map((result) => isHealthy(result, check))
  return {
    healthy: require === 'any' ? all.includes(true) : !all.includes(false),
    results: results.map((result) => ({
      name: result.target.name,
      target: result.target.displayUrl,
      healthy: isHealthy(result, check),
      attempts: result.attempts,
      status: result.status ?? null,
      'latency-ms': result.latency ?? null,
      'certificate-days': result.certificateDays ?? null,
      reason: result.reason,
    })),
    failed: listFailed(check).map(({ target }) => target.name),
    'elapsed-ms': elapsed,
  }
}

/** Whether a target counts as healthy: once is not enough if `successes` or `stableFor` require more. */
function isHealthy({ outcome, healthy }: TargetResult, { reverse }: HealthCheckResult): boolean {
  return reverse ? healthy : outcome === 'reached'
}

/** Returns the targets that did not reach the expected state, the one that ended the check first. */
function listFailed({ results }: HealthCheckResult): TargetResult[] {
  return results
    .filter(({ outcome }) => outcome !== 'reached')
    .sort((a, b) => Number(b.outcome === 'failed-fast') - Number(a.outcome === 'failed-fast'))
}

/** Returns the section of the job summary for a check. */
export function healthSummary(check: HealthCheckResult): string {
  const rows = check.results.map((result) => [
    escapeMarkdown(result.target.name),
    markdownCode(result.target.displayUrl),
    isHealthy(result, check) ? 'yes' : 'no',
    String(result.status ?? ''),
    result.latency === undefined ? '' : `${result.latency} ms`,
    result.certificateDays === undefined ? '' : `${result.certificateDays} days`,
    String(result.attempts),
    escapeMarkdown(result.reason),
  ])
  const head = [
    'name',
    'target',
    'healthy',
    'status',
    'latency',
    'certificate',
    'attempts',
    'last result',
  ]
  return `### Health check\n\n${healthHeadline(check)}\n\n${markdownTable(head, rows)}`
}

/** Returns the outcome in one sentence. */
export function healthHeadline(check: HealthCheckResult): string {
  const { results, require, reverse, elapsed } = check
  const reached = results.filter(({ outcome }) => outcome === 'reached').length
  const condition = require === 'any' && results.length > 1 ? ', one is enough' : ''
  const state = reverse ? 'down' : 'healthy'
  return `${reached} of ${formatCount(results.length, 'target')} ${state} after ${formatDuration(elapsed)}${condition}.`
}

/** Maximum number of failures in the annotation; the summary lists all. */
const maxReported = 5

/** Describes why the check failed: each target, its last result, and what to try. */
export function describeHealthFailure(check: HealthCheckResult): string {
  const failed = listFailed(check)
  const reported = failed.slice(0, maxReported).map((result) => describeTarget(result, check))
  const others = failed.length - reported.length
  return [
    ...(check.results.length > 1 ? [healthHeadline(check)] : []),
    ...reported,
    ...(others > 0 ? [`The job summary lists ${others} more.`] : []),
    ...(check.reverse ? [] : failed.slice(0, 1).map(findAdvice)),
  ].join(' ')
}

function describeTarget(result: TargetResult, { reverse, elapsed }: HealthCheckResult): string {
  const { target, attempts, reason } = result
  const subject =
    target.name === target.displayUrl ? target.name : `${target.name} (${target.displayUrl})`
  const spent = `after ${formatDuration(elapsed)} and ${formatCount(attempts, 'attempt')}`
  return `${subject} ${describeState(result, reverse)} ${spent}: ${reason}.`
}

function describeState({ outcome, healthy, isSuspect }: TargetResult, reverse: boolean): string {
  const expected = reverse ? 'down' : 'healthy'
  if (outcome === 'failed-fast') return 'failed fast, as "fail-fast" requires,'
  if (healthy !== reverse && isSuspect) return `did not stay ${expected} for as long as required`
  if (healthy !== reverse) return `is ${expected}, but not yet for as long as required`
  return reverse ? 'is still healthy' : 'is not healthy'
}

const adviceByStatus: Readonly<Record<number, string>> = {
  401: 'Pass the required credentials in "headers".',
  403: 'Pass the required credentials in "headers".',
  404: 'Check the path of the address.',
  405: 'Try another "method".',
}

const checkReachable = 'Check that it is running and that the runner can reach it.'
const checkBehindProxy =
  "Something else accepts its connections, such as Docker's proxy: check that the service behind it is running."
const checkLog = 'Check its log; give it more time if it only needs longer.'

/** Advice by reason, for results without a status; the first match applies. */
const adviceByReason: readonly (readonly [RegExp, string])[] = [
  [
    /^its certificate (expires|has expired|has been revoked|is not valid yet)/,
    'Renew it, or check why it is not renewed automatically.',
  ],
  [/^its certificate is for another host/, 'Use a host name that the certificate is valid for.'],
  [/^its certificate/, 'If it is signed by a private CA, set "ca-file".'],
  [/^there is no such host/, 'Check the spelling of the host, and that the runner can resolve it.'],
  [
    /^((it )?does not speak|it speaks TLS|answered HTTP)/,
    'Check the scheme and the port of the address.',
  ],
  [/^it (speaks only TLS|has no cipher)/, 'Enable TLS 1.2 or later on it, with current ciphers.'],
  [/^it speaks only HTTP\/2/, 'Enable HTTP/1.1 on it too, or check its port with tcp://.'],
  [
    /^it requires a client certificate/,
    'Check its port with tcp://, or an address that requires none.',
  ],
  [/^has no service/, 'Check the name of the service in the address.'],
  [/^has no health service/, 'Add one to the server, or check its port with tcp://.'],
  [/^it closes every connection/, checkBehindProxy],
  [/^this machine/, 'Check fewer targets in one step, or raise the limit of open files.'],
  [/^(reports|answered gRPC|took longer)/, checkLog],
]

function findAdvice({ status, reason, healthy, isSuspect }: TargetResult): string {
  if (healthy && !isSuspect) return 'Give the check more time, or require less.'
  if (status === undefined || reason.startsWith('its certificate expires')) {
    return adviceByReason.find(([pattern]) => pattern.test(reason))?.[1] ?? checkReachable
  }
  if (status >= 300 && status < 400)
    return 'If the redirect is intended, add its status to "expect-status".'
  return adviceByStatus[status] ?? checkLog
}

function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
