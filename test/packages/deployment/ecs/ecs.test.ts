import { parse } from 'valibot'
import {
  type AppSpec,
  revisionOf,
  taskDefinitionIn,
} from '../../../../packages/deployment/src/codedeploy/appspec.ts'
import {
  readDeployTags,
  withDeployTags,
} from '../../../../packages/deployment/src/ecs/deploy-tags.ts'
import {
  rolloutState,
  serviceDeploymentState,
} from '../../../../packages/deployment/src/ecs/deployment-state.ts'
import { sameDefinition } from '../../../../packages/deployment/src/ecs/normalize.ts'
import {
  changed,
  type Definition,
  definitionSchema,
  differences,
  registrable,
  unknownIn,
} from '../../../../packages/deployment/src/ecs/task-definition.ts'
import { nameIn } from '../../../../packages/deployment/src/ecs/version.ts'

const container = { name: 'web', image: 'app:1', portMappings: [{ containerPort: 80 }] }

function definition(more: object = {}, web: object = {}): Definition {
  return parse(definitionSchema, {
    family: 'api',
    networkMode: 'awsvpc',
    containerDefinitions: [{ ...container, ...web }],
    ...more,
  })
}

describe('Two task definitions mean the same', () => {
  const same: [string, Definition, Definition][] = [
    ['itself', definition(), definition()],
    [
      'with what ECS tells beyond it',
      definition(),
      definition({
        taskDefinitionArn: 'arn:aws:ecs:eu-west-1:1:task-definition/api:4',
        revision: 4,
        status: 'ACTIVE',
        registeredAt: 1,
        registeredBy: 'arn:aws:iam::1:root',
        compatibilities: ['EC2'],
        requiresAttributes: [{ name: 'x' }],
        deleteRequestedAt: null,
      }),
    ],
    [
      'with empty lists and defaults filled in',
      definition(),
      definition(
        { volumes: [], placementConstraints: [], enableFaultInjection: false },
        {
          cpu: 0,
          essential: true,
          environment: [],
          mountPoints: [],
          volumesFrom: [],
          systemControls: [],
          portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
        },
      ),
    ],
    [
      'with sizes as a person writes them',
      definition({ cpu: '.5 vCPU', memory: '1 GB' }),
      definition({ cpu: '512', memory: '1024' }),
    ],
    ['with sizes as numbers', definition({ cpu: 512 }), definition({ cpu: '512' })],
    [
      'with variables in another order',
      definition(
        {},
        {
          environment: [
            { name: 'A', value: '1' },
            { name: 'B', value: '2' },
          ],
        },
      ),
      definition(
        {},
        {
          environment: [
            { value: '2', name: 'B' },
            { name: 'A', value: '1' },
          ],
        },
      ),
    ],
    [
      'with the defaults of a health check',
      definition({}, { healthCheck: { command: ['CMD', 'x'] } }),
      definition(
        {},
        { healthCheck: { command: ['CMD', 'x'], interval: 30, timeout: 5, retries: 3 } },
      ),
    ],
    [
      'without a network mode',
      definition({ networkMode: undefined }),
      definition({ networkMode: 'bridge' }),
    ],
    [
      'with the tags of another run',
      definition({ tags: [{ key: 'team', value: 'x' }] }),
      definition({
        tags: [
          { key: 'deploy:sha', value: '1' },
          { key: 'team', value: 'x' },
        ],
      }),
    ],
  ]
  test.each(same)('%s', (_, one, other) => {
    expect(sameDefinition(one, other)).toBe(true)
    expect(sameDefinition(other, one)).toBe(true)
  })

  /** What only a map of the author's own differs in. */
  const labels: [string, object, object][] = [
    [
      'a label named memory',
      { dockerLabels: { memory: '1 GB' } },
      { dockerLabels: { memory: '1024' } },
    ],
    ['a label named cpu', { dockerLabels: { cpu: '0' } }, {}],
    [
      'a log option',
      { logConfiguration: { options: { memory: '1GB' } } },
      { logConfiguration: { options: { memory: '1024' } } },
    ],
    [
      'an option of FireLens',
      { firelensConfiguration: { options: { cpu: '1 vCPU' } } },
      { firelensConfiguration: { options: { cpu: '1024' } } },
    ],
    [
      'a label named as every object has it',
      { dockerLabels: { constructor: 'a' } },
      { dockerLabels: {} },
    ],
  ]
  test.each(labels)('but not with %s', (_, one, other) => {
    expect(sameDefinition(definition({}, one), definition({}, other))).toBe(false)
    expect(sameDefinition(definition({}, one), definition({}, one))).toBe(true)
  })

  const different: [string, Definition][] = [
    [
      'a label of a volume',
      definition({ volumes: [{ name: 'v', dockerVolumeConfiguration: { labels: { cpu: '1' } } }] }),
    ],
    ['another image', definition({}, { image: 'app:2' })],
    ['another variable', definition({}, { environment: [{ name: 'A', value: '1' }] })],
    ['a container that is not essential', definition({}, { essential: false })],
    ['another port', definition({}, { portMappings: [{ containerPort: 81 }] })],
    ['another size', definition({ cpu: '256' })],
    ['another role', definition({ taskRoleArn: 'arn:aws:iam::1:role/x' })],
    ['another tag', definition({ tags: [{ key: 'team', value: 'y' }] })],
    ['another family', definition({ family: 'apj' })],
    ['one more container', definition({ containerDefinitions: [container, { name: 'log' }] })],
    [
      'a fixed port on the host',
      definition(
        { networkMode: 'bridge' },
        { portMappings: [{ containerPort: 80, hostPort: 80 }] },
      ),
    ],
  ]
  test.each(different)('but not with %s', (_, other) => {
    expect(sameDefinition(definition(), other)).toBe(false)
  })

  test('where the order means something, in the words of a command', () => {
    const [one, other] = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((command) => definition({}, { command }))
    expect(one && other && sameDefinition(one, other)).toBe(false)
  })
})

