import { type Measured, talliesOf } from './code.ts'

/**
 * As `llvm-cov export`; each block is a region of its own.
 *
 * @see https://github.com/llvm/llvm-project/blob/main/llvm/tools/llvm-cov/CoverageExporterJson.cpp
 */
export function llvmExport(files: readonly Measured[], nameOf: (path: string) => string): string {
  const listed = files.map((file) => ({
    branches: [],
    expansions: [],
    filename: nameOf(file.path),
    segments: file.blocks.flatMap(({ from, to, hits }) => [
      [from, 3, hits, true, true, false],
      [to, 80, 0, false, false, false],
    ]),
    summary: summary([file]),
  }))
  return JSON.stringify({
    data: [{ files: listed, functions: [], totals: summary(files) }],
    type: 'llvm.coverage.json.export',
    version: '2.0.1',
  })
}

function summary(files: readonly Measured[]): object {
  const { lines, functions, branches, regions } = talliesOf(files)
  const counts = { lines, functions, instantiations: functions, branches, regions }
  return Object.fromEntries(
    Object.entries(counts).map(([metric, { covered, total }]) => [
      metric,
      {
        ...{ count: total, covered, notcovered: total - covered },
        percent: total === 0 ? 0 : (100 * covered) / total,
      },
    ]),
  )
}
