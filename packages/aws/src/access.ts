import type { Connection } from '@ci-actions/http'
import type { Runner } from '@ci-actions/kit'
import { AwsClock } from './clock.ts'
import { createCredentialProvider } from './credential-provider.ts'
import type { CredentialProvider } from './credentials.ts'
import { resolveEndpoint, type ServiceIdentity } from './endpoint.ts'
import { readSettings } from './settings.ts'

/** Region, endpoints and credentials for requests to AWS. */
export interface AwsAccess {
  readonly region: string
  /** @throws InputError when the settings contradict each other */
  readonly resolveEndpoint: (service: ServiceIdentity) => URL
  readonly credentials: CredentialProvider
  /** The clock that requests are signed with. */
  readonly clock: AwsClock
  readonly connection: Connection
  readonly log: (line: string) => void
}

/**
 * Determines region, credentials and endpoints as the AWS SDK does. `regionOverride` takes precedence.
 *
 * @throws InputError when a setting is missing or invalid
 */
export async function awsAccess(runner: Runner, regionOverride?: string): Promise<AwsAccess> {
  const settings = await readSettings(runner, regionOverride)
  const { region } = settings
  const connection = { proxy: runner.proxy }
  return {
    region,
    resolveEndpoint: (service) => resolveEndpoint(service, settings),
    credentials: createCredentialProvider(runner, region, connection),
    clock: new AwsClock((line) => runner.notice(line)),
    connection,
    log: (line) => runner.info(line),
  }
}
