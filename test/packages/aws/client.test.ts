import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as cloudwatch from '@aws-sdk/client-cloudwatch'
import * as codedeploy from '@aws-sdk/client-codedeploy'
import type { DescribeClustersRequest, DescribeClustersResponse } from '@aws-sdk/client-ecs'
import * as ecs from '@aws-sdk/client-ecs'
import type { GetAliasRequest } from '@aws-sdk/client-lambda'
import * as lambda from '@aws-sdk/client-lambda'
import { AwsClient, type AwsService, awsAccess, hasErrorCode } from '@ci-actions/aws'
import { IndeterminateError } from '@ci-actions/http'
import { Deadline } from '@ci-actions/wait'
import { array, object, optional, string } from 'valibot'
import { resolveEndpoint } from '../../../packages/aws/src/endpoint.ts'
import { sign } from '../../../packages/aws/src/sign.ts'
import {
  type Aws,
  AwsError,
  account,
  keys,
  refused,
  region,
  startAws,
  throttled,
} from '../../emulators/aws-server.ts'
import { wrongSignature } from '../../emulators/aws-signature.ts'
import {
  answered,
  badGateway,
  dropped,
  type Rule,
  rateLimited,
  reset,
} from '../../emulators/faults.ts'
import { TestRunner } from '../../support/runner.ts'

const ecsService: AwsService = {
  name: 'ECS',
  id: 'ECS',
  host: 'ecs',
  target: 'AmazonEC2ContainerServiceV20141113',
}
const lambdaService: AwsService = { name: 'Lambda', id: 'LAMBDA', host: 'lambda' }

const clustersShape = object({ clusters: array(object({ clusterName: optional(string()) })) })

describe('A signature', () => {
  const now = new Date('2026-11-21T09:45:00Z')
  test.each([
    [
      'JSON',
      'POST',
      '/',
      '',
      '{"cluster":"prod"}',
      { 'content-type': 'application/x-amz-json-1.1' },
    ],
    ['REST without a body', 'GET', '/2015-03-31/functions/api/aliases/live', '', undefined, {}],
    ['REST with a query', 'GET', '/f', 'Qualifier=12&Marker=a%20b%2Fc&A=', undefined, {}],
    [
      'a function given by its ARN',
      'PUT',
      '/f/arn%3Aaws%3Alambda%3Aeu-west-1%3A1%3Afunction%3Aapi/code',
      '',
      '{}',
      {},
    ],
    ['text beyond ASCII', 'POST', '/', '', '{"reason":"für alle 🎉"}', { 'x-amz-target': 'A.B' }],
  ] as const)('of %s is the one that AWS computes', (_, method, path, query, body, headers) => {
    const url = new URL(`https://ecs.eu-west-1.amazonaws.com${path}${query ? `?${query}` : ''}`)
    const made = sign({ method, url, headers, body }, keys, { service: 'ecs', region, now })
    const received = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(
        Object.entries({ host: url.host, ...made }).map(([name, value]) => [
          name.toLowerCase(),
          value,
        ]),
      ),
      body: body ?? '',
    }
    expect(wrongSignature(received, keys, now)).toBeUndefined()
    expect(wrongSignature({ ...received, body: `${body} ` }, keys, now)).toBe(
      'InvalidSignatureException',
    )
    expect(wrongSignature(received, { ...keys, secretAccessKey: 'another' }, now)).toBe(
      'InvalidSignatureException',
    )
  })
})

describe('The endpoint in', () => {
  const clients = {
    ecs: new ecs.ECSClient({ region }),
    lambda: new lambda.LambdaClient({ region }),
    codedeploy: new codedeploy.CodeDeployClient({ region }),
    monitoring: new cloudwatch.CloudWatchClient({ region }),
  }
  test.each([
    'us-east-1',
    'eu-west-1',
    'ap-southeast-7',
    'cn-north-1',
    'us-gov-west-1',
    'us-iso-east-1',
    'us-isob-east-1',
    'eu-isoe-west-1',
    'us-isof-south-1',
    'eusc-de-east-1',
  ])('%s is the one of the SDK', (where) => {
    for (const [host, { config }] of Object.entries(clients)) {
      for (const [fips, dualstack] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ] as const) {
        const asked = { Region: where, UseFIPS: fips, UseDualStack: dualstack }
        const { url } = config.endpointProvider(asked)
        const due = [host, fips, dualstack, url.host]
        const settings = { region: where, fips, dualstack, findCustomEndpoint: () => undefined }
        const ours = resolveEndpoint({ id: host.toUpperCase(), host }, settings)
        expect([host, fips, dualstack, ours.host]).toEqual(due)
      }
    }
  })
})

