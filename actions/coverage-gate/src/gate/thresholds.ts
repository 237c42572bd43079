import {
  closestName,
  InputError,
  type InputParser,
  isMap,
  quote,
  ValidationError,
} from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { unknown } from 'valibot'
import { isMetric, type Metric, metrics } from '../model/metrics.ts'
import { glob } from '../reports/glob.ts'
import { type Percentage, parsePercentage } from './percentage.ts'

/** At least a percentage covered, or at most a number uncovered. */
export type Threshold = { readonly least: Percentage } | { readonly mostUncovered: number }

/** What is asked of the metrics of a suite, of files, or of everything. */
export type MetricThresholds = ReadonlyMap<Metric, Threshold>

export interface ThresholdRule {
  readonly gate: MetricThresholds
  /** Whether each file is held against it, not all of them together. */
  readonly perFile: boolean
}

/** What the input asks for. */
export interface Thresholds {
  readonly everywhere: ThresholdRule
  /** By the name of a suite, a path or a glob. */
  readonly named: ReadonlyMap<string, ThresholdRule>
}

/** The same, for the suites there are. */
export interface ResolvedThresholds {
  /** For every suite, except where it has a threshold of its own. */
  readonly everywhere: ThresholdRule
  readonly suites: ReadonlyMap<string, MetricThresholds>
  /** By path or glob. */
  readonly groups: ReadonlyMap<string, ThresholdRule>
}

const expected =
  'a number (percent of lines), or YAML that maps metrics, suites, paths and globs to numbers'

/** `80`, or a map of metrics to numbers, and of suites, paths and globs to numbers or such maps. */
export const thresholds: InputParser<Thresholds> = {
  async parse(given) {
    const read = await yaml(unknown(), expected).parse(given)
    if (!isMap(read)) return { everywhere: askedOf(read, ''), named: new Map() }
    // `global` is how Jest calls what is not in a group.
    const { global = {}, ...rest } = read
    if (!isMap(global))
      throw new ValidationError(`${expected}; "global" is a map of metrics`, 'global')
    const entries = Object.entries(rest)
    const common = Object.fromEntries(entries.filter(([key]) => isSetting(key)))
    const others = entries.filter(([key]) => !isSetting(key))
    for (const [key] of others) if (isPath(key)) await glob.parse(key)
    return {
      everywhere: askedOf({ ...common, ...global }, ''),
      named: new Map(others.map(([key, value]) => [key, askedOf(value, key)])),
    }
  },
}

/**
 * Sorts the names into suites and groups of files.
 *
 * @throws InputError when a name is neither a suite nor looks like a path
 */
export function resolveThresholds(
  given: Thresholds | undefined,
  suites: readonly string[],
): ResolvedThresholds {
  const named = [...(given?.named ?? [])]
  const groups = named.filter(([name]) => !suites.includes(name))
  const stranger = groups.find(([name]) => !isPath(name))?.[0]
  if (stranger !== undefined) {
    const meant = closestName(stranger, [...metrics, 'global', ...suites])
    const known = `the metrics are ${metrics.join(', ')}; the suites of "reports" are ${suites.join(', ')}`
    throw new InputError(
      `Input "thresholds" has ${quote(stranger)}, which is neither a metric nor a suite: ${known}. ` +
        `${meant === undefined ? '' : `Did you mean ${quote(meant)}? `}` +
        'A path has a slash or a dot in it: "./src/".',
    )
  }
  return {
    everywhere: given?.everywhere ?? { gate: new Map(), perFile: false },
    suites: new Map(
      named.flatMap(([name, { gate }]) => (suites.includes(name) ? [[name, gate]] : [])),
    ),
    groups: new Map(groups),
  }
}

function isPath(name: string): boolean {
  return /[/\\.*]/.test(name)
}

/** A bare number is for lines. */
function askedOf(value: unknown, path: string): ThresholdRule {
  if (!isMap(value)) return { gate: new Map([['lines', thresholdOf(value, path)]]), perFile: false }
  const { perFile = false, 100: everything = false, ...ofMetrics } = value
  for (const [key, it] of Object.entries({ perFile, 100: everything })) {
    if (typeof it !== 'boolean')
      throw new ValidationError(`${expected}; "${key}" is true or false`, path)
  }
  const whole = everything === true ? hundredOfEach() : []
  const entries = Object.entries(ofMetrics).map(([key, threshold]) => {
    const at = path ? `${path}.${key}` : key
    if (!isMetric(key)) {
      const meant = closestName(key, metrics)
      const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`
      throw new ValidationError(`${expected}; the metrics are ${metrics.join(', ')}${hint}`, at)
    }
    return [key, thresholdOf(threshold, at)] as const
  })
  return { gate: new Map([...whole, ...entries]), perFile: perFile === true }
}

/** `100: true`, as Vitest has it. */
function hundredOfEach(): [Metric, Threshold][] {
  const least = { text: '100', units: 100n, scale: 1n }
  const four: Metric[] = ['lines', 'branches', 'functions', 'statements']
  return four.map((metric) => [metric, { least }])
}

function thresholdOf(value: unknown, path: string): Threshold {
  const isSimple = typeof value === 'number' || typeof value === 'string'
  const given = isSimple ? String(value).trim() : ''
  const part = path ? `${path}: ${JSON.stringify(value)}` : undefined
  if (isFraction(given)) throw new ValidationError(notFraction(given), part)
  const percentage = parsePercentage(given.replace(/\s*%$/, ''))
  if (percentage) return { least: percentage }
  if (/^-\d{1,15}$/.test(given)) return { mostUncovered: -Number(given) }
  throw new ValidationError(
    'a percentage from 0 to 100, or a negative whole number (at most that many uncovered)',
    part,
  )
}

/** A percentage of what has to be covered, as `80`. */
export const leastPercentage: InputParser<Percentage> = {
  parse(given) {
    if (isFraction(given)) throw new ValidationError(notFraction(given))
    const parsed = parsePercentage(given.replace(/\s*%$/, ''))
    if (!parsed) throw new ValidationError('a percentage from 0 to 100, such as 80 or 79.5')
    return parsed
  },
}

/** Other tools take 0.8 for 80 %; nobody asks for less than one percent without saying so. */
function isFraction(given: string): boolean {
  return /^0?\.\d+$/.test(given) && Number(given) > 0
}

function notFraction(given: string): string {
  return `a percentage such as 80, not a fraction (should less than one percent be meant, write "${given}%")`
}

/** A threshold as it was given. */
export function thresholdText(threshold: Threshold): string {
  return 'least' in threshold ? threshold.least.text : `-${threshold.mostUncovered}`
}

function isSetting(word: string): boolean {
  return isMetric(word) || word === 'perFile' || word === '100'
}
