import { type AwsAccess, awsAccess } from '@ci-actions/aws'
import { InputError, type InputValues, type Runner } from '@ci-actions/kit'
import type { DeployOptions } from '../options.ts'
import type { Target } from '../target.ts'
import { EcsApi } from './api.ts'
import { sourceOf } from './definition-source.ts'
import type { ecsInputs } from './inputs.ts'
import { EcsTarget, type EcsTargetOptions } from './target.ts'
import { TaskDefinitionResolver } from './task-definition-resolver.ts'
import { TaskDefinitions } from './task-definitions.ts'

type EcsDeployInputs = InputValues<typeof ecsInputs> &
  Pick<DeployOptions, 'wait' | 'timeout' | 'onFailure'>

const strategies = {
  rolling: 'ROLLING',
  'blue-green': 'BLUE_GREEN',
  canary: 'CANARY',
  linear: 'LINEAR',
} as const

/**
 * Creates the targets for the given services.
 *
 * @throws InputError if the inputs contradict each other
 */
export async function createTargets(inputs: EcsDeployInputs, runner: Runner): Promise<Target[]> {
  refuseContradictions(inputs)
  const { cluster, images = [], env = {}, task, force } = inputs
  const access = await awsAccess(runner)
  const api = new EcsApi(access)
  const definitions = new TaskDefinitions(api, runner.run.url)
  const resolver = new TaskDefinitionResolver(api, definitions, {
    source: await sourceOf(inputs.taskDefinition, runner),
    changes: {
      images: images.map(({ name, value }) => ({ container: name, image: value })),
      env,
    },
    task,
    commit: runner.run.commit,
    run: runner.run.url,
    attempt: runner.run.attempt,
  })
  const places = inputs.services.map(({ name, value }) => ({
    cluster,
    service: value,
    name,
    force,
    resolver,
  }))
  if (inputs.application) return byCodeDeploy(places, api, access, definitions, inputs, runner)

  const { desiredCount, bakeTime } = inputs
  const strategy = inputs.strategy && strategies[inputs.strategy]
  const { attempt } = runner.run
  const how = { desiredCount, bakeTime, strategy, attempt }
  return places.map((place) => new EcsTarget(api, definitions, { ...place, ...how }))
}

async function byCodeDeploy(
  places: readonly Pick<EcsTargetOptions, 'cluster' | 'service' | 'name' | 'force' | 'resolver'>[],
  api: EcsApi,
  access: AwsAccess,
  definitions: TaskDefinitions,
  { application = '', deploymentGroup = '', appSpec, onFailure }: EcsDeployInputs,
  runner: Runner,
): Promise<Target[]> {
  const { CodeDeployApi, CodeDeployTarget } = await import('../codedeploy/index.ts')
  const how = {
    application,
    deploymentGroup,
    appSpec: appSpec
      ? await (await import('../codedeploy/appspec-file.ts')).appSpecIn(appSpec, runner)
      : undefined,
    rollsBack: onFailure === 'rollback',
  }
  const codedeploy = new CodeDeployApi(access)
  return places.map(
    (place) => new CodeDeployTarget(api, codedeploy, definitions, { ...place, ...how }),
  )
}

function refuseContradictions(inputs: EcsDeployInputs): void {
  const names = inputs.services.map(({ value }) => value)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice)
    throw new InputError(`The service ${twice} is listed twice; a step deploys each service once.`)

  const { application, deploymentGroup, appSpec, strategy, bakeTime, desiredCount } = inputs
  if (!application !== !deploymentGroup || (appSpec && !application)) {
    throw new InputError(
      'Set "codedeploy-application" and "codedeploy-deployment-group" together, or neither of them.',
    )
  }
  // A deployment that is not followed may take longer.
  if (inputs.wait && bakeTime !== undefined && bakeTime * 60_000 >= inputs.timeout) {
    throw new InputError(
      'With "bake-time", the deployment takes longer than "timeout"; increase it.',
    )
  }
  if (!application) return
  if (names.length > 1) {
    throw new InputError(
      'A CodeDeploy deployment group deploys one service: use one step per service.',
    )
  }
  if (strategy || bakeTime !== undefined || desiredCount !== undefined) {
    throw new InputError(
      'With CodeDeploy, "strategy", "bake-time" and "desired-count" cannot be set: the deployment group defines them.',
    )
  }
}
