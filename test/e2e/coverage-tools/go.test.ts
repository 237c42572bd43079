import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeRepository } from '../repository.ts'
import { readByGate } from './gate.ts'
import { run } from './run.ts'

const { folder } = makeRepository({
  message: 'shop',
  copies: { '.': 'test/fixtures/coverage/sources/go' },
  texts: {
    'cmd/shop/main.go': `package main

import (
	"fmt"
	"os"

	"example.com/shop/price"
	"example.com/shop/stock"
)

func main() {
	if len(os.Args) > 1 {
		fmt.Println(price.Price([]int{10, 5}, os.Args[1]))
		return
	}
	fmt.Println(new(stock.Stock).Price())
}
`,
  },
})
const go = (...args: string[]): string => run(folder, 'go', args)

beforeAll(() => {
  const [unit, system] = [join(folder, 'unit'), join(folder, 'system')]
  for (const data of [unit, system]) mkdirSync(data)
  // The profile of every test has the blocks of every package.
  go('test', '-count=1', '-coverpkg=./...', '-coverprofile=test.out', './...')
  go('test', '-count=1', '-coverpkg=./...', './...', '-args', `-test.gocoverdir=${unit}`)
  go('build', '-cover', '-coverpkg=./...', '-o', 'shop', './cmd/shop')
  run(folder, './shop', ['NONE'], { GOCOVERDIR: system })
  go('tool', 'covdata', 'textfmt', '-i=system', '-o=program.out')
  go('tool', 'covdata', 'textfmt', '-i=unit,system', '-o=both.out')
}, 300_000)

test.each([
  { what: 'go test -coverpkg', reports: 'test.out', profile: 'test.out' },
  { what: 'a program built with -cover', reports: 'program.out', profile: 'program.out' },
  { what: 'both, put together by Go', reports: 'both.out', profile: 'both.out' },
  { what: 'both, put together by the gate', reports: '{test,program}.out', profile: 'both.out' },
])('$what: the statements that go tool cover prints', async ({ reports, profile }) => {
  const { counts, remarks } = await readByGate(folder, reports)
  const { covered, total } = counts.statements ?? { covered: 0, total: 0 }
  const printed = /^total:\s+\(statements\)\s+(.+)$/m.exec(go('tool', 'cover', '-func', profile))
  expect(`${((100 * covered) / total).toFixed(1)}%`).toBe(printed?.[1])
  expect(Object.keys(counts)).toEqual(['lines', 'statements'])
  expect(remarks).toEqual([])
})
