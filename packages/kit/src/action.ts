import { killDescendants } from './descendants.ts'
import { ActionError, CancelledError } from './errors.ts'
import { type Inputs, type InputValues, readInputs } from './inputs.ts'
import { describeMachineError, isMachineError } from './machine-errors.ts'
import { GithubRunner, type Runner } from './runner.ts'
import { divertOutput } from './stdout.ts'

/** An action: its contract with the workflow, and the story it tells. */
export interface Action<I extends Inputs> {
  /** The name in action.yml; it heads every annotation. */
  readonly title: string
  readonly inputs: I
  /** The names of the outputs in action.yml, all of them set on every path that got as far as reading the inputs. */
  readonly outputs: readonly string[]
  main(given: InputValues<I>, runner: Runner): Promise<void>
}

/** Binds the inputs to a main, so that what it is given follows from what was declared. */
export function action<I extends Inputs>(parts: Action<I>): Action<I> {
  return parts
}

/** A step that hears the cancellation has this long to tell its outputs before it is ended. */
const graceAfterCancel = 4_800

/**
 * Runs an action as a step: the only place that catches, and the only one that ends the process.
 * Exit code 0 when main returned, 1 when it threw. A second signal ends it at once. Not to be awaited:
 * a top-level await makes webpack wrap every module of the bundle, which costs 2 ms of each start.
 */
export function run<I extends Inputs>(it: Action<I>): void {
  const runner = new GithubRunner(it.title, listenForCancellation())
  // A main that never settles must end neither green nor without a word.
  process.exitCode = 1
  // A library may have started one that is not waited for.
  process.once('exit', () => killDescendants())
  divertOutput(runner)
  process.once('uncaughtException', (error) => {
    runner.error(formatError(error))
    process.exit(1)
  })
  process.once('beforeExit', () => runner.error(`${defect} It waits for what never comes.`))
  // Whatever was printed is out; lingering sockets are cut.
  runMain(it, runner).then((failed) => process.exit(failed ? 1 : 0))
}

/** Runs an action and reports how it failed. Returns whether it did. */
export async function runMain<I extends Inputs>(
  it: Action<I>,
  runner: GithubRunner,
): Promise<boolean> {
  const error = await tryMain(it, runner)
  const lost = runner.reportLostOutputs()
  if (lost) runner.error(`${error ?? 'The work of this step is done.'} ${lost}`)
  else if (error) runner.error(error)
  return (error ?? lost) !== undefined
}

async function tryMain<I extends Inputs>(
  it: Action<I>,
  runner: Runner,
): Promise<string | undefined> {
  try {
    await it.main(await readInputs(it.inputs, runner), runner)
    return undefined
  } catch (error) {
    return formatError(error)
  }
}

/** A refusal is one line for the workflow's author. Everything else is a bug of ours and says so. */
function formatError(error: unknown): string {
  if (error instanceof ActionError) return error.message
  if (isMachineError(error))
    return describeMachineError('The machine that runs this step refuses something', error)
  if (Number.parseInt(process.versions.node, 10) < minNode) return tooOld
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : ''
  return `${defect} ${stack}${cause}`
}

const minNode = 24

const tooOld =
  `This action needs node ${minNode}, and was started by node ${process.versions.node}. The runner of GitHub has it ` +
  'since 2.327.1; under act, put node 24 first in PATH.'

const defect = 'This is a defect of the action, please report it with these lines.'

function listenForCancellation(): AbortSignal {
  const controller = new AbortController()
  const hear = (): void => {
    if (controller.signal.aborted) process.exit(1)
    controller.abort(new CancelledError())
    setTimeout(() => process.exit(1), graceAfterCancel).unref()
  }
  process.on('SIGINT', hear)
  process.on('SIGTERM', hear)
  return controller.signal
}
