import { excerpt, quote, type Runner } from '@ci-actions/kit'
import { loadSharedConfigFiles } from '@smithy/core/config'

/** What the SDK says where nothing is set, and when it has asked everywhere. */
const unset = [
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
 * Why there are no credentials, by where they were to come from, and what to try. The chain of the SDK
 * throws what it met last.
 *
 * @param tried what it met at each place, in that order
 */
export async function whyNone(runner: Runner, tried: readonly string[]): Promise<string> {
  const reason = tried.find((one) => !unset.some((pattern) => pattern.test(one)))
  const said = reason && excerpt(reason.replace(/^Error: /, '')).replace(/\.$/, '')
  const profile = runner.env('AWS_PROFILE')
  if (profile) return whyNotProfile(profile, said)
  const [set, empty] = halfOf(runner)
  if (set) {
    return (
      `${set} is set, but ${empty} is empty, so there are no AWS credentials. Does that secret exist, and does this ` +
      'run get it? Runs of forks and of Dependabot get none.'
    )
  }
  if (runner.env('AWS_WEB_IDENTITY_TOKEN_FILE')) {
    const role = quote(runner.env('AWS_ROLE_ARN') ?? '', 200)
    return (
      `There are no AWS credentials: the role ${role} (AWS_ROLE_ARN) cannot be taken, ${said ?? 'nothing says why'}. ` +
      'Check its trust policy, and the token in AWS_WEB_IDENTITY_TOKEN_FILE.'
    )
  }
  return (
    `No AWS credentials were found${said ? ` (${said})` : ''}. Run aws-actions/configure-aws-credentials ` +
    'in a step before this one, with "permissions: id-token: write" for a role.'
  )
}

async function whyNotProfile(profile: string, said: string | undefined): Promise<string> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles()
  const isThere = profile in configFile || profile in credentialsFile
  if (!isThere) {
    return (
      `There is no AWS profile ${quote(profile)} (AWS_PROFILE) in the config and the credentials file of this ` +
      'machine. Check its name, and that a step before this one writes it, or leave AWS_PROFILE out.'
    )
  }
  const why = said ?? 'it names neither keys nor a role, a credential_process or a login'
  return (
    `The AWS profile ${quote(profile)} (AWS_PROFILE) gives no credentials: ${why}. Check what the config file ` +
    'says of it; "aws sts get-caller-identity" in a step before this one shows whether it works.'
  )
}

/** Of the two parts of a key, the one that is set and the one that is not; nothing unless it is half. */
function halfOf(runner: Runner): [set: string, empty: string] | [] {
  const [id, secret] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
  const [isId, isSecret] = [id, secret].map((name) => runner.env(name) !== undefined)
  if (isId === isSecret) return []
  return isId ? [id, secret] : [secret, id]
}
