import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { Version } from '../record.ts'
import type { OnWritten, SummaryNote } from '../target.ts'
import type { EcsApi } from './api.ts'
import { sameDefinition } from './normalize.ts'
import { containerOf, type PreDeployTask, type RunningTask, startTask } from './pre-deploy-task.ts'
import type { EcsService } from './schemas.ts'
import { type Changes, changed, type Definition } from './task-definition.ts'
import type { TaskDefinitions } from './task-definitions.ts'
import { versionOf } from './version.ts'

/** Where a task definition comes from: from a file, by its name at ECS, or it is the one that runs. */
export type TaskDefinitionSource =
  | { readonly kind: 'running' }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'file'; readonly definition: Definition }

/** What shall run. */
export interface ResolvedTaskDefinition {
  readonly definition: Definition
  /** Where ECS has it already. */
  readonly arn: string | undefined
}

export interface ResolverOptions {
  readonly source: TaskDefinitionSource
  readonly changes: Changes
  /** What must end well before anything is changed. */
  readonly task: PreDeployTask | undefined
  readonly commit: string
  /** The page of this run. */
  readonly run: string
  readonly attempt: number
}

/** Finds what the services of one step shall run; the task before it runs once for all of them. */
export class TaskDefinitionResolver {
  readonly #api: EcsApi
  readonly #definitions: TaskDefinitions
  readonly #options: ResolverOptions
  #task: Promise<RunningTask> | undefined

  constructor(api: EcsApi, definitions: TaskDefinitions, options: ResolverOptions) {
    this.#api = api
    this.#definitions = definitions
    this.#options = options
  }

  get task(): PreDeployTask | undefined {
    return this.#options.task
  }

  get commit(): string {
    return this.#options.commit
  }

  /** What a service shall run, where `running` is what it runs. */
  async resolve(running: string | undefined, deadline: Deadline): Promise<ResolvedTaskDefinition> {
    const resolved = await this.#select(running, deadline)
    // What would be refused once the revision is registered is refused now.
    if (this.#options.task) containerOf(this.#options.task, resolved.definition)
    return resolved
  }

  async #select(running: string | undefined, deadline: Deadline): Promise<ResolvedTaskDefinition> {
    const { source, changes } = this.#options
    if (source.kind === 'file') {
      return this.#find(changed(source.definition, changes), running, deadline)
    }
    const name = source.kind === 'named' ? source.name : running
    if (!name) throw new ActionError('The service runs nothing yet: give "task-definition".')
    const base = await this.#definitions.registered(name, deadline)
    if (isEmpty(changes)) return base
    return this.#find(changed(base.definition, changes), running, deadline)
  }

  /** Where ECS has a definition: it is the one that runs, or the newest of its family. */
  async #find(
    definition: Definition,
    running: string | undefined,
    deadline: Deadline,
  ): Promise<ResolvedTaskDefinition> {
    const known = running ? await this.#definitions.registered(running, deadline) : undefined
    if (known && sameDefinition(known.definition, definition)) return { definition, arn: known.arn }
    return { definition, arn: await this.#definitions.newest(definition, deadline) }
  }

  /** What is wanted as a version that can be deployed; it is registered where ECS does not have it. */
  async available(
    { arn, definition }: ResolvedTaskDefinition,
    prev: string | undefined,
    written: OnWritten,
    deadline: Deadline,
  ): Promise<Version> {
    if (arn) return versionOf(await this.#definitions.registered(arn, deadline))
    const { commit } = this.#options
    return {
      ref: await this.#definitions.register(definition, { commit, prev }, written, deadline),
      commit,
    }
  }

  /** Runs the task that must end well first, once for all services. */
  async runPreDeployTask(
    definition: string,
    service: EcsService,
    written: OnWritten,
    deadline: Deadline,
  ): Promise<SummaryNote | undefined> {
    const { task, run, attempt } = this.#options
    if (!task) return undefined
    const known = this.#definitions.registered(definition, deadline)
    this.#task ??= known.then((it) =>
      startTask(this.#api, task, it, service, `${run} ${attempt}`, deadline),
    )
    const { ended } = await this.#task
    // It may have done a part of its work even if it does not end well.
    this.#definitions.wrote(`"${task.command.join(' ')}" was started.`, written)
    return ended
  }
}

function isEmpty({ images, env }: Changes): boolean {
  return images.length === 0 && Object.keys(env).length === 0
}
