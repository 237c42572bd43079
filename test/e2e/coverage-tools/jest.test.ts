import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/actions.ts'
import { makeRepository } from '../repository.ts'
import { type Counts, expectPrinted, sum } from './gate.ts'
import { defaultArguments, istanbulRows, printedByIstanbul, reporters } from './istanbul.ts'
import { run } from './run.ts'

const packages = ['api', 'web']
const sources = 'test/fixtures/coverage/sources/js'
const packageFile = JSON.stringify({ jest: { collectCoverageFrom: ['src/**'] } })

/** A workspace of two packages that have the same files and test them differently. */
const { folder } = makeRepository({
  message: 'packages',
  copies: { 'packages/api': sources, 'packages/web': sources },
  texts: {
    'package.json': JSON.stringify({
      jest: { projects: ['<rootDir>/packages/*'], collectCoverageFrom: ['packages/*/src/**'] },
    }),
    'packages/api/package.json': packageFile,
    'packages/web/package.json': packageFile,
    'packages/web/test/shop.test.js': `
      const { price } = require('../src/price.js')
      test('refuses a coupon', () => expect(() => price([], 'NONE')).toThrow('unknown'))`,
  },
})

let together: Counts
let apart: Counts

beforeAll(() => {
  together = testIn(folder)
  apart = sum(packages.map((name) => testIn(join(folder, 'packages', name))))
  for (const name of packages) {
    cpSync(join(folder, 'packages', name, 'coverage'), join(folder, 'artifacts', name), {
      recursive: true,
    })
  }
}, 300_000)

function testIn(path: string): Counts {
  const flags = reporters.map((reporter) => `--coverageReporters=${reporter}`)
  return printedByIstanbul(
    run(path, join(root, 'node_modules/.bin/jest'), ['--coverage', ...flags]),
  )
}

const remark = /declares .* branches .* the lists apply/
const once = { less: defaultArguments, remarks: [remark] }
const twice = { less: defaultArguments, remarks: [remark, remark] }

test.each(istanbulRows('coverage', once))('one run of all packages: %s', (_, row) =>
  expectPrinted(folder, together, row),
)

test.each([...istanbulRows('packages/*/coverage', twice), ...istanbulRows('artifacts/*', twice)])(
  'a run of each package: %s',
  (_, row) => expectPrinted(folder, apart, row),
)
