import { excerpt, quote, type Runner } from '@ci-actions/kit'
import { loadSharedConfigFiles } from '@smithy/core/config'

/** Messages of the SDK for a source that is not configured, and for the chain as a whole. */
const notConfigured = [
  /^AWS_PROFILE is set, skipping fromEnv/,
  /^Unable to find environment variable credentials/,
  /^Skipping SSO provider in default chain/,
  /^Could not resolve credentials using profile: /,
  /did not contain credential_process\.$/,
  /could not be found in shared credentials file\.$/,
  /^Web identity configuration not specified/,
  /^EC2 Instance Metadata Service access disabled/,
  /^AWS_EC2_METADATA_V1_DISABLED not set/,
  /^Could not load credentials from any providers/,
]

/**
 * Explains why no credentials were found, by the source that is configured, and what to try. The SDK itself
 * reports only the last failure.
 *
 * @param failures the failure of each source, in order
 */
export async function explainMissingCredentials(
  runner: Runner,
  failures: readonly string[],
): Promise<string> {
  const failure = failures.find((one) => !notConfigured.some((pattern) => pattern.test(one)))
  const cause = failure && excerpt(failure.replace(/^Error: /, '')).replace(/\.$/, '')
  const profile = runner.env('AWS_PROFILE')
  if (profile) return explainProfileFailure(profile, cause)
  const [set, empty] = findIncompleteKey(runner)
  if (set) {
    return (
      `${set} is set, but ${empty} is empty, so there are no AWS credentials. Check that the secret exists and that ` +
      'this run has access to it: runs of forks and of Dependabot have none.'
    )
  }
  if (runner.env('AWS_WEB_IDENTITY_TOKEN_FILE')) {
    const role = quote(runner.env('AWS_ROLE_ARN') ?? '', 200)
    return (
      `There are no AWS credentials: the role ${role} (AWS_ROLE_ARN) cannot be assumed, ${cause ?? 'for an unknown reason'}. ` +
      'Check its trust policy, and the token in AWS_WEB_IDENTITY_TOKEN_FILE.'
    )
  }
  return (
    `No AWS credentials were found${cause ? ` (${cause})` : ''}. Run aws-actions/configure-aws-credentials ` +
    'in an earlier step; to assume a role, it needs "permissions: id-token: write".'
  )
}

async function explainProfileFailure(profile: string, cause: string | undefined): Promise<string> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles()
  const exists = profile in configFile || profile in credentialsFile
  if (!exists) {
    return (
      `The AWS profile ${quote(profile)} (AWS_PROFILE) is neither in the config nor in the credentials file of this ` +
      'machine. Check its name, and that an earlier step creates it, or unset AWS_PROFILE.'
    )
  }
  const reason = cause ?? 'it has neither keys nor a role, a credential_process or a login'
  return (
    `The AWS profile ${quote(profile)} (AWS_PROFILE) provides no credentials: ${reason}. Check the profile in the ` +
    'config file; "aws sts get-caller-identity" in an earlier step shows whether it works.'
  )
}

/** Returns which part of the access key is set and which is empty; nothing if both or neither are set. */
function findIncompleteKey(runner: Runner): [set: string, empty: string] | [] {
  const [id, secret] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
  const [hasId, hasSecret] = [id, secret].map((name) => runner.env(name) !== undefined)
  if (hasId === hasSecret) return []
  return hasId ? [id, secret] : [secret, id]
}
