import { lookUp } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { sameVersion, type Version } from '../record.ts'
import type { Deployment, DeploymentState } from '../target.ts'
import type { RenderApi, RenderDeploy } from './api.ts'
import { hasServed, isCronJob, versionOf } from './history.ts'

const failures: Readonly<Record<string, string>> = {
  build_failed: 'its build failed',
  pre_deploy_failed: 'its pre-deploy command failed',
  update_failed: 'it was built, but never became healthy',
}

/** The service of a deploy, and its dashboard page. */
export interface DeployedService {
  readonly serviceId: string
  readonly dashboardUrl: string | undefined
}

/** A deploy on Render. */
export class RenderDeployment implements Deployment {
  readonly id: string
  readonly version: Version
  readonly logUrl: string | undefined
  readonly #api: RenderApi
  readonly #service: DeployedService

  constructor(api: RenderApi, service: DeployedService, deploy: RenderDeploy) {
    this.id = deploy.id
    this.version = versionOf(deploy)
    this.logUrl = service.dashboardUrl && `${service.dashboardUrl}/deploys/${deploy.id}`
    this.#api = api
    this.#service = service
  }

  async poll(deadline: Deadline): Promise<DeploymentState> {
    const deploy = await this.#api.deploy(this.#service.serviceId, this.id, deadline)
    if (!deploy) return { state: 'missing' }
    const version = versionOf(deploy)
    const { status } = deploy
    if (status === 'live') return { state: 'live', version }
    if (status === 'deactivated' || status === 'canceled') return this.#ended(deploy, deadline)
    const failure = lookUp(failures, status)
    if (!failure) return { state: 'running', phase: status, version }
    return { state: 'failed', version, reason: `${this.id} ended as ${status}: ${failure}.` }
  }

  async cancel(deadline: Deadline): Promise<string> {
    const { serviceId } = this.#service
    if (isCronJob(serviceId)) return 'continues: Render cannot cancel the deploy of a cron job'
    await this.#api.cancel(serviceId, this.id, deadline)
    return 'was cancelled on Render'
  }

  /** Finds out how a deploy ended that did not fail: superseded by a newer one, or cancelled. */
  async #ended(deploy: RenderDeploy, deadline: Deadline): Promise<DeploymentState> {
    const { id, status } = deploy
    const version = versionOf(deploy)
    const { deploys } = await this.#api.deploys(this.#service.serviceId, deadline)
    const at = deploys.findIndex((one) => one.id === id)
    // A live deploy is replaced only by one that goes live; a running one by any newer deploy.
    const next = deploys
      .slice(0, Math.max(0, at))
      .findLast((one) => status === 'canceled' || hasServed(one))
    // An autodeploy of the same commit, triggered by a webhook just after our request.
    if (next && sameVersion(versionOf(next), version)) {
      const by = new RenderDeployment(this.#api, this.#service, next)
      return { state: 'replaced', by, version }
    }
    if (status === 'deactivated') {
      const reason = `${id} went live and has since been replaced by a newer deploy.`
      return { state: 'superseded', version, reason }
    }
    if (!next) return { state: 'cancelled', version, reason: `${id} was cancelled on Render.` }
    const reason = `${id} was cancelled in favour of the newer ${next.id}.`
    return { state: 'superseded', version, reason }
  }
}
