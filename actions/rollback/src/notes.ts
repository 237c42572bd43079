import type { DeploymentRecord } from '@ci-actions/deployment'
import { escapeMarkdown, type InputValues, type Markdown } from '@ci-actions/kit'
import type { inputs } from './inputs.ts'

/** What the summary says beside the table. */
export function notesOn(
  records: readonly DeploymentRecord[],
  { reason, disableAutodeploy }: InputValues<typeof inputs>,
): Markdown[] {
  const changed = records.filter((record) => record.changed && record.provider === 'render')
  const autodeploy = disableAutodeploy
    ? `Autodeploy was turned off for ${changed.map(({ name }) => escapeMarkdown(name)).join(', ')}. ` +
      'Turn it on again in the settings of the service once a good version is there.'
    : 'Autodeploy is as it was: where it is on, the next push deploys again. `disable-autodeploy: true` turns it off.'
  return [
    ...(reason ? [`Reason: ${escapeMarkdown(reason)}`] : []),
    ...(changed.length > 0 ? [autodeploy] : []),
    ...(records.length === 0 ? ['Nothing was changed, so there is nothing to roll back.'] : []),
  ]
}

/**
 * What the first target was rolled back to: on Render the commit, else the digest, else the id; where
 * an id is a version, as on Lambda, that.
 */
export function restoredVersion([first]: readonly DeploymentRecord[]): string | undefined {
  if (first?.provider !== 'render') return first?.version?.ref
  return first?.version?.commit ?? first?.version?.digest ?? first?.version?.ref
}
