import type { DeploymentRecord } from '@ci-actions/deployment'

/** The version of each function that this step has brought or found, by the name of the function. */
export function versionsOf(records: readonly DeploymentRecord[]): Record<string, string> {
  return Object.fromEntries(
    records.flatMap(({ name, version }) => (version ? [[name, version.ref]] : [])),
  )
}
