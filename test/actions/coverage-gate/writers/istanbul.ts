import { firstOf, lastOf, linesOf, type Measured, talliesOf } from './code.ts'

const place = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
})

/** @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/file-coverage.js */
export function istanbulFinal(
  files: readonly Measured[],
  nameOf: (path: string) => string,
): string {
  const byName = files.map((file) => {
    const path = nameOf(file.path)
    return [path, { path, ...maps(file) }]
  })
  return JSON.stringify(Object.fromEntries(byName))
}

function maps({ blocks, functions }: Measured): object {
  const lines = linesOf(blocks)
  const decisions = blocks.flatMap(({ to, decisions }) =>
    decisions.map((ways, nth) => ({
      line: to,
      ways,
      loc: place(to, 4 + 20 * nth, to, 20 * nth + 9),
    })),
  )
  return {
    statementMap: { ...lines.map(({ line }) => place(line, 2, line, 60)) },
    fnMap: {
      ...functions.map((one) => {
        const line = firstOf(one)
        const decl = place(line, 9, line, 9 + one.name.length)
        return { name: one.name, decl, loc: place(line, 16, lastOf(one), 1), line }
      }),
    },
    branchMap: {
      ...decisions.map(({ line, ways, loc }) => ({
        loc,
        type: ways.length > 2 ? 'switch' : 'if',
        locations: ways.map(() => loc),
        line,
      })),
    },
    s: { ...lines.map(({ hits }) => hits) },
    f: { ...functions.map(({ hits }) => hits) },
    b: { ...decisions.map(({ ways }) => ways) },
  }
}

/** @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-reports/lib/json-summary/index.js */
export function istanbulSummary(
  files: readonly Measured[],
  nameOf: (path: string) => string,
): string {
  const byName = files.map((file) => [nameOf(file.path), summary([file])])
  return JSON.stringify({ total: summary(files), ...Object.fromEntries(byName) })
}

function summary(files: readonly Measured[]): object {
  const count = ({ covered, total }: { covered: number; total: number }) => ({
    ...{ total, covered, skipped: 0 },
    pct: total === 0 ? 100 : Math.floor((10_000 * covered) / total) / 100,
  })
  const { lines, functions, branches } = talliesOf(files)
  const four = { lines, functions, statements: lines, branches }
  return Object.fromEntries(Object.entries(four).map(([metric, one]) => [metric, count(one)]))
}
