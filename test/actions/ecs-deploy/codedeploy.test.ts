import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Aws, startAws, throttled } from '../../emulators/aws-server.ts'
import {
  type CodeDeploy,
  type CodeDeployGiven,
  emulateCodeDeploy,
} from '../../emulators/codedeploy.ts'
import { arn, type Ecs, emulateEcs } from '../../emulators/ecs.ts'
import { badGateway, dropped, executed, type Rule, reset } from '../../emulators/faults.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { recordsOf } from '../../support/record.ts'
import { runStep } from '../../support/step.ts'

const definition = (revision: string): string => arn(`task-definition/${revision}`)

interface World {
  readonly ecs: Ecs
  readonly codedeploy: CodeDeploy
  readonly aws: Aws
}

const running: World[] = []

async function world(more: Partial<CodeDeployGiven> = {}): Promise<World> {
  const ecs = emulateEcs({ services: [{ name: 'api', controller: 'CODE_DEPLOY' }] })
  const codedeploy = emulateCodeDeploy({
    ecs,
    application: 'app',
    group: 'group',
    service: 'api',
    ...more,
  })
  const aws = await startAws([ecs.emulated, codedeploy.emulated])
  running.push({ ecs, codedeploy, aws })
  return { ecs, codedeploy, aws }
}

afterAll(() => Promise.all(running.map(({ aws }) => aws.close())))

const controller = {
  'codedeploy-application': 'app',
  'codedeploy-deployment-group': 'group',
}

async function deploy(
  { aws }: World,
  inputs: Record<string, string> = {},
  start: Start = {},
): Promise<Step> {
  const given = { cluster: 'prod', service: 'api', images: 'repo/app:3', ...controller, ...inputs }
  const step = await runStep('ecs-deploy', { ...start, env: aws.env, inputs: given })
  expect(aws.undescribed).toEqual([])
  return step
}

const serving = ({ ecs }: World): string | undefined => ecs.services.api?.serving
const contentOf = ({ codedeploy }: World, index = 0) =>
  JSON.parse(codedeploy.deployments[index]?.revision?.appSpecContent?.content ?? 'null')

test.concurrent('a release by CodeDeploy is live, with an AppSpec built for the service', async () => {
  const it = await world()
  const step = await deploy(it)
  expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
  expect(serving(it)).toBe(definition('api:3'))
  expect(recordsOf(step)[0]).toMatchObject({
    provider: 'ecs',
    id: 'd-000000001',
    target: { application: 'app', deploymentGroup: 'group' },
    version: { ref: definition('api:3') },
    previous: { ref: definition('api:2') },
  })
  expect(contentOf(it)).toEqual({
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            LoadBalancerInfo: { ContainerName: 'web', ContainerPort: 8080 },
            PlatformVersion: 'LATEST',
            TaskDefinition: definition('api:3'),
          },
        },
      },
    ],
  })
})

test.concurrent('an AppSpec that is given and is none says what is wrong', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'appspec-'))
  writeFileSync(join(workspace, 'appspec.yml'), 'resources: []')
  const step = await deploy(await world(), { 'codedeploy-appspec': 'appspec.yml' }, { workspace })
  expect(step.error).toContain(
    'The AppSpec "appspec.yml" is not one for an ECS service (it lacks "Resources").',
  )
})

test.concurrent('an AppSpec that is given keeps its hooks', async () => {
  const it = await world()
  const workspace = mkdtempSync(join(tmpdir(), 'appspec-'))
  const text = [
    'version: 0.0',
    'Resources:',
    '  - TargetService:',
    '      Type: AWS::ECS::Service',
    '      Properties:',
    '        TaskDefinition: <TASK_DEFINITION>',
    '        LoadBalancerInfo: { ContainerName: web, ContainerPort: 80 }',
    'Hooks:',
    '  - AfterAllowTestTraffic: check',
  ].join('\n')
  writeFileSync(join(workspace, 'appspec.yml'), text)
  const step = await deploy(it, { 'codedeploy-appspec': 'appspec.yml' }, { workspace })
  expect(step).toMatchObject({ code: 0, error: '' })
  expect(contentOf(it)).toMatchObject({
    Hooks: [{ AfterAllowTestTraffic: 'check' }],
    Resources: [{ TargetService: { Properties: { TaskDefinition: definition('api:3') } } }],
  })
})

test.concurrent('what runs already is unchanged', async () => {
  const it = await world()
  const step = await deploy(it, { images: 'repo/app:2' })
  expect(step).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })
  expect(it.codedeploy.deployments).toHaveLength(0)
})

test.concurrent('a deployment that fails is rolled back by CodeDeploy, which is red', async () => {
  const it = await world({ outcome: () => 'Failed' })
  const step = await deploy(it)
  expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back' } })
  expect(step.error).toContain(
    'ended as Failed (HOOK_EXECUTION_FAILURE: The hook AfterAllowTestTraffic failed.). CodeDeploy rolled back with d-000000002.',
  )
  expect(serving(it)).toBe(definition('api:2'))
})

test.concurrent('with on-failure: leave it stays as it failed', async () => {
  const it = await world({ outcome: () => 'Failed' })
  const step = await deploy(it, { 'on-failure': 'leave' })
  expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
  expect(it.codedeploy.deployments).toHaveLength(1)
})

