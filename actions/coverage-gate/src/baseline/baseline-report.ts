import { ActionError, mapOf, parseJson } from '@ci-actions/kit'
import {
  array,
  type InferOutput,
  integer,
  literal,
  minValue,
  number,
  object,
  optional,
  partialCheck,
  pipe,
  safeParse,
  string,
} from 'valibot'

const whole = pipe(number(), integer(), minValue(0))
const count = pipe(
  object({ covered: whole, total: whole }),
  partialCheck(
    [['covered'], ['total']],
    ({ covered, total }) => covered <= total,
    'covered > total',
  ),
)
const totals = mapOf(count)
const reportShape = object({
  schema: literal('ci-actions/coverage@1'),
  commit: string(),
  totals,
  suites: mapOf(totals),
  files: array(
    object({
      path: string(),
      counts: mapOf(count),
      lines: optional(object({ covered: string(), uncovered: string() })),
    }),
  ),
})

/**
 * All reports merged: the file of the output `report-path`, and the baseline of later runs. Lines are ranges,
 * `"1-3,7"`; they are omitted if no report contains them.
 */
export type NormalizedReport = InferOutput<typeof reportShape>

/** @throws ActionError if the text is not such a report; the message completes "The baseline … " */
export function parseReport(text: string): NormalizedReport {
  const parsed = safeParse(reportShape, parseJson(text))
  if (parsed.success) return parsed.output
  throw new ActionError('is not a report of this action; use a file from the output "report-path"')
}

/** Limits the memory that a manipulated report can use. */
const maxRange = 1_000_000

/** Returns the lines in `1-3,7`. */
export function parseRanges(ranges: string): Set<number> {
  const lines = new Set<number>()
  for (const [, from, to = from] of ranges.matchAll(/(\d+)(?:-(\d+))?/g)) {
    const last = Math.min(Number(to), Number(from) + maxRange)
    for (let line = Number(from); line <= last; line++) lines.add(line)
  }
  return lines
}
