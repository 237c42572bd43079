import type { Deadline } from '@ci-actions/wait'
import { consoleOf } from '../aws-console.ts'
import type { EcsApi } from '../ecs/api.ts'
import { diagnoseFailure } from '../ecs/diagnostics.ts'
import type { ServiceLocator } from '../ecs/locator.ts'
import type { Version } from '../record.ts'
import type { Deployment, DeploymentState } from '../target.ts'
import { active, type CodeDeployApi, type CodeDeployment } from './api.ts'

/** How long a failed deployment may take to name its rollback, in milliseconds. */
const rollbackComesWithin = 10_000

export interface CodeDeployDeploymentOptions {
  readonly id: string
  readonly version: Version
  readonly service: ServiceLocator
  /** Whether this step stopped it, so that CodeDeploy rolls back. */
  readonly isStopped: boolean
}

/** A deployment of a CodeDeploy deployment group. */
export class CodeDeployDeployment implements Deployment {
  readonly id: string
  readonly version: Version
  readonly logUrl: string | undefined
  readonly #ecs: EcsApi
  readonly #api: CodeDeployApi
  readonly #options: CodeDeployDeploymentOptions
  /** When the failure was first seen. */
  #failedAt: number | undefined

  constructor(ecs: EcsApi, api: CodeDeployApi, options: CodeDeployDeploymentOptions) {
    const { id, version } = options
    const { region } = ecs
    this.id = id
    this.version = version
    this.logUrl = consoleOf(region, `codesuite/codedeploy/deployments/${id}?region=${region}`)
    this.#ecs = ecs
    this.#api = api
    this.#options = options
  }

  async poll(deadline: Deadline): Promise<DeploymentState> {
    const { id, version } = this
    const deployment = await this.#api.deployment(id, deadline)
    if (!deployment) return { state: 'missing' }
    const { status, errorInformation: error } = deployment
    if (status === 'Succeeded') return { state: 'live', version }
    if (status !== 'Failed' && status !== 'Stopped') {
      return { state: 'running', version, phase: status }
    }
    const said = [error?.code, error?.message].filter(Boolean).join(': ')
    const reason = `${id} ended as ${status}${said ? ` (${said})` : ''}.`
    const back = await this.#findRollback(deployment, deadline)
    if (back === 'running') {
      return { state: 'running', version, phase: `${status}, rolling back` }
    }
    if (back && this.#options.isStopped) return { state: 'live', version }
    if (back) {
      return {
        state: 'rolled-back',
        version,
        reason: `${reason} CodeDeploy rolled back with ${back}.`,
      }
    }
    return { state: status === 'Stopped' ? 'cancelled' : 'failed', version, reason }
  }

  /** Returns the id of CodeDeploy's own rollback deployment once it has succeeded. */
  async #findRollback(
    { rollbackInfo, autoRollbackConfiguration }: CodeDeployment,
    deadline: Deadline,
  ): Promise<string | undefined> {
    const id = rollbackInfo?.rollbackDeploymentId
    if (!id) {
      const now = deadline.clock.now()
      this.#failedAt ??= now
      const isExpected = autoRollbackConfiguration?.enabled || this.#options.isStopped
      return isExpected && now - this.#failedAt < rollbackComesWithin ? 'running' : undefined
    }
    const back = await this.#api.deployment(id, deadline)
    if (!back || active.includes(back.status)) return 'running'
    return back.status === 'Succeeded' ? id : undefined
  }

  async cancel(deadline: Deadline): Promise<string> {
    await this.#api.stop(this.id, deadline)
    return 'was stopped, and CodeDeploy rolls back to the previous version'
  }

  diagnose(deadline: Deadline): Promise<readonly string[]> {
    return diagnoseFailure(this.#ecs, this.#options.service, this.version.ref, deadline)
  }
}
