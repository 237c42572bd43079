import {
  firstOf,
  lastOf,
  linesOf,
  type Measured,
  type MeasuredBlock,
  type MeasuredFunction,
  talliesOf,
} from './code.ts'
import { targetOf } from './python.ts'

/** How a tool writes what the others write otherwise. */
interface Dialect {
  /** The lines of the functions, without their totals. */
  functions(functions: readonly MeasuredFunction[]): string[]
  /** The branches of a block; so many decisions of the file stand before it. */
  branches(block: MeasuredBlock, before: number): string[]
}

function tracefile(dialect: Dialect) {
  return (files: readonly Measured[], nameOf: (path: string) => string): string =>
    files.map((file) => record(file, nameOf(file.path), dialect)).join('')
}

function record(file: Measured, name: string, dialect: Dialect): string {
  const { lines, functions, branches } = talliesOf([file])
  let before = 0
  const arms = file.blocks.flatMap((block) => {
    const written = dialect.branches(block, before)
    before += block.decisions.length
    return written
  })
  const rows = [
    'TN:',
    `SF:${name}`,
    ...dialect.functions(file.functions),
    `FNF:${functions.total}`,
    `FNH:${functions.covered}`,
    ...linesOf(file.blocks).map(({ line, hits }) => `DA:${line},${hits}`),
    `LF:${lines.total}`,
    `LH:${lines.covered}`,
    ...arms,
    `BRF:${branches.total}`,
    `BRH:${branches.covered}`,
    'end_of_record',
  ]
  return `${rows.join('\n')}\n`
}

const named = (functions: readonly MeasuredFunction[]): string[] => [
  ...functions.map((one) => `FN:${firstOf(one)},${one.name}`),
  ...functions.map((one) => `FNDA:${one.hits},${one.name}`),
]

/**
 * As Istanbul: a block is a branch of the file.
 *
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-reports/lib/lcovonly/index.js
 */
export const istanbulLcov = tracefile({
  functions: named,
  branches: ({ to, decisions }, before) =>
    decisions.flatMap((ways, nth) =>
      ways.map((hits, way) => `BRDA:${to},${before + nth},${way},${hits}`),
    ),
})

/**
 * As lcov 2: functions are groups; the branches of a line are those of one block, `-` where the line did not run.
 *
 * @see https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1
 */
export const gccLcov = tracefile({
  functions: (functions) => [
    ...functions.map((one, i) => `FNL:${i},${firstOf(one)},${lastOf(one)}`),
    ...functions.map(({ hits, name }, i) => `FNA:${i},${hits},${name}`),
  ],
  branches: ({ to, hits, decisions }) =>
    decisions.flat().map((taken, i) => `BRDA:${to},0,${i},${hits === 0 ? '-' : taken}`),
})

/**
 * As coverage.py: a branch is called by where it goes.
 *
 * @see https://github.com/coveragepy/coveragepy/blob/main/coverage/lcovreport.py
 */
export const pythonLcov = tracefile({
  functions: (functions) => [
    ...functions.map((one) => `FN:${firstOf(one)},${lastOf(one)},${one.name}`),
    ...functions.map(({ hits, name }) => `FNDA:${Math.min(1, hits)},${name}`),
  ],
  branches: (block) =>
    block.decisions.flat().map((taken, way) => {
      const target = targetOf(block, way)
      const name = target < 0 ? 'exit the function' : `jump to line ${target}`
      return `BRDA:${block.to},0,${name},${block.hits === 0 ? '-' : Math.min(1, taken)}`
    }),
})
