import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { DeploymentRecord } from '@ci-actions/deployment'
import { root } from '../../scripts/actions.ts'
import { keys, region } from '../emulators/aws-server.ts'
import { base, head } from '../emulators/github-repository.ts'
import { someRecord } from './record.ts'
import { repository } from './repository.ts'
import { history, type Services, serviceOf } from './services.ts'

/** The job of an action, done once; `run` counts the times. */
export interface Job {
  readonly action: string
  /** What tells it from another job of the same action. */
  readonly by?: string
  readonly inputs: (run: number) => Readonly<Record<string, string>>
  /** What the run is about, beside a push to main. */
  readonly env?: Readonly<Record<string, string>>
  readonly event?: unknown
  /** It must stay below so many times the CPU of `node -e 0`; 2.6 times unless it is said. */
  readonly bar?: number
}

/** A job of which is known how it tells that it is done. */
export interface CheckedJob extends Job {
  /** The output that tells it, and what it then says. */
  readonly earns: readonly [output: string, said: RegExp]
}

/** It tells 23 formats apart and finds each file of a report in the checkout. */
const barForGate = 2.8
/** Steps that sign requests to AWS. */
const barForEcs = 3.5
const barForLambda = 3.9
/** Steps that load Octokit, or start git. */
const barForPulls = 3.3
const barForRollback = 3.1
/** A step that does the work of three. */
const barForDelivery = 3.4

/** Each action with a job as a pipeline gives it; the reports are put into the workspace. */
export function sampleJobs(world: Services, workspace: string): CheckedJob[] {
  const { renderUrl, renderKey, discordUrl, siteUrl, githubUrl, githubToken } = world
  const { slackUrl, slackApi, slackToken, slackChannel } = world
  cpSync(join(root, 'test/fixtures/coverage'), workspace, { recursive: true })
  return [
    // One report, as the peers were measured; each further one costs what reading it costs.
    {
      action: 'coverage-gate',
      bar: barForGate,
      inputs: () => ({ reports: 'pytest-cov/branch.xml', thresholds: '80' }),
      earns: ['passed', /^true$/],
    },
    {
      action: 'render-deploy',
      inputs: (run) => ({
        'service-id': serviceOf('render-deploy', run),
        'api-key': renderKey,
        'api-url': renderUrl,
      }),
      earns: ['status', /^succeeded$/],
    },
    {
      action: 'deliver',
      bar: barForDelivery,
      inputs: (run) => ({
        provider: 'render',
        'service-id': serviceOf('deliver', run),
        'api-key': renderKey,
        'api-url': renderUrl,
        'health-check': siteUrl,
        'slack-webhook-url': slackUrl,
      }),
      earns: ['status', /^succeeded$/],
    },
    {
      action: 'pr-check',
      bar: barForPulls,
      inputs: () => ({ 'github-token': githubToken, description: 'true' }),
      ...onPullRequest(githubUrl),
      earns: ['passed', /^true$/],
    },
    {
      action: 'pr-comment',
      bar: barForPulls,
      inputs: (run) => ({ 'github-token': githubToken, body: `Run ${run}` }),
      ...onPullRequest(githubUrl),
      earns: ['action', /^(created|updated)$/],
    },
    {
      action: 'pr-size-label',
      bar: barForPulls,
      // Each run finds the label of the one before, and changes it.
      inputs: (run) => ({
        'github-token': githubToken,
        sizes: JSON.stringify({ 0: `even-${run % 2}`, 9: `even-${(run + 1) % 2}` }),
      }),
      ...onPullRequest(githubUrl),
      earns: ['label', /^size\/even-\d$/],
    },
    {
      action: 'changed-paths',
      bar: barForPulls,
      inputs: () => ({ filters: 'api:\n  - api/**\n  - "*.lock"\ndocs: docs/**' }),
      ...onPush(),
      earns: ['truncated', /^false$/],
    },
    {
      action: 'ecs-deploy',
      inputs: (run) => ({ cluster: 'prod', service: `bench-${run}`, images: 'repo/app:3' }),
      env: credentials(world.ecsUrl),
      bar: barForEcs,
      earns: ['status', /^succeeded$/],
    },
    {
      action: 'lambda-deploy',
      inputs: (run) => ({ functions: `bench-${run}`, package: 'sources' }),
      env: credentials(world.lambdaUrl),
      bar: barForLambda,
      earns: ['status', /^succeeded$/],
    },
    {
      action: 'health-check',
      inputs: () => ({ targets: siteUrl }),
      earns: ['healthy', /^true$/],
    },
    {
      action: 'discord-notify',
      inputs: () => ({ 'webhook-url': discordUrl, status: 'success' }),
      earns: ['sent', /^true$/],
    },
    {
      action: 'slack-notify',
      inputs: () => ({ 'webhook-url': slackUrl, status: 'success' }),
      earns: ['sent', /^true$/],
    },
    {
      action: 'slack-notify',
      by: 'bot',
      inputs: () => ({
        token: slackToken,
        channel: slackChannel,
        'api-url': slackApi,
        status: 'success',
      }),
      earns: ['sent', /^true$/],
    },
    {
      action: 'rollback',
      bar: barForRollback,
      inputs: (run) => ({
        deployments: JSON.stringify([recordOf(serviceOf('rollback', run))]),
        'render-api-key': renderKey,
        'api-url': renderUrl,
      }),
      earns: ['status', /^succeeded$/],
    },
  ]
}

