import { type Aws, startAws, throttled, writesTo } from '../../emulators/aws-server.ts'
import {
  arn,
  type Ecs,
  type EcsGiven,
  type EcsServiceGiven,
  emulateEcs,
  listedLate,
} from '../../emulators/ecs.ts'
import { badGateway, dropped } from '../../emulators/faults.ts'
import { startSlack, textsOf } from '../../emulators/slack.ts'
import type { Step } from '../../support/bundle.ts'
import { recordsOf } from '../../support/record.ts'
import { runStep } from '../../support/step.ts'

const definition = (revision: string): string => arn(`task-definition/${revision}`)
const commit = 'a'.repeat(40)

interface World {
  readonly ecs: Ecs
  readonly aws: Aws
}

const running: World[] = []

async function world(
  more: Partial<EcsServiceGiven> = {},
  given: Partial<EcsGiven> = {},
  names = ['api'],
): Promise<World> {
  const ecs = emulateEcs({
    services: names.map((name) => ({ name, stages: [], ...more })),
    ...given,
  })
  const aws = await startAws([ecs.emulated])
  running.push({ ecs, aws })
  return { ecs, aws }
}

afterAll(async () => {
  for (const { ecs } of running) ecs.stop()
  await Promise.all(running.map(({ aws }) => aws.close()))
})

async function step(action: string, { aws }: World, inputs: Record<string, string>): Promise<Step> {
  const env = { ...aws.env, GITHUB_SHA: commit }
  const ended = await runStep(action, { env, inputs })
  expect(aws.undescribed).toEqual([])
  return ended
}

const deploy = (it: World, inputs: Record<string, string> = {}): Promise<Step> =>
  step('ecs-deploy', it, {
    cluster: 'prod',
    service: Object.keys(it.ecs.services).join('\n'),
    images: 'repo/app:3',
    ...inputs,
  })

const rollback = (it: World, inputs: Record<string, string>): Promise<Step> =>
  step('rollback', it, inputs)

/** What Slack is told of a job that failed, by the deployments of its steps. */
async function messageOf(steps: readonly Step[]): Promise<string> {
  const slack = await startSlack()
  try {
    const deployments = steps.map(({ outputs }) => outputs.deployments).join('\n')
    const inputs = { 'webhook-url': slack.webhookUrl, status: 'failure', deployments }
    await runStep('slack-notify', { inputs: { ...inputs, 'github-token': '' } })
    return slack.messages
      .flatMap(textsOf)
      .map(({ text }) => text)
      .join('\n')
  } finally {
    await slack.close()
  }
}

const deploymentsOf = ({ outputs }: Step) => ({ deployments: outputs.deployments ?? '' })
const target = { provider: 'ecs', target: '{ cluster: prod, service: api }' }
const serving = ({ ecs }: World): string | undefined => ecs.services.api?.serving

