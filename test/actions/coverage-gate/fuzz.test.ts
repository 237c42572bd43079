import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { naive } from '../../oracles/coverage/naive.ts'
import { fuzz } from './fuzz.ts'
import { fuzzPairs } from './fuzz-pairs.ts'
import { fixtures, readFile, reportFixtures, workspace } from './read.ts'

test.each(reportFixtures)('%s: a naive reader finds the same', (path) => {
  const file = join(fixtures, path)
  const { format, totals } = readFile(file)
  expect(naive(format, readFileSync(file, 'utf8'), workspace)).toEqual(totals)
})

test('1,000 changed reports are refused in one line, or a naive reader finds the same', () => {
  const { refused, same, slowest } = fuzz(1_000, 1)
  expect(refused).toBeGreaterThan(250)
  expect(same).toBeGreaterThan(100)
  expect(slowest).toBeLessThan(10_000)
})

test('500 random pairs and triples of reports merge to what ran, in every order', () => {
  const { shards, packages, formats } = fuzzPairs(500, 1)
  expect(Math.min(shards, packages, formats)).toBeGreaterThan(50)
})
