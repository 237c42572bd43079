import { type Action, InputError, type Inputs } from '@ci-actions/kit'
import { contractOf } from './contracts.ts'
import { runInProcess } from './run-in-process.ts'

/** An input, a value that it cannot have, and what it must be instead. */
export type WrongInput = readonly [input: string, value: string, right: string]

const flag = 'true or false'
const duration = 'a duration such as 500ms, 30s, 5m or 1h'
const address = 'an address that starts with https://'

/** Values that no action takes for the inputs that mean the same everywhere. */
const everywhere: readonly WrongInput[] = [
  ['timeout', 'soon', duration],
  ['timeout', '-5', duration],
  ['dry-run', 'yes', flag],
  ['wait', '1', flag],
  ['api-url', 'render', address],
  ['api-url', 'http://api.example.com', 'an https:// address (http:// only for localhost)'],
  ['deployments', '{"schema":1}', 'the "deployments" output of a deploy step'],
  ['deployments', 'nope', 'the "deployments" output of a deploy step (which is JSON)'],
]

/** Those of them that are inputs of this action. */
export function wrongEverywhere(name: string): WrongInput[] {
  const { inputs } = contractOf(name)
  return everywhere.filter(([input]) => input in inputs)
}

/**
 * What an action says to inputs that it cannot use, the others being as action.yml has them. No
 * process is started: what a step makes of the error is the same for all of them.
 *
 * @throws Error when it takes them, or refuses them otherwise than in one line that names an input
 */
export async function refusalOf<I extends Inputs>(
  name: string,
  it: Action<I>,
  given: Readonly<Record<string, string>>,
): Promise<string> {
  const error = await runInProcess(name, it, given).catch((thrown) => thrown)
  if (!(error instanceof InputError)) throw new Error(`It was not refused: ${error}`)
  if (
    !/^(Inputs? "[\w-]+"(?:, "[\w-]+")*:? |(?:Give|Set) "|Nothing to check: |The )[^\n]*$/.test(
      error.message,
    )
  ) {
    throw new Error(`No one line that names an input: ${error.message}`)
  }
  return error.message
}
