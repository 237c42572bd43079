import {
  type DeployOptions,
  deploy,
  deploymentSummary,
  flatOutputs,
  type Target,
  throwIfFailed,
} from '@ci-actions/deployment'
import { errorMessage } from '@ci-actions/kit'
import type { Clock } from '@ci-actions/wait'
import type { Step } from './bundle.ts'
import type { TestRunner } from './runner.ts'

/** What a deploy leaves behind, and how it ended. */
export type Left = Pick<Step, 'error' | 'stdout' | 'stderr' | 'outputs' | 'summary'>

/** Deploys in this process, by a clock that makes nobody wait. */
export async function deployInProcess(
  targets: readonly Target[],
  order: DeployOptions,
  runner: TestRunner,
  clock: Clock,
): Promise<Left> {
  const results = await deploy(targets, order, runner, clock)
  const records = results.map(({ record }) => record)
  const outputs = Object.entries(flatOutputs(records)).map(([name, value]) => {
    return [name, typeof value === 'object' ? JSON.stringify(value) : String(value ?? '')]
  })
  return {
    error: errorOf(() => throwIfFailed(records)),
    stdout: runner.lines.join('\n'),
    stderr: '',
    outputs: Object.fromEntries(outputs),
    summary: deploymentSummary('Deploy', records),
  }
}

function errorOf(act: () => void): string {
  try {
    act()
    return ''
  } catch (error) {
    return errorMessage(error)
  }
}
