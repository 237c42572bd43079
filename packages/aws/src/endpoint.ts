import { InputError, type Runner } from '@ci-actions/kit'

/** What decides where a service is reached. */
export interface EndpointSettings {
  /** `AWS_ENDPOINT_URL_<SERVICE>`, else `AWS_ENDPOINT_URL`; undefined means AWS itself. */
  readonly configured: (serviceId: string) => URL | undefined
  /** `AWS_USE_FIPS_ENDPOINT` */
  readonly fips: boolean
  /** `AWS_USE_DUALSTACK_ENDPOINT` */
  readonly dualstack: boolean
}

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
export function endpointSettingsOf(runner: Runner): EndpointSettings {
  const isOn = (name: string): boolean => runner.env(name)?.toLowerCase() === 'true'
  const ignored = isOn('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS')
  return {
    configured: (serviceId) => {
      const names = [`AWS_ENDPOINT_URL_${serviceId}`, 'AWS_ENDPOINT_URL']
      const name = ignored ? undefined : names.find((it) => runner.env(it))
      return name ? address(name, runner.env(name) ?? '') : undefined
    },
    fips: isOn('AWS_USE_FIPS_ENDPOINT'),
    dualstack: isOn('AWS_USE_DUALSTACK_ENDPOINT'),
  }
}

function address(name: string, given: string): URL {
  const url = URL.parse(given)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new InputError(`${name} is not an http or https address.`)
}

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

/** Where a service of AWS itself is reached in a region, `host` being its name there. */
export function endpointOf(
  host: string,
  region: string,
  { fips, dualstack }: Pick<EndpointSettings, 'fips' | 'dualstack'>,
): URL {
  const [, plain, both] = partitions.find(([prefix]) => region.startsWith(prefix)) ?? ['', '', '']
  // In GovCloud every endpoint of CloudWatch is one, and is not called so.
  const isFipsAnyway = host === 'monitoring' && region.startsWith('us-gov-')
  const suffix = fips && !isFipsAnyway ? '-fips' : ''
  return new URL(`https://${host}${suffix}.${region}.${dualstack ? both : plain}`)
}
