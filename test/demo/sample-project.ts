import { type Discord, startDiscord } from '../emulators/discord.ts'
import { type Render, startRender } from '../emulators/render.ts'
import type { Deploy, Service, Stage } from '../emulators/render-deploys.ts'
import { type Slack, startSlack } from '../emulators/slack.ts'
import { startWebService, type WebService } from '../emulators/web-service.ts'
import { startWorkflowRuns, type WorkflowRuns } from '../emulators/workflow-runs.ts'

/** The parts of Phantom Power: what each is called, its service on Render, where its health is. */
export const parts = [
  { name: 'backend', id: 'srv-backend', health: '/actuator/health' },
  { name: 'audio', id: 'srv-audio', health: '/health' },
  { name: 'frontend', id: 'srv-frontend', health: '/' },
] as const

export type Part = (typeof parts)[number]
export type PartName = Part['name']
export type ServiceId = Part['id']

/** What its tests leave behind: where it is in its repository, and which file of ours it is here. */
export const reports: Readonly<Record<string, string>> = {
  'frontend/coverage/coverage-summary.json': 'test/fixtures/coverage/jest/coverage-summary.json',
  'backend/target/site/jacoco/jacoco.xml': 'test/fixtures/coverage/jacoco/core.xml',
  'audio-service/coverage.xml': 'test/fixtures/coverage/pytest-cov/branch.xml',
}

/** Phantom Power in production, and all it is delivered with, on this machine. */
export interface PhantomPower {
  readonly render: Render<ServiceId>
  readonly slack: Slack
  readonly discord: Discord
  readonly github: WorkflowRuns
  readonly sites: Readonly<Record<PartName, WebService>>
  /** What examples/render.yml needs in the settings of the repository. */
  readonly vars: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** From now on the backend of this commit is broken. */
  breakBackend(commit: string, how: Defect): void
  close(): Promise<void>
}

/** It cannot be built; or it starts, so that Render calls it live, but never gets healthy. */
export type Defect = 'not built' | 'not healthy'

/** What served before anything is delivered. */
export const firstCommit = '0f1e2d3c4b5a69788796a5b4c3d2e1f001234567'

/** @param stages the way of a deploy on Render, by part; else each state is seen by one question */
export async function startPhantomPower(
  stages?: Readonly<Record<PartName, readonly Stage[]>>,
): Promise<PhantomPower> {
  const apiKey = 'rnd_DemoKey5c1hPqXw0zT7'
  const broken = new Map<string | undefined, Defect>()
  const defectOf = ({ id }: Service, { commit }: Deploy): Defect | undefined =>
    partOf(id).name === 'backend' ? broken.get(commit) : undefined
  const sites = {
    backend: await startWebService(),
    audio: await startWebService(),
    frontend: await startWebService(),
  }
  const slack = await startSlack()
  const discord = await startDiscord()
  const github = await startWorkflowRuns()
  const render = await startRender({
    apiKey,
    services: parts.map(({ id, name }) => ({
      id,
      name: `phantom-power-${name}`,
      url: sites[name].url,
      autoDeploy: 'no',
      history: [{ commit: firstCommit }],
      ...(stages && { stages: stages[name] }),
    })),
    outcome: (service, deploy) =>
      defectOf(service, deploy) === 'not built' ? 'build_failed' : 'live',
    onLive(service, deploy) {
      const healthy = defectOf(service, deploy) !== 'not healthy'
      const { commit } = deploy
      const body = JSON.stringify({ status: healthy ? 'UP' : 'DOWN', commit })
      sites[partOf(service.id).name].set({ healthy, body })
    },
  })
  return {
    render,
    slack,
    discord,
    github,
    sites,
    vars: {
      RENDER_API_URL: render.apiUrl,
      RENDER_BACKEND_ID: 'srv-backend',
      RENDER_AUDIO_ID: 'srv-audio',
      RENDER_FRONTEND_ID: 'srv-frontend',
      BACKEND_URL: sites.backend.url,
      AUDIO_URL: sites.audio.url,
      FRONTEND_URL: sites.frontend.url,
      HEALTH_TIMEOUT: '2s',
    },
    secrets: {
      RENDER_API_KEY: apiKey,
      SLACK_WEBHOOK_URL: slack.webhookUrl,
      DISCORD_WEBHOOK: discord.webhookUrl,
    },
    breakBackend: (commit, how) => void broken.set(commit, how),
    async close() {
      const servers = [render, slack, discord, github, ...Object.values(sites)]
      await Promise.all(servers.map((server) => server.close()))
    },
  }
}

export function partOf(id: string): Part {
  const part = parts.find((one) => one.id === id)
  if (!part) throw new Error(`Phantom Power has no service ${id}.`)
  return part
}
