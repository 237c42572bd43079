import { type Lambda, startLambda } from '../emulators/lambda.ts'
import { type Slack, startSlack, textsOf } from '../emulators/slack.ts'
import { startWebService, type WebService } from '../emulators/web-service.ts'
import { type Order, type Run, runAct } from './act.ts'
import { standInForCredentials } from './credentials.ts'
import { installAct } from './install-act.ts'
import { makeRepository, type Repository } from './repository.ts'

const workflow = '.github/workflows/lambda.yml'
const services = ['auth', 'profile', 'chat', 'post', 'catalog', 'ai'].map((name) => `${name}-svc`)
const functions = services.map((name) => `multitask-${name}`)

let act: string
let lambda: Lambda
let slack: Slack
let site: WebService

beforeAll(() => {
  act = installAct()
}, 300_000)

beforeEach(async () => {
  const past = [{ code: 'first' }, { code: 'second', description: 'prev=1;run=41' }]
  const aliases = { production: '2' }
  lambda = await startLambda(functions.map((name) => ({ name, versions: past, aliases })))
  slack = await startSlack()
  site = await startWebService()
})

afterEach(() => Promise.all([lambda, slack, site].map((one) => one.close())))

/** The repository of the functions: the workflow, and what its builds and tests left. */
function multitask(message: string): Repository {
  const built = services.map((name) => [`services/${name}/bin/bootstrap`, `${message} of ${name}`])
  const tested = services.map((name) => [
    `services/${name}/coverage.out`,
    'test/fixtures/coverage/go/set.out',
  ])
  return makeRepository({
    message,
    copies: { [workflow]: 'examples/lambda.yml', ...Object.fromEntries(tested) },
    texts: Object.fromEntries(built),
  })
}

async function run(repository: Repository, event?: Order['event']): Promise<Run> {
  const secrets = { SLACK_WEBHOOK_URL: slack.webhookUrl }
  const vars = {
    AWS_ROLE: 'arn:aws:iam::123456789012:role/deliver',
    AWS_REGION: 'eu-west-1',
    API_URL: site.url,
    CANARY: '10% 300ms, 50% 300ms',
    HEALTH_TIMEOUT: '2s',
  }
  const done = await runAct(act, {
    repository,
    workflow,
    vars,
    secrets,
    ...(event && { event }),
    ...standInForCredentials(lambda),
  })
  expect(lambda.undescribed).toEqual([])
  expect(done.log).not.toContain('MARKER')
  return done
}

function live(): string[] {
  return functions.map((name) => {
    const alias = lambda.functions[name]?.alias('production')
    return [alias?.version, ...Object.keys(alias?.weights ?? {})].join('+')
  })
}

const everywhere = (version: string): string[] => functions.map(() => version)

function message(): string {
  expect(slack.messages).toHaveLength(1)
  return slack.messages
    .flatMap(textsOf)
    .map(({ text }) => text)
    .join('\n')
}

test('a good release comes live on all six, by a canary', async () => {
  const repository = multitask('Add a list')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { deliver: 'success' } })
  expect(steps['lambda-deploy']?.outputs).toMatchObject({ status: 'succeeded', version: '3' })
  expect(steps['lambda-deploy']?.said).toContain('multitask-ai-svc: version 3 gets 50%')
  expect(live()).toEqual(everywhere('3'))
  expect(message()).toContain('succeeded in production')

  const again = await run(repository)
  expect(again.steps['lambda-deploy']?.outputs).toMatchObject({ status: 'unchanged' })
})

test('a release of which one part fails is put back by the step, in all parts', async () => {
  lambda.watch.counts.set('multitask-ai-svc:production:3', { invocations: 100, errors: 9 })
  const { code, steps } = await run(multitask('Break the AI'))
  expect(code).toBe(1)
  expect(steps['lambda-deploy']).toMatchObject({
    result: 'failure',
    outputs: { status: 'rolled-back' },
  })
  expect(steps['lambda-deploy']?.said).toContain(
    '9 of 100 invocations of version 3 failed, more than 1%',
  )
  // There is nothing left to take back, and that is green.
  expect(steps.rollback).toMatchObject({ result: 'success', outputs: { status: 'unchanged' } })
  expect(live()).toEqual(everywhere('2'))
  expect(message()).toContain('failed on main')
})

test('a release that comes live and is not healthy is taken back', async () => {
  site.set({ healthy: false })
  const { code, steps } = await run(multitask('Break the health'))
  expect(code).toBe(1)
  expect(steps['health-check']?.result).toBe('failure')
  expect(steps.rollback).toMatchObject({
    result: 'success',
    outputs: { status: 'succeeded', 'restored-version': '2' },
  })
  expect(live()).toEqual(everywhere('2'))
})

test.each([
  ['what was before', 'previous', '1'],
  ['a version that is named', '1', '1'],
])('by hand all six go back to %s, and why is told', async (_, version, restored) => {
  const inputs = { version, reason: 'Errors went up' }
  const event = { name: 'workflow_dispatch', payload: { inputs } }
  for (const name of functions) {
    lambda.functions[name]?.updateAlias('production', { description: 'prev=1;run=41' })
  }
  const { code, jobs, steps } = await run(multitask('Whatever'), event)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { 'take-back': 'success' } })
  expect(steps.rollback?.outputs).toMatchObject({
    status: 'succeeded',
    'restored-version': restored,
  })
  expect(steps.rollback?.summary).toContain('Reason: Errors went up')
  expect(live()).toEqual(everywhere(restored))
  expect(message()).toContain('Errors went up')
})