test('only what may be registered is registered', () => {
  const read = definition({
    taskDefinitionArn: 'arn:x',
    revision: 1,
    deleteRequestedAt: 1,
    cpuz: 1,
  })
  expect(Object.keys(registrable(read)).sort()).toEqual([
    'containerDefinitions',
    'family',
    'networkMode',
  ])
  expect(unknownIn(read)).toEqual(['cpuz'])
})

test('changes leave the definition alone that they are made to', () => {
  const before = definition({}, { environment: [{ name: 'A', value: '1' }] })
  const text = JSON.stringify(before)
  const env = { web: { A: '2', B: '3' } }
  const after = changed(before, { images: [{ container: undefined, image: 'app:2' }], env })
  expect(JSON.stringify(before)).toBe(text)
  expect(differences(before, after)).toEqual(['web runs app:2', 'web gets A, B'])
})

test('the metadata in the tags is read as it was written, beside the tags of the owner', () => {
  const metadata = { sha: 'abc', run: 'https://github.com/o/a/actions/runs/1', prev: 'arn:x:y/z:1' }
  const owned = definition({
    tags: [
      { key: 'team', value: 'x' },
      { key: 'aws:x', value: 'y' },
      { key: 'deploy:sha', value: 'old' },
    ],
  })
  const { tags } = withDeployTags(owned, metadata)
  expect(tags?.map(({ key }) => key)).toEqual(['team', 'deploy:sha', 'deploy:run', 'deploy:prev'])
  expect(readDeployTags(tags ?? [])).toEqual(metadata)
  expect(withDeployTags(definition(), undefined).tags).toBeUndefined()
})

describe('A service deployment', () => {
  const version = { ref: 'arn:api:3' }
  test.each([
    ['PENDING', 'running'],
    ['IN_PROGRESS', 'running'],
    ['STOP_REQUESTED', 'running'],
    ['ROLLBACK_REQUESTED', 'running'],
    ['ROLLBACK_IN_PROGRESS', 'running'],
    ['A_STATUS_THAT_NOBODY_KNOWS', 'running'],
    ['SUCCESSFUL', 'live'],
    ['STOPPED', 'cancelled'],
    ['ROLLBACK_SUCCESSFUL', 'rolled-back'],
    ['ROLLBACK_FAILED', 'failed'],
  ])('that is %s is %s', (status, state) => {
    const look = serviceDeploymentState(
      'ecs-svc/1',
      {
        serviceDeploymentArn: 'arn',
        status,
        statusReason: undefined,
        lifecycleStage: undefined,
        targetServiceRevision: undefined,
        rollback: undefined,
        deploymentCircuitBreaker: undefined,
        alarms: undefined,
      },
      version,
    )
    expect(look.state).toBe(state)
  })
})

