import type { DeploymentRecord } from '@ci-actions/deployment'

/** Returns the version of each function that was deployed or already live, by function name. */
export function versionsOf(records: readonly DeploymentRecord[]): Record<string, string> {
  return Object.fromEntries(
    records.flatMap(({ name, version }) => (version ? [[name, version.ref]] : [])),
  )
}
