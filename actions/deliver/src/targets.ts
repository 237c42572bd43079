import type { Target } from '@ci-actions/deployment'
import type { Runner } from '@ci-actions/kit'
import type { Wanted } from './delivery.ts'

/**
 * What was asked for of the provider that was chosen, of which alone the code is loaded.
 *
 * @throws InputError when the inputs do not fit together
 */
export async function targetsOf(wanted: Wanted, runner: Runner): Promise<Target[]> {
  const { deploys } = wanted
  const order = { ...wanted, wait: true }
  switch (deploys.name) {
    case 'render': {
      const { renderTargets } = await import('@ci-actions/deployment/render')
      return renderTargets({ ...order, ...deploys.given, hooks: undefined }, runner)
    }
    case 'ecs': {
      const { ecsTargets } = await import('@ci-actions/deployment/ecs')
      return ecsTargets({ ...order, ...deploys.given }, runner)
    }
    case 'lambda': {
      const { lambdaTargets } = await import('@ci-actions/deployment/lambda')
      return lambdaTargets({ ...order, ...deploys.given }, runner)
    }
  }
}
