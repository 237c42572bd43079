import { InputError, quote, type Runner } from '@ci-actions/kit'
import { type Profile, readProfile, selectProfile } from './profile.ts'

/** The settings that determine endpoints. */
export interface Settings {
  readonly region: string
  readonly fips: boolean
  readonly dualstack: boolean
  /** Returns the configured endpoint of a service, by its id such as `ECS`; undefined means AWS itself. */
  readonly findCustomEndpoint: (serviceId: string) => URL | undefined
}

/**
 * Reads the settings as the AWS SDK does: environment variables first, then the profile. `regionOverride`
 * takes precedence over both. `AWS_DEFAULT_REGION` is used too, as in the CLI.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 * @throws InputError when no region is set, or a setting is invalid
 */
export async function readSettings(runner: Runner, regionOverride?: string): Promise<Settings> {
  const profile = await readProfile(runner)
  const { region, fips } = parseRegion(regionOverride ?? (await readRegion(runner)))
  const isIgnored = readFlag('ignore_configured_endpoint_urls', runner, profile)
  return {
    region,
    fips: fips || readFlag('use_fips_endpoint', runner, profile),
    dualstack: readFlag('use_dualstack_endpoint', runner, profile),
    findCustomEndpoint: (id) => (isIgnored ? undefined : readCustomEndpoint(id, runner, profile)),
  }
}

async function readRegion(runner: Runner): Promise<string> {
  const region = runner.env('AWS_REGION') ?? runner.env('AWS_DEFAULT_REGION')
  if (region) return region
  const { loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS } = await import(
    '@smithy/core/config'
  )
  try {
    const init = { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...selectProfile(runner) }
    return await loadConfig(NODE_REGION_CONFIG_OPTIONS, init)()
  } catch {
    throw new InputError(
      'No AWS region is set. Pass "aws-region" to aws-actions/configure-aws-credentials in an earlier step, ' +
        'or set AWS_REGION in "env:".',
    )
  }
}

/** Validates a region, which becomes part of a host name. `fips-us-east-1` means region and FIPS. */
function parseRegion(value: string): { region: string; fips: boolean } {
  const region = value.replace(/^fips-|-fips$/, '')
  if (/^[a-z0-9-]{1,40}$/.test(region)) return { region, fips: region !== value }
  throw new InputError(
    `The AWS region ${quote(value)} is invalid; a region looks like "eu-west-1".`,
  )
}

/** Reads a boolean setting. The SDK ignores other values, and so would connect without FIPS. */
function readFlag(key: string, runner: Runner, { settings }: Profile): boolean {
  const variable = `AWS_${key.toUpperCase()}`
  const override = runner.env(variable)
  const [name, value] = override
    ? [variable, override]
    : [`${key} of the AWS profile`, settings[key]]
  if (value === undefined || value === 'false') return false
  if (value === 'true') return true
  throw new InputError(`${name} must be "true" or "false", not ${quote(value)}.`)
}

function readCustomEndpoint(id: string, runner: Runner, profile: Profile): URL | undefined {
  for (const name of [`AWS_ENDPOINT_URL_${id}`, 'AWS_ENDPOINT_URL']) {
    const address = runner.env(name)
    if (address) return parseEndpoint(address, name)
  }
  const { settings, services } = profile
  const address = services[`${id.toLowerCase()}.endpoint_url`] ?? settings.endpoint_url
  return address ? parseEndpoint(address, 'endpoint_url of the AWS profile') : undefined
}

function parseEndpoint(address: string, name: string): URL {
  const url = URL.parse(address)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new InputError(`${name} is not an http or https URL.`)
}
