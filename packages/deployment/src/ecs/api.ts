import { type AwsAccess, AwsClient, type AwsService, hasErrorCode } from '@ci-actions/aws'
import { HttpError } from '@ci-actions/http'
import { ActionError, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { type GenericSchema, unknown } from 'valibot'
import type { ServiceLocator } from './locator.ts'
import {
  briefsSchema,
  type Described,
  describedSchema,
  type EcsService,
  type Revision,
  registeredSchema,
  revisionsSchema,
  type ServiceDeployment,
  type ServiceDeploymentBrief,
  serviceDeploymentsSchema,
  servicesSchema,
  type Task,
  taskArnsSchema,
  tasksSchema,
  updatedSchema,
} from './schemas.ts'

const ecs: AwsService = {
  name: 'ECS',
  id: 'ECS',
  host: 'ecs',
  target: 'AmazonEC2ContainerServiceV20141113',
}

/** Maximum number of revisions per request. */
const maxRevisions = 20

/** How far back to read the history of a service, in pages of 100. */
const maxPages = 5

/** The part of Amazon ECS's API for services, their deployments and tasks. */
export class EcsApi {
  readonly region: string
  readonly log: (line: string) => void
  readonly #client: AwsClient

  constructor(access: AwsAccess) {
    this.region = access.region
    this.log = access.log
    this.#client = new AwsClient(ecs, access)
  }

  /** @throws ActionError if the service does not exist or is being deleted */
  async service({ cluster, service }: ServiceLocator, deadline: Deadline): Promise<EcsService> {
    const json = { cluster, services: [service] }
    const { services, failures } = await this.#call(
      'DescribeServices',
      json,
      servicesSchema,
      deadline,
    )
    const [found] = services
    if (found?.status === 'ACTIVE') return found
    const seen = found?.status ?? failures[0]?.reason ?? 'nothing'
    throw new ActionError(
      `No deployable service ${quote(service)} in the cluster ${quote(cluster)} in ${this.region}: ` +
        `ECS reports ${seen}. Check "cluster", "service" and the region. Create the service once before the first ` +
        'deploy, with Terraform, CloudFormation or the console.',
    )
  }

  /** Changes a service. Retried unless it forces a deployment. */
  async update(change: object, isForced: boolean, deadline: Deadline): Promise<EcsService> {
    const call = { json: change, idempotent: !isForced }
    return (await this.#client.call('UpdateService', call, updatedSchema, deadline)).service
  }

  /** Returns a task definition by ARN, by `family:revision`, or the newest of a family. */
  taskDefinition(name: string, deadline: Deadline): Promise<Described> {
    const json = { taskDefinition: name, include: ['TAGS'] }
    return this.#call('DescribeTaskDefinition', json, describedSchema, deadline)
  }

  /** Registers a revision and returns its ARN. */
  async register(definition: object, deadline: Deadline): Promise<string> {
    const call = { json: definition }
    const { taskDefinition } = await this.#client.call(
      'RegisterTaskDefinition',
      call,
      registeredSchema,
      deadline,
    )
    return taskDefinition.taskDefinitionArn
  }

  /** Returns the service deployments of the last 90 days, newest first. */
  async history(
    { cluster, service }: ServiceLocator,
    deadline: Deadline,
  ): Promise<ServiceDeploymentBrief[]> {
    const briefs: ServiceDeploymentBrief[] = []
    let nextToken: string | null | undefined
    for (let page = 0; page < maxPages; page++) {
      const json = { cluster, service, maxResults: 100, ...(nextToken && { nextToken }) }
      const next = await this.#call('ListServiceDeployments', json, briefsSchema, deadline)
      briefs.push(...next.serviceDeployments)
      nextToken = next.nextToken
      if (!nextToken) break
    }
    return briefs.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
  }

  async serviceDeployment(arn: string, deadline: Deadline): Promise<ServiceDeployment | undefined> {
    const json = { serviceDeploymentArns: [arn] }
    // Retries without limit, so that following a deployment survives an API outage.
    const call = { json, tries: Number.POSITIVE_INFINITY }
    const { serviceDeployments } = await this.#client.call(
      'DescribeServiceDeployments',
      call,
      serviceDeploymentsSchema,
      deadline,
    )
    return serviceDeployments[0]
  }

  /** Returns service revisions: their task definitions and resolved images. */
  async revisions(arns: readonly string[], deadline: Deadline): Promise<Revision[]> {
    const groups = Array.from({ length: Math.ceil(arns.length / maxRevisions) }, (_, index) =>
      arns.slice(index * maxRevisions, (index + 1) * maxRevisions),
    )
    const responses = await Promise.all(
      groups.map((serviceRevisionArns) => {
        const json = { serviceRevisionArns }
        return this.#call('DescribeServiceRevisions', json, revisionsSchema, deadline)
      }),
    )
    return responses.flatMap(({ serviceRevisions }) => serviceRevisions)
  }

  async stop(serviceDeploymentArn: string, deadline: Deadline): Promise<void> {
    const json = { serviceDeploymentArn, stopType: 'ROLLBACK' }
    const call = { json, idempotent: true }
    await this.#client.call('StopServiceDeployment', call, anything, deadline)
  }

  /** Runs one task. Its `clientToken` makes the request idempotent. */
  async run(task: object, deadline: Deadline): Promise<Task> {
    const call = { json: task, idempotent: true }
    const { tasks, failures } = await this.#client.call('RunTask', call, tasksSchema, deadline)
    const [started] = tasks
    if (started) return started
    const { reason, detail } = failures[0] ?? {}
    throw new ActionError(
      `ECS did not start the task: ${reason ?? 'no reason given'} ${detail ?? ''}`.trim(),
    )
  }

  /** Stops the rest of a task, if it still runs. */
  async stopTask(cluster: string, task: string, deadline: Deadline): Promise<void> {
    const json = { cluster, task, reason: 'The command of "run-task" has ended.' }
    try {
      await this.#client.call('StopTask', { json, idempotent: true }, anything, deadline)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      this.log(`The other containers of the task are still running: ${error.message}`)
    }
  }

  async tasks(cluster: string, arns: readonly string[], deadline: Deadline): Promise<Task[]> {
    if (arns.length === 0) return []
    const json = { cluster, tasks: arns.slice(0, 100) }
    return (await this.#call('DescribeTasks', json, tasksSchema, deadline)).tasks
  }

  /** Returns the tasks of a service that stopped within about the last hour. */
  async stoppedTasks({ cluster, service }: ServiceLocator, deadline: Deadline): Promise<Task[]> {
    const json = { cluster, serviceName: service, desiredStatus: 'STOPPED' }
    const { taskArns } = await this.#call('ListTasks', json, taskArnsSchema, deadline)
    return this.tasks(cluster, taskArns, deadline)
  }

  #call<T>(
    operation: string,
    json: object,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    // With twenty services in parallel, one may get several bad gateways in a row.
    return this.#client.call(operation, { json, tries: 10 }, shape, deadline)
  }
}

const anything = unknown()

/** Whether the role of the job lacks a permission; some reads are optional. */
export function isDenied(error: unknown): error is HttpError {
  return hasErrorCode(error, 'AccessDeniedException', 'AccessDenied')
}
