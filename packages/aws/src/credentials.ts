import type { Connection } from '@ci-actions/http'
import type { Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

/** The shape is the one of the SDK: `AwsCredentialIdentity`. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Asked for each request, for some expire while a step runs. */
export type Credentials = (deadline: Deadline) => Promise<AwsCredentials>

/**
 * Credentials as the SDK finds them. Those that `aws-actions/configure-aws-credentials` hands on are
 * in the environment; the chain of the SDK for all other places is loaded only when they are not.
 */
export function credentialsOf(runner: Runner, region: string, connection: Connection): Credentials {
  const accessKeyId = runner.env('AWS_ACCESS_KEY_ID')
  const secretAccessKey = runner.env('AWS_SECRET_ACCESS_KEY')
  const sessionToken = runner.env('AWS_SESSION_TOKEN')
  if (!accessKeyId || !secretAccessKey || runner.env('AWS_PROFILE')) {
    return chainOf(runner, region, connection)
  }
  const found = masked(
    { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    runner,
  )
  return async () => found
}

function chainOf(runner: Runner, region: string, connection: Connection): Credentials {
  let chain: Credentials | undefined
  return async (deadline) => {
    const { credentialChain } = await import('./credential-chain.ts')
    chain ??= credentialChain(runner, region, connection)
    return masked(await chain(deadline), runner)
  }
}

function masked(found: AwsCredentials, runner: Runner): AwsCredentials {
  runner.setSecret(found.secretAccessKey)
  if (found.sessionToken) runner.setSecret(found.sessionToken)
  return found
}
