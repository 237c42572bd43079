import { isMetric } from '../../../actions/coverage-gate/src/model/metrics.ts'
import { type Counts, type Row, titled } from './gate.ts'

/** The reporters whose reports the gate reads, and the one that prints the counts. */
export const reporters = ['lcovonly', 'json', 'json-summary', 'clover', 'cobertura', 'text-summary']

/** The counts that `text-summary` prints: `Statements   : 70.83% ( 17/24 )`. */
export function printedByIstanbul(output: string): Counts {
  const lines = output.matchAll(/^(\w+) *: [\d.]+% \( (\d+)\/(\d+) \)/gm)
  return Object.fromEntries(
    Array.from(lines, ([, name = '', covered, total]) => {
      const metric = name.toLowerCase()
      if (!isMetric(metric)) throw new Error(`text-summary counts ${metric}`)
      return [metric, { covered: Number(covered), total: Number(total) }]
    }),
  )
}

const betterCount = /branches of \d files.*The higher count applies/

/**
 * What those reporters write to a folder, or to several.
 *
 * @param folder a path or glob
 * @param cobertura how Cobertura differs
 */
export function istanbulRows(
  folder: string,
  cobertura: Pick<Row, 'less' | 'remarks'> = {},
): [string, Row][] {
  const tracefile = ['lines', 'branches', 'functions'] as const
  const all = [...tracefile, 'statements'] as const
  return titled([
    { report: `${folder}/coverage-final.json`, has: all },
    { report: `${folder}/coverage-summary.json`, has: all },
    { report: `${folder}/lcov.info`, has: tracefile },
    { report: `${folder}/clover.xml`, has: tracefile },
    { report: `${folder}/cobertura-coverage.xml`, has: tracefile, ...cobertura },
    // All formats at once: a file still counts once. Clover only has counts, and Cobertura other ones.
    { report: `${folder}/*`, has: all, remarks: [...(cobertura.remarks ?? []), betterCount] },
  ])
}

/** Each of two packages has a method with a default argument, and one calls it without. */
export const defaultArguments = {
  counts: { branches: { covered: 1, total: 2 } },
  reason: 'a branch on a line without a statement, here a default argument, is left out',
}
