import { InputError, type Kind, quote, Unusable } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { unknown } from 'valibot'
import { type Metric, metrics } from './coverage.ts'
import { type Percentage, parsePercentage } from './ratio.ts'

/** At least a percentage covered, or at most a number uncovered. */
export type Threshold = { readonly least: Percentage } | { readonly mostUncovered: number }

/** What is asked of the metrics of a suite. */
export type Gate = ReadonlyMap<Metric, Threshold>

export interface Thresholds {
  /** For every suite, except where it has a threshold of its own. */
  readonly everywhere: Gate
  readonly suites: ReadonlyMap<string, Gate>
}

const expected = 'a number (percent of lines), or YAML that maps metrics and suites to numbers'

/** `80`, or a map of metrics to numbers and of suites to numbers or such maps. */
export const thresholds: Kind<Thresholds> = {
  async parse(given) {
    const read = await yaml(unknown(), expected).parse(given)
    if (!isMap(read)) return { everywhere: gateOf(read, ''), suites: new Map() }
    const entries = Object.entries(read)
    const ofMetrics = Object.fromEntries(entries.filter(([key]) => isMetric(key)))
    const ofSuites = entries.filter(([key]) => !isMetric(key))
    return {
      everywhere: gateOf(ofMetrics, ''),
      suites: new Map(ofSuites.map(([suite, value]) => [suite, gateOf(value, suite)])),
    }
  },
}

/**
 * The gate of each suite.
 *
 * @throws InputError when a threshold is for a suite that there is not
 */
export function gatesOf(
  given: Thresholds | undefined,
  suites: readonly string[],
): ReadonlyMap<string, Gate> {
  const stranger = given?.suites.keys().find((name) => !suites.includes(name))
  if (stranger !== undefined) {
    const known = `the metrics are ${metrics.join(', ')}; the suites of "reports" are ${suites.join(', ')}`
    throw new InputError(
      `Input "thresholds" has ${quote(stranger)}, which is neither a metric nor a suite: ${known}.`,
    )
  }
  return new Map(
    suites.map((name) => [
      name,
      new Map([...(given?.everywhere ?? []), ...(given?.suites.get(name) ?? [])]),
    ]),
  )
}

/** A bare number is for lines. */
function gateOf(value: unknown, suite: string): Gate {
  if (!isMap(value)) return new Map([['lines', thresholdOf(value, suite)]])
  return new Map(
    Object.entries(value).map(([key, threshold]) => {
      const path = suite ? `${suite}.${key}` : key
      if (!isMetric(key))
        throw new Unusable(`${expected}; the metrics are ${metrics.join(', ')}`, path)
      return [key, thresholdOf(threshold, path)]
    }),
  )
}

function thresholdOf(value: unknown, path: string): Threshold {
  const text = String(value).replace(/\s*%$/, '').trim()
  const simple = typeof value === 'number' || typeof value === 'string'
  const percentage = simple ? parsePercentage(text) : undefined
  if (percentage) return { least: percentage }
  if (simple && /^-\d{1,15}$/.test(text)) return { mostUncovered: -Number(text) }
  throw new Unusable(
    'a percentage from 0 to 100, or a negative whole number (at most that many uncovered)',
    path ? `${path}: ${JSON.stringify(value)}` : undefined,
  )
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isMetric(word: string): word is Metric {
  return metrics.some((metric) => metric === word)
}
