import { InputError } from '@ci-actions/kit'
import { say } from '@ci-actions/wait'
import type { Wanted } from './check.ts'
import { healthInputs } from './inputs.ts'

const ofBody = ['expectBody', 'expectJson'] as const
const ofHttp = ['headers', 'body', ...ofBody, 'expectHeader', 'failFast'] as const

/**
 * Inputs that are right one by one and cannot be met together are told before anything is asked.
 *
 * @throws InputError
 */
export function refuseContradictions(given: Wanted): void {
  const { initialDelay, stableFor, timeout, insecure, method, targets } = given
  if (initialDelay + stableFor >= timeout) {
    throw new InputError(
      `Inputs "initial-delay" and "stable-for" together must be shorter than the ${say(timeout)} of the ` +
        'check, or there is no time left to look.',
    )
  }
  if (insecure) {
    refuse(['caFile'], given, 'has no effect while "insecure" is true: give one of the two.')
  }
  if (method === 'HEAD') {
    refuse(ofBody, given, 'cannot be met with method HEAD, whose answers have no body: use GET.')
  }
  const has = (...protocols: string[]): boolean =>
    targets.some(({ url }) => protocols.includes(url.protocol))
  if (!has('https:', 'grpcs:')) {
    refuse(
      ['minCertificateDays'],
      given,
      'is for https and grpcs targets, and there is none: no other shows a certificate.',
    )
  }
  if (!has('http:', 'https:')) {
    refuse(
      has('grpc:', 'grpcs:') ? ofHttp.filter((key) => key !== 'headers') : ofHttp,
      given,
      'is for http(s) targets, and there is none: of others it is looked whether they take connections, ' +
        'or say that they are serving.',
    )
  }
}

/** Refuses the first of them that is given. */
function refuse(keys: readonly (keyof typeof healthInputs)[], given: Wanted, why: string): void {
  const key = keys.find((one) => given[one] !== undefined)
  if (key) throw new InputError(`Input "${healthInputs[key].name}" ${why}`)
}
