import { defaultProvider } from '@aws-sdk/credential-provider-node'
import type { Connection } from '@ci-actions/http'
import { ActionError, errorMessage, excerpt, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { CredentialProvider } from './credentials.ts'
import { explainMissingCredentials } from './missing-credentials.ts'
import { createRequestHandler } from './request-handler.ts'

/**
 * Creates the SDK's credential provider chain. Its requests to STS and SSO go through `packages/http`, with
 * the proxy, the deadline and the cancellation of the step; the SDK requests instance and container metadata
 * directly.
 */
export function createCredentialChain(
  runner: Runner,
  region: string,
  connection: Connection,
): CredentialProvider {
  const profile = runner.env('AWS_PROFILE')
  const roleArn = runner.env('AWS_ROLE_ARN')
  const failures: string[] = []
  let current: Deadline | undefined
  const requestHandler = createRequestHandler(connection, () => {
    if (current) return current
    throw new Error('The chain sent a request before credentials were requested.')
  })
  const chain = defaultProvider({
    ...(profile && { profile }),
    ...(roleArn && { roleArn }),
    clientConfig: { requestHandler },
    parentClientConfig: { requestHandler, region },
    logger: createLogger(runner, failures),
  })
  return async (deadline) => {
    current = deadline
    failures.length = 0
    try {
      return await abortWith(deadline, chain())
    } catch (error) {
      deadline.signal.throwIfAborted()
      if (error instanceof ActionError) throw error
      throw new ActionError(
        await explainMissingCredentials(runner, [...failures, errorMessage(error)]),
      )
    }
  }
}

/** Returns a logger for the SDK, which otherwise writes to stdout. Only its log has the failure of each source. */
function createLogger(runner: Runner, failures: string[]) {
  return {
    debug(line: unknown): void {
      const [, reason] = /^@smithy\/property-provider (?:->|\(!\)) (.+)$/s.exec(String(line)) ?? []
      if (reason) failures.push(reason)
    },
    warn(line: unknown): void {
      const message = String(line)
      runner.warning(
        /Multiple credential sources/.test(message) ? multipleSources : excerpt(message),
      )
    },
    trace: ignore,
    info: ignore,
    error: ignore,
  }
}

const multipleSources =
  'AWS_PROFILE and AWS_ACCESS_KEY_ID are both set; like the AWS SDK, this step uses the profile. Set only one of the two.'

function ignore(): void {}

/** Rejects when the deadline ends, which the chain does not support itself. */
function abortWith<T>(deadline: Deadline, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(deadline.signal.reason)
    deadline.signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => deadline.signal.removeEventListener('abort', abort))
  })
}
