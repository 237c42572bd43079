import type { DeploymentRecord } from '@ci-actions/deployment'
import type { Step } from './bundle.ts'

/** What a deploy to Render hands on; what matters to a test is said by the test. */
export const someRecord: DeploymentRecord = {
  schema: 'ci-actions/deployment@1',
  kind: 'deploy',
  provider: 'render',
  name: 'backend',
  environment: 'production',
  target: { serviceId: 'srv-1' },
  status: 'succeeded',
  changed: true,
  id: 'dep-2',
  version: { ref: 'dep-2' },
  previous: { ref: 'dep-1' },
  live: { ref: 'dep-2' },
  url: 'https://app.example.com',
  logUrl: 'https://log.example.com/dep-2',
  startedAt: '2026-11-21T09:00:00Z',
  finishedAt: '2026-11-21T09:02:05Z',
}

/** The records that a step hands on. */
export function recordsOf({ outputs }: Pick<Step, 'outputs'>): DeploymentRecord[] {
  return JSON.parse(outputs.deployments ?? 'null')
}
