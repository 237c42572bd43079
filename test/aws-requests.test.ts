import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Aws, keys, region, startAws } from './emulators/aws-server.ts'
import { decode, judgeOf } from './emulators/aws-validator.ts'
import { emulateCodeDeploy } from './emulators/codedeploy.ts'
import { emulateEcs } from './emulators/ecs.ts'
import { startLambda } from './emulators/lambda.ts'
import { type AwsRequest, requestOfSdk, sdk, startRecorder } from './support/aws-requests.ts'
import type { Step } from './support/bundle.ts'
import { runStep } from './support/step.ts'

const before = { ...process.env }
const opened: { close(): unknown }[] = []
afterEach(async () => {
  process.env = before
  for (const one of opened.splice(0)) await one.close()
})

const code = mkdtempSync(join(tmpdir(), 'package-'))
writeFileSync(join(code, 'index.mjs'), 'export const handler = 1')

/** Who is asked and in whose name, in variables. */
const byVariables = (aws: Aws): Record<string, string> => ({ ...aws.env, HOME: code })

/** The same by a profile in the files of the machine. */
function byProfile(aws: Aws): Record<string, string> {
  const home = mkdtempSync(join(tmpdir(), 'home-'))
  mkdirSync(join(home, '.aws'))
  const services = ['ecs', 'codedeploy', 'lambda', 'cloudwatch'].map(
    (id) => `${id} =\n  endpoint_url = ${aws.url}`,
  )
  writeFileSync(
    join(home, '.aws/config'),
    `[profile prod]\nregion = ${region}\nservices = here\n[services here]\n${services.join('\n')}\n`,
  )
  writeFileSync(
    join(home, '.aws/credentials'),
    `[prod]\naws_access_key_id = ${keys.accessKeyId}\naws_secret_access_key = ${keys.secretAccessKey}\naws_session_token = ${keys.sessionToken}\n`,
  )
  // The SDK warns of the keys on stderr, unless it is given another place to.
  const others = { AWS_ACCESS_KEY_ID: 'AKIAOTHER', AWS_SECRET_ACCESS_KEY: 'secret-of-another' }
  return { HOME: home, AWS_PROFILE: 'prod', ...others }
}

interface Run {
  readonly action: string
  readonly inputs: Record<string, string>
}

/** Runs a bundle behind a proxy, and compares what it sent with what the SDK would have. */
async function expectAsTheSdk(
  aws: Aws,
  env: Record<string, string>,
  { action, inputs }: Run,
): Promise<{ step: Step; operations: Set<string> }> {
  const recorder = await startRecorder(aws.url)
  opened.push(recorder)
  const asked = aws.requests.length
  const step = await runStep(action, { inputs, env: { ...env, HTTP_PROXY: recorder.url } })
  expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
  process.env = { PATH: before.PATH, ...env }
  const due: AwsRequest[] = []
  for (const { service, operation, input } of aws.requests.slice(asked)) {
    const host = service === 'cloudwatch' ? 'monitoring' : service
    const shape = judgeOf(sdk[host] ?? {}).operation(operation)?.input
    if (!shape) throw new Error(`The SDK has no ${operation}.`)
    due.push(await requestOfSdk(host, operation, decode(shape, input) as object))
  }
  expect(inOrder(recorder.requests)).toEqual(inOrder(due))
  return { step, operations: new Set(aws.requests.slice(asked).map(({ operation }) => operation)) }
}

/** Requests that go side by side arrive in any order, and so do the members of an object. */
function inOrder(requests: readonly AwsRequest[]): string[] {
  const ordered = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return requests.map((request) => JSON.stringify(request, ordered)).sort()
}

const deploymentsOf = ({ outputs }: Step) => ({ deployments: outputs.deployments ?? '' })

