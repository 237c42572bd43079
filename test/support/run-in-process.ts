import { type Action, type Inputs, readInputs } from '@ci-actions/kit'
import { contractOf } from './contracts.ts'
import { TestRunner } from './runner.ts'

/** Plays a step in this process; what is not given is as action.yml has it. */
export async function runInProcess<I extends Inputs>(
  name: string,
  it: Action<I>,
  given: Readonly<Record<string, string>>,
): Promise<TestRunner> {
  const runner = new TestRunner({ ...defaultsOf(name), ...given })
  await it.main(await readInputs(it.inputs, runner), runner)
  return runner
}

/** The inputs of an action of which nothing is given, in a job that went well and has no token. */
export function defaultsOf(name: string): Record<string, string> {
  const filled: Readonly<Record<string, string>> = {
    '${{ job.status }}': 'success',
    '${{ github.token }}': '',
  }
  const entries = Object.entries(contractOf(name).inputs).map(
    ([input, { default: value = '' }]) => {
      return [input, filled[value] ?? value]
    },
  )
  return Object.fromEntries(entries)
}
