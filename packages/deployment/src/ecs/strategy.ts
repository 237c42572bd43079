import type { EcsService } from './schemas.ts'

/** Deployment strategies, as ECS names them. */
export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'CANARY' | 'LINEAR'

export interface StrategyOptions {
  readonly strategy?: Strategy | undefined
  /** Minutes to keep the old version after the switch. */
  readonly bakeTime?: number | undefined
}

/** Returns the configuration to set if another strategy was requested; ECS requires all of it. */
export function configurationFor(service: EcsService, { strategy, bakeTime }: StrategyOptions) {
  const now = service.deploymentConfiguration ?? {}
  const isSet =
    (strategy ?? now.strategy) === (now.strategy ?? 'ROLLING') &&
    (bakeTime ?? now.bakeTimeInMinutes) === now.bakeTimeInMinutes
  if (isSet || (!strategy && bakeTime === undefined)) return undefined
  const { canaryConfiguration, linearConfiguration, ...others } = now
  const kind = strategy ?? now.strategy ?? 'ROLLING'
  return {
    ...others,
    ...(kind === 'CANARY' && canaryConfiguration ? { canaryConfiguration } : {}),
    ...(kind === 'LINEAR' && linearConfiguration ? { linearConfiguration } : {}),
    strategy: kind,
    ...(bakeTime !== undefined && { bakeTimeInMinutes: bakeTime }),
  }
}
