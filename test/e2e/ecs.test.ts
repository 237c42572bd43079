import { type Aws, startAws } from '../emulators/aws-server.ts'
import { arn, type Ecs, emulateEcs } from '../emulators/ecs.ts'
import { type Slack, startSlack, textsOf } from '../emulators/slack.ts'
import { startWebService, type WebService } from '../emulators/web-service.ts'
import { type Order, type Run, runAct } from './act.ts'
import { standInForCredentials } from './credentials.ts'
import { installAct } from './install-act.ts'
import { makeRepository, type Repository } from './repository.ts'

const workflow = '.github/workflows/ecs.yml'
const cluster = 'prompt-stack-production'
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/backend'
const names = ['backend', 'worker']
const [first, second] = ['a'.repeat(40), 'b'.repeat(40)] as const

let act: string
let ecs: Ecs
let aws: Aws
let slack: Slack
let site: WebService

/** The images that never come up. */
const broken = new Set<string>()

beforeAll(() => {
  act = installAct()
}, 300_000)

beforeEach(async () => {
  broken.clear()
  const history = [first, second].map((commit) => ({
    image: `${registry}:${commit}`,
    tags: { 'deploy:sha': commit },
  }))
  ecs = emulateEcs({
    cluster,
    services: names.map((name) => ({ name, history, containers: [{ name: 'app' }] })),
    outcome: (service, image) =>
      service === 'worker' && broken.has(image) ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL',
  })
  aws = await startAws([ecs.emulated])
  slack = await startSlack()
  site = await startWebService()
})

afterEach(async () => {
  ecs.stop()
  await Promise.all([aws, slack, site].map((one) => one.close()))
})

function promptStack(message: string): Repository {
  const report = 'test/fixtures/coverage/pytest-cov/branch.xml'
  return makeRepository({
    message,
    copies: { [workflow]: 'examples/ecs.yml', 'backend/coverage.xml': report },
  })
}

async function run(repository: Repository, event?: Order['event']): Promise<Run> {
  const done = await runAct(act, {
    repository,
    workflow,
    vars: {
      AWS_ROLE: 'arn:aws:iam::123456789012:role/deliver',
      AWS_REGION: 'eu-west-1',
      ECS_CLUSTER: cluster,
      ECR_IMAGE: registry,
      API_URL: site.url,
      HEALTH_TIMEOUT: '2s',
    },
    secrets: { SLACK_WEBHOOK_URL: slack.webhookUrl },
    ...(event && { event }),
    ...standInForCredentials(aws),
  })
  expect(aws.undescribed).toEqual([])
  expect(done.log).not.toContain('MARKER')
  return done
}

const live = (): (string | undefined)[] => names.map((name) => ecs.services[name]?.image)
const both = (commit: string): string[] => names.map(() => `${registry}:${commit}`)

function message(): string {
  expect(slack.messages).toHaveLength(1)
  return slack.messages
    .flatMap(textsOf)
    .map(({ text }) => text)
    .join('\n')
}

test('a good release is migrated, live on both, and told', async () => {
  const repository = promptStack('Add a prompt')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { deliver: 'success' } })
  expect(steps['ecs-deploy']?.outputs).toMatchObject({
    status: 'succeeded',
    'task-definition-arn': arn('task-definition/backend:3'),
  })
  expect(steps['ecs-deploy']?.summary).toContain('"alembic upgrade head" in app')
  expect(ecs.tasks).toHaveLength(1)
  expect(live()).toEqual(both(repository.commit))
  expect(message()).toMatch(
    new RegExp(`worker\\* succeeded in production .*, ${repository.commit.slice(0, 7)}`),
  )

  const again = await run(repository)
  expect(again.steps['ecs-deploy']?.outputs).toMatchObject({ status: 'unchanged' })
  expect(ecs.tasks).toHaveLength(1)
})

test('a release of which one part does not come up is put back by the step, in both parts', async () => {
  const repository = promptStack('Break the worker')
  broken.add(`${registry}:${repository.commit}`)
  const { code, steps } = await run(repository)
  expect(code).toBe(1)
  expect(steps['ecs-deploy']).toMatchObject({
    result: 'failure',
    outputs: { status: 'rolled-back' },
    summary: expect.stringContaining('3 tasks stopped'),
  })
  // There is nothing left to take back, and that is green.
  expect(steps.rollback).toMatchObject({ result: 'success', outputs: { status: 'unchanged' } })
  expect(live()).toEqual(both(second))
  expect(message()).toContain('failed on main')
})

test('a release that comes up and is not healthy is taken back', async () => {
  site.set({ healthy: false })
  const { code, steps } = await run(promptStack('Break the health'))
  expect(code).toBe(1)
  expect(steps['health-check']?.result).toBe('failure')
  expect(steps.rollback).toMatchObject({
    result: 'success',
    outputs: { status: 'succeeded', 'restored-version': arn('task-definition/backend:2') },
  })
  expect(live()).toEqual(both(second))
})

test.each([
  ['what was before', 'previous'],
  ['a commit that is named', first.slice(0, 8)],
])('by hand both go back to %s, and why is told', async (_, version) => {
  const inputs = { version, reason: 'Errors went up' }
  const event = { name: 'workflow_dispatch', payload: { inputs } }
  const { code, jobs, steps } = await run(promptStack('Whatever'), event)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { 'take-back': 'success' } })
  expect(steps.rollback?.outputs).toMatchObject({ status: 'succeeded' })
  expect(steps.rollback?.summary).toContain('Reason: Errors went up')
  expect(live()).toEqual(both(first))
  expect(message()).toContain('Errors went up')
})
