import type { DeploymentRecord, RollbackPlan, Target } from '@ci-actions/deployment'
import { Failure, InputError, lookUp, quote, type Runner } from '@ci-actions/kit'
import type { Asked } from './provider.ts'
import { providers } from './providers.ts'

/** A target, and what to roll it back to. */
export interface PlannedRollback {
  readonly target: Target
  readonly plan: RollbackPlan
}

/**
 * What to take back and to where: each record that changed something, or what `provider`, `target`
 * and `to` name.
 *
 * @throws InputError when the inputs do not say it, or say it twice
 */
export function rollbackPlans(asked: Asked, runner: Runner): Promise<PlannedRollback[]> {
  const { deployments, provider, target } = asked
  if (deployments && (provider || target)) {
    throw new InputError('Give "deployments", or "provider" and "target"; not both.')
  }
  if (deployments) return fromRecords(deployments, asked, runner)
  if (!provider || !target) {
    throw new InputError(
      'Give "deployments" (the output of the deploy step), or "provider" and "target".',
    )
  }
  return Promise.all(
    target.map(async (locator) => {
      const found = await named(provider, locator, asked, runner)
      return {
        target: found,
        plan: { ...planOf(asked), from: null, to: destinationOf(asked, found) },
      }
    }),
  )
}

async function fromRecords(
  records: readonly DeploymentRecord[],
  asked: Asked,
  runner: Runner,
): Promise<PlannedRollback[]> {
  const planned = records.map(async (record): Promise<PlannedRollback[]> => {
    if (!record.changed) {
      runner.info(
        `${record.name}: ${record.status}, nothing was changed, so nothing is rolled back.`,
      )
      return []
    }
    const target = await recorded(record, asked, runner)
    const environment = record.environment ?? asked.environment
    const to = asked.to === 'previous' ? async () => record.previous : destinationOf(asked, target)
    return [{ target, plan: { ...planOf(asked), environment, from: record.version, to } }]
  })
  return (await Promise.all(planned)).flat()
}

/** What the input "target" names. */
async function named(
  name: string,
  locator: Readonly<Record<string, string>>,
  asked: Asked,
  runner: Runner,
): Promise<Target> {
  const provider = lookUp(providers, name)
  const found = (await provider?.target(locator, asked, runner)) ?? 'it is not known'
  if (typeof found !== 'string') return found
  throw new InputError(
    `Input "target" must be YAML that says where to find it, such as "${provider?.example}", or a ` +
      `list of such; ${found}.`,
  )
}

/** What a record is about. */
async function recorded(
  { provider, name, target }: DeploymentRecord,
  asked: Asked,
  runner: Runner,
): Promise<Target> {
  const known = Object.keys(providers).map((one) => quote(one))
  const found = await lookUp(providers, provider)?.target({ ...target, name }, asked, runner)
  if (found === undefined) {
    throw new Failure(
      `The record of ${quote(name)} is of provider ${quote(provider)}, which this version cannot roll ` +
        `back; it knows ${known.join(', ')}.`,
    )
  }
  if (typeof found !== 'string') return found
  throw new Failure(`The record of ${quote(name)} does not say where to find it: ${found}.`)
}

function planOf({ force, environment, dryRun, wait }: Asked): Omit<RollbackPlan, 'from' | 'to'> {
  return { force, environment, dryRun, wait }
}

function destinationOf({ to }: Asked, target: Target): RollbackPlan['to'] {
  return (deadline) => (to === 'previous' ? target.previous(deadline) : target.find(to, deadline))
}