/** The same, but each asks a service, and could not be done without it. */
export function sampleRequestJobs(world: Services, workspace: string): CheckedJob[] {
  const asking = insteadIn(world)
  const others = sampleJobs(world, workspace).filter(
    ({ action }) => !asking.some((job) => job.action === action),
  )
  return [...others, ...asking]
}

function insteadIn({ githubUrl, githubToken, siteUrl, siteKey }: Services): CheckedJob[] {
  const pull = onPullRequest(githubUrl, { base, head })
  return [
    {
      action: 'coverage-gate',
      by: 'pull request',
      inputs: (run) => ({
        reports: 'pytest-cov/branch.xml',
        'patch-threshold': '80',
        name: `Run ${run}`,
        'github-token': githubToken,
      }),
      ...pull,
      earns: ['passed', /^true$/],
    },
    {
      action: 'changed-paths',
      by: 'API',
      inputs: () => ({ filters: 'api: api/**', 'github-token': githubToken }),
      ...pull,
      earns: ['truncated', /^false$/],
    },
    {
      action: 'health-check',
      by: 'login',
      inputs: () => ({
        targets: siteUrl.replace('//', `//reader:${siteKey}@`),
        headers: `X-Api-Key: ${siteKey}`,
        'expect-body': '/^ok$/',
      }),
      earns: ['healthy', /^true$/],
    },
  ]
}

/** A run of pull request 7. */
function onPullRequest(githubUrl: string, ends: object = {}): Pick<Job, 'env' | 'event'> {
  return {
    env: { GITHUB_API_URL: githubUrl, GITHUB_EVENT_NAME: 'pull_request', GITHUB_JOB: 'check' },
    event: { pull_request: { number: 7, ...ends } },
  }
}

/** What configure-aws-credentials hands on. */
function credentials(endpoint: string): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken,
    AWS_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
  }
}

/** A push of one commit to main, all of it checked out. */
function onPush(): Pick<Job, 'env' | 'event'> {
  const it = repository()
  const before = it.commit({ 'api/a.ts': 'a\n', 'docs/a.md': 'a\n' })
  const after = it.commit({ 'api/a.ts': 'b\n' })
  return {
    env: { GITHUB_WORKSPACE: it.folder, GITHUB_SHA: after, GITHUB_REF: 'refs/heads/main' },
    event: { before, repository: { default_branch: 'main' } },
  }
}

/** What render-deploy handed on when it had brought the live version. */
function recordOf(serviceId: string): DeploymentRecord {
  const [before, live] = history.map(({ id, commit }) => ({ ref: id, commit }))
  return {
    ...someRecord,
    target: { serviceId },
    version: live ?? null,
    previous: before ?? null,
    live: live ?? null,
  }
}
