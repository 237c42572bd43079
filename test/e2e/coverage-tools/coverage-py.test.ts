import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installFromPypi } from '../install.ts'
import { makeRepository } from '../repository.ts'
import { type Counts, expectPrinted, type Row, sum, titled } from './gate.ts'
import { run } from './run.ts'

const source = 'test/fixtures/coverage/sources/py/shop/price.py'
const testPrice = `
from unittest import TestCase
from src.app import price

class PriceTest(TestCase):
    def test_adds_up(self):
        self.assertEqual(price([(10, 1), (5, 2)]), 20)

    def test_halves(self):
        self.assertEqual(price([(10, 1)], "HALF"), 5)
`
const testStock = `
from unittest import TestCase
from src.app import Stock

class StockTest(TestCase):
    def test_takes(self):
        stock = Stock()
        stock.add("a")
        self.assertTrue(stock.take("a"))
        self.assertEqual(stock.items, {"a": 0})

    def test_is_empty(self):
        self.assertFalse(Stock().take("a"))
`

/** Two services with the same file, of which the second tests less of it. */
const { folder } = makeRepository({
  message: 'services',
  copies: { 'services/a/src/app.py': source, 'services/b/src/app.py': source },
  texts: {
    'services/a/tests/test_price.py': testPrice,
    'services/a/tests/test_stock.py': testStock,
    'services/b/tests/test_price.py': testPrice,
  },
})

let program: string
let services: Counts
let combined: Counts

beforeAll(() => {
  program = installFromPypi('coverage==7.17.3', 'coverage')
  services = sum([measure('a', 'all', ['price', 'stock']), measure('b', 'all', ['price'])])
  // The tests of one service in two halves, as two jobs of a matrix run them.
  measure('a', 'first', ['price'])
  measure('a', 'second', ['stock'])
  coverage('a', 'combine', '--keep', '--data-file=.both', '.first', '.second')
  combined = report('a', 'both')
}, 300_000)

function coverage(service: string, ...args: string[]): string {
  return run(join(folder, 'services', service), program, args)
}

function measure(service: string, name: string, tests: readonly string[]): Counts {
  const files = tests.map((test) => `tests/test_${test}.py`)
  const flags = ['--branch', '--source=src', `--data-file=.${name}`]
  coverage(service, 'run', ...flags, '-m', 'unittest', ...files)
  return report(service, name)
}

/** Writes the reports of a run, in the service and as artifacts; the counts that coverage.py prints. */
function report(service: string, name: string): Counts {
  const data = `--data-file=.${name}`
  for (const format of ['xml', 'json', 'lcov']) {
    coverage(service, format, '--quiet', data, '-o', `${name}.${format}`)
    const written = join(folder, 'services', service, `${name}.${format}`)
    cpSync(written, join(folder, `artifacts/${service}-${name}/coverage.${format}`))
  }
  const table = coverage(service, 'report', data, '--precision=9')
  const tracefile = readFileSync(join(folder, 'services', service, `${name}.lcov`), 'utf8')
  return {
    ...printed(table),
    functions: { covered: added(tracefile, 'FNH'), total: added(tracefile, 'FNF') },
  }
}

/** `TOTAL  19  1  8  1  92.592593%`: statements, missed, branches, partial ones, and how many of both are covered. */
function printed(table: string): Counts {
  const total = /^TOTAL +(\d+) +(\d+) +(\d+) +\d+ +([\d.]+)%$/m.exec(table)?.slice(1)
  const [statements = 0, missed = 0, branches = 0, percentage = 0] = total?.map(Number) ?? []
  const lines = { covered: statements - missed, total: statements }
  const covered = Math.round(((statements + branches) * percentage) / 100) - lines.covered
  return { lines, branches: { covered, total: branches } }
}

/** The table has no functions; the tracefile has their number for each file. */
function added(tracefile: string, key: string): number {
  return Array.from(tracefile.matchAll(new RegExp(`^${key}:(\\d+)$`, 'gm'))).reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  )
}

const rows = (files: string): [string, Row][] =>
  titled([
    { report: `${files}.xml`, has: ['lines', 'branches'] },
    { report: `${files}.json`, has: ['lines', 'branches'] },
    { report: `${files}.lcov`, has: ['lines', 'branches', 'functions'] },
  ])

test.each([...rows('services/*/all'), ...rows('artifacts/*-all/coverage')])(
  'two services: %s',
  (_, row) => expectPrinted(folder, services, row),
)

test.each([...rows('services/a/{first,second}'), ...rows('artifacts/a-{first,second}/coverage')])(
  'two halves of the tests are what coverage combine makes of them: %s',
  (_, row) => expectPrinted(folder, combined, row),
)
