import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { InputError, quote, type Runner } from '@ci-actions/kit'

/** The keys of a section in the shared files; a key nested under `ecs` is `ecs.endpoint_url`. */
export type Section = Readonly<Record<string, string | undefined>>

/** The configuration of this run in the shared files. */
export interface Profile {
  readonly settings: Section
  /** The section that the profile names in `services`. */
  readonly services: Section
}

/**
 * Reads the profile of this run with the SDK's own parser. The parser is loaded only if there is a file:
 * most runners have none, and loading it takes as long as the rest of a short step.
 *
 * @throws InputError when the profile names a missing section; the SDK would fall back to AWS itself
 */
export async function readProfile(runner: Runner): Promise<Profile> {
  if (!listSharedFiles(runner).some((file) => existsSync(file)))
    return { settings: {}, services: {} }
  const { getProfileName, loadSharedConfigFiles } = await import('@smithy/core/config')
  const name = getProfileName(selectProfile(runner))
  const { configFile, credentialsFile } = await loadSharedConfigFiles()
  const settings: Section = { ...credentialsFile[name], ...configFile[name] }
  if (!settings.services) return { settings, services: {} }
  const services = configFile[`services.${settings.services}`]
  if (services) return { settings, services }
  throw new InputError(
    `The AWS profile ${quote(name)} has "services = ${settings.services}", but the config file has no ` +
      `section [services ${settings.services}].`,
  )
}

/** Returns the selected profile as an option for the SDK's packages. */
export function selectProfile(runner: Runner): { profile?: string } {
  const profile = runner.env('AWS_PROFILE')
  return profile ? { profile } : {}
}

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html */
function listSharedFiles(runner: Runner): string[] {
  const home = runner.env('HOME') ?? runner.env('USERPROFILE') ?? homedir()
  return [
    runner.env('AWS_CONFIG_FILE') ?? '~/.aws/config',
    runner.env('AWS_SHARED_CREDENTIALS_FILE') ?? '~/.aws/credentials',
  ].map((file) => (file.startsWith('~/') ? join(home, file.slice(2)) : file))
}
