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
      const { createTargets } = await import('@ci-actions/deployment/render')
      return createTargets({ ...order, ...deploys.given, hooks: undefined }, runner)
    }
    case 'ecs': {
      const { createTargets } = await import('@ci-actions/deployment/ecs')
      return createTargets({ ...order, ...deploys.given }, runner)
    }
    case 'lambda': {
      const { createTargets } = await import('@ci-actions/deployment/lambda')
      return createTargets({ ...order, ...deploys.given }, runner)
    }
  }
}
