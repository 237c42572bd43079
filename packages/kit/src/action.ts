import { killDescendants } from './descendants.ts'
import { ActionError, CancelledError } from './errors.ts'
import { type Inputs, type InputValues, readInputs } from './inputs.ts'
import { describeMachineError, isMachineError } from './machine-errors.ts'
import { GithubRunner, type Runner } from './runner.ts'
import { divertOutput } from './stdout.ts'

/** An action: its inputs and outputs as in action.yml, and its main function. */
export interface Action<I extends Inputs> {
  /** The name in action.yml; the title of every annotation. */
  readonly title: string
  readonly inputs: I
  /** The names of the outputs in action.yml. All of them are set once the inputs have been read. */
  readonly outputs: readonly string[]
  main(inputs: InputValues<I>, runner: Runner): Promise<void>
}

/** Infers the types of the values that `main` receives from the declared inputs. */
export function action<I extends Inputs>(parts: Action<I>): Action<I> {
  return parts
}

/** After a cancellation, a step has this many milliseconds to set its outputs before it exits. */
const graceAfterCancel = 4_800

/**
 * Runs an action as a step. This is the only place that catches errors and the only one that ends the process.
 * Exit code 0 if main returns, 1 if it throws. A second signal exits at once. Do not await it: a top-level await makes
 * webpack wrap every module of the bundle, which adds 2 ms to each start.
 */
export function run<I extends Inputs>(it: Action<I>): void {
  const runner = new GithubRunner(it.title, listenForCancellation())
  // A main that never settles must neither pass nor fail silently.
  process.exitCode = 1
  // A library may have started a process without waiting for it.
  process.once('exit', () => killDescendants())
  divertOutput(runner)
  process.once('uncaughtException', (error) => {
    runner.error(formatError(error))
    process.exit(1)
  })
  const reportUnsettled = (): void =>
    runner.error(`${defect} The action ended while still waiting (an unresolved promise).`)
  process.once('beforeExit', reportUnsettled)
  runMain(it, runner).then((failed) => {
    process.off('beforeExit', reportUnsettled)
    process.exitCode = failed ? 1 : 0
    // A further signal is not to meet a process that no longer listens for it.
    if (runner.cancelled.aborted) process.exit()
    endSoon()
  })
}

/** Milliseconds for what is still open, such as a socket, after the end of main. */
const lingerTime = 1_000

/**
 * Ends the process when nothing is open any more, and cuts what lingers; all output is flushed by now. Not by
 * `process.exit` at once: in Node 24 that can wait for ever, for a thread that compiles and itself waits for memory.
 */
function endSoon(): void {
  setTimeout(() => process.exit(), lingerTime).unref()
}

/** Runs an action and reports how it failed. Returns whether it did. */
export async function runMain<I extends Inputs>(
  it: Action<I>,
  runner: GithubRunner,
): Promise<boolean> {
  const error = await tryMain(it, runner)
  const lost = runner.reportLostOutputs()
  if (lost) runner.error(`${error ?? 'The step did its work.'} ${lost}`)
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

/**
 * An `ActionError` is shown as one line to the workflow's author. Anything else is a bug of ours and reported as one.
 */
function formatError(error: unknown): string {
  if (error instanceof ActionError) return error.message
  if (isMachineError(error)) return describeMachineError('The runner refused an operation', error)
  if (Number.parseInt(process.versions.node, 10) < minNode) return tooOld
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : ''
  return `${defect} ${stack}${cause}`
}

const minNode = 24

const tooOld =
  `This action requires Node ${minNode}, but was started by Node ${process.versions.node}. GitHub's runner includes it ` +
  'since 2.327.1; with act, put Node 24 first in PATH.'

const defect = 'This is a bug in the action. Please report it with the following lines:'

function listenForCancellation(): AbortSignal {
  const controller = new AbortController()
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(1)
    controller.abort(new CancelledError())
    setTimeout(() => process.exit(1), graceAfterCancel).unref()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return controller.signal
}