describe('from the record of an ecs-deploy', () => {
  test.concurrent('two services go back side by side, to the revision that served', async () => {
    const it = await world({}, {}, ['api', 'worker'])
    const step = await rollback(it, {
      ...deploymentsOf(await deploy(it)),
      reason: 'errors went up',
    })
    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(step.outputs).toMatchObject({
      status: 'succeeded',
      changed: 'true',
      'restored-version': definition('api:2'),
      'previous-version': definition('api:3'),
    })
    for (const { name, serving: now } of Object.values(it.ecs.services)) {
      expect(now).toBe(definition(`${name}:2`))
    }
    expect(recordsOf(step)[1]).toMatchObject({
      kind: 'rollback',
      provider: 'ecs',
      name: 'worker',
      version: { ref: definition('worker:2') },
      previous: { ref: definition('worker:3'), commit },
    })
    expect(step.summary).toContain('Reason: errors went up')
  })

  test.concurrent('one that is still under way is stopped, and ECS itself goes back', async () => {
    const it = await world({ stages: [['IN_PROGRESS', 60_000]] })
    const started = await deploy(it, { wait: 'false' })
    const step = await rollback(it, deploymentsOf(started))
    expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
    expect(it.ecs.services.api?.rollouts.status).toBe('ROLLBACK_SUCCESSFUL')
    expect(writesTo(it.aws)).toEqual([
      'RegisterTaskDefinition',
      'UpdateService',
      'StopServiceDeployment',
    ])
  })

  test.concurrent('one that ECS has rolled back already is left alone, and the message says why it failed', async () => {
    const it = await world({}, { outcome: () => 'ROLLBACK_SUCCESSFUL' })
    const failed = await deploy(it)
    const step = await rollback(it, deploymentsOf(failed))
    expect(step).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })
    const told = await messageOf([failed, step])
    expect(told).toContain('failed on main: api was rolled back')
    expect(told).toContain('The circuit breaker was triggered')
    expect(told).not.toContain('nothing to change')
  })

  test.concurrent('one that failed and is still what the service is set to is put back', async () => {
    const outcome = (_: string, image: string) => (image === 'repo/app:3' ? 'FAILED' : 'SUCCESSFUL')
    const it = await world({}, { outcome })
    const failed = await deploy(it, { 'on-failure': 'leave' })
    expect(it.ecs.services.api?.rollouts.primary?.taskDefinition).toBe(definition('api:3'))
    const step = await rollback(it, deploymentsOf(failed))
    expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
    expect(it.ecs.services.api?.rollouts.primary?.taskDefinition).toBe(definition('api:2'))
  })

  test.concurrent('twice does it once', async () => {
    const it = await world()
    const deployed = await deploy(it)
    await rollback(it, deploymentsOf(deployed))
    const again = await rollback(it, deploymentsOf(deployed))
    expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged' } })
  })

  test.concurrent('is refused when somebody has deployed since, unless forced', async () => {
    const it = await world()
    const deployed = await deploy(it)
    it.ecs.deploy('api', { image: 'repo/app:4' })
    const refused = await rollback(it, deploymentsOf(deployed))
    expect(refused).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(refused.error).toContain('something else was deployed in the meantime')
    const forced = await rollback(it, { ...deploymentsOf(deployed), force: 'true' })
    expect(forced).toMatchObject({ code: 0, outputs: { 'restored-version': definition('api:2') } })
  })

  test.concurrent('of the same revision by force goes back to the images that its tag meant before', async () => {
    const it = await world({ history: [{ image: 'repo/app:latest' }] })
    const image = 'repo/app:latest'
    it.ecs.retag(image)
    const deployed = await deploy(it, { images: '', 'force-new-deployment': 'true' })
    expect(recordsOf(deployed)[0]?.previous?.ref).toBe(definition('api:1'))
    const before = recordsOf(deployed)[0]?.previous?.digest
    const step = await rollback(it, deploymentsOf(deployed))
    expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
    expect(it.ecs.services.api?.image).toBe(`repo/app@${before}`)
  })

  test.concurrent('to a revision that is no longer active brings back a copy of it', async () => {
    const it = await world({
      history: [
        {
          image: 'repo/app:2',
          status: 'INACTIVE',
          tags: { team: 'x', 'deploy:sha': 'b'.repeat(40) },
        },
      ],
    })
    const deployed = await deploy(it)
    const step = await rollback(it, deploymentsOf(deployed))
    expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
    const now = it.ecs.definitions.get(serving(it) ?? '')
    expect(now).toMatchObject({ revision: 3, containerDefinitions: [{ image: 'repo/app:2' }] })
    expect(now?.tags).toContainEqual({ key: 'team', value: 'x' })
    expect(now?.tags).toContainEqual({ key: 'deploy:sha', value: 'b'.repeat(40) })
  })
})

