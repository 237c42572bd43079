import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readInputs } from '@ci-actions/kit'
import { ecsDeploy } from '../../../actions/ecs-deploy/src/main.ts'
import { createTargets } from '../../../packages/deployment/src/ecs/targets.ts'
import { type Aws, refused, startAws, throttled, writesTo } from '../../emulators/aws-server.ts'
import {
  arn,
  type Ecs,
  type EcsGiven,
  type EcsServiceGiven,
  emulateEcs,
  listedLate,
} from '../../emulators/ecs.ts'
import {
  answered,
  badGateway,
  dropped,
  executed,
  type Fault,
  loginPage,
  reset,
  truncated,
} from '../../emulators/faults.ts'
import { send } from '../../emulators/server.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { testClock } from '../../support/clock.ts'
import { deployInProcess } from '../../support/deployment.ts'
import { recordsOf } from '../../support/record.ts'
import { defaultsOf } from '../../support/run-in-process.ts'
import { TestRunner } from '../../support/runner.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'

const commit = 'a'.repeat(40)
const definition = (revision: string): string => arn(`task-definition/${revision}`)

interface World {
  readonly ecs: Ecs
  readonly aws: Aws
}

const running: World[] = []

async function world(
  services: readonly EcsServiceGiven[] = [{ name: 'api', stages: [] }],
  more: Partial<EcsGiven> = {},
): Promise<World> {
  const ecs = emulateEcs({ services, ...more })
  const aws = await startAws([ecs.emulated])
  running.push({ ecs, aws })
  return { ecs, aws }
}

afterAll(async () => {
  for (const { ecs } of running) ecs.stop()
  await Promise.all(running.map(({ aws }) => aws.close()))
})

/** Deploys the image `repo/app:3` to all services. */
async function deploy(
  { ecs, aws }: World,
  inputs: Record<string, string> = {},
  start: Start = {},
): Promise<Step> {
  const names = Object.keys(ecs.services).join('\n')
  const step = await runStep('ecs-deploy', {
    ...start,
    env: { ...aws.env, GITHUB_SHA: commit, ...start.env },
    inputs: { cluster: 'prod', service: names, images: 'repo/app:3', ...inputs },
  })
  expect(aws.undescribed).toEqual([])
  return step
}

const api = ({ ecs }: World) => {
  const service = ecs.services.api
  if (!service) throw new Error('There is no service api.')
  return service
}

