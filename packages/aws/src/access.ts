import type { Connection } from '@ci-actions/http'
import type { Runner } from '@ci-actions/kit'
import { AwsClock } from './clock.ts'
import { type Credentials, credentialsOf } from './credentials.ts'
import { endpointOf, type Place } from './endpoint.ts'
import { settingsOf } from './settings.ts'

/** Where AWS is reached, and in whose name. */
export interface AwsAccess {
  readonly region: string
  /** @throws InputError when the settings contradict each other */
  readonly endpointOf: (service: Place) => URL
  readonly credentials: Credentials
  /** That of AWS, by which requests are signed. */
  readonly clock: AwsClock
  readonly connection: Connection
  readonly log: (line: string) => void
}

/**
 * Region, credentials and endpoints as the AWS SDK finds them. A `region` that is given goes first.
 *
 * @throws InputError when a setting is missing or cannot be used
 */
export async function awsAccess(runner: Runner, given?: string): Promise<AwsAccess> {
  const settings = await settingsOf(runner, given)
  const { region } = settings
  const connection = { proxy: runner.proxy }
  return {
    region,
    endpointOf: (service) => endpointOf(service, settings),
    credentials: credentialsOf(runner, region, connection),
    clock: new AwsClock((line) => runner.notice(line)),
    connection,
    log: (line) => runner.info(line),
  }
}