describe('A client', () => {
  let aws: Aws
  let created: string[]

  beforeEach(async () => {
    created = []
    aws = await startAws([
      {
        name: 'ecs',
        target: ecsService.target ?? '',
        schemas: { ...ecs },
        operations: {
          DescribeClusters({ clusters = [] }: DescribeClustersRequest): DescribeClustersResponse {
            return { clusters: clusters.map((clusterName) => ({ clusterName })) }
          },
          CreateCluster({ clusterName = '' }: ecs.CreateClusterRequest): ecs.CreateClusterResponse {
            created.push(clusterName)
            return { cluster: { clusterName } }
          },
          DeleteCluster(): object {
            throw new AwsError('ClusterNotFoundException', 'Cluster not found.')
          },
        },
        resourceOf: () => `arn:aws:ecs:${region}:${account}:cluster/prod`,
      },
      {
        name: 'lambda',
        schemas: { ...lambda },
        operations: {
          GetAlias: ({ FunctionName, Name }: GetAliasRequest) => ({
            Name,
            Description: FunctionName,
          }),
        },
      },
    ])
  })

  afterEach(() => aws.close())

  async function client(service: AwsService, env: Record<string, string> = {}) {
    const runner = new TestRunner({}, { ...aws.env, ...env })
    return { client: new AwsClient(service, await awsAccess(runner)), runner }
  }
  const soon = () => new Deadline(20_000, new AbortController().signal)
  const read = async (env: Record<string, string> = {}) =>
    (await client(ecsService, env)).client.call(
      'DescribeClusters',
      { json: { clusters: ['prod'] } },
      clustersShape,
      soon(),
    )
  const write = async (more: object = {}) =>
    (await client(ecsService)).client.call(
      'CreateCluster',
      { json: { clusterName: 'prod' }, ...more },
      object({}),
      soon(),
    )

  test('speaks AWS JSON, signed', async () => {
    expect(await read()).toEqual({ clusters: [{ clusterName: 'prod' }] })
    expect(aws.requests).toMatchObject([
      { operation: 'DescribeClusters', input: { clusters: ['prod'] } },
    ])
  })

  test('speaks REST, signed, also of a function given by its ARN', async () => {
    const name = `arn:aws:lambda:${region}:${account}:function:api`
    const path = `/2015-03-31/functions/${encodeURIComponent(name)}/aliases/live`
    const { client: one } = await client(lambdaService)
    const shape = object({ Name: string(), Description: string() })
    expect(await one.call('GetAlias', { path }, shape, soon())).toEqual({
      Name: 'live',
      Description: name,
    })
  })

  test('masks what is secret, and prefers the endpoint of its service', async () => {
    const { runner } = await client(ecsService)
    expect(runner.masked).toEqual([keys.secretAccessKey, keys.sessionToken])
    const elsewhere = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ENDPOINT_URL_ECS: aws.url }
    expect(await read(elsewhere)).toEqual({ clusters: [{ clusterName: 'prod' }] })
  })

  test('a denial names the action and the resource to allow', async () => {
    aws.deny('ecs:DescribeClusters')
    await expect(read()).rejects.toThrow(
      `(allow ecs:DescribeClusters on arn:aws:ecs:${region}:${account}:cluster/prod in the policy of this job's role)`,
    )
  })

  test.each([
    [
      'another secret',
      { AWS_SECRET_ACCESS_KEY: 'wrong-secret-key' },
      /InvalidSignatureException: .*the secret key does not belong to the access key/,
    ],
    [
      'another key',
      { AWS_ACCESS_KEY_ID: 'AKIAWRONG' },
      /UnrecognizedClientException: .*the credentials are not valid/,
    ],
    ['no session token', { AWS_SESSION_TOKEN: '' }, /UnrecognizedClientException/],
  ])('%s is refused in words', async (_, env, error) => {
    await expect(read(env)).rejects.toThrow(error)
  })

  test('expired credentials are said to be expired', async () => {
    aws.play([
      {
        fault: refused(
          'ExpiredTokenException',
          'The security token included in the request is expired',
          403,
        ),
      },
    ])
    await expect(read()).rejects.toThrow(
      /ExpiredTokenException: .*\(the credentials have expired; raise the "role-duration-seconds" of the role\)/,
    )
  })

  test('an error that the service describes keeps its name', async () => {
    const { client: one } = await client(ecsService)
    const error = await one
      .call('DeleteCluster', { json: { cluster: 'x' } }, object({}), soon())
      .catch((thrown: unknown) => thrown)
    expect(hasErrorCode(error, 'ClusterNotFoundException')).toBe(true)
    expect(hasErrorCode(error, 'ClientException')).toBe(false)
    expect(String(error)).toContain(
      'ECS (DeleteCluster) answered 400: "ClusterNotFoundException: Cluster not found."',
    )
  })

  test.each([
    ['throttling with a 400', throttled],
    ['throttling with a 429', refused('TooManyRequestsException', 'Rate exceeded', 429)],
    ['429 of a proxy', rateLimited('1')],
  ])('%s is waited out, also by what writes', async (_, fault) => {
    aws.play([{ fault, first: 1 }])
    await write()
    expect(created).toEqual(['prod'])
  })

  test.each([
    ['502', badGateway],
    [
      'a server error',
      refused('ServerException', 'Service Unavailable. Please try again later.', 500),
    ],
    ['a lost answer', dropped],
    ['a reset connection', reset],
  ])('after %s what reads asks again; what writes does not know', async (_, fault) => {
    const rules: Rule[] = [{ fault, first: 1 }]
    aws.play(rules)
    await expect(read()).resolves.toEqual({ clusters: [{ clusterName: 'prod' }] })
    aws.play(rules)
    await expect(write()).rejects.toThrow(IndeterminateError)
    expect(created.length).toBeLessThan(2)
    aws.play(rules)
    await write({ idempotent: true })
  })

  test('a limit that is a quota is not waited out', async () => {
    aws.play([
      { fault: refused('LimitExceededException', 'The limit for the resource was exceeded.') },
    ])
    await expect(write()).rejects.toThrow('LimitExceededException')
    expect(aws.requests).toHaveLength(1)
  })

  test('an answer that is not of AWS is quoted', async () => {
    aws.play([{ fault: answered(403, '<html><h1>Blocked by the proxy</h1></html>') }])
    await expect(read()).rejects.toThrow(
      'ECS (DescribeClusters) answered 403: "Blocked by the proxy',
    )
  })
})

