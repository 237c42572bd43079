import type { Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { readCertificates } from './certificates.ts'
import { findSecrets } from './credentials.ts'
import type { HealthCheckOptions } from './options.ts'
import type { HealthCheckResult } from './report.ts'
import { validateOptions } from './validate.ts'
import { type TargetResult, type WaitPlan, waitForHealthy } from './wait-for-healthy.ts'

/** Checks the targets until the result is decided, for at most `ms` milliseconds. */
export type HealthCheck = (ms: number) => Promise<HealthCheckResult>

/**
 * Creates a health check. Invalid options are reported, and secrets masked, before the first request.
 *
 * @throws InputError when the options contradict each other
 */
export function createHealthCheck(options: HealthCheckOptions, runner: Runner): HealthCheck {
  validateOptions(options)
  const targetSecrets = options.targets.flatMap(({ secrets }) => secrets)
  const headerSecrets = findSecrets(Object.entries(options.headers ?? {}))
  for (const secret of [...targetSecrets, ...headerSecrets]) runner.setSecret(secret)
  if (options.insecure)
    runner.warning('Certificates are not verified, so any server may have responded.')
  const plan = createPlan(options, runner)
  return (ms) => runCheck(options, plan, ms, runner)
}

/** Checks all targets in parallel; as soon as one of them decides the result, the others are aborted. */
async function runCheck(
  { targets, require, reverse }: HealthCheckOptions,
  plan: WaitPlan,
  ms: number,
  runner: Runner,
): Promise<HealthCheckResult> {
  const decided = new AbortController()
  const deadline = new Deadline(ms, AbortSignal.any([runner.cancelled, decided.signal]))
  const began = deadline.clock.now()
  const running = targets.map(async (target): Promise<TargetResult> => {
    const result = await waitForHealthy(target, plan, deadline, (line) => runner.info(line))
    if (result.outcome === (require === 'any' ? 'reached' : 'failed-fast')) decided.abort()
    return result
  })
  const results = await Promise.all(running)
  return { results, require, reverse, elapsed: Math.round(deadline.clock.now() - began) }
}

function createPlan(options: HealthCheckOptions, runner: Runner): WaitPlan {
  const { insecure, caFile } = options
  const ca = caFile && readCertificates(caFile, runner.workspace)
  return {
    ...options,
    request: {
      method: options.method,
      headers: options.headers ?? {},
      body: options.body,
      connection: { proxy: runner.proxy, ca, insecure },
      attemptTimeout: options.attemptTimeout,
      expectedStatus: options.expectStatus,
    },
    expectation: {
      status: options.expectStatus,
      headers: options.expectHeader ?? {},
      body: options.expectBody,
      json: options.expectJson ?? [],
      maxLatency: options.maxLatency,
      minCertificateDays: options.minCertificateDays,
    },
  }
}
