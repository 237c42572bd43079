import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { InputError, quote, type Runner } from '@ci-actions/kit'

/** The keys of a section in the shared files; what is indented under `ecs` is `ecs.endpoint_url`. */
export type Section = Readonly<Record<string, string | undefined>>

/** What the shared files of a machine say for this run. */
export interface Profile {
  readonly settings: Section
  /** The section that it names in `services`. */
  readonly services: Section
}

/**
 * The profile of this run as the SDK itself reads it. Most runners have no such files, and then nothing
 * is loaded to read them: that would take as long as all the rest of a short step.
 *
 * @throws InputError when it names a section that is not there; the SDK would go to AWS itself
 */
export async function profileOf(runner: Runner): Promise<Profile> {
  if (!sharedFiles(runner).some((file) => existsSync(file))) return { settings: {}, services: {} }
  const { getProfileName, loadSharedConfigFiles } = await import('@smithy/core/config')
  const name = getProfileName(named(runner))
  const { configFile, credentialsFile } = await loadSharedConfigFiles()
  const settings: Section = { ...credentialsFile[name], ...configFile[name] }
  if (!settings.services) return { settings, services: {} }
  const services = configFile[`services.${settings.services}`]
  if (services) return { settings, services }
  throw new InputError(
    `The AWS profile ${quote(name)} says "services = ${settings.services}", but the config file has no ` +
      `section [services ${settings.services}].`,
  )
}

/** The profile that is asked for, as the packages of the SDK take it. */
export function named(runner: Runner): { profile?: string } {
  const profile = runner.env('AWS_PROFILE')
  return profile ? { profile } : {}
}

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html */
function sharedFiles(runner: Runner): string[] {
  const home = runner.env('HOME') ?? runner.env('USERPROFILE') ?? homedir()
  return [
    runner.env('AWS_CONFIG_FILE') ?? '~/.aws/config',
    runner.env('AWS_SHARED_CREDENTIALS_FILE') ?? '~/.aws/credentials',
  ].map((file) => (file.startsWith('~/') ? join(home, file.slice(2)) : file))
}
