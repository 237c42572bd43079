import { linesOf, type Measured, type MeasuredBlock, tallied, talliesOf } from './code.ts'

/** The line that a way of the last line of a block goes to; negative where it leaves the function. */
export function targetOf({ from, to }: MeasuredBlock, way: number): number {
  return way === 1 && from % 3 === 0 ? -from : to + 1 + way
}

/**
 * As `coverage json --branch`, which lists the docstring of a module that was loaded.
 *
 * @see https://github.com/coveragepy/coveragepy/blob/main/coverage/jsonreport.py
 */
export function coveragePyJson(
  files: readonly Measured[],
  nameOf: (path: string) => string,
): string {
  return JSON.stringify({
    meta: { format: 3, version: '7.17.3', branch_coverage: true, show_contexts: false },
    files: Object.fromEntries(files.map((file) => [nameOf(file.path), jsonFile(file)])),
    totals: summary(files),
  })
}

function jsonFile(file: Measured): object {
  const lines = linesOf(file.blocks)
  const arcs = (isTaken: boolean) =>
    file.blocks.flatMap((block) =>
      block.decisions
        .flat()
        .flatMap((hits, way) => (hits > 0 === isTaken ? [[block.to, targetOf(block, way)]] : [])),
    )
  const ran = lines.flatMap(({ line, hits }) => (hits > 0 ? [line] : []))
  return {
    executed_lines: file.docstring && ran.length > 0 ? [1, ...ran] : ran,
    summary: summary([file]),
    missing_lines: lines.flatMap(({ line, hits }) => (hits === 0 ? [line] : [])),
    excluded_lines: [],
    executed_branches: arcs(true),
    missing_branches: arcs(false),
  }
}

function summary(files: readonly Measured[]): object {
  const { lines, branches } = talliesOf(files)
  const partial = files.flatMap(({ blocks }) => blocks).filter(isPartial)
  return {
    covered_lines: lines.covered,
    num_statements: lines.total,
    percent_covered: (100 * lines.covered) / lines.total,
    missing_lines: lines.total - lines.covered,
    excluded_lines: 0,
    num_branches: branches.total,
    num_partial_branches: partial.length,
    covered_branches: branches.covered,
    missing_branches: branches.total - branches.covered,
  }
}

function isPartial({ decisions }: MeasuredBlock): boolean {
  const { covered, total } = tallied(decisions.flat())
  return covered > 0 && covered < total
}
