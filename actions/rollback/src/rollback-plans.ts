import type { DeploymentRecord, RollbackPlan, Target } from '@ci-actions/deployment'
import { LocatorError, providers } from '@ci-actions/deployment/providers'
import {
  ActionError,
  InputError,
  type InputValues,
  lookUp,
  quote,
  type Runner,
} from '@ci-actions/kit'
import type { inputs as declared } from './inputs.ts'
import { expectedLocators, type Locator, parseLocators } from './locators.ts'

type KnownProvider = (typeof providers)[keyof typeof providers]

export type RollbackInputs = InputValues<typeof declared>

/** A target and how to roll it back. */
export interface PlannedRollback {
  readonly target: Target
  readonly plan: RollbackPlan
}

/**
 * Returns what to roll back and to which version: every record that changed something, or the target of `provider`,
 * `target` and `to`.
 *
 * @throws InputError if the inputs are missing or contradict each other
 */
export async function rollbackPlans(
  inputs: RollbackInputs,
  runner: Runner,
): Promise<PlannedRollback[]> {
  const { deployments, provider, target } = inputs
  if (deployments && (provider || target)) {
    throw new InputError('Set "deployments", or "provider" and "target", but not both.')
  }
  if (deployments) return fromRecords(deployments, inputs, runner)
  const known = provider && lookUp(providers, provider)
  if (!known || !target) {
    throw new InputError(
      'Set "deployments" (the output of the deploy step), or "provider" and "target".',
    )
  }
  const locators = await parseLocators(target, known.exampleLocator)
  return Promise.all(
    locators.map(async (locator) => {
      const found = await fromInput(known, locator, inputs, runner)
      return {
        target: found,
        plan: { ...createPlan(inputs), from: null, to: readDestination(inputs, found) },
      }
    }),
  )
}

async function fromRecords(
  records: readonly DeploymentRecord[],
  inputs: RollbackInputs,
  runner: Runner,
): Promise<PlannedRollback[]> {
  if (records.length === 0) {
    runner.notice('There is nothing to roll back: "deployments" contains no records.')
  }
  const planned = records.map(async (record): Promise<PlannedRollback[]> => {
    if (!record.changed) {
      runner.info(
        `${record.name}: ${record.status}, nothing was changed, so nothing is rolled back.`,
      )
      return []
    }
    const target = await fromRecord(record, inputs, runner)
    const environment = record.environment ?? inputs.environment
    const to =
      inputs.to === 'previous' ? async () => record.previous : readDestination(inputs, target)
    return [{ target, plan: { ...createPlan(inputs), environment, from: record.version, to } }]
  })
  return (await Promise.all(planned)).flat()
}

/** Returns the target of the inputs "provider" and "target". */
async function fromInput(
  provider: KnownProvider,
  locator: Locator,
  inputs: RollbackInputs,
  runner: Runner,
): Promise<Target> {
  try {
    return await provider.locate(locator, inputs, runner)
  } catch (error) {
    if (!(error instanceof LocatorError)) throw error
    throw new InputError(
      `Input "target" must be ${expectedLocators(provider.exampleLocator)}; ${error.message}.`,
    )
  }
}

/** Returns the target of a record. */
async function fromRecord(
  { provider, name, target }: DeploymentRecord,
  inputs: RollbackInputs,
  runner: Runner,
): Promise<Target> {
  const known = lookUp(providers, provider)
  if (!known) {
    const names = Object.keys(providers).map((one) => quote(one))
    throw new ActionError(
      `The record of ${quote(name)} has the provider ${quote(provider)}, which this version does not ` +
        `support; it supports ${names.join(', ')}.`,
    )
  }
  try {
    return await known.locate({ ...target, name }, inputs, runner)
  } catch (error) {
    if (!(error instanceof LocatorError)) throw error
    throw new ActionError(
      `The record of ${quote(name)} does not locate its target: ${error.message}.`,
    )
  }
}

function createPlan({
  force,
  environment,
  dryRun,
  wait,
}: RollbackInputs): Omit<RollbackPlan, 'from' | 'to'> {
  return { force, environment, dryRun, wait }
}

function readDestination({ to }: RollbackInputs, target: Target): RollbackPlan['to'] {
  return (deadline) => (to === 'previous' ? target.previous(deadline) : target.find(to, deadline))
}
