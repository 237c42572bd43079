import type { Connection } from '@ci-actions/http'
import { InputError, type Runner } from '@ci-actions/kit'
import { type Credentials, credentialsOf } from './credentials.ts'
import { type EndpointSettings, endpointSettingsOf } from './endpoint.ts'

/** Where AWS is reached, and in whose name. */
export interface AwsAccess {
  readonly region: string
  readonly credentials: Credentials
  readonly endpoints: EndpointSettings
  readonly connection: Connection
  readonly log: (line: string) => void
}

/**
 * Region, credentials and endpoint as the AWS SDK finds them: environment variables first, then the
 * shared files of the profile, the container and the instance. A `region` that is given goes first.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 * @throws InputError when no region is set anywhere
 */
export async function awsAccess(runner: Runner, region?: string): Promise<AwsAccess> {
  return {
    region: region ? checked(region) : await regionOf(runner),
    credentials: credentialsOf(runner),
    endpoints: endpointSettingsOf(runner),
    connection: { proxy: runner.proxy },
    log: (line) => runner.info(line),
  }
}

async function regionOf(runner: Runner): Promise<string> {
  const region = runner.env('AWS_REGION') ?? runner.env('AWS_DEFAULT_REGION')
  return checked(region ?? (await regionOfProfile()))
}

/** The region of the profile in ~/.aws, for whoever works with one. */
async function regionOfProfile(): Promise<string> {
  const { loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS } = await import(
    '@smithy/core/config'
  )
  try {
    return await loadConfig(NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS)()
  } catch {
    throw new InputError(
      'No AWS region is set. Give "aws-region" to aws-actions/configure-aws-credentials in a step ' +
        'before this one, or set AWS_REGION in "env:".',
    )
  }
}

/** A region becomes part of a host name. */
function checked(region: string): string {
  if (/^[a-z0-9-]{1,40}$/.test(region)) return region
  throw new InputError(`The AWS region is ${JSON.stringify(region)}; a region is like "eu-west-1".`)
}
