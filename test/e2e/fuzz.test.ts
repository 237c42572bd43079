import { fuzz } from '../actions/coverage/fuzz.ts'

test('20,000 changed reports are refused in one line, or a naive reader finds the same', () => {
  const { refused, same, slowest } = fuzz(20_000, 2)
  expect(refused).toBeGreaterThan(5_000)
  expect(same).toBeGreaterThan(2_000)
  expect(slowest).toBeLessThan(10_000)
}, 300_000)
