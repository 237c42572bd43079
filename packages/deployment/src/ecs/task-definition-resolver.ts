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

/** The source of a task definition: the running one, a name in ECS, or a file. */
export type TaskDefinitionSource =
  | { readonly kind: 'running' }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'file'; readonly definition: Definition }

/** The task definition to deploy. */
export interface ResolvedTaskDefinition {
  readonly definition: Definition
  /** Set if it is already registered. */
  readonly arn: string | undefined
}

export interface ResolverOptions {
  readonly source: TaskDefinitionSource
  readonly changes: Changes
  /** A task that must succeed before anything is changed. */
  readonly task: PreDeployTask | undefined
  readonly commit: string
  /** The URL of this run. */
  readonly run: string
  readonly attempt: number
}

/** Resolves the task definition for the services of a step. The task before the deploy runs once for all of them. */
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

  /** Returns the task definition to deploy to a service that runs `running`. */
  async resolve(running: string | undefined, deadline: Deadline): Promise<ResolvedTaskDefinition> {
    const resolved = await this.#select(running, deadline)
    // Fail before a revision is registered rather than after.
    if (this.#options.task) containerOf(this.#options.task, resolved.definition)
    return resolved
  }

  async #select(running: string | undefined, deadline: Deadline): Promise<ResolvedTaskDefinition> {
    const { source, changes } = this.#options
    if (source.kind === 'file') {
      return this.#find(changed(source.definition, changes), running, deadline)
    }
    const name = source.kind === 'named' ? source.name : running
    if (!name) throw new ActionError('The service runs nothing yet: set "task-definition".')
    const base = await this.#definitions.registered(name, deadline)
    if (isEmpty(changes)) return base
    return this.#find(changed(base.definition, changes), running, deadline)
  }

  /** Looks for an equivalent registered definition: the running one, or the newest of its family. */
  async #find(
    definition: Definition,
    running: string | undefined,
    deadline: Deadline,
  ): Promise<ResolvedTaskDefinition> {
    const known = running ? await this.#definitions.registered(running, deadline) : undefined
    if (known && sameDefinition(known.definition, definition)) return { definition, arn: known.arn }
    return { definition, arn: await this.#definitions.newest(definition, deadline) }
  }

  /** Returns the definition as a deployable version; registers it if necessary. */
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

  /** Runs the task before the deploy, once for all services. */
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
    // It may have done part of its work even if it fails.
    this.#definitions.wrote(`"${task.command.join(' ')}" was started.`, written)
    return ended
  }
}

function isEmpty({ images, env }: Changes): boolean {
  return images.length === 0 && Object.keys(env).length === 0
}
