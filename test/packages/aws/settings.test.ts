import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { AwsClient, type AwsService, awsAccess } from '@ci-actions/aws'
import { Deadline } from '@ci-actions/wait'
import { object } from 'valibot'
import {
  type AwsRequest,
  type Recorder,
  requestOfSdk,
  startRecorder,
} from '../../support/aws-requests.ts'
import { TestRunner } from '../../support/runner.ts'

type Files = Readonly<Record<string, string>>
type Env = Readonly<Record<string, string>>

let recorder: Recorder
beforeAll(async () => {
  recorder = await startRecorder()
})
afterAll(() => recorder.close())

const before = { ...process.env }
afterEach(() => {
  process.env = before
})

/** The environment of a machine with these variables, and these files in its home. */
function machine(env: Env, files: Files): Env {
  const home = mkdtempSync(join(tmpdir(), 'home-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), text)
  }
  const full = { HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...env }
  process.env = { PATH: before.PATH, ...full }
  return full
}

/** An operation of each service, as it is asked here and by the SDK. */
const calls: readonly {
  readonly service: AwsService
  readonly operation: string
  readonly input: object
  readonly call: object
}[] = [
  {
    service: { name: 'ECS', id: 'ECS', host: 'ecs', target: 'AmazonEC2ContainerServiceV20141113' },
    operation: 'DescribeServices',
    input: { cluster: 'prod', services: ['api', 'für alle'] },
    call: { json: { cluster: 'prod', services: ['api', 'für alle'] } },
  },
  {
    service: {
      name: 'CodeDeploy',
      id: 'CODEDEPLOY',
      host: 'codedeploy',
      target: 'CodeDeploy_20141006',
    },
    operation: 'GetDeployment',
    input: { deploymentId: 'd-1' },
    call: { json: { deploymentId: 'd-1' } },
  },
  {
    service: {
      name: 'CloudWatch',
      id: 'CLOUDWATCH',
      host: 'monitoring',
      target: 'GraniteServiceVersion20100801',
      jsonVersion: '1.0',
    },
    operation: 'DescribeAlarms',
    input: { AlarmNames: ['errors'] },
    call: { json: { AlarmNames: ['errors'] } },
  },
  {
    service: { name: 'Lambda', id: 'LAMBDA', host: 'lambda' },
    operation: 'GetFunction',
    input: {
      FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:api',
      Qualifier: 'a b+c',
    },
    call: {
      path: '/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Aapi',
      query: { Qualifier: 'a b+c' },
    },
  },
  {
    service: { name: 'Lambda', id: 'LAMBDA', host: 'lambda' },
    operation: 'UpdateAlias',
    input: { FunctionName: 'api', Name: 'live', FunctionVersion: '3' },
    call: {
      method: 'PUT',
      path: '/2015-03-31/functions/api/aliases/live',
      json: { FunctionVersion: '3' },
    },
  },
]

/** What we send in these surroundings, by way of a proxy that shows a certificate of its own. */
async function ours(env: Env): Promise<AwsRequest[]> {
  const access = await awsAccess(new TestRunner({}, env))
  const proxy = { HTTP_PROXY: recorder.url, HTTPS_PROXY: recorder.url }
  recorder.requests.length = 0
  for (const { service, operation, call } of calls) {
    const client = new AwsClient(service, { ...access, connection: { proxy, insecure: true } })
    const deadline = new Deadline(20_000, new AbortController().signal)
    await client.call(operation, call, object({}), deadline).catch((error: Error) => {
      if (!error.message.includes('answered 400')) throw error
    })
  }
  return [...recorder.requests]
}

async function sdks(): Promise<AwsRequest[]> {
  const requests: AwsRequest[] = []
  for (const { service, operation, input } of calls) {
    requests.push(await requestOfSdk(service.host, operation, input))
  }
  return requests
}

const keys = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'secret-of-env' }
const here = { AWS_REGION: 'eu-west-1', ...keys }
const config = '.aws/config'
const credentials = '.aws/credentials'
const prod = { AWS_PROFILE: 'prod' }
const keysOf = (name: string): string =>
  `[${name}]\naws_access_key_id = AKIA${name.toUpperCase()}\naws_secret_access_key = secret-of-${name}\n`
const profile = (...lines: string[]): Files => ({
  [config]: ['[profile prod]', 'region = ap-south-1', ...lines, ''].join('\n'),
  [credentials]: keysOf('prod'),
})
const local = 'http://127.0.0.1:4566'

