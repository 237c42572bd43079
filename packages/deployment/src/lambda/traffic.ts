import type { Alias } from './api.ts'

/** Where an alias sends who calls it. */
export interface Traffic {
  /** The version that gets what no other gets. */
  readonly main: string
  /** A version that gets a part of it, from 0 to 1. */
  readonly canary?: { readonly version: string; readonly weight: number }
}

/** Where an alias of Lambda sends them; a weight of 0 is none. */
export function trafficOf({ FunctionVersion, RoutingConfig }: Alias): Traffic {
  const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {})
  const [version, weight] = weights.find(([, one]) => one > 0) ?? []
  if (version === undefined || weight === undefined) return { main: FunctionVersion }
  return { main: FunctionVersion, canary: { version, weight } }
}

/** What is less is only how a fraction was written. */
const smallestPart = 1e-6

/** Whether nobody who calls would see a difference. */
export function sameTraffic(one: Traffic | undefined, other: Traffic | undefined): boolean {
  const apart = Math.abs((one?.canary?.weight ?? 0) - (other?.canary?.weight ?? 0))
  return (
    one?.main === other?.main &&
    one?.canary?.version === other?.canary?.version &&
    apart < smallestPart
  )
}

/** `version 12`, or `version 12, and version 13 for 10%`. */
export function sayTraffic(traffic: Traffic | undefined): string {
  if (!traffic) return 'nothing'
  const { main, canary } = traffic
  const also = canary && `, and version ${canary.version} for ${percent(canary.weight)}`
  return `version ${main}${also ?? ''}`
}

/** A part, from 0 to 1, as `12.5%`. */
export function percent(weight: number): string {
  return `${Number((weight * 100).toFixed(6))}%`
}
