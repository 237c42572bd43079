import { awsAccess } from '@ci-actions/aws'
import type { Runner } from '@ci-actions/kit'
import type { Target } from '../target.ts'
import { EcsApi } from './api.ts'
import type { EcsLocator } from './locator.ts'
import { EcsTarget } from './target.ts'
import { TaskDefinitions } from './task-definitions.ts'

export async function locateTarget(
  { region, application, deploymentGroup, ...service }: EcsLocator,
  runner: Runner,
): Promise<Target> {
  const access = await awsAccess(runner, region)
  const api = new EcsApi(access)
  const definitions = new TaskDefinitions(api, runner.run.url)
  if (!application || !deploymentGroup) return new EcsTarget(api, definitions, service)
  const { CodeDeployApi, CodeDeployTarget } = await import('../codedeploy/index.ts')
  const group = { application, deploymentGroup }
  const codedeploy = new CodeDeployApi(access)
  return new CodeDeployTarget(api, codedeploy, definitions, { ...service, ...group })
}
