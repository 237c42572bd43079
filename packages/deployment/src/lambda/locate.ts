import { awsAccess } from '@ci-actions/aws'
import type { Runner } from '@ci-actions/kit'
import type { Target } from '../target.ts'
import { LambdaApi } from './api.ts'
import type { LambdaLocator } from './locator.ts'
import { LambdaTarget } from './target.ts'

export async function locateTarget(
  { region, ...locator }: LambdaLocator,
  runner: Runner,
): Promise<Target> {
  return new LambdaTarget(new LambdaApi(await awsAccess(runner, region)), locator)
}