function fileOf(content: object | string, name = 'task-definition.json'): string {
  const workspace = mkdtempSync(join(tmpdir(), 'ecs-'))
  writeFileSync(
    join(workspace, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  )
  return workspace
}

/** The task definition of api as a person would write it. */
const written = {
  family: 'api',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '.25 vCPU',
  memory: '0.5 GB',
  containerDefinitions: [
    { name: 'web', image: 'repo/app:2', portMappings: [{ containerPort: 8080 }] },
  ],
}

describe('a release', () => {
  test.concurrent('brings new images to three services, side by side, and hands on their records', async () => {
    const it = await world(['api', 'worker', 'site'].map((name) => ({ name })))
    const step = await deploy(it, {
      environment: 'production',
      service: 'backend: api\nworker\n# the page\nsite',
    })

    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(step.outputs).toMatchObject({
      status: 'succeeded',
      changed: 'true',
      'task-definition-arn': definition('api:3'),
      'previous-version': definition('api:2'),
    })
    const records = recordsOf(step)
    expect(records.map(({ name }) => name)).toEqual(['backend', 'worker', 'site'])
    for (const { target, ...record } of records) {
      const ref = definition(`${target.service}:3`)
      expect(it.ecs.services[String(target.service)]?.serving).toBe(ref)
      expect(target).toEqual({ cluster: 'prod', service: target.service, region: 'eu-west-1' })
      expect(record).toMatchObject({
        schema: 'ci-actions/deployment@1',
        kind: 'deploy',
        provider: 'ecs',
        environment: 'production',
        status: 'succeeded',
        version: { ref, commit, digest: expect.stringMatching(/^sha256:\w{64}$/) },
        previous: { ref: definition(`${target.service}:2`) },
        live: { ref, commit },
      })
    }
  })

  test.concurrent('says in the tags of the revision what it brings and what was before', async () => {
    const it = await world()
    await deploy(it)
    const tags = it.ecs.definitions.get(definition('api:3'))?.tags
    expect(Object.fromEntries((tags ?? []).map(({ key, value }) => [key, value]))).toEqual({
      'deploy:sha': commit,
      'deploy:run': 'https://github.com/org/app/actions/runs/42',
      'deploy:prev': definition('api:2'),
    })
  })

  test.concurrent('without the right to tag is a release all the same', async () => {
    const it = await world()
    it.aws.play([
      {
        path: /RegisterTaskDefinition/,
        first: 1,
        fault: refused(
          'AccessDeniedException',
          'User: ci is not authorized to perform: ecs:TagResource on resource: * because …',
        ),
      },
    ])
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(step.stdout).toContain('not allowed to use ecs:TagResource')
    expect(it.ecs.definitions.get(definition('api:3'))?.tags).toEqual([])
  })

  test.concurrent('of images that run already changes nothing', async () => {
    const it = await world([
      { name: 'api', history: [{ image: 'repo/app:2' }, { image: 'repo/app:3' }] },
    ])
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })
    expect(recordsOf(step)[0]).toMatchObject({
      version: { ref: definition('api:2') },
      previous: { ref: definition('api:1') },
    })
    expect(writesTo(it.aws)).toEqual([])
  })

  test.concurrent('of the same by force is another deployment of the same revision', async () => {
    const it = await world()
    const step = await deploy(it, { images: '', 'force-new-deployment': 'true' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded', changed: 'true' } })
    expect(writesTo(it.aws)).toEqual(['UpdateService'])
    expect(recordsOf(step)[0]).toMatchObject({
      version: { ref: definition('api:2') },
      previous: { ref: definition('api:1') },
    })
  })

  test.concurrent('reuses the revision that an earlier attempt has left', async () => {
    const it = await world([
      {
        name: 'api',
        stages: [],
        history: [{ image: 'repo/app:2' }, { image: 'repo/app:3', undeployed: true }],
      },
    ])
    const step = await deploy(it)
    expect(step.outputs['task-definition-arn']).toBe(definition('api:2'))
    expect(writesTo(it.aws)).toEqual(['UpdateService'])
  })

  test.concurrent('follows the deployment that an earlier attempt started', async () => {
    const stages = Array.from({ length: 6 }, () => 'IN_PROGRESS')
    const it = await world([{ name: 'api', stages }])
    it.ecs.deploy('api', { image: 'repo/app:3' })
    const step = await deploy(it, {}, { env: { GITHUB_RUN_ATTEMPT: '2' } })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(step.stdout).toContain('is already deploying this version; following it.')
    expect(writesTo(it.aws)).toEqual([])
    expect(recordsOf(step)[0]?.previous).toMatchObject({ ref: definition('api:2') })
  })

  test.concurrent('follows it also when it ends between two questions', async () => {
    const it = await world([{ name: 'api', stages: ['IN_PROGRESS', 'IN_PROGRESS'] }])
    it.ecs.deploy('api', { image: 'repo/app:3' })
    const step = await deploy(it, {}, { env: { GITHUB_RUN_ATTEMPT: '2' } })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(writesTo(it.aws)).toEqual([])
  })

  test.concurrent('that nobody waits for is started, and no more than that', async () => {
    const it = await world([{ name: 'api', stages: [['IN_PROGRESS', 60_000]] }])
    const step = await deploy(it, { wait: 'false' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'started', changed: 'true' } })
  })

  test.concurrent('as a dry run says what it would do, never the value of a variable, and does nothing', async () => {
    const it = await world()
    const step = await deploy(it, {
      'dry-run': 'true',
      env: 'web: {TOKEN: MARKER-of-a-variable}',
      'run-task': 'npm run migrate',
      'desired-count': '4',
      strategy: 'canary',
    })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'dry-run', changed: 'false' } })
    expect(recordsOf(step)[0]?.reason).toBe(
      'Would run "npm run migrate" first, register a new revision of api (web runs repo/app:3; web gets TOKEN) and deploy it to api, with the strategy CANARY, with 4 tasks.',
    )
    expect(step.stdout + step.summary).not.toContain('MARKER-of')
    expect(writesTo(it.aws)).toEqual([])
  })

  test.concurrent('that is the first has nothing before it', async () => {
    const it = await world([
      { name: 'api', stages: [], history: [{ image: 'a:1', undeployed: true }] },
    ])
    const step = await deploy(it, { 'task-definition': 'api' })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(recordsOf(step)[0]).toMatchObject({ previous: null, status: 'succeeded' })
  })
})

describe('what can be known by reading', () => {
  test.concurrent.each<[string, Record<string, string>, RegExp[]]>([
    [
      'services that do not exist',
      { service: 'api\ntypo\nother' },
      [/typo failed: No deployable service "typo"/, /other failed: No deployable service "other"/],
    ],
    [
      'a container that one definition does not have',
      { service: 'api\nworker', images: 'web: repo/app:3' },
      [/worker failed: The task definition worker has no container "web"; it has job\./],
    ],
    [
      'a variable for such a container',
      { service: 'api\nworker', images: '', env: 'web: { A: b }' },
      [/worker failed: .* has no container "web"/],
    ],
    [
      'a container for the task that runs first',
      { 'run-task': 'migrate: npm run migrate' },
      [
        /api, worker failed: "run-task" names the container "migrate"|"run-task" names the container "migrate"/,
      ],
    ],
  ])('is read for all before anything is written: %s', async (_, inputs, errors) => {
    const it = await world([{ name: 'api' }, { name: 'worker', containers: [{ name: 'job' }] }])
    const step = await deploy(it, { 'run-task': 'npm run migrate', ...inputs })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    for (const error of errors) expect(step.error).toMatch(error)
    expect(writesTo(it.aws)).toEqual([])
    for (const record of recordsOf(step)) {
      expect(['failed', 'cancelled']).toContain(record.status)
      if (record.status === 'cancelled') expect(record.reason).toMatch(/Nothing was changed/)
    }
  })
})

