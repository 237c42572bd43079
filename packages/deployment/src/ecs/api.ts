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

/** How many revisions one request may ask for. */
const maxRevisions = 20

/** How far back the history of a service is read, in pages of 100. */
const maxPages = 5

/** The part of the API of Amazon ECS that is about services, their deployments and their tasks. */
export class EcsApi {
  readonly region: string
  readonly log: (line: string) => void
  readonly #client: AwsClient

  constructor(access: AwsAccess) {
    this.region = access.region
    this.log = access.log
    this.#client = new AwsClient(ecs, access)
  }

  /** @throws ActionError when there is no such service, or it is being deleted */
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
      `There is no service ${quote(service)} in the cluster ${quote(cluster)} in ${this.region} that could be ` +
        `deployed: ECS answers ${seen}. Check "cluster", "service" and the region; a service is created ` +
        'once, by Terraform, CloudFormation or the console.',
    )
  }

  /** A change of a service. It may be sent twice unless it forces a deployment. */
  async update(change: object, isForced: boolean, deadline: Deadline): Promise<EcsService> {
    const call = { json: change, idempotent: !isForced }
    return (await this.#client.call('UpdateService', call, updatedSchema, deadline)).service
  }

  /** A task definition by ARN, by `family:revision`, or the newest of a family. */
  taskDefinition(name: string, deadline: Deadline): Promise<Described> {
    const json = { taskDefinition: name, include: ['TAGS'] }
    return this.#call('DescribeTaskDefinition', json, describedSchema, deadline)
  }

  /** Registers a revision; yields its ARN. */
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

  /** What was deployed to a service, newest first, of 90 days. */
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
    // Whoever follows a deployment outlasts an outage of the API, as long as there is time.
    const call = { json, tries: Number.POSITIVE_INFINITY }
    const { serviceDeployments } = await this.#client.call(
      'DescribeServiceDeployments',
      call,
      serviceDeploymentsSchema,
      deadline,
    )
    return serviceDeployments[0]
  }

  /** What services ran: the task definition, and the images as they were resolved. */
  async revisions(arns: readonly string[], deadline: Deadline): Promise<Revision[]> {
    const groups = Array.from({ length: Math.ceil(arns.length / maxRevisions) }, (_, index) =>
      arns.slice(index * maxRevisions, (index + 1) * maxRevisions),
    )
    const answers = await Promise.all(
      groups.map((serviceRevisionArns) => {
        const json = { serviceRevisionArns }
        return this.#call('DescribeServiceRevisions', json, revisionsSchema, deadline)
      }),
    )
    return answers.flatMap(({ serviceRevisions }) => serviceRevisions)
  }

  async stop(serviceDeploymentArn: string, deadline: Deadline): Promise<void> {
    const json = { serviceDeploymentArn, stopType: 'ROLLBACK' }
    const call = { json, idempotent: true }
    await this.#client.call('StopServiceDeployment', call, anything, deadline)
  }

  /** Runs one task; its `clientToken` makes asking twice the same as asking once. */
  async run(task: object, deadline: Deadline): Promise<Task> {
    const call = { json: task, idempotent: true }
    const { tasks, failures } = await this.#client.call('RunTask', call, tasksSchema, deadline)
    const [started] = tasks
    if (started) return started
    const { reason, detail } = failures[0] ?? {}
    throw new ActionError(
      `ECS did not start the task: ${reason ?? 'no reason is given'} ${detail ?? ''}`.trim(),
    )
  }

  /** Stops what is left of a task; that it has ended already is fine. */
  async stopTask(cluster: string, task: string, deadline: Deadline): Promise<void> {
    const json = { cluster, task, reason: 'The command of "run-task" has ended.' }
    try {
      await this.#client.call('StopTask', { json, idempotent: true }, anything, deadline)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      this.log(`The other containers of the task run on: ${error.message}`)
    }
  }

  async tasks(cluster: string, arns: readonly string[], deadline: Deadline): Promise<Task[]> {
    if (arns.length === 0) return []
    const json = { cluster, tasks: arns.slice(0, 100) }
    return (await this.#call('DescribeTasks', json, tasksSchema, deadline)).tasks
  }

  /** The tasks of a service that ended within the last hour or so. */
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
    // Of twenty services asked side by side, one may meet a bad gateway several times in a row.
    return this.#client.call(operation, { json, tries: 10 }, shape, deadline)
  }
}

const anything = unknown()

/** Whether the role of the job may not do this; some questions are asked only where it may. */
export function isDenied(error: unknown): error is HttpError {
  return hasErrorCode(error, 'AccessDeniedException', 'AccessDenied')
}
