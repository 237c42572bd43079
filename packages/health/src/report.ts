import { escapeMarkdown, markdownCode, markdownTable } from '@ci-actions/kit'
import { formatDuration } from '@ci-actions/wait'
import type { Result } from './watch.ts'

/** The results of a check, and what they were to be. */
export interface Check {
  readonly results: readonly Result[]
  readonly require: 'all' | 'any'
  readonly reverse: boolean
  /** Milliseconds. */
  readonly elapsed: number
}

/** Whether what was waited for came. */
export function hasPassed({ results, require }: Check): boolean {
  const isReached = ({ outcome }: Result): boolean => outcome === 'reached'
  return require === 'any' ? results.some(isReached) : results.every(isReached)
}

/**
 * Whether the time was over before anything was wrong: what was missed is as it should be since it first was,
 * or, where the check `wasCut` short, was not seen at all. What never answered in all of its time is wrong.
 */
export function isUndecided(check: Check, wasCut: boolean): boolean {
  return (
    !hasPassed(check) &&
    failedOf(check).every(({ outcome, isSuspect, healthy }) => {
      return outcome === 'missed' && !isSuspect && (wasCut || healthy !== check.reverse)
    })
  )
}

/** The outputs of a health check. */
export const healthOutputs = ['healthy', 'results', 'failed', 'elapsed-ms'] as const

/** What `healthOutputs` hold. */
export function outputsOf(check: Check) {
  const { results, require, elapsed } = check
  const all = results.map((result) => isHealthy(result, check))
  return {
    healthy: require === 'any' ? all.includes(true) : !all.includes(false),
    results: results.map((result) => ({
      name: result.target.name,
      target: result.target.shown,
      healthy: isHealthy(result, check),
      attempts: result.attempts,
      status: result.status ?? null,
      'latency-ms': result.latency ?? null,
      'certificate-days': result.certificateDays ?? null,
      reason: result.reason,
    })),
    failed: failedOf(check).map(({ target }) => target.name),
    'elapsed-ms': elapsed,
  }
}

/** Healthy once is not enough where more was asked. */
function isHealthy({ outcome, healthy }: Result, { reverse }: Check): boolean {
  return reverse ? healthy : outcome === 'reached'
}

/** Those that were missed; first the one that ended it. */
function failedOf({ results }: Check): Result[] {
  return results
    .filter(({ outcome }) => outcome !== 'reached')
    .sort((one, other) => other.outcome.localeCompare(one.outcome))
}

/** The check as a section of the job summary. */
export function summaryOf(check: Check): string {
  const rows = check.results.map((result) => [
    escapeMarkdown(result.target.name),
    markdownCode(result.target.shown),
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
    'tries',
    'last seen',
  ]
  return `### Health check\n\n${headline(check)}\n\n${markdownTable(head, rows)}`
}

/** The outcome in one sentence. */
export function headline(check: Check): string {
  const { results, require, reverse, elapsed } = check
  const reached = results.filter(({ outcome }) => outcome === 'reached').length
  const wanted = require === 'any' && results.length > 1 ? ', one is enough' : ''
  const state = reverse ? 'down' : 'healthy'
  return `${reached} of ${count(results.length, 'target')} ${state} after ${formatDuration(elapsed)}${wanted}.`
}

/** As many failures as fit into one annotation that is read; the others stand in the summary. */
const mostTold = 5

/** Why the check failed: each target, what was seen of it, and what to try. */
export function failureOf(check: Check): string {
  const failed = failedOf(check)
  const told = failed.slice(0, mostTold).map((result) => complaint(result, check))
  const others = failed.length - told.length
  return [
    ...(check.results.length > 1 ? [headline(check)] : []),
    ...told,
    ...(others > 0 ? [`${others} more stand in the job summary.`] : []),
    ...(check.reverse ? [] : failed.slice(0, 1).map(adviceOn)),
  ].join(' ')
}

function complaint(result: Result, { reverse, elapsed }: Check): string {
  const { target, attempts, reason } = result
  const called = target.name === target.shown ? target.name : `${target.name} (${target.shown})`
  const spent = `after ${formatDuration(elapsed)} and ${attempts === 1 ? '1 try' : `${attempts} tries`}`
  return `${called} ${stateOf(result, reverse)} ${spent}: ${reason}.`
}

function stateOf({ outcome, healthy, isSuspect }: Result, reverse: boolean): string {
  if (outcome === 'refused') return 'was given up, as "fail-fast" asks,'
  if (healthy !== reverse && isSuspect) return 'did not stay so for as long as asked'
  if (healthy !== reverse)
    return `is ${reverse ? 'down' : 'healthy'}, but not yet for as long as asked`
  return reverse ? 'is still healthy' : 'is not healthy'
}

const adviceByStatus: Readonly<Record<number, string>> = {
  401: 'Give the credentials it asks for in "headers".',
  403: 'Give the credentials it asks for in "headers".',
  404: 'Check the path of the address.',
  405: 'Try another "method".',
}

const reachIt = 'Check that it is started and that the runner can reach it.'
const behindIt =
  'Something takes connections for it, such as the proxy of Docker: check that the service behind it is started.'
const lookAtLog = 'Look at its log; give it more time if it only needs longer.'

/** By what was seen, where there is no status to go by; the first that fits. */
const adviceByReason: readonly (readonly [RegExp, string])[] = [
  [
    /^its certificate (ends|has expired|has been revoked|is not valid yet)/,
    'Renew it, or see why nothing renews it.',
  ],
  [/^its certificate is for another host/, 'Ask by the name that the certificate is for.'],
  [/^its certificate/, 'An authority of your own belongs in "ca-file".'],
  [/^there is no such host/, 'Check how the host is written, and that the runner knows the name.'],
  [
    /^((it )?does not speak|it speaks TLS|answered HTTP)/,
    'Check the scheme and the port of the address.',
  ],
  [/^it (speaks only TLS|has no cipher)/, 'Let it speak TLS 1.2 or newer, with ciphers of today.'],
  [/^it speaks only HTTP\/2/, 'Let it speak HTTP/1.1 too, or look at its port with tcp://.'],
  [
    /^it wants a client certificate/,
    'Look at its port with tcp://, or at an address that wants none.',
  ],
  [/^knows no service/, 'Check the name of the service in the address.'],
  [/^has no health service/, 'Add one to the server, or look at its port with tcp://.'],
  [/^it closes each connection/, behindIt],
  [/^this machine/, 'Look at fewer targets in one step, or let the machine open more files.'],
  [/^(says|answered gRPC|took longer)/, lookAtLog],
]

function adviceOn({ status, reason, healthy, isSuspect }: Result): string {
  if (healthy && !isSuspect) return 'Give the check more time, or ask for less.'
  if (status === undefined || reason.startsWith('its certificate ends')) {
    return adviceByReason.find(([seen]) => seen.test(reason))?.[1] ?? reachIt
  }
  if (status >= 300 && status < 400) return 'If it is right to redirect, say so in "expect-status".'
  return adviceByStatus[status] ?? lookAtLog
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`
}
