import { join } from 'node:path'
import { installFromNpm } from '../install.ts'
import { makeRepository } from '../repository.ts'
import { type Counts, expectPrinted, readByGate } from './gate.ts'
import { istanbulRows, printedByIstanbul, reporters } from './istanbul.ts'
import { run } from './run.ts'

const { folder } = makeRepository({
  message: 'shop',
  copies: { '.': 'test/fixtures/coverage/sources/js' },
  texts: { 'test/node.test.js': `require('node:test')('shop', () => require('./shop.test.js'))` },
})

describe('c8', () => {
  let printed: Counts

  beforeAll(() => {
    const c8 = installFromNpm(['c8@12.0.0'], 'c8')
    const flags = reporters.map((reporter) => `--reporter=${reporter}`)
    const program = [process.execPath, 'test/shop.test.js']
    printed = printedByIstanbul(
      run(folder, c8, ['--all', '--include=src/**', ...flags, ...program]),
    )
  }, 300_000)

  test.each(istanbulRows('coverage'))('%s', (_, row) => expectPrinted(folder, printed, row))
})

test('node --test prints the percentages of what its lcov lists', async () => {
  const output = run(folder, process.execPath, [
    '--test',
    '--experimental-test-coverage',
    '--test-coverage-include=src/**',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=lcov',
    `--test-reporter-destination=${join(folder, 'node.info')}`,
    'test/node.test.js',
  ])
  const { counts, remarks } = await readByGate(folder, 'node.info')
  const [lines, branches, functions] = ['lines', 'branches', 'functions'] as const
  const percentages = /all files *\| *([\d.]+) \| *([\d.]+) \| *([\d.]+) \|/.exec(output)?.slice(1)
  expect(Object.keys(counts)).toEqual([lines, branches, functions])
  expect(percentages).toEqual(
    Object.values(counts).map(({ covered, total }) => ((100 * covered) / total).toFixed(2)),
  )
  expect(remarks).toEqual([])
})
