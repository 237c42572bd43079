import { InputError } from '@ci-actions/kit'
import type { Settings } from './settings.ts'

/** The domains of the AWS partitions, by region prefix: IPv4 only, and dual-stack. */
const partitions: readonly (readonly [prefix: string, ipv4: string, dualstack: string])[] = [
  ['cn-', 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  ['us-iso-', 'c2s.ic.gov', 'api.aws.ic.gov'],
  ['us-isob-', 'sc2s.sgov.gov', 'api.aws.scloud'],
  ['us-isof-', 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
  ['eusc-', 'amazonaws.eu', 'api.amazonwebservices.eu'],
  ['', 'amazonaws.com', 'api.aws'],
]

/** What identifies a service in settings and host names. */
export interface ServiceIdentity {
  /** The id in `AWS_ENDPOINT_URL_<id>`, such as `ECS`. */
  readonly id: string
  /** The first part of the host name, such as `ecs` or `monitoring`. */
  readonly host: string
}

/**
 * Returns the endpoint of a service.
 *
 * @throws InputError when a custom endpoint is combined with FIPS or dual-stack, which the SDK rejects too
 */
export function resolveEndpoint({ id, host }: ServiceIdentity, settings: Settings): URL {
  const { region, fips, dualstack } = settings
  const custom = settings.findCustomEndpoint(id)
  if (!custom) return buildAwsEndpoint(host, region, { fips, dualstack })
  if (!fips && !dualstack) return custom
  const kind = fips ? 'a FIPS' : 'a dual-stack'
  throw new InputError(
    `A custom endpoint is set for ${id} (endpoint_url), and ${kind} endpoint of AWS is requested too. ` +
      'Remove one of the two settings.',
  )
}

function buildAwsEndpoint(
  host: string,
  region: string,
  { fips, dualstack }: Pick<Settings, 'fips' | 'dualstack'>,
): URL {
  const [, ipv4, both] = partitions.find(([prefix]) => region.startsWith(prefix)) ?? ['', '', '']
  // In GovCloud, all CloudWatch endpoints are FIPS endpoints, without the suffix.
  const isAlwaysFips = host === 'monitoring' && region.startsWith('us-gov-')
  const suffix = fips && !isAlwaysFips ? '-fips' : ''
  return new URL(`https://${host}${suffix}.${region}.${dualstack ? both : ipv4}`)
}
