import { type Render, startRender } from '../emulators/render.ts'
import { listen, type Server, send } from '../emulators/server.ts'
import { type Slack, startSlack } from '../emulators/slack.ts'
import type { Run } from './act.ts'
import { deliver, theMessage } from './delivery.ts'
import { installAct } from './install-act.ts'
import { makeRepository, type Repository } from './repository.ts'

const workflow = '.github/workflows/automatic-rollback.yml'
const apiKey = 'rnd_DemoKey5c1hPqXw0zT7'
const before = '0f1e2d3c4b5a69788796a5b4c3d2e1f001234567'

let act: string
let render: Render<'srv-api'>
let site: Server
let slack: Slack
/** So many looks find the service healthy before it is not any more. */
let healthyFor: number

beforeAll(() => {
  act = installAct()
}, 300_000)

beforeEach(async () => {
  healthyFor = Number.POSITIVE_INFINITY
  site = await listen((_, response) =>
    send(response, { status: healthyFor-- > 0 ? 200 : 503, body: '' }),
  )
  slack = await startSlack()
  render = await startRender({
    apiKey,
    services: [
      {
        id: 'srv-api',
        name: 'api',
        url: site.url,
        autoDeploy: 'no',
        history: [{ commit: before }],
      },
    ],
  })
})

afterEach(() => Promise.all([render, site, slack].map((one) => one.close())))

function push(message: string): Repository {
  return makeRepository({ message, copies: { [workflow]: 'examples/automatic-rollback.yml' } })
}

function run(repository: Repository): Promise<Run> {
  return deliver(act, {
    repository,
    workflow,
    vars: {
      RENDER_SERVICE_ID: 'srv-api',
      RENDER_API_URL: render.apiUrl,
      SERVICE_URL: site.url,
      STABLE_FOR: '2s',
      HEALTH_TIMEOUT: '4s',
    },
    secrets: { RENDER_API_KEY: apiKey, SLACK_WEBHOOK_URL: slack.webhookUrl },
  })
}

const live = (): string => {
  const { commit, trigger } = render.services['srv-api'].live ?? {}
  return `${commit} by ${trigger}`
}

test('a release that stays healthy stays, and is told', async () => {
  const repository = push('Add a list')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { production: 'success' } })
  expect(steps.rollback).toBeUndefined()
  expect(live()).toBe(`${repository.commit} by api`)
  expect(theMessage(slack)).toMatchObject({
    words: expect.stringContaining('succeeded in production'),
    mentions: [],
  })
})

test.each([
  ['never gets healthy', 0],
  ['is healthy at first, and then is not', 2],
])('a release that %s is taken back, and told once', async (_, looks) => {
  healthyFor = looks
  const { code, jobs, steps } = await run(push('Leak a little'))
  expect({ code, jobs }).toEqual({ code: 1, jobs: { production: 'failure' } })
  expect(steps).toMatchObject({
    'render-deploy': { result: 'success' },
    'health-check': { result: 'failure', outputs: { healthy: 'false' } },
    rollback: {
      result: 'success',
      outputs: { 'restored-version': before },
      summary: expect.stringContaining('Reason: The release did not stay healthy.'),
    },
  })
  expect(live()).toBe(`${before} by rollback`)
  expect(theMessage(slack)).toMatchObject({
    words: expect.stringContaining('rollback succeeded in production'),
    mentions: ['<!here>'],
  })
})