describe('Where and who, as the SDK finds it:', () => {
  const elsewhere = { AWS_EC2_METADATA_DISABLED: 'true' }
  const home = mkdtempSync(join(tmpdir(), 'aws-'))
  const config = join(home, 'config')
  writeFileSync(config, '[default]\nregion = eu-south-2\n[profile prod]\nregion = ap-south-1\n')
  const credentials = join(home, 'credentials')
  writeFileSync(
    credentials,
    '[prod]\naws_access_key_id = AKIAPROD\naws_secret_access_key = secret-of-prod\n',
  )
  const before = { ...process.env }

  // The chain of the SDK reads the environment of the process itself.
  function environment(env: Record<string, string>): TestRunner {
    process.env = {
      ...before,
      ...elsewhere,
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: credentials,
      ...env,
    }
    return new TestRunner({}, env)
  }
  afterEach(() => {
    process.env = before
  })
  const moment = () => new Deadline(5_000, new AbortController().signal)

  test.each([
    [{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-east-1' }, 'eu-west-1'],
    [{ AWS_DEFAULT_REGION: 'us-east-1' }, 'us-east-1'],
    [{ AWS_PROFILE: 'prod' }, 'ap-south-1'],
  ])('the region of %j is %s', async (env, found) => {
    expect((await awsAccess(environment(env as Record<string, string>))).region).toBe(found)
  })

  test('the keys of a profile', async () => {
    const runner = environment({ AWS_PROFILE: 'prod', AWS_REGION: region })
    const found = await (await awsAccess(runner)).credentials(moment())
    expect(found).toMatchObject({ accessKeyId: 'AKIAPROD', secretAccessKey: 'secret-of-prod' })
    expect(runner.masked).toEqual(['secret-of-prod'])
  })

  test('no region is an error that says where to set one', async () => {
    const runner = environment({ AWS_CONFIG_FILE: '/dev/null' })
    await expect(awsAccess(runner)).rejects.toThrow(/No AWS region is set\. Pass "aws-region"/)
  })

  test('a region that is none is refused before it becomes a host', async () => {
    const runner = environment({ AWS_REGION: 'eu.example.com/' })
    await expect(awsAccess(runner)).rejects.toThrow(
      'The AWS region "eu.example.com/" is invalid; a region looks like "eu-west-1".',
    )
  })

  test('no credentials are an error that says which step is missing', async () => {
    const runner = environment({
      AWS_REGION: region,
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_CONFIG_FILE: '/dev/null',
    })
    const { credentials: find } = await awsAccess(runner)
    await expect(find(moment())).rejects.toThrow(
      /No AWS credentials were found\. Run aws-actions\/configure-aws-credentials/,
    )
  })
})
