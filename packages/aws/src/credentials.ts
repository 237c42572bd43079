import { Failure, messageOf, type Runner } from '@ci-actions/kit'
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
export function credentialsOf(runner: Runner): Credentials {
  const accessKeyId = runner.env('AWS_ACCESS_KEY_ID')
  const secretAccessKey = runner.env('AWS_SECRET_ACCESS_KEY')
  const sessionToken = runner.env('AWS_SESSION_TOKEN')
  if (!accessKeyId || !secretAccessKey || runner.env('AWS_PROFILE')) return chainOf(runner)
  const found = masked(
    { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    runner,
  )
  return async () => found
}

function chainOf(runner: Runner): Credentials {
  let chain: (() => Promise<AwsCredentials>) | undefined
  return async (deadline) => {
    const { defaultProvider } = await import('@aws-sdk/credential-provider-node')
    chain ??= defaultProvider()
    try {
      return masked(await before(deadline, chain()), runner)
    } catch (error) {
      deadline.signal.throwIfAborted()
      throw new Failure(
        `No AWS credentials were found (${messageOf(error)}). Run aws-actions/configure-aws-credentials ` +
          'in a step before this one, with "id-token: write" under "permissions" of this job for a role.',
      )
    }
  }
}

/** The chain asks the network too, and knows of no deadline. */
function before<T>(deadline: Deadline, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(deadline.signal.reason)
    deadline.signal.addEventListener('abort', giveUp, { once: true })
    promise
      .then(resolve, reject)
      .finally(() => deadline.signal.removeEventListener('abort', giveUp))
  })
}

function masked(found: AwsCredentials, runner: Runner): AwsCredentials {
  runner.mask(found.secretAccessKey)
  if (found.sessionToken) runner.mask(found.sessionToken)
  return found
}
