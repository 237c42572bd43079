import { type AwsAccess, AwsClient, type AwsService } from '@ci-actions/aws'
import type { Deadline } from '@ci-actions/wait'
import { array, boolean, type InferOutput, nullish, number, object, string, unknown } from 'valibot'

// What is read of the answers of CodeDeploy: https://docs.aws.amazon.com/codedeploy/latest/APIReference/

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

/** A deployment group of an application: what one service is deployed by. */
export interface DeploymentGroup {
  readonly application: string
  readonly deploymentGroup: string
}

/** Statuses of a deployment that has not ended; a group has one of them at a time. */
export const active = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready']

const codedeploy: AwsService = {
  name: 'CodeDeploy',
  id: 'CODEDEPLOY',
  host: 'codedeploy',
  target: 'CodeDeploy_20141006',
}

/** How many deployments one request may ask for. */
const maxDeployments = 25

/** The part of the API of CodeDeploy that is about deployments. */
export class CodeDeployApi {
  readonly #client: AwsClient

  constructor(access: AwsAccess) {
    this.#client = new AwsClient(codedeploy, access)
  }

  /** The newest of a group that have one of these statuses, newest first. */
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

  /** Whoever follows a deployment outlasts an outage of the API, as long as there is time. */
  async deployment(id: string, deadline: Deadline): Promise<CodeDeployment | undefined> {
    return (await this.#get([id], Number.POSITIVE_INFINITY, deadline))[0]
  }

  async #get(ids: string[], tries: number, deadline: Deadline): Promise<CodeDeployment[]> {
    if (ids.length === 0) return []
    const call = { json: { deploymentIds: ids }, tries }
    const answer = await this.#client.call('BatchGetDeployments', call, deploymentsSchema, deadline)
    return answer.deploymentsInfo
  }

  /** Starts a deployment; yields its id. */
  async create(deployment: object, deadline: Deadline): Promise<string> {
    const call = { json: deployment }
    const answer = await this.#client.call('CreateDeployment', call, createdSchema, deadline)
    return answer.deploymentId
  }

  /** Stops one, and goes back to what served before. */
  async stop(deploymentId: string, deadline: Deadline): Promise<void> {
    const call = { json: { deploymentId, autoRollbackEnabled: true }, idempotent: true }
    await this.#client.call('StopDeployment', call, unknown(), deadline)
  }
}