test.concurrent.each(['3', '1'])(
  'a deployment that failed and was not rolled back is started again, attempt %s',
  async (attempt) => {
    let tries = 0
    const it = await world([{ name: 'api' }], {
      outcome: (_, image) => (image === 'repo/app:3' && ++tries === 1 ? 'FAILED' : 'SUCCESSFUL'),
    })
    const failed = await deploy(it, { 'on-failure': 'leave' })
    expect(failed).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(api(it).serving).toBe(definition('api:2'))
    const again = await deploy(it, {}, { env: { GITHUB_RUN_ATTEMPT: attempt } })
    expect(again).toMatchObject({
      code: 0,
      outputs: { status: 'succeeded', version: definition('api:3') },
    })
    expect(api(it).serving).toBe(definition('api:3'))
  },
)

test.concurrent('null in an answer is the same as left out', async () => {
  const it = await world()
  it.aws.play([
    {
      path: /DescribeServices/,
      fault: (execute, response) => {
        const answer = execute()
        const [service] = JSON.parse(answer.body).services
        const nulls = {
          events: null,
          loadBalancers: null,
          taskSets: null,
          currentServiceRevisions: null,
        }
        const body = {
          services: [{ ...service, ...nulls, deploymentController: {} }],
          failures: null,
        }
        send(response, { ...answer, body: JSON.stringify(body) })
      },
    },
  ])
  const step = await deploy(it)
  expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
})

test.concurrent('tags beside a task definition are registered with it, and the same again is nothing new', async () => {
  const it = await world()
  const tags = [{ key: 'team', value: 'payments' }]
  const workspace = fileOf({ taskDefinition: { ...written, revision: 7, status: 'ACTIVE' }, tags })
  const inputs = { 'task-definition': 'task-definition.json' }
  expect((await deploy(it, inputs, { workspace })).code).toBe(0)
  const registered = it.ecs.definitions.get(api(it).serving ?? '')
  expect(registered?.tags).toEqual(expect.arrayContaining(tags))
  const again = await deploy(it, inputs, { workspace })
  expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged' } })
})

describe('the task definition', () => {
  const web = (it: World) =>
    it.ecs.definitions.get(api(it).serving ?? '')?.containerDefinitions?.[0]

  test.concurrent('of a file that means what runs is nothing new, whatever ECS has filled in', async () => {
    const it = await world()
    const workspace = fileOf(written)
    const step = await deploy(
      it,
      { images: '', 'task-definition': 'task-definition.json' },
      { workspace },
    )
    expect(step).toMatchObject({ code: 0, outputs: { status: 'unchanged' } })
    expect(writesTo(it.aws)).toEqual([])
  })

  test.concurrent.each([
    [{ containerDefinitions: [] }, 'it lacks "family"'],
    [
      { family: 'api', containerDefinitions: [{ image: 'repo/app:3' }] },
      'at "containerDefinitions.0": it lacks "name"',
    ],
  ])('of a file that is none says what is wrong: %j', async (content, error) => {
    const inputs = { images: '', 'task-definition': 'task-definition.json' }
    const step = await deploy(await world(), inputs, { workspace: fileOf(content) })
    expect(step.error).toContain(
      `The task definition "task-definition.json" is invalid (${error}). It must be JSON or YAML`,
    )
  })

  test.concurrent('of a file that several services share is registered once', async () => {
    const it = await world(['api', 'worker'].map((name) => ({ name, stages: [] })))
    const workspace = fileOf({ ...written, family: 'both' })
    const step = await deploy(it, { 'task-definition': 'task-definition.json' }, { workspace })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(writesTo(it.aws).sort()).toEqual([
      'RegisterTaskDefinition',
      'UpdateService',
      'UpdateService',
    ])
    for (const { serving } of Object.values(it.ecs.services))
      expect(serving).toBe(definition('both:1'))
  })

  test.concurrent('as the AWS CLI describes it, in YAML, is understood', async () => {
    const it = await world()
    const text = [
      'taskDefinition:',
      '  taskDefinitionArn: arn:aws:ecs:eu-west-1:1:task-definition/api:9',
      '  family: api',
      '  revision: 9',
      '  status: ACTIVE',
      '  cpu: 256',
      '  memory: 512',
      '  cpuz: 1',
      '  containerDefinitions:',
      '    - { name: web, image: repo/app:1, essential: true }',
    ].join('\n')
    const workspace = fileOf(text, 'task.yml')
    const step = await deploy(it, { 'task-definition': 'task.yml' }, { workspace })
    expect(step).toMatchObject({ code: 0 })
    expect(step.stdout).toContain('ignoring "cpuz", which ECS does not support')
    expect(web(it)?.image).toBe('repo/app:3')
  })

  test.concurrent.each([
    ['an ARN', definition('api:1')],
    ['a family and a revision', 'api:1'],
  ])('by %s is deployed as it is', async (_, name) => {
    const it = await world()
    const step = await deploy(it, { images: '', 'task-definition': name })
    expect(step).toMatchObject({ code: 0, outputs: { version: definition('api:1') } })
    expect(writesTo(it.aws)).toEqual(['UpdateService'])
  })

  test.concurrent('gets new images and variables by container', async () => {
    const containers = [
      { name: 'web', secrets: [{ name: 'KEY', valueFrom: 'ssm' }] },
      { name: 'log', image: 'log:1' },
    ]
    const digest = `sha256:${'a'.repeat(64)}`
    const history = [{ image: 'repo/app:1', env: { A: '1', B: '2', C: '3' } }]
    const it = await world([{ name: 'api', containers, history, stages: [] }])
    const step = await deploy(it, {
      images: `log: log:2\nweb: repo/app@${digest}`,
      env: 'web: {A: 9, B: null, KEY: plain, DEBUG: true}',
    })
    expect(step).toMatchObject({ code: 0 })
    const [first, second] =
      it.ecs.definitions.get(api(it).serving ?? '')?.containerDefinitions ?? []
    expect([first?.image, second?.image]).toEqual([`repo/app@${digest}`, 'log:2'])
    expect(first?.environment).toEqual([
      { name: 'C', value: '3' },
      { name: 'A', value: '9' },
      { name: 'KEY', value: 'plain' },
      { name: 'DEBUG', value: 'true' },
    ])
    expect(first?.secrets).toEqual([])
  })

  test.concurrent.each([
    [
      { images: 'api: repo/app:3' },
      'The task definition api has no container "api"; it has web, log.',
    ],
    [{ images: 'repo/app:3' }, 'write "container: image", with one of web, log.'],
    [{ images: '', env: 'api: {A: 1}' }, 'has no container "api"'],
  ])('%j: is refused in words', async (inputs, error) => {
    const containers = [{ name: 'web' }, { name: 'log', image: 'log:1' }]
    const it = await world([{ name: 'api', containers }])
    const step = await deploy(it, inputs)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain(error)
  })

  test.concurrent('that is no longer active is refused by ECS in words', async () => {
    const history = [{ image: 'a:1', status: 'INACTIVE' as const }, { image: 'a:2' }]
    const it = await world([{ name: 'api', history }])
    const step = await deploy(it, { images: '', 'task-definition': 'api:1' })
    expect(step.error).toContain('TaskDefinition is inactive')
  })
})

