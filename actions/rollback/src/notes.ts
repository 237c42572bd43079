import type { DeploymentRecord } from '@ci-actions/deployment'
import { escapeMarkdown, type InputValues, type Markdown } from '@ci-actions/kit'
import type { inputs } from './inputs.ts'

/** Returns the notes of the summary. */
export function notesOn(
  records: readonly DeploymentRecord[],
  { reason, disableAutodeploy }: InputValues<typeof inputs>,
): Markdown[] {
  const changed = records.filter((record) => record.changed && record.provider === 'render')
  const autodeploy = disableAutodeploy
    ? `Autodeploy was turned off for ${changed.map(({ name }) => escapeMarkdown(name)).join(', ')}. ` +
      'Turn it on again in the service settings once a working version is deployed.'
    : 'Autodeploy was not changed: if it is on, the next push deploys again. Set `disable-autodeploy: true` to turn it off.'
  return [
    ...(reason ? [`Reason: ${escapeMarkdown(reason)}`] : []),
    ...(changed.length > 0 ? [autodeploy] : []),
    ...(records.length === 0 ? ['Nothing was changed, so there is nothing to roll back.'] : []),
  ]
}

/**
 * Returns the version that the first target was rolled back to: on Render its commit, digest or id; elsewhere its id.
 */
export function restoredVersion([first]: readonly DeploymentRecord[]): string | undefined {
  if (first?.provider !== 'render') return first?.version?.ref
  return first?.version?.commit ?? first?.version?.digest ?? first?.version?.ref
}