test.concurrent('after the time is over it is stopped, and CodeDeploy goes back', async () => {
  const it = await world({ stages: Array.from({ length: 40 }, () => 'InProgress' as const) })
  const step = await deploy(it, { timeout: '4s' })
  expect(step).toMatchObject({ code: 1, outputs: { status: 'timed-out' } })
  expect(step.error).toContain('was stopped, and CodeDeploy rolls back to the previous version')
  expect(it.codedeploy.deployments[0]?.status).toBe('Stopped')
})

test.concurrent('a cancelled job stops it, with a rollback, within 5 s', async () => {
  const it = await world({ stages: Array.from({ length: 400 }, () => 'InProgress' as const) })
  let began = 0
  const step = await deploy(
    it,
    {},
    {
      watch: (stdout, kill) => {
        if (began || !stdout.includes('api: InProgress')) return
        began = performance.now()
        kill('SIGINT')
      },
    },
  )
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled' } })
  expect(it.codedeploy.deployments.map(({ status }) => status)).toEqual(['Stopped', 'Created'])
})

test.concurrent('a re-run follows the deployment that is under way', async () => {
  const it = await world({ stages: Array.from({ length: 4 }, () => 'InProgress' as const) })
  await deploy(it, { wait: 'false' })
  const step = await deploy(it)
  expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
  expect(step.stdout).toContain('is already deploying this version; following it')
  expect(it.codedeploy.deployments).toHaveLength(1)
})

test.concurrent('another deployment under way is named', async () => {
  const it = await world({ stages: Array.from({ length: 60 }, () => 'InProgress' as const) })
  await deploy(it, { wait: 'false' })
  const step = await deploy(it, { images: 'repo/app:4' })
  expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
  expect(step.error).toMatch(/d-000000001 is under way in group \(InProgress\), with api:3\./)
})

test.concurrent.each([
  ['throttling', throttled],
  ['502', badGateway],
  ['502, carried out', executed(badGateway)],
  ['a lost answer', dropped],
  ['a reset connection', reset],
])(
  '%s to CreateDeployment and to looks: deployed once',
  async (_, fault) => {
    const it = await world({ stages: ['Created', 'InProgress', 'InProgress', 'InProgress'] })
    const rules: Rule[] = [{ path: /CreateDeployment/, fault, first: 1 }]
    it.aws.play(rules)
    const step = await deploy(it)
    const once = it.codedeploy.deployments.length
    if (fault === reset) {
      // It may have been carried out, and is nowhere to be seen: it is not sent again.
      expect(step.error).toContain('Not retrying, because the first request may still take effect')
      return
    }
    expect({ error: step.error, once }).toEqual({ error: '', once: 1 })
    expect(serving(it)).toBe(definition('api:3'))
  },
  60_000,
)

test.concurrent.each([
  ['service', 'api\nworker', 'A CodeDeploy deployment group deploys one service'],
  [
    'codedeploy-deployment-group',
    '',
    'Set "codedeploy-application" and "codedeploy-deployment-group" together',
  ],
  [
    'strategy',
    'canary',
    'With CodeDeploy, "strategy", "bake-time" and "desired-count" cannot be set',
  ],
  ['codedeploy-appspec', 'none.yml', 'names the file "none.yml", which does not exist'],
])('%s: %j is refused', async (input, value, error) => {
  const step = await deploy(await world(), { [input]: value })
  expect(step).toMatchObject({ code: 1, outputs: {} })
  expect(step.error).toContain(error)
})

test.concurrent('a service that CodeDeploy controls cannot be deployed without it, nor the other way round', async () => {
  const it = await world()
  const without = await deploy(it, {
    'codedeploy-application': '',
    'codedeploy-deployment-group': '',
  })
  expect(without.error).toContain('api is deployed by CodeDeploy. Set "codedeploy-application"')
})

describe('rollback', () => {
  const target = 'cluster: prod\nservice: api\napplication: app\ndeploymentGroup: group'
  const rollback = ({ aws }: World, inputs: Record<string, string>): Promise<Step> =>
    runStep('rollback', { env: aws.env, inputs })

  test.concurrent('from the record goes back by another deployment', async () => {
    const it = await world()
    const deployed = await deploy(it)
    const step = await rollback(it, { deployments: deployed.outputs.deployments ?? '' })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
    expect(serving(it)).toBe(definition('api:2'))
  })

  test.concurrent('without one goes by the deployments that succeeded', async () => {
    const it = await world()
    await deploy(it)
    await deploy(it, { images: 'repo/app:4' })
    const step = await rollback(it, { provider: 'ecs', target })
    expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': definition('api:3') } })
    expect(contentOf(it, 2).Resources[0].TargetService.Properties.PlatformVersion).toBe('LATEST')
  })

  test.concurrent('of one that is under way stops it', async () => {
    const it = await world({
      stages: Array.from({ length: 3 }, () => 'InProgress' as const),
    })
    const deployed = await deploy(it, { wait: 'false' })
    const step = await rollback(it, { deployments: deployed.outputs.deployments ?? '' })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(it.codedeploy.deployments.map(({ status }) => status)).toEqual(['Stopped', 'Succeeded'])
    expect(serving(it)).toBe(definition('api:2'))
  })
})