describe('the service', () => {
  test.concurrent('gets more tasks without a deployment', async () => {
    const it = await world()
    const step = await deploy(it, { images: '', 'desired-count': '5' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded', changed: 'true' } })
    expect(api(it).desiredCount).toBe(5)
  })

  test.concurrent('gets another strategy together with all that its configuration had', async () => {
    const configuration = {
      strategy: 'ROLLING' as const,
      maximumPercent: 150,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    }
    const it = await world([{ name: 'api', configuration, stages: [] }])
    await deploy(it, { strategy: 'blue-green', 'bake-time': '10m' })
    expect(api(it).configuration).toEqual({
      ...configuration,
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 10,
    })
  })

  test.concurrent.each(['canary', 'linear', 'blue-green'])(
    '%s is followed through its stages to the end',
    async (strategy) => {
      const stages = ['PENDING', 'IN_PROGRESS/PRODUCTION_TRAFFIC_SHIFT', 'IN_PROGRESS/BAKE_TIME']
      const it = await world([{ name: 'api', stages }])
      const step = await deploy(it, { strategy })
      expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
      expect(step.stdout).toMatch(/IN_PROGRESS, (BAKE_TIME|PRODUCTION_TRAFFIC_SHIFT)/)
    },
  )

  test.concurrent.each([
    [
      'is not there',
      { service: 'apj' },
      'No deployable service "apj" in the cluster "prod" in eu-west-1',
    ],
    ['is in no such cluster', { cluster: 'prd' }, 'ClusterNotFoundException: Cluster not found.'],
  ])('%s: said in words', async (_, inputs, error) => {
    const step = await deploy(await world(), inputs)
    expect(step).toMatchObject({ code: 1, outputs: { changed: 'false' } })
    expect(step.error).toContain(error)
  })

  test.concurrent('that others control is refused', async () => {
    const step = await deploy(await world([{ name: 'api', controller: 'EXTERNAL' }]))
    expect(step.error).toContain('external deployment controller (EXTERNAL)')
  })
})

describe('a task that runs first', () => {
  const log = {
    logConfiguration: {
      logDriver: 'awslogs' as const,
      options: { 'awslogs-group': '/ecs/api', 'awslogs-stream-prefix': 'ecs' },
    },
  }

  test.concurrent('runs once, in the new revision, with the network of the service', async () => {
    const it = await world(
      ['api', 'worker'].map((name) => ({
        name,
        stages: [],
        family: 'both',
        containers: [{ name: 'web', ...log }],
      })),
    )
    const step = await deploy(it, { 'run-task': 'sh -c "npm run migrate"' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(it.ecs.tasks).toMatchObject([
      {
        overrides: {
          containerOverrides: [{ name: 'web', command: ['sh', '-c', 'npm run migrate'] }],
        },
      },
    ])
    const asked = it.aws.requests.filter(({ operation }) => operation === 'RunTask')
    expect(asked).toMatchObject([
      { input: { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } } },
    ])
    expect(step.summary).toContain('exited with 0')
    expect(step.summary).toContain('log-groups/log-group/$252Fecs$252Fapi')
  })

  test.concurrent.each(['web: [npm, run, migrate]', 'web: npm run migrate', '[npm, run, migrate]'])(
    'may be written as %s',
    async (given) => {
      const it = await world()
      await deploy(it, { 'run-task': given })
      expect(it.ecs.tasks[0]?.overrides?.containerOverrides).toEqual([
        { name: 'web', command: ['npm', 'run', 'migrate'] },
      ])
    },
  )

  test.concurrent.each([0, 3])(
    'and whose other containers run on has ended with %i all the same',
    async (code) => {
      const containers = [{ name: 'web' }, { name: 'migrate', essential: false }]
      const it = await world([{ name: 'api', containers }], {
        exitCode: () => code,
        outlives: true,
      })
      const inputs = { images: 'web: repo/app:3', 'run-task': 'migrate: npm run migrate' }
      const step = await deploy(it, inputs)
      expect(step.code).toBe(code === 0 ? 0 : 1)
      if (code !== 0) expect(step.error).toMatch(/in migrate \(task \w+\) exited with 3/)
      expect(it.ecs.tasks[0]).toMatchObject({ desiredStatus: 'STOPPED' })
    },
  )

  test.concurrent('and fails: nothing is changed, and its exit code is told', async () => {
    const it = await world([{ name: 'api', containers: [{ name: 'web', ...log }] }], {
      exitCode: () => 3,
    })
    const step = await deploy(it, { 'run-task': 'npm run migrate' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'true' } })
    expect(step.error).toContain('api:3 was registered. "npm run migrate" was started.')
    expect(step.error).toMatch(
      /"npm run migrate" in web \(task \w+\) exited with 3, so no service was changed: Essential container in task exited\. Log: https:\/\/eu-west-1\.console/,
    )
    expect(writesTo(it.aws)).toEqual(['RegisterTaskDefinition', 'RunTask'])
    expect(api(it).serving).toBe(definition('api:2'))
  })
})

test.concurrent('hostile text is text: in events of the service and reasons of tasks', async () => {
  const hostile =
    'a `b` | <img src=x> [l](http://x) @org/team\n::error::x ##[add-path]/evil <!channel>'
  const it = await world(undefined, { outcome: () => 'ROLLBACK_SUCCESSFUL' })
  const { events, stoppedTasks } = api(it).rollouts
  const step = await deploy(
    it,
    {},
    {
      watch: () => {
        for (const task of stoppedTasks) task.stoppedReason = hostile
        for (const event of events) event.message = hostile
      },
    },
  )
  expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back' } })
  expect(step.error).toContain('3 tasks stopped: a `b` |')
  expect(step.error).not.toContain('\n')
  const names = step.commands.map(({ name }) => name).filter((name) => name !== 'add-mask')
  expect(names).toEqual(['error'])
  expect(step.summary).toContain('ECS says')
  expect(step.summary).not.toMatch(/<img|@org|\[l\]\(/)
})

test.concurrent('values of variables and keys never leave the step', async () => {
  const it = await world(undefined, { outcome: () => 'ROLLBACK_SUCCESSFUL' })
  const step = await deploy(it, { env: 'web: {TOKEN: MARKER-of-a-variable}' })
  expect(step.code).toBe(1)
  expect(leakedSecrets(step, ['MARKER'])).toEqual([])
})

test.concurrent('a task that failed runs again when the job is run again', async () => {
  const codes = [1, 0]
  const it = await world(undefined, { exitCode: () => codes.shift() ?? 0 })
  const inputs = { 'run-task': 'npm run migrate' }
  const failed = await deploy(it, inputs)
  expect(failed).toMatchObject({ code: 1, outputs: { changed: 'true' } })
  const again = await deploy(it, inputs, { env: { GITHUB_RUN_ATTEMPT: '2' } })
  expect(again).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
  // The revision that the first attempt has registered serves.
  expect(writesTo(it.aws)).toEqual([
    'RegisterTaskDefinition',
    'RunTask',
    'RunTask',
    'UpdateService',
  ])
})

describe('a task that', () => {
  const noRights = refused('AccessDeniedException', 'no', 403)
  const nowhere = answered(
    200,
    '{"tasks":[],"failures":[{"arn":"task","reason":"RESOURCE:MEMORY"}]}',
    { 'content-type': 'application/x-amz-json-1.1' },
  )
  const registered = 'api:3 was registered.'

  test.concurrent.each<[string, RegExp, Fault, Record<string, string>, string, RegExp]>([
    ['may not be started', /RunTask$/, noRights, {}, registered, /AccessDenied/],
    ['finds no room', /RunTask$/, nowhere, {}, registered, /RESOURCE:MEMORY/],
    [
      'may not be started in a revision that is there',
      /RunTask$/,
      noRights,
      { images: '', 'task-definition': 'api:1' },
      '',
      /AccessDenied/,
    ],
  ])('%s was not started', async (_, path, fault, inputs, written, reason) => {
    const it = await world()
    it.aws.play([{ path, fault }])
    const step = await deploy(it, { 'run-task': 'npm run migrate', ...inputs })
    expect(step).toMatchObject({
      code: 1,
      outputs: { status: 'failed', changed: String(written !== '') },
    })
    expect(step.error).toMatch(reason)
    expect(step.error).not.toContain('was started')
    expect(step.error.includes(registered)).toBe(written !== '')
    expect(api(it).serving).toBe(definition('api:2'))
  })

  test.concurrent.each([0, 1])(
    'ECS does not know after %i looks is waited for no longer',
    async (looks) => {
      const it = await world(undefined, { exitCode: () => undefined })
      const missing = answered(200, '{"tasks":[],"failures":[{"arn":"task","reason":"MISSING"}]}', {
        'content-type': 'application/x-amz-json-1.1',
      })
      let seen = 0
      it.aws.play([
        {
          path: /DescribeTasks$/,
          fault: (execute, response) => {
            if (seen++ < looks) send(response, execute())
            else missing(execute, response)
          },
        },
      ])
      const runner = new TestRunner(
        {
          ...defaultsOf('ecs-deploy'),
          ...{
            cluster: 'prod',
            service: 'api',
            images: 'repo/app:3',
            'run-task': 'npm run migrate',
          },
        },
        it.aws.env,
      )
      const order = await readInputs(ecsDeploy.inputs, runner)
      const left = await deployInProcess(await createTargets(order, runner), order, runner, {
        ...testClock(),
        date: () => new Date(),
      })
      expect(left.outputs).toMatchObject({ status: 'failed', changed: 'true' })
      expect(left.error).toContain('so its exit code is unknown. api:3 was registered.')
      expect(left.error).toContain('"npm run migrate" was started.')
    },
  )
})

test.concurrent('the first deployment that is not stable in time says everything once', async () => {
  const it = await world([{ name: 'api', history: [], stages: [['IN_PROGRESS', 60_000]] }])
  it.aws.deny('ecs:ListServiceDeployments')
  const workspace = fileOf(written)
  const inputs = { 'task-definition': 'task-definition.json', images: '', timeout: '3s' }
  const step = await deploy(it, inputs, { workspace })
  expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'true' } })
  expect(step.error).toMatch(
    /^api failed: (ECS \(\w+\) gave no answer\. )?The time limit given, 3 s, was reached\. \S+ was started and is still running \([^)]*\)\. ECS says: [^.]*\. The deployment could not be cancelled: no earlier version is known\. Log: \S+$/,
  )
})

