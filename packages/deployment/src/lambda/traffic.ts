import type { Alias } from './api.ts'

/** How an alias distributes traffic. */
export interface Traffic {
  /** The version that gets the remaining traffic. */
  readonly main: string
  /** A version that gets a share of the traffic, from 0 to 1. */
  readonly canary?: { readonly version: string; readonly weight: number }
}

/** Returns the traffic of an alias; a weight of 0 counts as none. */
export function trafficOf({ FunctionVersion, RoutingConfig }: Alias): Traffic {
  const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {})
  const [version, weight] = weights.find(([, one]) => one > 0) ?? []
  if (version === undefined || weight === undefined) return { main: FunctionVersion }
  return { main: FunctionVersion, canary: { version, weight } }
}

/** Smaller differences are rounding errors. */
const smallestPart = 1e-6

/** Whether callers would see no difference. */
export function sameTraffic(a: Traffic | undefined, b: Traffic | undefined): boolean {
  const difference = Math.abs((a?.canary?.weight ?? 0) - (b?.canary?.weight ?? 0))
  return (
    a?.main === b?.main && a?.canary?.version === b?.canary?.version && difference < smallestPart
  )
}

/** Formats traffic: `version 12`, or `version 12, and version 13 for 10%`. */
export function sayTraffic(traffic: Traffic | undefined): string {
  if (!traffic) return 'nothing'
  const { main, canary } = traffic
  const also = canary && `, and version ${canary.version} for ${percent(canary.weight)}`
  return `version ${main}${also ?? ''}`
}

/** Formats a share from 0 to 1 as `12.5%`. */
export function percent(weight: number): string {
  return `${Number((weight * 100).toFixed(6))}%`
}