describe('without a record', () => {
  const past = [
    { image: 'repo/app:1', tags: { 'deploy:sha': '1'.repeat(40) } },
    { image: 'repo/app:2', undeployed: true },
    { image: 'repo/app:3', tags: { 'deploy:sha': '3'.repeat(40) } },
    { image: 'repo/app:4' },
  ]

  test.concurrent('goes by the history of the service, twice in a row, never forward', async () => {
    const it = await world({ history: past })
    const once = await rollback(it, target)
    expect(once).toMatchObject({ code: 0, outputs: { 'restored-version': definition('api:3') } })
    const twice = await rollback(it, target)
    // Revision 2 was registered, but never deployed.
    expect(twice).toMatchObject({ code: 0, outputs: { 'restored-version': definition('api:1') } })
    const thrice = await rollback(it, target)
    expect(thrice).toMatchObject({ code: 1, outputs: { changed: 'false' } })
    expect(thrice.error).toContain('Nothing to roll back to')
  })

  test.concurrent('and without the right to see that history, by what ecs-deploy has written', async () => {
    const it = await world()
    await deploy(it)
    it.aws.deny('ecs:ListServiceDeployments')
    const step = await rollback(it, target)
    expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': definition('api:2') } })
  })

  test.concurrent('is never merely the revision before', async () => {
    const it = await world()
    it.aws.deny('ecs:ListServiceDeployments')
    const step = await rollback(it, target)
    expect(step).toMatchObject({ code: 1, outputs: { changed: 'false' } })
    expect(step.error).toContain('Nothing to roll back to')
  })

  test.concurrent.each([
    ['a family and a revision', 'api:1', 'api:1'],
    ['a revision', '3', 'api:3'],
    ['an ARN', definition('api:3'), 'api:3'],
    ['a commit', '1'.repeat(40), 'api:1'],
    ['a short commit', '3333333', 'api:3'],
  ])('goes to %s that is named', async (_, to, expected) => {
    const it = await world({ history: past })
    const step = await rollback(it, { ...target, to })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(serving(it)).toBe(definition(expected))
  })

  test.concurrent.each([
    ['v1.2', /api has no version "v1\.2" among its last 100 deployments/],
    ['api:99', /Unable to describe task definition/],
  ])('refuses %s, which is not known', async (to, error) => {
    const step = await rollback(await world(), { ...target, to })
    expect(step).toMatchObject({ code: 1, outputs: { changed: 'false' } })
    expect(step.error).toMatch(error)
  })

  test.concurrent('of several services, as a list, in the region that is named', async () => {
    const it = await world({}, {}, ['api', 'worker'])
    const list =
      '- { cluster: prod, service: api, name: backend }\n- { cluster: prod, service: worker, region: eu-west-1 }'
    const step = await rollback(it, { provider: 'ecs', target: list })
    expect(recordsOf(step).map(({ name, status }) => [name, status])).toEqual([
      ['backend', 'succeeded'],
      ['worker', 'succeeded'],
    ])
  })

  test.concurrent.each([
    [
      'service: api',
      'such as "{cluster: prod, service: api}", or a list of these; it lacks "cluster".',
    ],
    [
      'cluster: prod, service: api',
      'such as "{cluster: prod, service: api}", or a list of these; it is not',
    ],
    ['{ cluster: prod, service: "a/b c" }', 'not the name or ARN of a service'],
    ['{ cluster: prod, service: api, region: "x.y/" }', 'not a region'],
  ])('refuses the target %s', async (given, error) => {
    const step = await rollback(await world(), { provider: 'ecs', target: given })
    expect(step).toMatchObject({ code: 1 })
    expect(step.error).toContain(error)
  })
})

test.concurrent('a dry run says what it would write, and writes nothing', async () => {
  const it = await world()
  const step = await rollback(it, { ...target, 'dry-run': 'true' })
  expect(step).toMatchObject({ code: 0, outputs: { status: 'dry-run', changed: 'false' } })
  expect(recordsOf(step)[0]?.reason).toMatch(/^Would roll api back to api:1\.$/)
  expect(writesTo(it.aws)).toEqual([])
})

test.concurrent('a copy that was registered counts as changed, when the service may not be updated', async () => {
  const it = await world()
  const deployed = await deploy(it)
  it.ecs.definitions.forEach((one, name) => {
    if (name === definition('api:2')) one.status = 'INACTIVE'
  })
  it.aws.deny('ecs:UpdateService')
  const step = await rollback(it, deploymentsOf(deployed))
  expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'true' } })
  expect(step.error).toMatch(/AccessDenied.* api:4 was registered\./)
})

test.concurrent('a way back that is not listed at once is waited for, and not taken for an old one', async () => {
  const outcome = (_: string, image: string) =>
    image === 'repo/app:1' ? 'ROLLBACK_FAILED' : 'SUCCESSFUL'
  const it = await world({}, { outcome })
  it.aws.play([{ path: /ListServiceDeployments/, fault: listedLate(2) }])
  const step = await rollback(it, target)
  expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
  expect(step.error).toContain('could not roll it back either')
})

test.concurrent.each([
  ['throttling', throttled],
  ['502', badGateway],
  ['a lost answer', dropped],
])('%s: back all the same, once', async (_, fault) => {
  const it = await world()
  it.aws.play([{ path: /UpdateService/, fault, first: 1 }])
  const step = await rollback(it, target)
  expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
  expect(it.ecs.services.api?.rollouts.count).toBe(3)
})