test.concurrent('unchanged by a tag: whether that has moved is not asked, and is said', async () => {
  const it = await world()
  const step = await deploy(it, { images: 'repo/app:2' })
  expect(step).toMatchObject({ code: 0, outputs: { status: 'unchanged' } })
  expect(step.stdout).toContain('not checked whether repo/app:2 now points to another image')
})

test.concurrent('a container may have a name that every object has', async () => {
  const containers = [{ name: 'constructor' }, { name: 'toString' }]
  const it = await world([{ name: 'api', containers }])
  const step = await deploy(it, { images: 'constructor: repo/app:3', env: 'toString: { A: b }' })
  expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
  const [one, other] = it.ecs.definitions.get(api(it).serving ?? '')?.containerDefinitions ?? []
  expect(one?.image).toBe('repo/app:3')
  expect(one?.environment ?? []).toEqual([])
  expect(other?.environment).toEqual([{ name: 'A', value: 'b' }])
})

describe('a task that does not end', () => {
  const endless = () => world(undefined, { exitCode: () => undefined })

  test.concurrent('is left running when the time is over, and nothing is deployed', async () => {
    const it = await endless()
    const step = await deploy(it, { 'run-task': 'npm run migrate', timeout: '4s' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'timed-out' } })
    expect(step.error).toMatch(
      /was reached\. "npm run migrate" in web \(task \w+\) is still running;/,
    )
    expect(writesTo(it.aws)).toEqual(['RegisterTaskDefinition', 'RunTask'])
  })

  test.concurrent('is left running when the job is cancelled', async () => {
    const it = await endless()
    let began = 0
    const step = await deploy(
      it,
      { 'run-task': 'npm run migrate' },
      {
        watch: (stdout, kill) => {
          if (began || !stdout.includes('Running "npm run migrate"')) return
          began = performance.now()
          kill('SIGTERM')
        },
      },
    )
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled' } })
    expect(step.error).toContain('is still running; no service was changed.')
  })
})

