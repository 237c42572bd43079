import type { Deadline } from '@ci-actions/wait'

/** AWS credentials, in the shape of the SDK's `AwsCredentialIdentity`. */
export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Returns current credentials. Called for each request, because some expire during a step. */
export type CredentialProvider = (deadline: Deadline) => Promise<AwsCredentials>
