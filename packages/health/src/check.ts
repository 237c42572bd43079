import type { Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { certificatesIn } from './certificates.ts'
import { refuseContradictions } from './contradictions.ts'
import { secretsIn } from './credentials.ts'
import type { HealthGiven } from './inputs.ts'
import type { Check } from './report.ts'
import type { Target } from './target.ts'
import { type Plan, type Result, watch } from './watch.ts'

/** What shall be healthy, or down with `reverse`, within `timeout` milliseconds. */
export interface Wanted extends HealthGiven {
  readonly targets: readonly Target[]
  readonly timeout: number
  readonly require: 'all' | 'any'
  readonly reverse: boolean
}

/** Looks until it is decided, for so many milliseconds at most. */
export type Look = (ms: number) => Promise<Check>

/**
 * A check that is ready to be made: what is wrong with it is said, and what is secret in it masked,
 * before anybody is asked.
 *
 * @throws InputError when the inputs cannot be met together
 */
export function checkHealth(wanted: Wanted, runner: Runner): Look {
  refuseContradictions(wanted)
  const ofTargets = wanted.targets.flatMap(({ secrets }) => secrets)
  const ofHeaders = secretsIn(Object.entries(wanted.headers ?? {}))
  for (const secret of [...ofTargets, ...ofHeaders]) runner.setSecret(secret)
  if (wanted.insecure) runner.warning('Certificates are not checked: anybody may have answered.')
  const plan = planOf(wanted, runner)
  return (ms) => watchAll(wanted, plan, ms, runner)
}

/** All side by side; as soon as one decides it, the others are let go. */
async function watchAll(
  { targets, require, reverse }: Wanted,
  plan: Plan,
  ms: number,
  runner: Runner,
): Promise<Check> {
  const decided = new AbortController()
  const deadline = new Deadline(ms, AbortSignal.any([runner.cancelled, decided.signal]))
  const began = deadline.clock.now()
  const watching = targets.map(async (target): Promise<Result> => {
    const result = await watch(target, plan, deadline, (line) => runner.info(line))
    if (result.outcome === (require === 'any' ? 'reached' : 'refused')) decided.abort()
    return result
  })
  const results = await Promise.all(watching)
  return { results, require, reverse, elapsed: Math.round(deadline.clock.now() - began) }
}

function planOf(wanted: Wanted, runner: Runner): Plan {
  const { insecure, caFile } = wanted
  const ca = caFile && certificatesIn(caFile, runner.workspace)
  return {
    ...wanted,
    question: {
      method: wanted.method,
      headers: wanted.headers ?? {},
      body: wanted.body,
      connection: { proxy: runner.proxy, ca, insecure },
      attemptTimeout: wanted.attemptTimeout,
      expected: wanted.expectStatus,
    },
    expectation: {
      status: wanted.expectStatus,
      headers: wanted.expectHeader ?? {},
      body: wanted.expectBody,
      json: wanted.expectJson ?? [],
      maxLatency: wanted.maxLatency,
      minCertificateDays: wanted.minCertificateDays,
    },
  }
}
