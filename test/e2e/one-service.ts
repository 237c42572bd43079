import { basename } from 'node:path'
import { startRender } from '../emulators/render.ts'
import { listen, send } from '../emulators/server.ts'
import { type Slack, startSlack } from '../emulators/slack.ts'
import type { Run } from './act.ts'
import { deliver } from './delivery.ts'
import { installAct } from './install-act.ts'
import { makeRepository, type Repository } from './repository.ts'

/** One service on Render, its health, and a channel of Slack, on this machine. */
export interface OneService {
  readonly slack: Slack
  /** What its examples need in the settings of the repository. */
  readonly vars: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** The commit that serves, and what brought it: `0f1e2d3… by rollback`. */
  live(): string
  /** So many looks find it healthy before it is not any more. */
  failAfter(looks: number): void
  close(): Promise<void>
}

/** What served before anything is delivered. */
export const firstCommit = '0f1e2d3c4b5a69788796a5b4c3d2e1f001234567'

async function startOneService(): Promise<OneService> {
  const apiKey = 'rnd_DemoKey5c1hPqXw0zT7'
  let healthyFor = Number.POSITIVE_INFINITY
  const site = await listen((_, response) =>
    send(response, { status: healthyFor-- > 0 ? 200 : 503, body: '' }),
  )
  const slack = await startSlack()
  const render = await startRender({
    apiKey,
    services: [
      {
        id: 'srv-api',
        name: 'api',
        url: site.url,
        autoDeploy: 'no',
        history: [{ commit: firstCommit }],
      },
    ],
  })
  return {
    slack,
    vars: {
      RENDER_SERVICE_ID: 'srv-api',
      RENDER_API_URL: render.apiUrl,
      SERVICE_URL: site.url,
    },
    secrets: { RENDER_API_KEY: apiKey, SLACK_WEBHOOK_URL: slack.webhookUrl },
    live() {
      const { commit, trigger } = render.services['srv-api'].live ?? {}
      return `${commit} by ${trigger}`
    },
    failAfter(looks) {
      healthyFor = looks
    },
    async close() {
      await Promise.all([render, site, slack].map((one) => one.close()))
    },
  }
}

/** An example that delivers one service; each test has a service of its own. */
export function pipelineOf(example: string, vars: Readonly<Record<string, string>>) {
  const workflow = `.github/workflows/${basename(example)}`
  let act: string
  let service: OneService

  beforeAll(() => {
    act = installAct()
  }, 300_000)

  beforeEach(async () => {
    service = await startOneService()
  })

  afterEach(() => service.close())

  return {
    service: (): OneService => service,
    push: (message: string): Repository =>
      makeRepository({ message, copies: { [workflow]: example } }),
    run: (repository: Repository, secrets = service.secrets): Promise<Run> =>
      deliver(act, { repository, workflow, vars: { ...service.vars, ...vars }, secrets }),
  }
}
