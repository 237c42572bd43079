import { defaultProvider } from '@aws-sdk/credential-provider-node'
import type { Connection } from '@ci-actions/http'
import { ActionError, errorMessage, excerpt, type Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Credentials } from './credentials.ts'
import { handlerOf } from './request-handler.ts'
import { whyNone } from './why-none.ts'

/**
 * The chain of the SDK. What it asks of STS and SSO goes through our own door, with the proxy, the
 * deadline and the cancellation of the step; instance and container are asked by the SDK itself, straight.
 */
export function credentialChain(
  runner: Runner,
  region: string,
  connection: Connection,
): Credentials {
  const profile = runner.env('AWS_PROFILE')
  const roleArn = runner.env('AWS_ROLE_ARN')
  const tried: string[] = []
  let current: Deadline | undefined
  const requestHandler = handlerOf(connection, () => {
    if (current) return current
    throw new Error('Nobody has asked for credentials yet.')
  })
  const chain = defaultProvider({
    ...(profile && { profile }),
    ...(roleArn && { roleArn }),
    clientConfig: { requestHandler },
    parentClientConfig: { requestHandler, region },
    logger: loggerOf(runner, tried),
  })
  return async (deadline) => {
    current = deadline
    tried.length = 0
    try {
      return await before(deadline, chain())
    } catch (error) {
      deadline.signal.throwIfAborted()
      if (error instanceof ActionError) throw error
      throw new ActionError(await whyNone(runner, [...tried, errorMessage(error)]))
    }
  }
}

/** The SDK writes to the log of the process unless it is given another; what it tries is told to that alone. */
function loggerOf(runner: Runner, tried: string[]) {
  return {
    debug(line: unknown): void {
      const [, reason] = /^@smithy\/property-provider (?:->|\(!\)) (.+)$/s.exec(String(line)) ?? []
      if (reason) tried.push(reason)
    },
    warn(line: unknown): void {
      const said = String(line)
      runner.warning(/Multiple credential sources/.test(said) ? twoSources : excerpt(said))
    },
    trace: ignore,
    info: ignore,
    error: ignore,
  }
}

const twoSources =
  'AWS_PROFILE and AWS_ACCESS_KEY_ID are both set; the profile is used, as the AWS SDK has it. Set one of the two.'

function ignore(): void {}

/** The chain knows of no deadline. */
function before<T>(deadline: Deadline, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(deadline.signal.reason)
    deadline.signal.addEventListener('abort', giveUp, { once: true })
    promise
      .then(resolve, reject)
      .finally(() => deadline.signal.removeEventListener('abort', giveUp))
  })
}