describe('Every service is asked as its client of the SDK asks it,', () => {
  test.each<[string, Env, Files]>([
    ['with keys in the environment', here, {}],
    ['with a session', { ...here, AWS_SESSION_TOKEN: 'token//////=' }, {}],
    ['at an address of one´s own', { ...here, AWS_ENDPOINT_URL: local }, {}],
    ['at one that ends with a slash', { ...here, AWS_ENDPOINT_URL: `${local}/` }, {}],
    ['at one with a path', { ...here, AWS_ENDPOINT_URL: `${local}/aws/eu` }, {}],
    [
      'at one with a path that ends with a slash',
      { ...here, AWS_ENDPOINT_URL: `${local}/aws/` },
      {},
    ],
    [
      'at one of https',
      { ...here, AWS_ENDPOINT_URL: 'https://vpce-1.ecs.eu-west-1.vpce.amazonaws.com' },
      {},
    ],
    ['at one of IPv6', { ...here, AWS_ENDPOINT_URL: 'http://[::1]:4566' }, {}],
    ['at one of the usual port', { ...here, AWS_ENDPOINT_URL: 'http://localstack:80' }, {}],
    ['at one for ECS', { ...here, AWS_ENDPOINT_URL_ECS: local }, {}],
    [
      'at one for each',
      {
        ...here,
        AWS_ENDPOINT_URL: 'http://all:1',
        AWS_ENDPOINT_URL_ECS: local,
        AWS_ENDPOINT_URL_LAMBDA: 'http://lambda:2',
        AWS_ENDPOINT_URL_CODEDEPLOY: 'http://codedeploy:3',
        AWS_ENDPOINT_URL_CLOUDWATCH: 'http://cloudwatch:4',
      },
      {},
    ],
    [
      'past addresses that are ignored',
      { ...here, AWS_ENDPOINT_URL: local, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      {},
    ],
    [
      'at addresses that are not ignored',
      { ...here, AWS_ENDPOINT_URL: local, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' },
      {},
    ],
    ['by a profile', prod, profile()],
    ['by a profile, at its address', prod, profile(`endpoint_url = ${local}`)],
    [
      'by a profile, at the addresses of its services',
      prod,
      profile(
        'services = here',
        '[services here]',
        'ecs =',
        `  endpoint_url = ${local}`,
        'cloudwatch =',
        '  endpoint_url = http://cloudwatch:4',
      ),
    ],
    [
      'by a profile, at the addresses of its services, else at its own',
      prod,
      profile(
        'services = here',
        'endpoint_url = http://all:1',
        '[services here]',
        'lambda =',
        `  endpoint_url = ${local}`,
      ),
    ],
    [
      'by a profile, at the address in the environment',
      { ...prod, AWS_ENDPOINT_URL: 'http://env:1' },
      profile(`endpoint_url = ${local}`),
    ],
    [
      'by a profile, at that of the environment for one',
      { ...prod, AWS_ENDPOINT_URL_ECS: 'http://env:1' },
      profile('services = here', '[services here]', 'ecs =', `  endpoint_url = ${local}`),
    ],
    [
      'by a profile, at that of the environment for all',
      { ...prod, AWS_ENDPOINT_URL: 'http://env:1' },
      profile('services = here', '[services here]', 'ecs =', `  endpoint_url = ${local}`),
    ],
    [
      'by a profile that ignores addresses',
      { ...prod, AWS_ENDPOINT_URL: 'http://env:1' },
      profile(`endpoint_url = ${local}`, 'ignore_configured_endpoint_urls = true'),
    ],
    [
      'by a profile that ignores them, and not for the environment',
      { ...prod, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' },
      profile(`endpoint_url = ${local}`, 'ignore_configured_endpoint_urls = true'),
    ],
    [
      'by a profile with remarks and blanks',
      prod,
      {
        [config]: `# mine\n[ignored]\n[profile prod]\n  region=us-west-2 # here\n  endpoint_url=${local} ; there\n`,
        [credentials]: keysOf('prod'),
      },
    ],
    [
      'by a profile that is quoted',
      { ...prod, AWS_PROFILE: 'prod' },
      { [config]: `[profile "prod"]\nregion = us-west-2\n`, [credentials]: keysOf('prod') },
    ],
    [
      'by a profile with a session',
      prod,
      { ...profile(), [credentials]: `${keysOf('prod')}aws_session_token = token-of-prod\n` },
    ],
    [
      'by a profile whose keys are in the config file',
      prod,
      {
        [config]: `[profile prod]\nregion = us-west-2\naws_access_key_id = AKIACONFIG\naws_secret_access_key = secret\n`,
      },
    ],
    [
      'by a profile in both files, with two regions',
      prod,
      { ...profile(), [credentials]: `${keysOf('prod')}region = us-west-2\n` },
    ],
    [
      'by a profile in both files, with two addresses',
      prod,
      {
        ...profile(`endpoint_url = ${local}`),
        [credentials]: `${keysOf('prod')}endpoint_url = http://other:1\n`,
      },
    ],
    [
      'by a profile whose region is not that of the environment',
      { ...prod, AWS_REGION: 'eu-north-1' },
      profile(),
    ],
    [
      'by a profile and not by the keys of the environment',
      { ...here, AWS_PROFILE: 'prod' },
      profile(),
    ],
    [
      'by a credential_process',
      prod,
      {
        [config]: `[profile prod]\nregion = us-west-2\ncredential_process = echo '{"Version":1,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"secret","SessionToken":"token"}'\n`,
      },
    ],
    [
      'by the default profile',
      {},
      {
        [config]: `[default]\nregion = eu-south-2\nendpoint_url = ${local}\n`,
        [credentials]: keysOf('default'),
      },
    ],
    [
      'by the default profile, beside keys in the environment',
      here,
      { [config]: `[default]\nregion = eu-south-2\nendpoint_url = ${local}\n` },
    ],
    [
      'by files elsewhere',
      {
        AWS_PROFILE: 'prod',
        AWS_CONFIG_FILE: '~/elsewhere',
        AWS_SHARED_CREDENTIALS_FILE: '~/there/too',
      },
      {
        elsewhere: `[profile prod]\nregion = us-west-2\nendpoint_url = ${local}\n`,
        'there/too': keysOf('prod'),
      },
    ],
    ['with FIPS', { ...here, AWS_REGION: 'us-east-1', AWS_USE_FIPS_ENDPOINT: 'true' }, {}],
    [
      'with FIPS, in GovCloud',
      { ...here, AWS_REGION: 'us-gov-west-1', AWS_USE_FIPS_ENDPOINT: 'true' },
      {},
    ],
    [
      'without FIPS, though the profile has it',
      { ...prod, AWS_USE_FIPS_ENDPOINT: 'false' },
      profile('use_fips_endpoint = true'),
    ],
    ['with FIPS by a profile', prod, profile('use_fips_endpoint = true')],
    ['by IPv6', { ...here, AWS_USE_DUALSTACK_ENDPOINT: 'true' }, {}],
    ['by IPv6, as a profile has it', prod, profile('use_dualstack_endpoint = true')],
    [
      'by IPv6, with FIPS',
      { ...here, AWS_USE_DUALSTACK_ENDPOINT: 'true', AWS_USE_FIPS_ENDPOINT: 'true' },
      {},
    ],
    ...[
      'fips-us-east-1',
      'us-gov-west-1-fips',
      'cn-north-1',
      'us-iso-east-1',
      'us-isob-east-1',
      'eusc-de-east-1',
      'mx-central-1',
      'xx-somewhere-9',
    ].map((region): [string, Env, Files] => [`in ${region}`, { ...here, AWS_REGION: region }, {}]),
  ])('%s', async (_, env, files) => {
    const full = machine(env, files)
    const due = await sdks()
    expect(await ours(full)).toEqual(due)
    expect(due).toHaveLength(calls.length)
  })
})

describe('What the SDK refuses is refused,', () => {
  const access = (env: Env, files: Files = {}) => awsAccess(new TestRunner({}, machine(env, files)))

  test.each<[string, Env, Files, string]>([
    [
      'FIPS at an address of one´s own',
      { ...here, AWS_ENDPOINT_URL: local, AWS_USE_FIPS_ENDPOINT: 'true' },
      {},
      'A custom endpoint is set for ECS (endpoint_url), and a FIPS endpoint of AWS is requested too',
    ],
    [
      'IPv6 of AWS at an address of one´s own, by a profile',
      prod,
      profile(`endpoint_url = ${local}`, 'use_dualstack_endpoint = true'),
      'A custom endpoint is set for ECS (endpoint_url), and a dual-stack endpoint of AWS is requested too',
    ],
    ['no region', keys, {}, 'No AWS region is set.'],
    [
      'a region that is no part of a host',
      { ...here, AWS_REGION: 'eu.example.com/' },
      {},
      'The AWS region "eu.example.com/" is invalid; a region looks like "eu-west-1".',
    ],
  ])('%s', async (_, env, files, error) => {
    const full = machine(env, files)
    await expect(ours(full)).rejects.toThrow(error)
    await expect(sdks()).rejects.toThrow()
  })

  test.each<[string, Env, Files, string]>([
    [
      'a services section that is not there, where the SDK goes to AWS itself',
      prod,
      profile('services = nowhere', `endpoint_url = ${local}`),
      'The AWS profile "prod" has "services = nowhere", but the config file has no section [services nowhere].',
    ],
    [
      'a flag that is none, where the SDK goes without it',
      { ...here, AWS_USE_FIPS_ENDPOINT: '1' },
      {},
      'AWS_USE_FIPS_ENDPOINT must be "true" or "false", not "1".',
    ],
    [
      'a flag of a profile that is none',
      prod,
      profile('use_fips_endpoint = yes'),
      'use_fips_endpoint of the AWS profile must be "true" or "false", not "yes".',
    ],
    [
      'an address that is none',
      { ...here, AWS_ENDPOINT_URL: 'localhost:4566' },
      {},
      'AWS_ENDPOINT_URL is not an http or https URL.',
    ],
  ])('and so is %s', async (_, env, files, error) => {
    await expect(ours(machine(env, files))).rejects.toThrow(error)
  })

  test('but a region that only the CLI reads is one', async () => {
    expect((await access({ ...keys, AWS_DEFAULT_REGION: 'us-west-2' })).region).toBe('us-west-2')
    const both = { ...here, AWS_DEFAULT_REGION: 'us-west-2' }
    expect((await access(both)).region).toBe('eu-west-1')
  })
})
