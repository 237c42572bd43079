import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Version } from '../record.ts'
import type { Deployment, DeploymentState } from '../target.ts'
import { rolloutState, serviceDeploymentState } from './deployment-state.ts'
import { diagnoseFailure } from './diagnostics.ts'
import type { ServiceReader, ServiceSnapshot } from './service.ts'
import { nameOf } from './version.ts'

/**
 * The origin of a deployment: `created` by this step; `attached` to, created elsewhere; `kept` by an update of other
 * settings only; `stopped` by this step, so that ECS rolls back.
 */
export type Origin = 'created' | 'attached' | 'kept' | 'stopped'

/** How long a new deployment may be missing from the history before the service is read instead, in milliseconds. */
const missingFor = 30_000

/** A deployment of a service, identified by its id in the service or by the ARN of its service deployment. */
export class EcsDeployment implements Deployment {
  readonly id: string
  readonly version: Version
  readonly logUrl: string | undefined
  readonly #service: ServiceReader
  readonly #before: ServiceSnapshot
  readonly #origin: Origin
  #arn: string | undefined
  #missingSince: number | undefined

  constructor(
    service: ServiceReader,
    deployed: Pick<Deployment, 'id' | 'version'>,
    before: ServiceSnapshot,
    origin: Origin,
  ) {
    this.id = deployed.id
    this.version = deployed.version
    this.logUrl = service.deploymentsUrl
    this.#service = service
    this.#before = before
    this.#origin = origin
    this.#arn = this.id.startsWith('arn:') ? this.id : undefined
  }

  async poll(deadline: Deadline): Promise<DeploymentState> {
    const { id, version } = this
    const { history } = this.#service
    if (this.#origin === 'kept') return this.#taskState(deadline)
    const arn = await this.#findArn(deadline)
    const deployment = arn && (await history.deployment(arn, deadline))
    if (!arn || !deployment) return this.#serviceState(deadline)
    const state = serviceDeploymentState(id, deployment, version)
    if (state.state === 'live') {
      const revision = deployment.targetServiceRevision?.arn
      const arns = revision ? [revision] : []
      return { ...state, version: await history.resolved(version, arns, deadline) }
    }
    const isBack = state.state === 'rolled-back' || state.state === 'cancelled'
    if (isBack && this.#origin === 'stopped') return { state: 'live', version }
    if (state.state !== 'cancelled') return state
    const next = await history.after(arn, deadline)
    if (!next) return state
    const reason = `${state.reason} The newer deployment ${nameOf(next)} took its place.`
    return { state: 'superseded', version, reason }
  }

  async cancel(deadline: Deadline): Promise<string> {
    const { api, locator } = this.#service
    const arn = await this.#findArn(deadline)
    if (arn) {
      await api.stop(arn, deadline)
      return 'was stopped, and ECS rolls back to the previous version'
    }
    const { live } = this.#before
    if (!live) throw new ActionError('no earlier version is known.')
    await api.update({ ...locator, taskDefinition: live.ref }, false, deadline)
    return `was replaced by ${nameOf(live.ref)}, the previous version`
  }

  diagnose(deadline: Deadline): Promise<readonly string[]> {
    const { api, locator } = this.#service
    return diagnoseFailure(api, locator, this.version.ref, deadline)
  }

  /** Without a new deployment, such as after a change of other settings only, the task counts decide. */
  async #taskState(deadline: Deadline): Promise<DeploymentState> {
    const { runningCount, desiredCount } = await this.#service.read(deadline)
    const [running, desired] = [runningCount ?? 0, desiredCount ?? 0]
    if (running === desired) return { state: 'live', version: this.#before.live ?? this.version }
    const phase = `${running} of ${desired} tasks running`
    return { state: 'running', version: this.version, phase }
  }

  async #serviceState(deadline: Deadline): Promise<DeploymentState> {
    const { id, version } = this
    const now = deadline.clock.now()
    this.#missingSince ??= now
    const service = await this.#service.read(deadline)
    const state = rolloutState(id, service, version, {
      ids: this.#before.deploymentIds,
      live: this.#before.live?.ref,
    })
    const isLate = now - this.#missingSince > missingFor
    if (!this.#service.history.isVisible || isLate || state.state === 'superseded') return state
    if (state.state === 'missing') return state
    return { state: 'running', version, phase: 'not in the history yet' }
  }

  /** Returns the ARN of our service deployment; undefined if it is not listed (yet) or cannot be read. */
  async #findArn(deadline: Deadline): Promise<string | undefined> {
    if (this.#arn) return this.#arn
    const { history } = this.#service
    const briefs = await history.briefs(deadline)
    const { serviceDeploymentArns: old } = this.#before
    // A deployment attached to may have ended by now; one that was created is none of the old ones.
    const candidates =
      this.#origin === 'attached'
        ? briefs.slice(0, 20)
        : briefs.filter(({ serviceDeploymentArn }) => !old.has(serviceDeploymentArn))
    this.#arn = await history.bringing(this.version.ref, candidates, deadline)
    return this.#arn
  }
}
