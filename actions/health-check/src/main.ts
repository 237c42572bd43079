import { action, Cancelled, Failure, type Given, type Runner } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { certificatesIn } from './certificates.ts'
import { refuseContradictions } from './contradictions.ts'
import { secretsOf } from './credentials.ts'
import { inputs } from './inputs.ts'
import { type Check, failureOf, hasPassed, headline, outputsOf, summaryOf } from './report.ts'
import { type Plan, type Result, watch } from './watch.ts'

type Wanted = Given<typeof inputs>

/** Waits until services are healthy, and says what was seen when they are not. */
export const healthCheck = action({
  title: 'Health check',
  inputs,
  outputs: ['healthy', 'results', 'failed', 'elapsed-ms'],
  async main(given, runner) {
    refuseContradictions(given)
    const secrets = secretsOf(given.targets, given.headers ?? {})
    for (const secret of secrets) runner.mask(secret)
    if (given.insecure) runner.warning('Certificates are not checked: anybody may have answered.')

    const check = await watchAll(given, planOf(given, secrets, runner), runner)

    runner.output(outputsOf(check))
    runner.summary(summaryOf(check))
    if (hasPassed(check)) return runner.info(headline(check))
    if (runner.cancelled.aborted) throw new Cancelled(`The job was cancelled. ${failureOf(check)}`)
    throw new Failure(failureOf(check))
  },
})

/** All side by side; as soon as one decides it, the others are let go. */
async function watchAll(given: Wanted, plan: Plan, runner: Runner): Promise<Check> {
  const { targets, require, reverse } = given
  const decided = new AbortController()
  const deadline = new Deadline(given.timeout, AbortSignal.any([runner.cancelled, decided.signal]))
  const began = deadline.clock.now()
  const watching = targets.map(async (target): Promise<Result> => {
    const result = await watch(target, plan, deadline, (line) => runner.info(line))
    if (result.outcome === (require === 'any' ? 'reached' : 'refused')) decided.abort()
    return result
  })
  const results = await Promise.all(watching)
  return { results, require, reverse, elapsed: Math.round(deadline.clock.now() - began) }
}

function planOf(given: Wanted, secrets: readonly string[], runner: Runner): Plan {
  const { insecure, caFile } = given
  const ca = caFile && certificatesIn(caFile, runner.workspace)
  return {
    ...given,
    question: {
      method: given.method,
      headers: given.headers ?? {},
      body: given.body,
      connection: { proxy: runner.proxy, ca, insecure },
      attemptTimeout: given.attemptTimeout,
      expected: given.expectStatus,
      secrets,
    },
    expectation: {
      status: given.expectStatus,
      headers: given.expectHeader ?? {},
      body: given.expectBody,
      json: given.expectJson ?? {},
      maxLatency: given.maxLatency,
      minCertificateDays: given.minCertificateDays,
    },
  }
}