describe('the end of a deployment', () => {
  test.concurrent('as rolled back by the circuit breaker is red, and says why the tasks stopped', async () => {
    const it = await world(undefined, { outcome: () => 'ROLLBACK_SUCCESSFUL' })
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back', changed: 'true' } })
    expect(step.error).toContain(
      'The circuit breaker was triggered: 3 tasks failed, the threshold is 3.',
    )
    expect(step.error).toContain(
      '3 tasks stopped: Essential container in task exited; web exited with 1 (Error: no such table)',
    )
    expect(step.summary).toContain('failed container health checks')
    expect(recordsOf(step)[0]).toMatchObject({ live: { ref: definition('api:2') } })
    expect(writesTo(it.aws)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })

  test.concurrent('as rolled back by an alarm names the alarm', async () => {
    const it = await world(undefined, { outcome: () => 'ALARMED' })
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back' } })
    expect(step.error).toContain('Alarms that fired: api-5xx.')
  })

  test.concurrent('as failed, and not rolled back by ECS, is put back here', async () => {
    const it = await world(undefined, {
      outcome: (_, image) => (image === 'repo/app:3' ? 'FAILED' : 'SUCCESSFUL'),
    })
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(step.error).toContain('is live again')
    expect(api(it)).toMatchObject({
      serving: definition('api:2'),
      rollouts: { primary: { taskDefinition: definition('api:2') } },
    })
  })

  test.concurrent('as failed is left so when that is asked', async () => {
    const it = await world(undefined, { outcome: () => 'ROLLBACK_FAILED' })
    const step = await deploy(it, { 'on-failure': 'leave' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(step.error).toContain('ECS could not roll it back either')
    expect(writesTo(it.aws)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })

  test.concurrent('as replaced by a newer one is superseded, and nothing is put back', async () => {
    const it = await world([
      { name: 'api', stages: [['IN_PROGRESS', 60_000]] },
      { name: 'worker', stages: [] },
    ])
    const step = await deploy(
      it,
      {},
      {
        watch: (stdout) => {
          if (stdout.includes('api: IN_PROGRESS') && api(it).rollouts.count < 4)
            it.ecs.deploy('api', { image: 'repo/app:4' })
        },
      },
    )
    expect(step).toMatchObject({ code: 1, outputs: { status: 'superseded' } })
    expect(step.error).toContain('The newer deployment')
    expect(it.ecs.services.worker?.serving).toBe(definition('worker:3'))
  })

  test.concurrent('as one of several failed puts all of them back', async () => {
    const it = await world(
      ['api', 'worker', 'site'].map((name) => ({ name, stages: [] })),
      {
        outcome: (service, image) =>
          service === 'worker' && image === 'repo/app:3' ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL',
      },
    )
    const step = await deploy(it)
    expect(recordsOf(step).map(({ status }) => status)).toEqual([
      'rolled-back',
      'rolled-back',
      'rolled-back',
    ])
    for (const { name, serving } of Object.values(it.ecs.services))
      expect(serving).toBe(definition(`${name}:2`))
    expect(step.code).toBe(1)
  })

  test.concurrent('after the time is over is timed out, stopped, and rolled back by ECS', async () => {
    const it = await world([{ name: 'api', stages: [['IN_PROGRESS', 60_000]] }])
    const step = await deploy(it, { timeout: '4s' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'timed-out' } })
    expect(step.error).toContain('was stopped, and ECS rolls back to the previous version')
    expect(api(it)).toMatchObject({
      serving: definition('api:2'),
      rollouts: { status: expect.stringMatching(/^ROLLBACK_(IN_PROGRESS|SUCCESSFUL)$/) },
    })
    expect(writesTo(it.aws)).toEqual([
      'RegisterTaskDefinition',
      'UpdateService',
      'StopServiceDeployment',
    ])
  })
})

test.concurrent.each([
  ['another image', {}],
  ['the same by force', { images: '', 'force-new-deployment': 'true' }],
])(
  'a deployment of %s that is not listed at once is waited for, and not taken for an old one',
  async (_, inputs) => {
    const it = await world(undefined, {
      outcome: (_, image) => (image === 'repo/app:3' ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL'),
    })
    it.aws.play([{ path: /ListServiceDeployments/, fault: listedLate(2) }])
    const step = await deploy(it, inputs)
    expect(step.stdout).toMatch(/not in the history yet|missing/)
    expect(step.outputs.status).toBe('images' in inputs ? 'succeeded' : 'rolled-back')
  },
)

describe('by force, where asking twice would be twice,', () => {
  const update = { path: /UpdateService/, first: 1 }
  test.concurrent.each([
    ['throttling', throttled],
    ['502', badGateway],
    ['502, carried out', executed(badGateway)],
    ['a lost answer', dropped],
    ['half an answer', truncated],
    ['a login page, carried out', executed(loginPage)],
  ])('%s: deployed once', async (_, fault) => {
    const it = await world()
    it.aws.play([{ ...update, fault }])
    const step = await deploy(it, { images: '', 'force-new-deployment': 'true' })
    expect(step).toMatchObject({ error: '', outputs: { status: 'succeeded' } })
    expect(api(it).rollouts.count).toBe(3)
  })

  test.concurrent('one that lost its answer and is nowhere to be seen is not sent again', async () => {
    const it = await world()
    it.aws.play([{ ...update, fault: reset }])
    const step = await deploy(it, { images: '', 'force-new-deployment': 'true' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'true' } })
    expect(step.error).toContain('Not retrying, because the first request may still take effect')
    expect(writesTo(it.aws)).toEqual(['UpdateService'])
  })
})

describe('a role that may not', () => {
  test.concurrent('list service deployments is told so, and the service is judged by its own state', async () => {
    const it = await world([{ name: 'api', stages: ['IN_PROGRESS', 'IN_PROGRESS'] }])
    it.aws.deny('ecs:ListServiceDeployments')
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(step.stdout).toContain(
      'allow ecs:ListServiceDeployments on arn:aws:ecs:eu-west-1:123456789012:service/prod/api',
    )
    expect(step.stdout).toContain('only the state of the service shows how the deployment ends')
  })

  test.concurrent.each([
    ['ROLLBACK_SUCCESSFUL', 'rolled-back'],
    ['FAILED', 'failed'],
  ] as const)('see them still sees that it ended as %s', async (outcome, status) => {
    const it = await world([{ name: 'api', stages: ['IN_PROGRESS'] }], {
      outcome: (_, image) => (image === 'repo/app:3' ? outcome : 'SUCCESSFUL'),
    })
    it.aws.deny(
      'ecs:ListServiceDeployments',
      'ecs:DescribeServiceDeployments',
      'ecs:DescribeServiceRevisions',
      'ecs:ListTasks',
    )
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status } })
    expect(api(it).serving).toBe(definition('api:2'))
  })

  test.concurrent.each([
    [
      'ecs:UpdateService',
      'allow ecs:UpdateService on arn:aws:ecs:eu-west-1:123456789012:service/prod/api',
    ],
    ['ecs:RegisterTaskDefinition', 'allow ecs:RegisterTaskDefinition on *'],
    ['ecs:DescribeServices', 'allow ecs:DescribeServices on'],
  ])('%s: the error names the action and the resource', async (action, error) => {
    const it = await world()
    it.aws.deny(action)
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(step.error).toContain(error)
    // A revision that was registered is there.
    expect(step.outputs.changed).toBe(`${action === 'ecs:UpdateService'}`)
    expect(step.error.includes('api:3 was registered.')).toBe(action === 'ecs:UpdateService')
  })
})

