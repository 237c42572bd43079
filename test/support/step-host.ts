import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Action, Inputs } from '@ci-actions/kit'
import { runMain } from '../../packages/kit/src/action.ts'
import { GithubRunner } from '../../packages/kit/src/runner.ts'
import { divertOutput, print } from '../../packages/kit/src/stdout.ts'
import { root } from '../../scripts/actions.ts'

/*
 * Runs the sources of actions as steps, many in one process. The environment of the process is that of a step, so
 * that git finds as little of this machine's settings as when a bundle starts it.
 */

type Environment = Readonly<Record<string, string>>

/** A message to the process: run the sources of an action as a step. */
export interface Order {
  readonly id: number
  readonly name: string
  readonly env: Environment
}

/** A message from the process: how a step ended. */
export interface Report {
  readonly id: number
  readonly code: number
  readonly stdout: string
}

async function runStep({ id, name, env }: Order): Promise<Report> {
  const printed: string[] = []
  const action = await load(name)
  const failed = await runMain(action, createRunner(name, action, env, printed))
  return { id, code: failed ? 1 : 0, stdout: printed.join('') }
}

async function load(name: string): Promise<Action<Inputs>> {
  const module: Record<string, unknown> = await import(`../../actions/${name}/src/main.ts`)
  const action = Object.values(module).find(isAction)
  if (!action) throw new Error(`actions/${name}/src/main.ts exports no action`)
  return action
}

function isAction(value: unknown): value is Action<Inputs> {
  return typeof value === 'object' && value !== null && 'main' in value && 'inputs' in value
}

/** The runner of GitHub as one of many steps in this process sees it. */
function createRunner(
  name: string,
  { title }: Action<Inputs>,
  env: Environment,
  printed: string[],
): GithubRunner {
  class StepRunner extends GithubRunner {
    override get contract(): string {
      return readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')
    }

    override get givenInputs(): readonly string[] {
      const names = Object.keys(env).filter((variable) => variable.startsWith('INPUT_'))
      return names.map((variable) => variable.slice('INPUT_'.length).toLowerCase())
    }

    override env(variable: string): string | undefined {
      return env[variable]?.trim() || undefined
    }

    protected override print(call: () => void): void {
      print(call, (text) => {
        printed.push(text)
        return true
      })
    }
  }
  return new StepRunner(title, new AbortController().signal)
}

if (import.meta.main) {
  divertOutput({ debug: () => {}, setSecret: () => {} })
  process.on('message', async (order: Order) => {
    const report = await runStep(order)
    process.send?.(report)
  })
  process.on('disconnect', () => process.exit())
}
