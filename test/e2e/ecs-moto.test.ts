import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs'
import { refused } from '../emulators/aws-server.ts'
import { listen, type Server, send } from '../emulators/server.ts'
import { type Step, startBundle } from '../support/bundle.ts'
import { recordsOf } from '../support/record.ts'
import { installMoto, type Moto, startMoto } from './moto.ts'

// moto starts no deployment when a service is updated, so that nothing can be waited for: what is seen
// here is the real wire format of what is read, registered, tagged and updated. It knows nothing of
// service deployments and revisions, which look here as if the role might not see them.

let moto: Moto
let front: Server
let client: ECSClient

const denied = refused(
  'AccessDeniedException',
  'not authorized to perform: ecs:ListServiceDeployments',
)
const none = { status: 0, body: '' }

beforeAll(async () => {
  installMoto()
  moto = await startMoto({ MOTO_ECS_SERVICE_RUNNING: '1' })
  front = await listen(async ({ headers, body }, response) => {
    const target = String(headers['x-amz-target'])
    if (/ServiceDeployments|ServiceRevisions/.test(target)) return denied(() => none, response)
    const { authorization, 'content-type': type } = headers
    const passed = { 'x-amz-target': target, 'content-type': String(type) }
    const answer = await fetch(moto.url, {
      method: 'POST',
      headers: { ...passed, authorization: String(authorization) },
      body,
    })
    send(response, { status: answer.status, body: await answer.text() })
  })
  client = new ECSClient({
    endpoint: moto.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  })
  await client.send(new CreateClusterCommand({ clusterName: 'prod' }))
  for (const name of ['api', 'worker']) {
    await client.send(
      new RegisterTaskDefinitionCommand({
        family: name,
        containerDefinitions: [
          {
            name: 'web',
            memory: 128,
            image: 'repo/app:1',
            portMappings: [{ containerPort: 8080 }],
          },
        ],
      }),
    )
    const service = { cluster: 'prod', serviceName: name, taskDefinition: name, desiredCount: 1 }
    await client.send(new CreateServiceCommand(service))
  }
}, 300_000)

afterAll(async () => {
  client.destroy()
  await Promise.all([front.close(), moto.close()])
})

function deploy(inputs: Record<string, string> = {}): Promise<Step> {
  const given = { cluster: 'prod', service: 'api\nworker', wait: 'false', ...inputs }
  return startBundle('ecs-deploy', {
    inputs: given,
    env: { ...moto.env, AWS_ENDPOINT_URL: front.url },
  })
}

const definitionOf = async (name: string) => {
  const described = await client.send(
    new DescribeServicesCommand({ cluster: 'prod', services: [name] }),
  )
  const taskDefinition = described.services?.[0]?.taskDefinition
  return client.send(new DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }))
}

test('what runs is not registered again', async () => {
  const step = await deploy({ images: 'repo/app:1' })
  expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'unchanged' } })
})

test('two services get a new image and a variable, with tags that say what was before', async () => {
  const step = await deploy({ images: 'repo/app:2', env: 'web: {LEVEL: debug}' })
  expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'started' } })
  for (const record of recordsOf(step)) {
    const { taskDefinition, tags } = await definitionOf(record.name)
    expect(taskDefinition?.taskDefinitionArn).toBe(record.version?.ref)
    expect(taskDefinition?.containerDefinitions?.[0]).toMatchObject({
      image: 'repo/app:2',
      environment: [{ name: 'LEVEL', value: 'debug' }],
    })
    expect(tags).toContainEqual({ key: 'deploy:prev', value: record.previous?.ref })
  }
})

test('a revision that is named is deployed as it is', async () => {
  const step = await deploy({ service: 'api', 'task-definition': 'api:2' })
  expect(step).toMatchObject({ code: 0, error: '' })
  expect((await definitionOf('api')).taskDefinition?.revision).toBe(2)
})

test('a service that is not there is said in words', async () => {
  const step = await deploy({ service: 'none' })
  expect(step.error).toContain('No deployable service "none" in the cluster "prod"')
})
