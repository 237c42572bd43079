import type { DeploymentRecord, Target, WayBack } from '@ci-actions/deployment'
import { RenderApi, RenderTarget } from '@ci-actions/deployment/render'
import { Failure, type Given, InputError, quote, type Runner } from '@ci-actions/kit'
import type { inputs } from './inputs.ts'

type Asked = Given<typeof inputs>

/**
 * What to take back and to where: each record that changed something, or what `provider`, `target`
 * and `to` name.
 *
 * @throws InputError when the inputs do not say it, or say it twice
 */
export function waysBack(asked: Asked, runner: Runner): { target: Target; way: WayBack }[] {
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
  return target.map(({ serviceId, name }) => {
    const found = renderTarget(serviceId, name, asked, runner)
    return { target: found, way: { ...wayOf(asked), from: null, to: destinationOf(asked, found) } }
  })
}

function fromRecords(
  records: readonly DeploymentRecord[],
  asked: Asked,
  runner: Runner,
): { target: Target; way: WayBack }[] {
  return records.flatMap((record) => {
    if (!record.changed) {
      runner.info(
        `${record.name}: ${record.status}, nothing was changed, so nothing is taken back.`,
      )
      return []
    }
    const target = targetOf(record, asked, runner)
    const environment = record.environment ?? asked.environment
    const to = asked.to === 'previous' ? async () => record.previous : destinationOf(asked, target)
    return [{ target, way: { ...wayOf(asked), environment, from: record.version, to } }]
  })
}

function targetOf(
  { provider, name, target }: DeploymentRecord,
  asked: Asked,
  runner: Runner,
): Target {
  const { serviceId } = target
  if (provider !== 'render' || typeof serviceId !== 'string') {
    throw new Failure(
      `The record of ${quote(name)} is of provider ${quote(provider)}, which this version cannot take back; ` +
        'it knows "render".',
    )
  }
  return renderTarget(serviceId, name, asked, runner)
}

function renderTarget(
  serviceId: string,
  name: string | undefined,
  { renderApiKey, apiUrl, disableAutodeploy }: Asked,
  runner: Runner,
): Target {
  if (!renderApiKey) {
    throw new InputError(
      'Input "render-api-key" is required to roll back on Render, and was not given.',
    )
  }
  const log = (line: string): void => runner.info(line)
  const connection = { proxy: runner.proxy }
  const api = new RenderApi({ apiKey: renderApiKey, apiUrl, connection, log })
  return new RenderTarget(api, { serviceId, name, turnOffAutodeploy: disableAutodeploy })
}

function wayOf({ force, environment, dryRun, wait }: Asked): Omit<WayBack, 'from' | 'to'> {
  return { force, environment, dryRun, wait }
}

function destinationOf({ to }: Asked, target: Target): WayBack['to'] {
  return (deadline) => (to === 'previous' ? target.previous(deadline) : target.find(to, deadline))
}
