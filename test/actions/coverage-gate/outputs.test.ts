import { Coverage } from '../../../actions/coverage-gate/src/model/coverage.ts'
import { describeOmitted, gateOutputs } from '../../../actions/coverage-gate/src/outputs.ts'

const limit = 1024 ** 2

function resultOf(files: number, ranges: number, unknown: number) {
  const path = (i: number): string => `packages/web/src/components/form/fields/field-${i}.tsx`
  const range = (_: unknown, i: number) => ({ from: 10 * i + 1, to: 10 * i + 4 })
  return {
    ...{ passed: true, suites: [], groups: [], failures: [], delta: undefined, ungated: undefined },
    overall: new Coverage().totals(),
    patch: {
      ...{ covered: 0, total: 1, missing: undefined },
      files: Array.from({ length: files }, (_, i) => ({
        ...{ path: path(i), covered: 0, total: 1 },
        uncovered: Array.from({ length: ranges }, range),
      })),
      unknown: Array.from({ length: unknown }, (_, i) => path(i)),
    },
  }
}

test.each([
  [100, 100, 100, false],
  [101, 1, 0, true],
  [1, 101, 0, true],
  [0, 0, 101, true],
  [20_000, 500, 20_000, true],
])(
  'The output "patch" of %i files, %i ranges and %i unknown files fits, and says what it leaves out',
  (files, ranges, unknown, isCut) => {
    const result = resultOf(files, ranges, unknown)
    const patch = JSON.stringify(gateOutputs(result, '').patch)
    expect(patch.length).toBeLessThan(limit / 2)
    expect(/"more(-un\w+)?":/.test(patch)).toBe(isCut)
    expect(describeOmitted(result)).toHaveLength(isCut ? 1 : 0)
  },
)
