import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { createOnce } from '../create-once.ts'
import type { Version } from '../record.ts'
import { EcsDeployment } from './deployment.ts'
import type { Rollout } from './schemas.ts'
import { primaryIn, type ServiceReader, type ServiceSnapshot } from './service.ts'

/** An update of a service. */
export interface ServiceUpdate {
  readonly taskDefinition: string
  readonly forceNewDeployment?: boolean
}

/**
 * Updates a service once. If the response is lost, a deployment that did not exist before is taken for the one that the
 * update started.
 */
export async function updateService(
  service: ServiceReader,
  update: ServiceUpdate,
  version: Version,
  before: ServiceSnapshot,
  deadline: Deadline,
): Promise<EcsDeployment> {
  const { api, locator, name } = service
  const isForced = update.forceNewDeployment ?? false
  const isOurs = (one: Rollout): boolean => one.taskDefinition === update.taskDefinition
  const isKnown = ({ id }: Rollout): boolean => before.deploymentIds.includes(id)
  let isKept = false
  const write = async (): Promise<Rollout> => {
    const primary = primaryIn(await api.update({ ...locator, ...update }, isForced, deadline))
    if (!primary) {
      throw new ActionError(`ECS accepted the update of ${name}, but reports no deployment for it.`)
    }
    isKept = isOurs(primary) && isKnown(primary)
    return primary
  }
  const find = async (): Promise<Rollout | undefined> => {
    const primary = primaryIn(await service.read(deadline))
    return primary && isOurs(primary) && !isKnown(primary) ? primary : undefined
  }
  const missing = `No new deployment of ${name} showed up`
  const { id } = await createOnce({ noun: 'deployment', missing, write, find }, deadline)
  return new EcsDeployment(service, { id, version }, before, isKept ? 'kept' : 'created')
}