describe('wrong inputs', () => {
  test.concurrent.each([
    ['cluster', '', 'Input "cluster" is required'],
    ['cluster', 'my cluster', 'Input "cluster" must be a name of letters'],
    ['service', 'a/b c', 'Input "service" must be a name of letters'],
    ['service', 'api\napi', 'The service api is listed twice'],
    ['task-definition', 'deploy/task.json', 'which is neither a file in the workspace'],
    ['images', 'web: repo/app 3', 'Input "images" must be an image'],
    ['images', 'repo/app:', 'is a variable or an output in it empty?'],
    ['env', 'web: [A]', 'Input "env" must be YAML such as "container: {NAME: value}"'],
    ['desired-count', '-1', 'Input "desired-count" must be a whole number'],
    ['force-new-deployment', 'yes', 'Input "force-new-deployment" must be true or false'],
    ['strategy', 'blue', 'must be one of rolling, blue-green, canary, linear'],
    ['bake-time', '90s', 'Input "bake-time" must be a duration in whole minutes'],
    ['run-task', 'npm run "migrate', 'the command has an unmatched quotation mark'],
    ['run-task', 'web: {a: 1}', 'Input "run-task" must be a command'],
    ['on-failure', 'undo', 'must be one of leave, rollback'],
    ['on-cancel', 'cancel', 'must be one of leave, rollback'],
    ['timeout', 'soon', 'Input "timeout" must be a duration'],
    ['timeout', '0', 'Input "timeout" must be a duration longer than 0, not "0".'],
  ])('%s: %j', async (input, value, error) => {
    const inputs = { cluster: 'prod', service: 'api', [input]: value }
    const step = await runStep('ecs-deploy', { inputs, env: { AWS_REGION: 'eu-west-1' } })
    expect(step).toMatchObject({ code: 1, stderr: '', outputs: {} })
    expect(step.error).toContain(error)
    expect(step.error).not.toContain('\n')
  })

  test.concurrent.each([
    ['1h', '10m'],
    ['10m', '10m'],
  ])('a bake-time of %s cannot pass within a timeout of %s', async (bakeTime, timeout) => {
    const it = await world([{ name: 'api', stages: [] }])
    const inputs = { strategy: 'blue-green', 'bake-time': bakeTime, timeout }
    const step = await deploy(it, inputs)
    expect(step).toMatchObject({ code: 1, stderr: '', outputs: {} })
    expect(step.error).toBe(
      'With "bake-time", the deployment takes longer than "timeout"; increase it.',
    )
    expect(it.aws.requests).toEqual([])
    const started = await deploy(it, { ...inputs, wait: 'false' })
    expect(started).toMatchObject({ code: 0, outputs: { status: 'started' } })
  })

  test.concurrent('no region is an error that says where to set one', async () => {
    const step = await runStep('ecs-deploy', { inputs: { cluster: 'prod', service: 'api' } })
    expect(step.error).toContain('No AWS region is set.')
  })
})
