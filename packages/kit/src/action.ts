import { killDescendants } from './descendants.ts'
import { Cancelled, Failure } from './failure.ts'
import { type Given, type Inputs, readInputs } from './inputs.ts'
import { isOfMachine, sayRefusal } from './machine.ts'
import { GithubRunner, type Runner } from './runner.ts'
import { divertOutput } from './stdout.ts'

/** An action: its contract with the workflow, and the story it tells. */
export interface Action<I extends Inputs> {
  /** The name in action.yml; it heads every annotation. */
  readonly title: string
  readonly inputs: I
  /** The names of the outputs in action.yml, all of them set on every path that got as far as reading the inputs. */
  readonly outputs: readonly string[]
  main(given: Given<I>, runner: Runner): Promise<void>
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
  const runner = new GithubRunner(it.title, hearCancellation())
  // A main that never settles must end neither green nor without a word.
  process.exitCode = 1
  // A library may have started one that is not waited for.
  process.once('exit', () => killDescendants())
  divertOutput(runner)
  process.once('uncaughtException', (error) => {
    runner.error(explain(error))
    process.exit(1)
  })
  process.once('beforeExit', () => runner.error(`${defect} It waits for what never comes.`))
  // Whatever was printed is out; lingering sockets are cut.
  attempt(it, runner).then((failed) => process.exit(failed ? 1 : 0))
}

async function attempt<I extends Inputs>(it: Action<I>, runner: GithubRunner): Promise<boolean> {
  const error = await errorOf(it, runner)
  const lost = runner.tellLostOutputs()
  if (lost) runner.error(`${error ?? 'The work of this step is done.'} ${lost}`)
  else if (error) runner.error(error)
  return (error ?? lost) !== undefined
}

async function errorOf<I extends Inputs>(
  it: Action<I>,
  runner: Runner,
): Promise<string | undefined> {
  try {
    await it.main(await readInputs(it.inputs, runner), runner)
    return undefined
  } catch (error) {
    return explain(error)
  }
}

/** A refusal is one line for the workflow's author. Everything else is a bug of ours and says so. */
function explain(error: unknown): string {
  if (error instanceof Failure) return error.message
  if (isOfMachine(error))
    return sayRefusal('The machine that runs this step refuses something', error)
  if (Number.parseInt(process.versions.node, 10) < oldest) return tooOld
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : ''
  return `${defect} ${stack}${cause}`
}

const oldest = 24

const tooOld =
  `This action needs node ${oldest}, and was started by node ${process.versions.node}. The runner of GitHub has it ` +
  'since 2.327.1; under act, put node 24 first in PATH.'

const defect = 'This is a defect of the action, please report it with these lines.'

function hearCancellation(): AbortSignal {
  const controller = new AbortController()
  const hear = (): void => {
    if (controller.signal.aborted) process.exit(1)
    controller.abort(new Cancelled())
    setTimeout(() => process.exit(1), graceAfterCancel).unref()
  }
  process.on('SIGINT', hear)
  process.on('SIGTERM', hear)
  return controller.signal
}
