import { startAws } from '../emulators/aws-server.ts'
import { arn, type Ecs, emulateEcs } from '../emulators/ecs.ts'
import { deliveries, type Parts } from './aws-delivery.ts'
import { makeRepository, type Repository } from './repository.ts'

const workflow = '.github/workflows/ecs.yml'
const cluster = 'production'
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/backend'
const names = ['backend', 'worker']
const [first, second] = ['a'.repeat(40), 'b'.repeat(40)] as const

let ecs: Ecs

/** The repository of the services: the workflow, and what its tests left. */
function tested(message: string): Repository {
  const report = 'test/fixtures/coverage/pytest-cov/branch.xml'
  return makeRepository({
    message,
    copies: { [workflow]: 'examples/ecs.yml', 'backend/coverage.xml': report },
  })
}

async function start(): Promise<Parts> {
  const broken = new Set<string>()
  const history = [first, second].map((commit) => ({
    image: `${registry}:${commit}`,
    tags: { 'deploy:sha': commit },
  }))
  ecs = emulateEcs({
    cluster,
    services: names.map((name) => ({ name, history, containers: [{ name: 'app' }] })),
    outcome: (service, image) =>
      service === 'worker' && broken.has(image) ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL',
  })
  const aws = await startAws([ecs.emulated])
  return {
    aws,
    live: () => names.map((name) => ecs.services[name]?.image?.replace(`${registry}:`, '')),
    breakOne: (commit) => void broken.add(`${registry}:${commit}`),
    close() {
      ecs.stop()
      return aws.close()
    },
  }
}

const { run, live, message } = deliveries({
  workflow,
  vars: { ECS_CLUSTER: cluster, ECR_IMAGE: registry },
  repository: tested,
  start,
  first,
  second,
  restored: arn('task-definition/backend:2'),
  action: 'ecs-deploy',
  reason: '3 tasks stopped',
})

test('a good release is migrated once, live on both, and told', async () => {
  const repository = tested('Add a prompt')
  const { code, jobs, steps } = await run(repository)
  expect({ code, jobs }).toEqual({ code: 0, jobs: { deliver: 'success' } })
  expect(steps['ecs-deploy']?.outputs).toMatchObject({
    status: 'succeeded',
    'task-definition-arn': arn('task-definition/backend:3'),
  })
  expect(steps['ecs-deploy']?.summary).toContain('"alembic upgrade head" in app')
  expect(live()).toBe(repository.commit)
  expect(message()).toMatch(
    new RegExp(`worker\\* succeeded in production .*, ${repository.commit.slice(0, 7)}`),
  )

  const again = await run(repository)
  expect(again.steps['ecs-deploy']?.outputs).toMatchObject({ status: 'unchanged' })
  expect(ecs.tasks).toHaveLength(1)
})
