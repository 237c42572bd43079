import { type AwsAccess, awsAccess } from '@ci-actions/aws'
import { type Given, InputError, type Runner } from '@ci-actions/kit'
import type { DeployOptions } from '../options.ts'
import type { Target } from '../target.ts'
import { EcsApi } from './api.ts'
import { sourceOf } from './definition-source.ts'
import type { ecsInputs } from './inputs.ts'
import { EcsTarget, type EcsTargetOptions } from './target.ts'
import { TaskDefinitionResolver } from './task-definition-resolver.ts'

type EcsDeployInputs = Given<typeof ecsInputs> & Pick<DeployOptions, 'onFailure'>

const strategies = {
  rolling: 'ROLLING',
  'blue-green': 'BLUE_GREEN',
  canary: 'CANARY',
  linear: 'LINEAR',
} as const

/**
 * The services that were asked for, each with what it shall run.
 *
 * @throws InputError when the inputs do not fit together
 */
export async function createTargets(asked: EcsDeployInputs, runner: Runner): Promise<Target[]> {
  refuseContradictions(asked)
  const { cluster, images = [], env = {}, task, force } = asked
  const access = await awsAccess(runner)
  const api = new EcsApi(access)
  const resolver = new TaskDefinitionResolver(api, {
    source: await sourceOf(asked.taskDefinition, runner),
    changes: {
      images: images.map(({ name, value }) => ({ container: name, image: value })),
      env,
    },
    task,
    commit: runner.run.commit,
    run: runner.run.url,
    attempt: runner.run.attempt,
  })
  const places = asked.services.map(({ name, value }) => ({ cluster, service: value, name, force }))
  if (asked.application) return byCodeDeploy(places, api, access, resolver, asked, runner)

  const { desiredCount, bakeTime } = asked
  const strategy = asked.strategy && strategies[asked.strategy]
  const { attempt } = runner.run
  const how = { desiredCount, bakeTime, strategy, attempt }
  return places.map((place) => new EcsTarget(api, resolver, { ...place, ...how }))
}

async function byCodeDeploy(
  places: readonly Pick<EcsTargetOptions, 'cluster' | 'service' | 'name' | 'force'>[],
  api: EcsApi,
  access: AwsAccess,
  resolver: TaskDefinitionResolver,
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
    (place) => new CodeDeployTarget(api, codedeploy, resolver, { ...place, ...how }),
  )
}

function refuseContradictions(asked: EcsDeployInputs): void {
  const names = asked.services.map(({ value }) => value)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new InputError(`The service ${twice} is given twice; a step deploys each once.`)

  const { application, deploymentGroup, appSpec, strategy, bakeTime, desiredCount } = asked
  if (!application !== !deploymentGroup || (appSpec && !application)) {
    throw new InputError(
      'Give "codedeploy-application" and "codedeploy-deployment-group" together, or neither of them.',
    )
  }
  if (!application) return
  if (names.length > 1) {
    throw new InputError(
      'A deployment group of CodeDeploy deploys one service: use a step for each service.',
    )
  }
  if (strategy || bakeTime !== undefined || desiredCount !== undefined) {
    throw new InputError(
      'With CodeDeploy, "strategy", "bake-time" and "desired-count" cannot be given: its deployment group says how.',
    )
  }
}
