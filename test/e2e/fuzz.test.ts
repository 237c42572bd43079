import { fuzz } from '../actions/coverage-gate/fuzz.ts'
import { fuzzPairs } from '../actions/coverage-gate/fuzz-pairs.ts'
import { playRandomSteps, renderRandomMatrices } from '../packages/notify/random.ts'

test('20,000 changed reports are refused in one line, or a naive reader finds the same', () => {
  const { refused, same, slowest } = fuzz(20_000, 2)
  expect(refused).toBeGreaterThan(5_000)
  expect(same).toBeGreaterThan(2_000)
  expect(slowest).toBeLessThan(10_000)
}, 300_000)

test('20,000 random pairs and triples of reports merge to what ran, in every order', () => {
  const { shards, packages, formats } = fuzzPairs(20_000, 2)
  expect(Math.min(shards, packages, formats)).toBeGreaterThan(2_000)
}, 900_000)

test('10,000 random steps: 0 messages are refused, 0 mention, 0 break a link, 0 commands', async () => {
  await playRandomSteps(10_000)
}, 300_000)

test('Nor do 1,000 random matrices do any of this, whatever their jobs and steps are called', async () => {
  await renderRandomMatrices(1_000)
}, 300_000)
