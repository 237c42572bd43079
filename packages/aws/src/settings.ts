import { InputError, quote, type Runner } from '@ci-actions/kit'
import { named, type Profile, profileOf } from './profile.ts'

/** What decides where AWS is reached. */
export interface Settings {
  readonly region: string
  readonly fips: boolean
  readonly dualstack: boolean
  /** The address that is set for a service, by its id in the settings, `ECS`; undefined means AWS itself. */
  readonly endpointUrl: (serviceId: string) => URL | undefined
}

/**
 * The settings as the AWS SDK has them: environment variables first, then the profile. A `region` that is
 * given goes before all; `AWS_DEFAULT_REGION` counts too, as it does for the CLI.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 * @throws InputError when no region is set anywhere, or a setting cannot be used
 */
export async function settingsOf(runner: Runner, given?: string): Promise<Settings> {
  const profile = await profileOf(runner)
  const { region, fips } = split(given ?? (await regionOf(runner)))
  const isIgnored = flagOf('ignore_configured_endpoint_urls', runner, profile)
  return {
    region,
    fips: fips || flagOf('use_fips_endpoint', runner, profile),
    dualstack: flagOf('use_dualstack_endpoint', runner, profile),
    endpointUrl: (id) => (isIgnored ? undefined : endpointUrlOf(id, runner, profile)),
  }
}

async function regionOf(runner: Runner): Promise<string> {
  const region = runner.env('AWS_REGION') ?? runner.env('AWS_DEFAULT_REGION')
  if (region) return region
  const { loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS } = await import(
    '@smithy/core/config'
  )
  try {
    const init = { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...named(runner) }
    return await loadConfig(NODE_REGION_CONFIG_OPTIONS, init)()
  } catch {
    throw new InputError(
      'No AWS region is set. Give "aws-region" to aws-actions/configure-aws-credentials in a step ' +
        'before this one, or set AWS_REGION in "env:".',
    )
  }
}

/** A region becomes part of a host name; one such as `fips-us-east-1` is two settings in one. */
function split(given: string): { region: string; fips: boolean } {
  const region = given.replace(/^fips-|-fips$/, '')
  if (/^[a-z0-9-]{1,40}$/.test(region)) return { region, fips: region !== given }
  throw new InputError(`The AWS region is ${quote(given)}; a region is like "eu-west-1".`)
}

/** The SDK takes what is neither for not set, and goes on without FIPS though that was asked for. */
function flagOf(key: string, runner: Runner, { settings }: Profile): boolean {
  const variable = `AWS_${key.toUpperCase()}`
  const given = runner.env(variable)
  const [name, value] = given ? [variable, given] : [`${key} of the AWS profile`, settings[key]]
  if (value === undefined || value === 'false') return false
  if (value === 'true') return true
  throw new InputError(`${name} is ${quote(value)}, and must be "true" or "false".`)
}

function endpointUrlOf(id: string, runner: Runner, profile: Profile): URL | undefined {
  for (const name of [`AWS_ENDPOINT_URL_${id}`, 'AWS_ENDPOINT_URL']) {
    const address = runner.env(name)
    if (address) return parsed(address, name)
  }
  const { settings, services } = profile
  const address = services[`${id.toLowerCase()}.endpoint_url`] ?? settings.endpoint_url
  return address ? parsed(address, 'endpoint_url of the AWS profile') : undefined
}

function parsed(address: string, name: string): URL {
  const url = URL.parse(address)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new InputError(`${name} is not an http or https address.`)
}
