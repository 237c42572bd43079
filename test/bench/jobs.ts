import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { DeploymentRecord } from '@ci-actions/deployment'
import { root } from '../../packages/tooling/src/actions.ts'
import { history, serviceOf, type World } from './world.ts'

/** The job of an action, done once; `run` counts the times. */
export interface Job {
  readonly action: string
  readonly inputs: (run: number) => Readonly<Record<string, string>>
}

/** Each action with a job as a pipeline gives it; the reports are put into the workspace. */
export function jobsIn(
  { renderUrl, renderKey, slackUrl, discordUrl, siteUrl }: World,
  workspace: string,
): Job[] {
  cpSync(join(root, 'test/fixtures/coverage'), workspace, { recursive: true })
  return [
    // One report, as the peers were measured; each further one costs what reading it costs.
    {
      action: 'coverage-gate',
      inputs: () => ({ reports: 'pytest-cov/branch.xml', thresholds: '80' }),
    },
    {
      action: 'render-deploy',
      inputs: (run) => ({
        'service-id': serviceOf('render-deploy', run),
        'api-key': renderKey,
        'api-url': renderUrl,
      }),
    },
    { action: 'health-check', inputs: () => ({ targets: siteUrl }) },
    {
      action: 'discord-notify',
      inputs: () => ({ 'webhook-url': discordUrl, status: 'success' }),
    },
    { action: 'slack-notify', inputs: () => ({ 'webhook-url': slackUrl, status: 'success' }) },
    {
      action: 'rollback',
      inputs: (run) => ({
        deployments: JSON.stringify([recordOf(serviceOf('rollback', run))]),
        'render-api-key': renderKey,
        'api-url': renderUrl,
      }),
    },
  ]
}

/** What render-deploy handed on when it had brought the live version. */
function recordOf(serviceId: string): DeploymentRecord {
  const [before, live] = history.map(({ id, commit }) => ({ ref: id, commit }))
  return {
    schema: 'ci-actions/deployment@1',
    kind: 'deploy',
    provider: 'render',
    name: 'backend',
    target: { serviceId },
    status: 'succeeded',
    changed: true,
    version: live ?? null,
    previous: before ?? null,
    live: live ?? null,
    startedAt: '2026-11-21T09:00:00.000Z',
    finishedAt: '2026-11-21T09:01:00.000Z',
  }
}
