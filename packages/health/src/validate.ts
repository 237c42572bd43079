import { InputError, quote } from '@ci-actions/kit'
import { formatDuration } from '@ci-actions/wait'
import { healthInputs } from './inputs.ts'
import type { HealthCheckOptions } from './options.ts'
import { probes } from './probes/registry.ts'
import { type CheckTiming, minCheckDuration } from './timing.ts'

const bodyInputs = ['expectBody', 'expectJson'] as const
const httpInputs = ['headers', 'body', ...bodyInputs, 'expectHeader', 'failFast'] as const

/**
 * Rejects options that are valid on their own but contradict each other.
 *
 * @throws InputError
 */
export function validateOptions(options: HealthCheckOptions): void {
  const { timeout, insecure, method, targets } = options
  const needed = minCheckDuration(options)
  if (needed >= timeout) {
    throw new InputError(
      `The health check takes at least ${formatDuration(needed)} (${listTimeInputs(options)}), but has only ${formatDuration(timeout)}. ` +
        'Give it more time, or require less.',
    )
  }
  if (insecure) {
    rejectInputs(
      ['caFile'],
      options,
      'has no effect while "insecure" is true. Set only one of the two.',
    )
  }
  if (method === 'HEAD') {
    rejectInputs(
      bodyInputs,
      options,
      'cannot be met with method HEAD, because its responses have no body. Use GET.',
    )
  }
  if (!targets.some(({ url }) => probes[url.protocol]?.isSecure(url))) {
    rejectInputs(
      ['minCertificateDays'],
      options,
      'requires a target over TLS (https, grpcs, rediss, amqps), but there is none. Other targets have no certificate.',
    )
  }
  if (!targets.some(({ url }) => probes[url.protocol]?.isHttp)) {
    const hasGrpc = targets.some(({ url }) => /^grpcs?:$/.test(url.protocol))
    rejectInputs(
      hasGrpc ? httpInputs.filter((key) => key !== 'headers') : httpInputs,
      options,
      'requires an http(s) target, but there is none. Other targets are only checked for accepting connections or ' +
        'reporting that they are serving.',
    )
  }
}

/** Lists the names of the inputs that make a check take longer. */
function listTimeInputs({ initialDelay, stableFor, successes }: CheckTiming): string {
  const times = {
    'initial-delay': initialDelay,
    'stable-for': stableFor,
    successes: successes - 1,
  }
  const names = Object.entries(times).filter(([, value]) => value > 0)
  return names.map(([name]) => quote(name)).join(', ')
}

/** @throws InputError for the first of the inputs that is set */
function rejectInputs(
  keys: readonly (keyof typeof healthInputs)[],
  options: HealthCheckOptions,
  reason: string,
): void {
  const key = keys.find((name) => options[name] !== undefined)
  if (key) throw new InputError(`Input "${healthInputs[key].name}" ${reason}`)
}