describe.each([
  ['variables', byVariables],
  ['a profile', byProfile],
] as const)('Each request is that of the SDK, with %s,', (_, envOf) => {
  test('of ecs-deploy and of its rollback', async () => {
    const history = [{ image: 'repo/app:1' }, { image: 'repo/app:2' }]
    const ecs = emulateEcs({ services: [{ name: 'api', history }] })
    const aws = await startAws([ecs.emulated])
    opened.push(aws, { close: () => ecs.stop() })
    const inputs = {
      cluster: 'prod',
      service: 'api',
      images: 'repo/app:3',
      'run-task': 'migrate up',
    }
    const { step, operations } = await expectAsTheSdk(aws, envOf(aws), {
      action: 'ecs-deploy',
      inputs,
    })
    expect([...operations]).toEqual(
      expect.arrayContaining([
        'DescribeServices',
        'RegisterTaskDefinition',
        'RunTask',
        'UpdateService',
      ]),
    )
    const back = { action: 'rollback', inputs: deploymentsOf(step) }
    expect((await expectAsTheSdk(aws, envOf(aws), back)).operations).toContain('UpdateService')
  })

  test('of ecs-deploy by CodeDeploy and of its rollback', async () => {
    const ecs = emulateEcs({ services: [{ name: 'api', controller: 'CODE_DEPLOY' }] })
    const group = { application: 'app', group: 'group', service: 'api' }
    const aws = await startAws([ecs.emulated, emulateCodeDeploy({ ecs, ...group }).emulated])
    opened.push(aws, { close: () => ecs.stop() })
    const inputs = {
      cluster: 'prod',
      service: 'api',
      images: 'repo/app:3',
      'codedeploy-application': 'app',
      'codedeploy-deployment-group': 'group',
    }
    const { step, operations } = await expectAsTheSdk(aws, envOf(aws), {
      action: 'ecs-deploy',
      inputs,
    })
    expect(operations).toContain('CreateDeployment')
    const back = { action: 'rollback', inputs: deploymentsOf(step) }
    expect((await expectAsTheSdk(aws, envOf(aws), back)).operations).toContain('CreateDeployment')
  })

  test('of lambda-deploy, its canary in CloudWatch, and its rollback', async () => {
    const versions = [{ code: 'first' }, { code: 'second' }]
    const lambda = await startLambda([{ name: 'api', versions, aliases: { live: '2' } }])
    opened.push(lambda)
    lambda.watch.alarms.set('errors', 'OK')
    lambda.watch.counts.set('api:live:3', { invocations: 200, errors: 1 })
    const inputs = {
      functions: `api: ${code}`,
      canary: '10% 200ms',
      alarms: 'errors',
      'max-error-rate': '1',
    }
    const { step, operations } = await expectAsTheSdk(lambda, envOf(lambda), {
      action: 'lambda-deploy',
      inputs,
    })
    expect([...operations]).toEqual(
      expect.arrayContaining([
        'UpdateFunctionCode',
        'PublishVersion',
        'DescribeAlarms',
        'GetMetricData',
        'UpdateAlias',
      ]),
    )
    const back = { action: 'rollback', inputs: deploymentsOf(step) }
    expect((await expectAsTheSdk(lambda, envOf(lambda), back)).operations).toContain('UpdateAlias')
  })

  test('of deliver', async () => {
    const history = [{ image: 'repo/app:1' }, { image: 'repo/app:2' }]
    const ecs = emulateEcs({ services: [{ name: 'api', history }] })
    const aws = await startAws([ecs.emulated])
    const lambda = await startLambda([
      { name: 'api', versions: [{ code: 'first' }], aliases: { live: '1' } },
    ])
    opened.push(aws, lambda, { close: () => ecs.stop() })
    const toEcs = { provider: 'ecs', cluster: 'prod', service: 'api', images: 'repo/app:3' }
    await expectAsTheSdk(aws, envOf(aws), { action: 'deliver', inputs: toEcs })
    const toLambda = { provider: 'lambda', functions: `api: ${code}` }
    await expectAsTheSdk(lambda, envOf(lambda), { action: 'deliver', inputs: toLambda })
  })
})
