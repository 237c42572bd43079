import { readInputs } from '@ci-actions/kit'
import { ecsDeploy } from '../../../actions/ecs-deploy/src/main.ts'
import { createTargets } from '../../../packages/deployment/src/ecs/targets.ts'
import { keys, refused, startAws, throttled } from '../../emulators/aws-server.ts'
import { arn, emulateEcs } from '../../emulators/ecs.ts'
import { testDeployContract } from '../../support/deploy-contract.ts'

const operation = (name: string) => ({ path: new RegExp(`/${name}$`) })
const image = 'repo/app:3'

const paces = {
  'at once': [],
  steps: ['PENDING', 'IN_PROGRESS'],
  slow: [['IN_PROGRESS', 60_000]],
  stuck: [['IN_PROGRESS', 60_000]],
} as const

testDeployContract({
  action: 'ecs-deploy',
  secrets: [keys.secretAccessKey, keys.sessionToken],
  async start(names, { pace, fails }) {
    const ecs = emulateEcs({
      services: names.map((name) => ({ name, stages: paces[pace] })),
      outcome: (name, brings) =>
        name === fails && brings === image ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL',
    })
    const aws = await startAws([ecs.emulated])
    const at = (name: string) => {
      const service = ecs.services[name]
      if (!service) throw new Error(`There is no service ${name}.`)
      return service
    }
    const past = 2
    return {
      inputs: { cluster: 'prod', service: names.join('\n'), images: image },
      env: aws.env,
      play: aws.play,
      undescribed: aws.undescribed,
      begun: (name) => at(name).rollouts.count - past,
      serves: (name) => {
        if (at(name).image === image) return 'new'
        return at(name).serving === arn(`task-definition/${name}:2`) ? 'old' : 'other'
      },
      state: (name) => {
        const status = at(name).rollouts.status ?? ''
        if (status.startsWith('ROLLBACK_')) return 'stopped'
        return ['PENDING', 'IN_PROGRESS'].includes(status) ? 'running' : 'ended'
      },
      async close() {
        ecs.stop()
        await aws.close()
      },
    }
  },
  async read(runner) {
    const order = await readInputs(ecsDeploy.inputs, runner)
    return { targets: await createTargets(order, runner), order }
  },
  calls: {
    read: operation('DescribeServices'),
    write: operation('UpdateService'),
    look: operation('DescribeServiceDeployments'),
    back: { ...operation('UpdateService'), nth: 3 },
  },
  limits: [['throttling with a 400', throttled]],
  failed: 'rolled-back',
  following: 'a: IN_PROGRESS',
  onCancel: { stops: 'rollback', said: 'was stopped, and ECS rolls back to the previous version' },
  nowhere: { env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' } },
  refusals: [
    [
      'no rights',
      operation('UpdateService'),
      refused(
        'AccessDeniedException',
        'User: ci is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:x because no policy',
      ),
      /AccessDeniedException.*\(allow ecs:UpdateService on arn:aws:ecs:x/,
    ],
    [
      'credentials that have expired',
      operation('DescribeServices'),
      refused('ExpiredTokenException', 'The security token included in the request is expired'),
      /the credentials have expired/,
    ],
    [
      'a task definition that ECS refuses',
      operation('RegisterTaskDefinition'),
      refused('ClientException', 'Invalid setting for container'),
      /ClientException: Invalid setting for container/,
    ],
    [
      'a bad request',
      operation('UpdateService'),
      refused('InvalidParameterException', 'bakeTimeInMinutes is required'),
      /InvalidParameterException: bakeTimeInMinutes is required/,
    ],
  ],
  refusal: (message) => refused('ClientException', message),
})
