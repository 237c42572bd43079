import { InputError, quote } from '@ci-actions/kit'
import { formatDuration } from '@ci-actions/wait'
import type { Wanted } from './check.ts'
import { healthInputs } from './inputs.ts'
import { leastTimeOf, type Patience } from './pace.ts'
import { probes } from './probes/registry.ts'

const ofBody = ['expectBody', 'expectJson'] as const
const ofHttp = ['headers', 'body', ...ofBody, 'expectHeader', 'failFast'] as const

/**
 * Inputs that are right one by one and cannot be met together are told before anything is asked.
 *
 * @throws InputError
 */
export function refuseContradictions(given: Wanted): void {
  const { timeout, insecure, method, targets } = given
  const needed = leastTimeOf(given)
  if (needed >= timeout) {
    throw new InputError(
      `The health check takes ${formatDuration(needed)} at the least (${takersOfTime(given)}), and has ${formatDuration(timeout)}: ` +
        'give it more, or ask for less.',
    )
  }
  if (insecure) {
    refuse(['caFile'], given, 'has no effect while "insecure" is true: give one of the two.')
  }
  if (method === 'HEAD') {
    refuse(ofBody, given, 'cannot be met with method HEAD, whose answers have no body: use GET.')
  }
  if (!targets.some(({ url }) => probes[url.protocol]?.isSecure(url))) {
    refuse(
      ['minCertificateDays'],
      given,
      'is for targets over TLS (https, grpcs, rediss, amqps), and there is none: no other shows a certificate.',
    )
  }
  if (!targets.some(({ url }) => probes[url.protocol]?.isHttp)) {
    const hasGrpc = targets.some(({ url }) => /^grpcs?:$/.test(url.protocol))
    refuse(
      hasGrpc ? ofHttp.filter((key) => key !== 'headers') : ofHttp,
      given,
      'is for http(s) targets, and there is none: of others it is looked whether they take connections, ' +
        'or say that they are serving.',
    )
  }
}

/** The inputs that make a check last, by name. */
function takersOfTime({ initialDelay, stableFor, successes }: Patience): string {
  const lasting = {
    'initial-delay': initialDelay,
    'stable-for': stableFor,
    successes: successes - 1,
  }
  const names = Object.entries(lasting).filter(([, value]) => value > 0)
  return names.map(([name]) => quote(name)).join(', ')
}

/** Refuses the first of them that is given. */
function refuse(keys: readonly (keyof typeof healthInputs)[], given: Wanted, why: string): void {
  const key = keys.find((one) => given[one] !== undefined)
  if (key) throw new InputError(`Input "${healthInputs[key].name}" ${why}`)
}
