import { InputError } from '@ci-actions/kit'
import type { Settings } from './settings.ts'

/** The domains of the partitions, by the beginning of a region: plain, and with IPv6. */
const partitions: readonly (readonly [prefix: string, plain: string, dualstack: string])[] = [
  ['cn-', 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  ['us-iso-', 'c2s.ic.gov', 'api.aws.ic.gov'],
  ['us-isob-', 'sc2s.sgov.gov', 'api.aws.scloud'],
  ['us-isof-', 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
  ['eusc-', 'amazonaws.eu', 'api.amazonwebservices.eu'],
  ['', 'amazonaws.com', 'api.aws'],
]

/** A service, as far as it decides where it is reached. */
export interface Place {
  /** Its id in `AWS_ENDPOINT_URL_<id>`. */
  readonly id: string
  /** Its host in a region: `ecs`, `monitoring`. */
  readonly host: string
}

/**
 * Where a service is reached.
 *
 * @throws InputError when the settings contradict each other, as they do for the SDK
 */
export function endpointOf({ id, host }: Place, settings: Settings): URL {
  const { region, fips, dualstack } = settings
  const custom = settings.endpointUrl(id)
  if (!custom) return endpointOfAws(host, region, { fips, dualstack })
  if (!fips && !dualstack) return custom
  const kind = fips ? 'a FIPS' : 'a dual-stack'
  throw new InputError(
    `An endpoint of your own is set for ${id} (endpoint_url), and ${kind} endpoint of AWS is asked for too; ` +
      'leave out one of the two settings.',
  )
}

function endpointOfAws(
  host: string,
  region: string,
  { fips, dualstack }: Pick<Settings, 'fips' | 'dualstack'>,
): URL {
  const [, plain, both] = partitions.find(([prefix]) => region.startsWith(prefix)) ?? ['', '', '']
  // In GovCloud every endpoint of CloudWatch is one, and is not called so.
  const isFipsAnyway = host === 'monitoring' && region.startsWith('us-gov-')
  const suffix = fips && !isFipsAnyway ? '-fips' : ''
  return new URL(`https://${host}${suffix}.${region}.${dualstack ? both : plain}`)
}
