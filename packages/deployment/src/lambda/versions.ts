import { ActionError, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Version } from '../record.ts'
import type { Alias, Configuration, LambdaApi } from './api.ts'
import { readMetadata } from './description.ts'
import { versionOf } from './function-state.ts'
import { trafficOf } from './traffic.ts'

/** A function, by name or ARN, and its display name. */
export interface NamedFunction {
  readonly id: string
  readonly name: string
}

/** An alias and its name. */
export interface NamedAlias {
  readonly aliasName: string
  readonly alias: Alias
}

/**
 * Returns the version before the current one of an alias: during a canary, the main version; else the one in the
 * description of the alias; else the next lower published one.
 */
export async function previousVersion(
  api: LambdaApi,
  { id, name, aliasName, alias }: NamedFunction & NamedAlias,
  deadline: Deadline,
): Promise<Version | null> {
  const { main, canary } = trafficOf(alias)
  if (canary) return { ref: main }
  const { prev } = readMetadata(alias.Description)
  const noted = prev && prev !== main ? await api.function(id, deadline, prev) : undefined
  if (noted) return versionOf(noted.Configuration)
  const older = (await api.versions(id, deadline)).findLast(
    ({ Version }) => Number(Version) < Number(main),
  )
  if (!older) return null
  api.log(
    `${name}: alias ${aliasName} does not record its version before ${main}` +
      `${prev ? ` (version ${prev} no longer exists)` : ''}; assuming version ${older.Version}, ` +
      'the next lower published version.',
  )
  return versionOf(older)
}

/**
 * Returns the version with the given number, commit or code hash.
 *
 * @throws ActionError that lists the newest versions if there is none
 */
export async function findVersion(
  api: LambdaApi,
  { id, name }: NamedFunction,
  text: string,
  deadline: Deadline,
): Promise<Version> {
  if (/^\d+$/.test(text)) {
    const found = await api.function(id, deadline, text)
    if (found) return versionOf(found.Configuration)
  }
  const versions = await api.versions(id, deadline)
  const isMeant = ({ CodeSha256, Description }: Configuration): boolean =>
    CodeSha256 === text || (text.length >= 7 && !!readMetadata(Description).sha?.startsWith(text))
  const found = versions.findLast(isMeant)
  if (found) return versionOf(found)
  const newest = versions.slice(-10).map(({ Version }) => Version)
  throw new ActionError(
    `${name} has no version ${quote(text)}. Use a version number, a commit of at least 7 ` +
      `characters that these actions deployed, or "previous". The newest versions are ${newest.join(', ') || 'none'}.`,
  )
}
