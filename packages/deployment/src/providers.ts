import type { InputValues, Runner } from '@ci-actions/kit'
import { ecs } from './ecs/provider.ts'
import { lambda } from './lambda/provider.ts'
import type { DeployOptions } from './options.ts'
import { render } from './render/provider.ts'
import type { Target } from './target.ts'

export { LocatorError } from './provider.ts'

/** All providers by name: the values of `provider` in deliver and rollback. */
export const providers = { render, ecs, lambda }

type InputsByName = {
  readonly [N in keyof typeof providers]: InputValues<(typeof providers)[N]['inputs']>
}

/** The chosen provider and its inputs. */
export type ChosenProvider<N extends keyof InputsByName = keyof InputsByName> = {
  readonly [K in N]: { readonly name: K; readonly values: InputsByName[K] }
}[N]

type TargetsByName = {
  readonly [N in keyof InputsByName]: {
    targets(inputs: InputsByName[N] & DeployOptions, runner: Runner): Promise<Target[]>
  }
}

/** Returns the targets to deploy for the chosen provider. */
export function targetsOf<N extends keyof InputsByName>(
  { name, values }: ChosenProvider<N>,
  options: DeployOptions,
  runner: Runner,
): Promise<Target[]> {
  const byName: TargetsByName = providers
  return byName[name].targets({ ...options, ...values }, runner)
}