describe('By the state of the service alone, a deployment is', () => {
  const rollout = (
    id: string,
    taskDefinition: string,
    rolloutState: string,
    status = 'PRIMARY',
  ) => ({
    id,
    taskDefinition,
    rolloutState,
    status,
    rolloutStateReason: 'because',
    desiredCount: 2,
    runningCount: 1,
    failedTasks: 0,
  })
  const version = { ref: 'new' }
  test.each([
    ['live', [rollout('1', 'new', 'COMPLETED')]],
    ['running', [rollout('1', 'new', 'IN_PROGRESS'), rollout('0', 'old', 'COMPLETED', 'ACTIVE')]],
    ['failed', [rollout('1', 'new', 'FAILED')]],
    ['rolled-back', [rollout('2', 'old', 'COMPLETED'), rollout('1', 'new', 'FAILED', 'ACTIVE')]],
    ['rolled-back', [rollout('2', 'old', 'COMPLETED')]],
    ['running', [rollout('2', 'old', 'IN_PROGRESS'), rollout('1', 'new', 'FAILED', 'ACTIVE')]],
    ['superseded', [rollout('2', 'newer', 'IN_PROGRESS')]],
    // Completed, but with another task definition than ours: that is no success.
    ['missing', [rollout('1', 'old', 'COMPLETED')]],
    // What is seen is a moment old.
    ['missing', [rollout('0', 'old', 'COMPLETED')]],
    ['missing', []],
  ])('%s', (state, deployments) => {
    const service = {
      serviceName: 'api',
      serviceArn: 'arn',
      clusterArn: 'arn',
      status: 'ACTIVE',
      taskDefinition: 'new',
      desiredCount: 2,
      runningCount: 2,
      launchType: undefined,
      platformVersion: undefined,
      capacityProviderStrategy: undefined,
      networkConfiguration: undefined,
      deploymentController: undefined,
      deploymentConfiguration: undefined,
      loadBalancers: [],
      deployments,
      taskSets: [],
      currentServiceRevisions: [],
      events: [],
    }
    expect(rolloutState('1', service, version, { ids: ['0'], live: 'old' }).state).toBe(state)
  })
})

test.each([
  [
    'arn:aws:ecs:eu-west-1:1:task-definition/api:3',
    'arn:aws:ecs:eu-west-1:1:task-definition/api:3',
  ],
  ['api:3', 'api:3'],
  ['12', 'arn:x/api:12'],
  ['1234567', undefined],
  ['abcdef1', undefined],
  ['v1.2', undefined],
])('%s is the task definition %s', (text, name) => {
  expect(nameIn(text, { ref: 'arn:x/api:4' })).toBe(name)
})

describe('An AppSpec', () => {
  const appSpec: AppSpec = {
    Resources: [
      { TargetService: { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: 'x' } } },
    ],
  }

  test('carries the task definition, and the digest of its text', () => {
    const { appSpecContent } = revisionOf(appSpec, 'arn:aws:ecs:x:1:task-definition/api:3')
    expect(taskDefinitionIn(appSpecContent.content)).toBe('arn:aws:ecs:x:1:task-definition/api:3')
    expect(appSpecContent.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    [
      'Properties:\n  TaskDefinition: "arn:aws:ecs:x:1:task-definition/api:3"',
      'arn:aws:ecs:x:1:task-definition/api:3',
    ],
    ['no YAML of ours', undefined],
    [undefined, undefined],
  ])('of somebody else is read as far as it can be: %j', (content, expected) => {
    expect(taskDefinitionIn(content)).toBe(expected)
  })
})
