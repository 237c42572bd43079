import type { Deadline } from '@ci-actions/wait'
import { consoleOf, consolePart } from '../aws-console.ts'
import type { Version } from '../record.ts'
import type { Alias, Configuration, LambdaApi, LambdaFunction } from './api.ts'
import { readMetadata } from './description.ts'
import { noSuchFunction } from './publish.ts'
import { type Traffic, trafficOf } from './traffic.ts'

/** A function and its alias before the first write. */
export interface FunctionState {
  readonly latest: LambdaFunction
  readonly alias: Alias | undefined
  readonly traffic: Traffic | undefined
  /** The version that the alias points at. */
  readonly live: LambdaFunction | undefined
}

/** @throws ActionError if the function does not exist */
export async function readState(
  api: LambdaApi,
  name: string,
  aliasName: string,
  deadline: Deadline,
): Promise<FunctionState> {
  const [latest, alias, aliased] = await Promise.all([
    api.function(name, deadline),
    api.alias(name, aliasName, deadline),
    api.function(name, deadline, aliasName),
  ])
  if (!latest) throw noSuchFunction(name, api.region)
  const traffic = alias && trafficOf(alias)
  // The parallel reads may have seen the alias before and after a change.
  const isSame = aliased?.Configuration.Version === traffic?.main
  const live = traffic && !isSame ? await api.function(name, deadline, traffic.main) : aliased
  return { latest, alias, traffic, live }
}

/** Returns the version that was live before a given one: the current one, or the one in the alias's description. */
export function before({ ref }: Version, { alias, live }: FunctionState): Version | null {
  if (!live) return null
  if (live.Configuration.Version !== ref) return versionOf(live.Configuration)
  const { prev } = readMetadata(alias?.Description)
  return prev && prev !== ref ? { ref: prev } : null
}

export function versionOf({ Version, CodeSha256, Description }: Configuration): Version {
  const { sha } = readMetadata(Description)
  return { ref: Version, ...(sha && { commit: sha }), digest: CodeSha256 }
}

/** Returns the CloudWatch page with the log of a function. */
export function logUrlOf({ Configuration }: LambdaFunction, region: string): string | undefined {
  const { LoggingConfig, FunctionName } = Configuration
  const group = consolePart(LoggingConfig?.LogGroup ?? `/aws/lambda/${FunctionName}`)
  return consoleOf(region, `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}`)
}
