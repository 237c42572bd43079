import { type AwsAccess, AwsClient, type AwsService } from '@ci-actions/aws'
import type { Deadline } from '@ci-actions/wait'
import { array, boolean, type InferOutput, nullish, number, object, string, unknown } from 'valibot'

// Schemas for CodeDeploy's API: https://docs.aws.amazon.com/codedeploy/latest/APIReference/

const words = nullish(string())

const deploymentSchema = object({
  deploymentId: string(),
  /** `Created Queued InProgress Baking Ready`, and then `Succeeded Failed Stopped`. */
  status: string(),
  createTime: nullish(number()),
  revision: nullish(object({ appSpecContent: nullish(object({ content: words })) })),
  errorInformation: nullish(object({ code: words, message: words })),
  rollbackInfo: nullish(object({ rollbackDeploymentId: words, rollbackMessage: words })),
  autoRollbackConfiguration: nullish(object({ enabled: nullish(boolean()) })),
})

const deploymentsSchema = object({ deploymentsInfo: nullish(array(deploymentSchema), []) })
const idsSchema = object({ deployments: nullish(array(string()), []) })
const createdSchema = object({ deploymentId: string() })

export type CodeDeployment = InferOutput<typeof deploymentSchema>

/** A deployment group of an application; it deploys one service. */
export interface DeploymentGroup {
  readonly application: string
  readonly deploymentGroup: string
}

/** Statuses of a running deployment; a group has at most one. */
export const active = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready']

const codedeploy: AwsService = {
  name: 'CodeDeploy',
  id: 'CODEDEPLOY',
  host: 'codedeploy',
  target: 'CodeDeploy_20141006',
}

/** Maximum number of deployments per request. */
const maxDeployments = 25

/** The part of CodeDeploy's API for deployments. */
export class CodeDeployApi {
  readonly #client: AwsClient

  constructor(access: AwsAccess) {
    this.#client = new AwsClient(codedeploy, access)
  }

  /** Returns the newest deployments of a group with one of these statuses, newest first. */
  async deployments(
    { application, deploymentGroup }: DeploymentGroup,
    includeOnlyStatuses: readonly string[],
    deadline: Deadline,
  ): Promise<CodeDeployment[]> {
    const json = {
      applicationName: application,
      deploymentGroupName: deploymentGroup,
      includeOnlyStatuses,
    }
    const call = { json, tries: 10 }
    const { deployments } = await this.#client.call('ListDeployments', call, idsSchema, deadline)
    const found = await this.#get(deployments.slice(0, maxDeployments), 10, deadline)
    return found.sort((a, b) => (b.createTime ?? 0) - (a.createTime ?? 0))
  }

  /** Returns a deployment. Retries without limit, so that following it survives an API outage. */
  async deployment(id: string, deadline: Deadline): Promise<CodeDeployment | undefined> {
    return (await this.#get([id], Number.POSITIVE_INFINITY, deadline))[0]
  }

  async #get(ids: string[], tries: number, deadline: Deadline): Promise<CodeDeployment[]> {
    if (ids.length === 0) return []
    const call = { json: { deploymentIds: ids }, tries }
    const response = await this.#client.call(
      'BatchGetDeployments',
      call,
      deploymentsSchema,
      deadline,
    )
    return response.deploymentsInfo
  }

  /** Starts a deployment and returns its id. */
  async create(deployment: object, deadline: Deadline): Promise<string> {
    const call = { json: deployment }
    const response = await this.#client.call('CreateDeployment', call, createdSchema, deadline)
    return response.deploymentId
  }

  /** Stops a deployment and rolls back to the previous version. */
  async stop(deploymentId: string, deadline: Deadline): Promise<void> {
    const call = { json: { deploymentId, autoRollbackEnabled: true }, idempotent: true }
    await this.#client.call('StopDeployment', call, unknown(), deadline)
  }
}
