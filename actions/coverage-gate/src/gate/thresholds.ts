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

/** Minimum percentage, or maximum number of uncovered items. */
export type Threshold = { readonly least: Percentage } | { readonly maxUncovered: number }

/** The threshold of each metric, for a suite, a group of files or everything. */
export type MetricThresholds = ReadonlyMap<Metric, Threshold>

export interface ThresholdRule {
  readonly gate: MetricThresholds
  /** Whether the thresholds apply to each file, instead of to all files together. */
  readonly perFile: boolean
}

/** The parsed input. */
export interface Thresholds {
  readonly everywhere: ThresholdRule
  /** By the name of a suite, a path or a glob. */
  readonly named: ReadonlyMap<string, ThresholdRule>
}

/** The thresholds by suite and by group of files. */
export interface ResolvedThresholds {
  /** Applies to every suite, except for metrics with a threshold of the suite. */
  readonly everywhere: ThresholdRule
  readonly suites: ReadonlyMap<string, ThresholdRule>
  /** By path or glob. */
  readonly groups: ReadonlyMap<string, ThresholdRule>
}

const expected =
  'a number (percent of lines), or YAML that maps metrics, suites, paths and globs to numbers'

/** Parses `80`, or a map of metrics to numbers, and of suites, paths and globs to numbers or such maps. */
export const thresholds: InputParser<Thresholds> = {
  async parse(given) {
    const parsed = await yaml(unknown(), expected).parse(given)
    if (!isMap(parsed)) return { everywhere: parseRule(parsed, ''), named: new Map() }
    // Jest calls the thresholds of all other files `global`.
    const { global = {}, ...rest } = parsed
    if (!isMap(global))
      throw new ValidationError(`${expected}; "global" is a map of metrics`, 'global')
    const entries = Object.entries(rest)
    const common = Object.fromEntries(entries.filter(([key]) => isSetting(key)))
    const others = entries.filter(([key]) => !isSetting(key))
    for (const [key] of others) if (isPath(key)) await glob.parse(key)
    return {
      everywhere: parseRule({ ...common, ...global }, ''),
      named: new Map(others.map(([key, value]) => [key, parseRule(value, key)])),
    }
  },
}

/**
 * Resolves each name to a suite or a group of files.
 *
 * @throws InputError if a name is neither a suite nor looks like a path
 */
export function resolveThresholds(
  given: Thresholds | undefined,
  suites: readonly string[],
): ResolvedThresholds {
  const named = [...(given?.named ?? [])]
  const groups = named.filter(([name]) => !suites.includes(name))
  const unknownName = groups.find(([name]) => !isPath(name))?.[0]
  if (unknownName !== undefined) {
    const meant = closestName(unknownName, [...metrics, 'global', ...suites])
    const known = `the metrics are ${metrics.join(', ')}; the suites of "reports" are ${suites.join(', ')}`
    throw new InputError(
      `Input "thresholds" contains ${quote(unknownName)}, which is neither a metric nor a suite: ${known}. ` +
        `${meant === undefined ? '' : `Did you mean ${quote(meant)}? `}` +
        'A path contains a slash or a dot: "./src/".',
    )
  }
  return {
    everywhere: given?.everywhere ?? { gate: new Map(), perFile: false },
    suites: new Map(named.filter(([name]) => suites.includes(name))),
    groups: new Map(groups),
  }
}

function isPath(name: string): boolean {
  return /[/\\.*]/.test(name)
}

/** A number without a metric applies to lines. */
function parseRule(value: unknown, path: string): ThresholdRule {
  if (!isMap(value))
    return { gate: new Map([['lines', parseThreshold(value, path)]]), perFile: false }
  const { perFile = false, 100: everything = false, ...ofMetrics } = value
  for (const [key, setting] of Object.entries({ perFile, 100: everything })) {
    if (typeof setting !== 'boolean')
      throw new ValidationError(`${expected}; "${key}" is true or false`, path)
  }
  const whole = everything === true ? fullCoverage() : []
  const entries = Object.entries(ofMetrics).map(([key, threshold]) => {
    const at = path ? `${path}.${key}` : key
    if (!isMetric(key)) {
      const meant = closestName(key, metrics)
      const hint = meant === undefined ? '' : `; did you mean ${quote(meant)}?`
      throw new ValidationError(`${expected}; the metrics are ${metrics.join(', ')}${hint}`, at)
    }
    return [key, parseThreshold(threshold, at)] as const
  })
  const gate = new Map([...whole, ...entries])
  if (path !== '' && gate.size === 0)
    throw new ValidationError(`${expected}; a map of metrics must not be empty`, path)
  return { gate, perFile: perFile === true }
}

/** The thresholds that `100: true` sets in Vitest. */
function fullCoverage(): [Metric, Threshold][] {
  const least = { text: '100', units: 100n, scale: 1n }
  const four: Metric[] = ['lines', 'branches', 'functions', 'statements']
  return four.map((metric) => [metric, { least }])
}

function parseThreshold(value: unknown, path: string): Threshold {
  const isSimple = typeof value === 'number' || typeof value === 'string'
  const given = isSimple ? String(value).trim() : ''
  const part = path ? `${path}: ${JSON.stringify(value)}` : undefined
  if (isFraction(given)) throw new ValidationError(notFraction(given), part)
  if (Object.is(value, -0) || /^-0+$/.test(given))
    throw new ValidationError('a percentage, not -0: 100 requires that nothing is uncovered', part)
  const percentage = parsePercentage(given.replace(/\s*%$/, ''))
  if (percentage) return { least: percentage }
  if (/^-\d{1,15}$/.test(given)) return { maxUncovered: -Number(given) }
  throw new ValidationError(
    'a percentage from 0 to 100, or a negative whole number (at most that many uncovered)',
    part,
  )
}

/** Parses a minimum percentage, such as `80`. */
export const leastPercentage: InputParser<Percentage> = {
  parse(given) {
    if (isFraction(given)) throw new ValidationError(notFraction(given))
    const parsed = parsePercentage(given.replace(/\s*%$/, ''))
    if (!parsed) throw new ValidationError('a percentage from 0 to 100, such as 80 or 79.5')
    return parsed
  },
}

/** In other tools 0.8 means 80 %. A threshold below one percent is accepted only with a percent sign. */
function isFraction(given: string): boolean {
  return /^0?\.\d+$/.test(given) && Number(given) > 0
}

function notFraction(given: string): string {
  return `a percentage such as 80, not a fraction (to require less than one percent, write "${given}%")`
}

/** Returns a threshold as in the input. */
export function thresholdText(threshold: Threshold): string {
  return 'least' in threshold ? threshold.least.text : `-${threshold.maxUncovered}`
}

function isSetting(word: string): boolean {
  return isMetric(word) || word === 'perFile' || word === '100'
}
