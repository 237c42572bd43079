import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mavenRepository } from '../install.ts'
import { makeRepository } from '../repository.ts'
import { type Counts, expectPrinted, sum, titled } from './gate.ts'
import { run } from './run.ts'

const { folder } = makeRepository({
  message: 'shop',
  copies: { '.': 'test/fixtures/coverage/sources/java' },
})
const aggregate = 'report/target/site/jacoco-aggregate'
const counters = {
  instructions: 'INSTRUCTION',
  branches: 'BRANCH',
  lines: 'LINE',
  functions: 'METHOD',
}
let printed: Counts

beforeAll(() => {
  run(folder, 'mvn', ['-q', '-B', `-Dmaven.repo.local=${mavenRepository}`, 'verify'])
  printed = sum(readClasses(readFileSync(join(folder, aggregate, 'jacoco.csv'), 'utf8')))
}, 300_000)

/** The counts of each class in the table that JaCoCo writes beside the report. */
function readClasses(csv: string): Counts[] {
  const [header = '', ...rows] = csv.trim().split('\n')
  const columns = header.split(',')
  return rows.map((row) => {
    const cells = row.split(',')
    const cell = (name: string): number => Number(cells[columns.indexOf(name)])
    return Object.fromEntries(
      Object.entries(counters).map(([metric, name]) => {
        const covered = cell(`${name}_COVERED`)
        return [metric, { covered, total: covered + cell(`${name}_MISSED`) }]
      }),
    )
  })
}

const has = ['lines', 'branches', 'functions', 'instructions'] as const
const less = {
  counts: { lines: { covered: 1, total: 1 } },
  reason: 'a line that two classes share counts once',
}
const better = /count the same items, but do not all list them.* The higher count applies/

test.each(
  titled([
    { report: `${aggregate}/jacoco.xml`, has, less },
    { report: '*/target/site/jacoco/jacoco.xml', has, less },
    { report: `${aggregate}/jacoco.csv`, has, remarks: [/counts lines by class/] },
    {
      report: `${aggregate}/jacoco.{csv,xml}`,
      has,
      less,
      remarks: [/counts lines by class/, better],
    },
    {
      report: '**/jacoco.xml',
      has,
      less,
      remarks: [better],
    },
  ]),
)('%s', (_, row) => expectPrinted(folder, printed, row))
