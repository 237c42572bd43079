import { type InputParser, named, ValidationError } from '@ci-actions/kit'
import { parsePattern } from '@ci-actions/patterns'
import { formats } from '../formats/detect-format.ts'
import type { Format } from '../formats/format.ts'
import { isMetric } from '../model/metrics.ts'
import { glob, relativeGlob } from './glob.ts'

/** A line of the input: glob, suite, and the format if it is forced. */
export interface ReportLine {
  readonly suite: string
  readonly glob: string
  /** Whether matching reports are excluded. */
  readonly negated: boolean
  readonly format: Format | undefined
}

/** The suite of lines without a name. */
export const unnamed = 'default'

/** Parses `glob`, `name: glob`, `name: glob (format)` and `!glob`. */
export const reportLine: InputParser<ReportLine> = {
  async parse(given) {
    const { name = unnamed, value } = await named(formattedGlob).parse(given)
    if (isMetric(name)) throw new ValidationError('lines whose suite name is not a metric', given)
    return { suite: name, ...value }
  },
}

const formattedGlob: InputParser<Omit<ReportLine, 'suite'>> = {
  async parse(given) {
    const [, pattern = given, word] = /^(.*\S)\s+\(([\w-]+)\)$/.exec(given) ?? []
    const format = formats.find(({ name }) => name === word)
    if (word !== undefined && !format) {
      const known = formats.map(({ name }) => name).join(', ')
      throw new ValidationError(`globs followed by one of these formats: ${known}`, given)
    }
    const negated = pattern.startsWith('!')
    const named = await glob.parse(pattern.replace(/^!\s*/, ''))
    if (negated) parsePattern(`/${relativeGlob(named, '')}`)
    return { glob: named, negated, format }
  },
}

/** Returns the names of the suites, in the order of the lines. */
export function suiteNames(lines: readonly ReportLine[]): string[] {
  return [...new Set(lines.filter(({ negated }) => !negated).map(({ suite }) => suite))]
}
