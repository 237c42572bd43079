import { createHash } from 'node:crypto'
import { ActionError, CancelledError, errorMessage, mapOf, quote } from '@ci-actions/kit'
import { type Deadline, exponential, formatDuration, poll, TimeoutError } from '@ci-actions/wait'
import { is, looseObject, string } from 'valibot'
import { consoleOf, consolePart } from '../aws-console.ts'
import type { SummaryNote } from '../target.ts'
import type { EcsApi } from './api.ts'
import type { EcsService, Task } from './schemas.ts'
import type { Definition, RegisteredTaskDefinition } from './task-definition.ts'

/** A command that runs once in the new version, such as a database migration. */
export interface PreDeployTask {
  /** The container to run it in; default: the first one. */
  readonly container: string | undefined
  readonly command: readonly string[]
}

/** A command started in ECS. */
export interface RunningTask {
  /** Resolves to a sentence about its end; rejects with an ActionError if it does not exit with 0. */
  readonly ended: Promise<SummaryNote>
}

/** Starts the command in the new task definition, in the network of the service. */
export async function startTask(
  api: EcsApi,
  { container, command }: PreDeployTask,
  { arn, definition }: RegisteredTaskDefinition,
  service: EcsService,
  run: string,
  deadline: Deadline,
): Promise<RunningTask> {
  const name = containerOf({ container, command }, definition)
  const started = await api.run(taskOf(arn, name, command, service, run), deadline)
  const id = started.taskArn.split('/').at(-1) ?? started.taskArn
  const said = `"${command.join(' ')}" in ${name} (task ${id})`
  api.log(`Running ${said} before any service is changed.`)
  const task = { name, said, cluster: service.clusterArn }
  const log = logOf(definition, name, id, api.region)
  return { ended: evidenceOf(started, task, log, api, deadline) }
}

/** @throws ActionError if it does not exit with 0 */
async function evidenceOf(
  started: Task,
  command: RunningCommand,
  log: string | undefined,
  api: EcsApi,
  deadline: Deadline,
): Promise<SummaryNote> {
  const { name, said } = command
  const began = deadline.clock.now()
  const ended = await endOf(started, command, api, deadline)
  const code = exitCodeOf(ended, name)
  if (code === 0) {
    const text = `${said} exited with 0 after ${formatDuration(deadline.clock.now() - began)}.`
    api.log(text)
    return { text, url: log }
  }
  const also = log ? ` Log: ${log}` : ''
  throw new ActionError(
    `${said} ${code === undefined ? 'did not run' : `exited with ${code}`}, so no service was changed: ` +
      `${reasonOf(ended, name)}.${also}`,
  )
}

/**
 * Returns the container to run the command in.
 *
 * @throws ActionError if the definition does not contain it
 */
export function containerOf(
  { container }: PreDeployTask,
  { family, containerDefinitions }: Definition,
): string {
  const names = containerDefinitions.map(({ name }) => name)
  const name = container ?? names[0] ?? ''
  if (names.includes(name)) return name
  throw new ActionError(
    `"run-task" names the container ${quote(name)}, but ${family} has ${names.join(', ')}.`,
  )
}

/** Returns the request: the command in a container, with the network and platform of the service. */
function taskOf(
  taskDefinition: string,
  name: string,
  command: readonly string[],
  service: EcsService,
  run: string,
): object {
  const { networkConfiguration, capacityProviderStrategy, launchType, platformVersion } = service
  // The same token means the same task, so that an attempt of a run migrates once.
  const sign = [run, taskDefinition, service.serviceArn, ...command].join('\n')
  return {
    cluster: service.clusterArn,
    taskDefinition,
    count: 1,
    startedBy: 'ci-actions',
    clientToken: createHash('sha256').update(sign).digest('hex'),
    ...(networkConfiguration && { networkConfiguration }),
    ...(capacityProviderStrategy?.length
      ? { capacityProviderStrategy }
      : launchType && { launchType }),
    ...(platformVersion && { platformVersion }),
    overrides: { containerOverrides: [{ name, command }] },
  }
}

/** The container, the description in sentences and the cluster of a command. */
interface RunningCommand {
  readonly name: string
  readonly said: string
  readonly cluster: string
}

/** How long a new task may be missing, in milliseconds. */
const missingFor = 30_000

/**
 * Waits until the command has ended. Other containers may keep running if the command's container is not essential, as
 * in the definition of a service; they are stopped.
 *
 * @throws ActionError if ECS no longer has the task
 */
async function endOf(
  { taskArn }: Task,
  { name, said, cluster }: RunningCommand,
  api: EcsApi,
  deadline: Deadline,
): Promise<Task> {
  const { clock } = deadline
  // A new task may be missing at first.
  let forgotten = clock.now() + missingFor
  const look = async (): Promise<Task | undefined> => {
    const [task] = await api.tasks(cluster, [taskArn], deadline)
    if (!task) {
      if (clock.now() < forgotten) return undefined
      throw new ActionError(`ECS no longer has ${said}, so its exit code is unknown.`)
    }
    forgotten = 0
    if (task.lastStatus === 'STOPPED') return task
    if (exitCodeOf(task, name) === undefined) return undefined
    await api.stopTask(cluster, taskArn, deadline)
    return task
  }
  try {
    return await poll(look, exponential(500, 1.5, 5_000), deadline)
  } catch (error) {
    // Interrupting a migration does more harm than letting it finish.
    const still = `${errorMessage(error)} ${said} is still running; no service was changed.`
    if (error instanceof TimeoutError) throw new TimeoutError(still)
    throw error instanceof CancelledError ? new CancelledError(still) : error
  }
}

function exitCodeOf({ containers }: Task, name: string): number | undefined {
  return containers.find((one) => one.name === name)?.exitCode ?? undefined
}

function reasonOf({ containers, stoppedReason }: Task, name: string): string {
  const reason = containers.find((one) => one.name === name)?.reason
  return [stoppedReason, reason].filter(Boolean).join('; ') || 'ECS gives no reason'
}

const awslogs = looseObject({ options: mapOf(string()) })

/** Returns the CloudWatch page of the container's log; undefined if it logs elsewhere. */
function logOf(
  { containerDefinitions }: Definition,
  name: string,
  id: string,
  region: string,
): string | undefined {
  const container = containerDefinitions.find((one) => one.name === name)
  if (!is(awslogs, container?.logConfiguration)) return undefined
  const { options } = container.logConfiguration
  const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix } = options
  if (!group || !prefix) return undefined
  const where = options['awslogs-region'] ?? region
  const stream = consolePart(`${prefix}/${name}/${id}`)
  return consoleOf(
    where,
    `cloudwatch/home?region=${where}#logsV2:log-groups/log-group/${consolePart(group)}/log-events/${stream}`,
  )
}
