import { quote } from '@ci-actions/kit'
import type { Alias } from './api.ts'

/** Where an alias sends who calls it. */
export interface Traffic {
  /** The version that gets what no other gets. */
  readonly main: string
  /** A version that gets a part of it, from 0 to 1. */
  readonly canary?: { readonly version: string; readonly weight: number }
}

export function trafficOf({ FunctionVersion, RoutingConfig }: Alias): Traffic {
  const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {})
  const [version, weight] = weights.find(([, one]) => one > 0) ?? []
  if (version === undefined || weight === undefined) return { main: FunctionVersion }
  return { main: FunctionVersion, canary: { version, weight } }
}

/** What is less is only how a fraction was written. */
const smallestPart = 1e-6

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

export function percent(weight: number): string {
  return `${Number((weight * 100).toFixed(6))}%`
}

/**
 * What we leave in the description of a version, and of the alias that leads to it: which version was
 * there before, the commit, and the run. With it a rollback needs no record.
 */
export interface Pointer {
  readonly prev?: string | undefined
  readonly sha?: string | undefined
  readonly run?: string | undefined
}

const pointerAtEnd = /(?:^|\s)((?:prev|sha|run)=\w*(?:;(?:prev|sha|run)=\w*)*)$/

export function readPointer(description: string | null | undefined): Pointer {
  const [, pointer = ''] = pointerAtEnd.exec(description ?? '') ?? []
  return Object.fromEntries(
    pointer
      .split(';')
      .map((pair) => pair.split('='))
      .filter(([, value]) => value),
  )
}

/** The longest description that Lambda takes. */
const mostCharacters = 256

/** The pointer behind what somebody has written there: `Production prev=12;sha=1a2b3c4;run=42`. */
export function withPointer(description: string | null | undefined, pointer: Pointer): string {
  const { prev, sha, run } = pointer
  const text = Object.entries({ prev, sha, run })
    .filter(([, value]) => value)
    .map((pair) => pair.join('='))
    .join(';')
  const words = (description ?? '').replace(pointerAtEnd, '').trim()
  return `${words.slice(0, mostCharacters - text.length - 1)} ${text}`.trim()
}

/** Who has set an alias as it is, as far as it tells. */
export function sayWho({ Description }: Alias): string {
  const { run } = readPointer(Description)
  if (run) return `run ${run}`
  return Description
    ? `its description is ${quote(Description)}`
    : 'its description does not say by whom'
}
