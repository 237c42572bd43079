import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateFunctionCommand,
  GetAliasCommand,
  LambdaClient,
  ListVersionsByFunctionCommand,
} from '@aws-sdk/client-lambda'
import { zip } from '../../packages/deployment/src/lambda/zip.ts'
import { type Step, startBundle } from '../support/bundle.ts'
import { installMoto, type Moto, startMoto } from './moto.ts'

let moto: Moto
let client: LambdaClient

beforeAll(async () => {
  installMoto()
  moto = await startMoto()
  client = new LambdaClient({
    endpoint: moto.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  })
  await makeRole('ci')
}, 300_000)

afterAll(async () => {
  client.destroy()
  await moto.close()
})

/** Lambda wants a role that exists. */
async function makeRole(name: string): Promise<void> {
  const scope = '20261121/us-east-1/iam/aws4_request'
  await fetch(moto.url, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=a/${scope}, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams({
      Action: 'CreateRole',
      Version: '2010-05-08',
      RoleName: name,
      AssumeRolePolicyDocument: '{}',
    }),
  })
}

/** Makes a function as somebody has made it before there was a pipeline. */
async function makeFunction(name: string, image?: string): Promise<void> {
  const ZipFile = await zip([{ path: 'index.js', bytes: Buffer.from('old'), kind: 'file' }])
  await client.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Role: 'arn:aws:iam::123456789012:role/ci',
      ...(image
        ? { PackageType: 'Image', Code: { ImageUri: image } }
        : { Runtime: 'nodejs22.x', Handler: 'index.handler', Code: { ZipFile } }),
    }),
  )
}

function folder(text: string): string {
  const place = mkdtempSync(join(tmpdir(), 'package-'))
  writeFileSync(join(place, 'index.js'), text)
  return place
}

function step(action: string, inputs: Record<string, string>): Promise<Step> {
  return startBundle(action, { inputs, env: moto.env })
}

async function live(name: string) {
  const alias = await client.send(new GetAliasCommand({ FunctionName: name, Name: 'live' }))
  const { FunctionVersion: version, RoutingConfig, Description: description } = alias
  return { version, weights: RoutingConfig?.AdditionalVersionWeights ?? {}, description }
}

test('six functions by zip and by image: deployed, unchanged, deployed by a canary, taken back', async () => {
  const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app/ai:v'
  const names = ['auth', 'profile', 'chat', 'post', 'catalog', 'ai'].map((name) => `${name}-svc`)
  for (const name of names) await makeFunction(name, name === 'ai-svc' ? `${image}0` : undefined)
  const functions = (version: string): string =>
    names.map((name) => (name === 'ai-svc' ? `${name}: ${image}${version}` : name)).join('\n')

  const first = await step('lambda-deploy', { functions: functions('1'), package: folder('one') })
  expect(first).toMatchObject({
    code: 0,
    error: '',
    outputs: { status: 'succeeded', version: '1' },
  })
  expect(await live('auth-svc')).toMatchObject({ version: '1' })

  const zipped = names.filter((name) => name !== 'ai-svc').join('\n')
  const again = await step('lambda-deploy', { functions: zipped, package: folder('one') })
  expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })

  const second = await step('lambda-deploy', {
    functions: functions('2'),
    package: folder('two'),
    canary: '10% 300ms, 50% 300ms',
  })
  expect(second).toMatchObject({
    code: 0,
    error: '',
    outputs: { status: 'succeeded', version: '2' },
  })
  for (const name of names) {
    expect(await live(name)).toMatchObject({
      version: '2',
      weights: {},
      description: expect.stringContaining('prev=1;'),
    })
  }

  const back = await step('rollback', { deployments: second.outputs.deployments ?? '' })
  expect(back).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
  for (const name of names) expect(await live(name)).toMatchObject({ version: '1', weights: {} })

  const named = await step('rollback', {
    provider: 'lambda',
    target: JSON.stringify(names.map((name) => ({ function: name }))),
    to: '2',
  })
  expect(named).toMatchObject({ code: 0, outputs: { 'restored-version': '2' } })
  expect(await live('ai-svc')).toMatchObject({ version: '2' })
  const { Versions = [] } = await client.send(
    new ListVersionsByFunctionCommand({ FunctionName: 'auth-svc' }),
  )
  expect(Versions.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2'])
})

test('a canary while an alarm of CloudWatch is watched', async () => {
  await makeFunction('watched')
  const inputs = { functions: 'watched', package: folder('one') }
  await step('lambda-deploy', inputs)
  const unknown = await step('lambda-deploy', {
    ...inputs,
    package: folder('two'),
    canary: '10% 300ms',
    alarms: 'nobody',
    'max-error-rate': '1',
  })
  expect(unknown.error).toContain('CloudWatch has no alarm "nobody" in this region')
  const watched = await step('lambda-deploy', {
    ...inputs,
    package: folder('two'),
    canary: '10% 300ms',
    'max-error-rate': '1',
  })
  expect(watched).toMatchObject({ code: 0, error: '', outputs: { version: '2' } })
})
