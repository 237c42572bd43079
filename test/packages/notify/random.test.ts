import { playRandomSteps, renderRandomMatrices } from './random.ts'

// As many as are quick: test/e2e/fuzz.test.ts plays 10,000 random steps and 1,000 matrices.
test('1,000 random steps: 0 messages are refused, 0 mention, 0 break a link, 0 commands', async () => {
  await playRandomSteps(1_000)
})

test('Nor do 500 random matrices do any of this, whatever their jobs and steps are called', async () => {
  await renderRandomMatrices(500)
})
