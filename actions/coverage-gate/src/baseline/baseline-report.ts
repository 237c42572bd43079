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
 * What all reports say together, in one form: the output `report-path`, and the baseline of later
 * runs. Lines are ranges, `"1-3,7"`; they are left out where no report tells them.
 */
export type NormalizedReport = InferOutput<typeof reportShape>

/** @throws ActionError when it is not such a report; the message completes "The baseline … " */
export function parseReport(text: string): NormalizedReport {
  const parsed = safeParse(reportShape, parseJson(text))
  if (parsed.success) return parsed.output
  throw new ActionError(
    'is no report of this action; give it a file that the output "report-path" named',
  )
}

/** A range of a report that was made to fill the memory is not followed to its end. */
const longestRange = 1_000_000

/** The lines of `1-3,7`. */
export function linesOf(ranges: string): Set<number> {
  const lines = new Set<number>()
  for (const [, from, to = from] of ranges.matchAll(/(\d+)(?:-(\d+))?/g)) {
    const last = Math.min(Number(to), Number(from) + longestRange)
    for (let line = Number(from); line <= last; line++) lines.add(line)
  }
  return lines
}
