import { mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/actions.ts'
import { createTemporaryFolder, removeTemporaryFolder } from '../support/temporary.ts'
import { benchCoverage } from './coverage.ts'
import { benchSteps } from './steps.ts'
import { type Bench, overBar, print } from './table.ts'

/*
 * `npm run bench` measures what a step costs and how fast reports are read, prints one table and writes it as
 * JSON. `-- steps` and `-- coverage [size in MB …] [--only format]` measure one of the two; `--json file`
 * says where the JSON goes. Ends with exit code 1 when something is over its bar.
 */

/** What is in the JSON. */
interface Report extends Bench {
  /** ISO 8601, when the bench ended. */
  readonly date: string
  readonly machine: {
    readonly node: string
    readonly platform: string
    readonly arch: string
    readonly cpu: string
    readonly cpus: number
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    json: { type: 'string', default: join(root, 'bench.json') },
  },
})
const [asked = 'all', ...given] = positionals
if (!['all', 'steps', 'coverage'].includes(asked)) {
  throw new Error(`There is no bench "${asked}"; there are steps and coverage.`)
}
const sizes = given.length > 0 ? given.map(Number).toSorted((a, b) => a - b) : [100, 500]
if (!sizes.every((size) => size > 0)) throw new Error(`A size is a number of MB, not "${given}".`)

createTemporaryFolder()
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const benches: Bench[] = []
try {
  if (asked !== 'coverage') benches.push(await benchSteps(folder))
  if (asked !== 'steps') benches.push(benchCoverage(folder, sizes, values.only))
} finally {
  removeTemporaryFolder()
}
const report = reportOf(benches)
const { rows, faults } = report

print(rows)
writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
console.log(`With all digits: ${values.json}`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

function reportOf(benches: readonly Bench[]): Report {
  const processors = cpus()
  const rows = benches.flatMap((bench) => bench.rows)
  return {
    date: new Date().toISOString(),
    machine: {
      node: process.version,
      platform: process.platform,
      arch: process.arch,
      cpu: processors[0]?.model ?? '',
      cpus: processors.length,
    },
    rows,
    faults: [...rows.flatMap(overBar), ...benches.flatMap((bench) => bench.faults)],
  }
}
