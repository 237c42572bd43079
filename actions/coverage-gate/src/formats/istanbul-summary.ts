import { readFileSync, statSync } from 'node:fs'
import { Failure, messageOf, quote } from '@ci-actions/kit'
import {
  type GenericSchema,
  integer,
  minValue,
  number,
  object,
  optional,
  pipe,
  safeParse,
} from 'valibot'
import { settleClaims } from '../claims.ts'
import { Coverage } from '../coverage.ts'
import type { Format, Origin, Report } from '../format.ts'
import { normalizePath } from '../source-path.ts'
import { decodeText } from '../text-file.ts'

/**
 * `coverage-summary.json` of Istanbul (Jest, Vitest, nyc, c8): counts of lines, branches, functions and
 * statements for each file, and `total`, which is not a file. `pct` is rounded and is not read.
 *
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/coverage-summary.js
 */
export const istanbulSummary: Format = {
  name: 'istanbul-summary',
  title: 'Istanbul coverage-summary.json',
  recognizes: ({ text }) =>
    /^\{\s*\}\s*$/.test(text) ||
    /^\{\s*"[\s\S]*?"(lines|branches|functions|statements)"\s*:\s*\{[^{}]*"(covered|total)"/.test(
      text,
    ),
  read,
}

const summaryMetrics = ['lines', 'branches', 'functions', 'statements'] as const

const whole = pipe(number(), integer(), minValue(0))
const counted = optional(object({ covered: whole, total: whole }))
const shape = object({
  lines: counted,
  branches: counted,
  functions: counted,
  statements: counted,
})
type Summary = typeof shape extends GenericSchema<unknown, infer T> ? T : never

/** Longer text than this cannot be held by a string of V8. */
const largest = 500 * 1024 * 1024

function read({ file, path, workspace }: Origin): Report {
  const coverage = new Coverage()
  const { total, ...files } = parseJson(file)
  for (const [name, entry] of Object.entries(files)) {
    if (name === 'branchesTrue') continue
    addCounts(coverage, normalizePath(name, workspace), summaryOf(name, entry))
  }
  const claims = total === undefined ? {} : summaryOf('total', total)
  return { coverage, remarks: settleClaims(claims, coverage, path) }
}

function parseJson(file: string): Record<string, unknown> {
  if (statSync(file).size > largest)
    throw new Failure('is larger than 500 MiB, too large for a summary')
  const text = decodeText(readFileSync(file))
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Failure(`is no valid JSON: ${messageOf(error)}`)
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Failure('is JSON, but not an object with the files in it')
  }
  return { ...json }
}

function summaryOf(name: string, entry: unknown): Summary {
  const parsed = safeParse(shape, entry)
  if (!parsed.success) {
    throw new Failure(`has no usable counts of ${quote(name)}: ${parsed.issues[0].message}`)
  }
  for (const metric of summaryMetrics) {
    const { covered, total } = parsed.output[metric] ?? { covered: 0, total: 0 }
    if (covered > total || !Number.isSafeInteger(total)) {
      throw new Failure(`has ${covered} of ${total} ${metric} covered in ${quote(name)}`)
    }
  }
  return parsed.output
}

function addCounts(coverage: Coverage, path: string, summary: Summary): void {
  for (const metric of summaryMetrics) {
    const count = summary[metric]
    if (count === undefined) continue
    coverage.measured.add(metric)
    coverage.file(path).add(metric, count)
  }
}
