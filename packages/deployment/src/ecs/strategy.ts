import type { EcsService } from './schemas.ts'

/** How ECS brings a new version in, in its own words. */
export type Strategy = 'ROLLING' | 'BLUE_GREEN' | 'CANARY' | 'LINEAR'

export interface StrategyOptions {
  readonly strategy?: Strategy | undefined
  /** Minutes that the old version stays after the switch. */
  readonly bakeTime?: number | undefined
}

/** Returns the configuration to set, when another strategy is asked for; ECS takes it whole. */
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
