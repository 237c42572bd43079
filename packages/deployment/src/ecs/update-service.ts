import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { createOnce } from '../create-once.ts'
import type { Version } from '../record.ts'
import { EcsDeployment } from './deployment.ts'
import type { Rollout } from './schemas.ts'
import { primaryIn, type ServiceReader, type ServiceSnapshot } from './service.ts'

/** What an update of a service asks for. */
export interface ServiceUpdate {
  readonly taskDefinition: string
  readonly forceNewDeployment?: boolean
}

/**
 * Updates a service once. When the answer is lost, a deployment that was not there before is the one
 * that the update has started.
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
      throw new ActionError(`ECS took the update of ${name}, but shows no deployment of it.`)
    }
    isKept = isOurs(primary) && isKnown(primary)
    return primary
  }
  const find = async (): Promise<Rollout | undefined> => {
    const primary = primaryIn(await service.read(deadline))
    return primary && isOurs(primary) && !isKnown(primary) ? primary : undefined
  }
  const missing = `No new deployment of ${name} is to be seen`
  const { id } = await createOnce({ noun: 'deployment', missing, write, find }, deadline)
  return new EcsDeployment(service, { id, version }, before, isKept ? 'kept' : 'created')
}
