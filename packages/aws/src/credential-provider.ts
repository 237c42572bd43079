import type { Connection } from '@ci-actions/http'
import type { Runner } from '@ci-actions/kit'
import type { AwsCredentials, CredentialProvider } from './credentials.ts'

/**
 * Creates a provider that finds credentials as the SDK does. Those that `aws-actions/configure-aws-credentials`
 * sets are read from the environment; the SDK's chain, for all other sources, is loaded only without them.
 */
export function createCredentialProvider(
  runner: Runner,
  region: string,
  connection: Connection,
): CredentialProvider {
  const accessKeyId = runner.env('AWS_ACCESS_KEY_ID')
  const secretAccessKey = runner.env('AWS_SECRET_ACCESS_KEY')
  const sessionToken = runner.env('AWS_SESSION_TOKEN')
  if (!accessKeyId || !secretAccessKey || runner.env('AWS_PROFILE')) {
    return createLazyChain(runner, region, connection)
  }
  const credentials = maskCredentials(
    { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    runner,
  )
  return async () => credentials
}

function createLazyChain(
  runner: Runner,
  region: string,
  connection: Connection,
): CredentialProvider {
  let chain: CredentialProvider | undefined
  return async (deadline) => {
    const { createCredentialChain } = await import('./credential-chain.ts')
    chain ??= createCredentialChain(runner, region, connection)
    return maskCredentials(await chain(deadline), runner)
  }
}

function maskCredentials(credentials: AwsCredentials, runner: Runner): AwsCredentials {
  runner.setSecret(credentials.secretAccessKey)
  if (credentials.sessionToken) runner.setSecret(credentials.sessionToken)
  return credentials
}
