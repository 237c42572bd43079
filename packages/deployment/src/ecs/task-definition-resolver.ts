import { Ambiguous } from '@ci-actions/http'
import { Failure } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { DeployMetadata } from '../deploy-metadata.ts'
import type { Version } from '../record.ts'
import type { OnWritten, SummaryNote } from '../target.ts'
import { type EcsApi, isDenied } from './api.ts'
import { readDeployTags, withDeployTags } from './deploy-tags.ts'
import { canonicalJson, sameDefinition } from './normalize.ts'
import { containerOf, type PreDeployTask, type RunningTask, startTask } from './pre-deploy-task.ts'
import type { EcsService } from './schemas.ts'
import {
  type Changes,
  changed,
  type Definition,
  type RegisteredTaskDefinition,
  registrable,
} from './task-definition.ts'
import { nameOf, versionOf } from './version.ts'

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

/** What the services of one step have in common: each revision is registered once, the task runs once. */
export class TaskDefinitionResolver {
  readonly #api: EcsApi
  readonly #order: ResolverOptions
  readonly #known = new Map<string, Promise<RegisteredTaskDefinition>>()
  readonly #registered = new Map<string, Promise<string>>()
  #task: Promise<RunningTask> | undefined
  /** What was written so far, in sentences. */
  readonly #written = new Set<string>()

  constructor(api: EcsApi, order: ResolverOptions) {
    this.#api = api
    this.#order = order
  }

  get task(): PreDeployTask | undefined {
    return this.#order.task
  }

  get commit(): string {
    return this.#order.commit
  }

  /** A task definition at ECS; asked for once. */
  registered(name: string, deadline: Deadline): Promise<RegisteredTaskDefinition> {
    const found = this.#known.get(name) ?? this.#look(name, deadline)
    this.#known.set(name, found)
    return found
  }

  async #look(name: string, deadline: Deadline): Promise<RegisteredTaskDefinition> {
    const { taskDefinition, tags } = await this.#api.taskDefinition(name, deadline)
    return {
      arn: taskDefinition.taskDefinitionArn,
      isActive: (taskDefinition.status ?? 'ACTIVE') === 'ACTIVE',
      definition: { ...taskDefinition, tags },
      metadata: readDeployTags(tags),
    }
  }

  /** What a service shall run, where `running` is what it runs. */
  async resolve(running: string | undefined, deadline: Deadline): Promise<ResolvedTaskDefinition> {
    const wanted = await this.#wanted(running, deadline)
    // What would be refused once the revision is registered is refused now.
    if (this.#order.task) containerOf(this.#order.task, wanted.definition)
    return wanted
  }

  async #wanted(running: string | undefined, deadline: Deadline): Promise<ResolvedTaskDefinition> {
    const { source, changes } = this.#order
    if (source.kind === 'file') {
      return this.#found(changed(source.definition, changes), running, deadline)
    }
    const name = source.kind === 'named' ? source.name : running
    if (!name) throw new Failure('The service runs nothing yet: give "task-definition".')
    const base = await this.registered(name, deadline)
    if (isEmpty(changes)) return base
    return this.#found(changed(base.definition, changes), running, deadline)
  }

  /** Where ECS has a definition: it is the one that runs, or the newest of its family. */
  async #found(
    definition: Definition,
    running: string | undefined,
    deadline: Deadline,
  ): Promise<ResolvedTaskDefinition> {
    const known = running ? await this.registered(running, deadline) : undefined
    if (known && sameDefinition(known.definition, definition)) return { definition, arn: known.arn }
    return { definition, arn: await this.#newest(definition, deadline) }
  }

  /** The newest revision of its family, when it means the same: an earlier attempt has left it. */
  async #newest(definition: Definition, deadline: Deadline): Promise<string | undefined> {
    try {
      const newest = await this.#look(definition.family, deadline)
      const isSame = newest.isActive && sameDefinition(newest.definition, definition)
      return isSame ? newest.arn : undefined
    } catch (error) {
      // A family that is not there yet is refused with a ClientException.
      if (isNoFamily(error)) return undefined
      throw error
    }
  }

  /** What is wanted as a version that can be deployed; it is registered where ECS does not have it. */
  async available(
    { arn, definition }: ResolvedTaskDefinition,
    prev: string | undefined,
    wrote: OnWritten,
    deadline: Deadline,
  ): Promise<Version> {
    if (arn) return versionOf(await this.registered(arn, deadline))
    const { commit } = this.#order
    return { ref: await this.register(definition, { commit, prev }, wrote, deadline), commit }
  }

  /** Registers a definition, once for all that want the same. */
  async register(
    definition: Definition,
    { commit, prev }: { commit?: string | undefined; prev?: string | undefined },
    wrote: OnWritten,
    deadline: Deadline,
  ): Promise<string> {
    const key = canonicalJson(definition)
    const metadata = { sha: commit, run: this.#order.run, prev }
    const registered =
      this.#registered.get(key) ?? this.#registerOnce(definition, metadata, deadline)
    this.#registered.set(key, registered)
    const arn = await registered
    this.#wrote(`${nameOf(arn)} is registered.`, wrote)
    return arn
  }

  async #registerOnce(
    definition: Definition,
    metadata: DeployMetadata,
    deadline: Deadline,
  ): Promise<string> {
    const register = async (one: Definition): Promise<string> => {
      for (let tries = 1; ; tries++) {
        try {
          return await this.#api.register(one, deadline)
        } catch (error) {
          if (!(error instanceof Ambiguous)) throw error
          // A revision too many does no harm; one is looked for all the same.
          const left = await this.#newest(definition, deadline)
          if (left) return left
          if (tries === 3) throw error
        }
      }
    }
    const bare = registrable(definition)
    try {
      return await register(withDeployTags(bare, metadata))
    } catch (error) {
      if (!isDenied(error) || !/ecs:TagResource/.test(String(error))) throw error
      this.#api.log(
        'The role of this job may not ecs:TagResource, so that the new revision does not say what served ' +
          'before it; "rollback" then needs the record of this deploy or the history of the service.',
      )
      return await register(withDeployTags(bare, undefined))
    }
  }

  /** Runs the task that must end well first, once for all services. */
  async runPreDeployTask(
    definition: string,
    service: EcsService,
    wrote: OnWritten,
    deadline: Deadline,
  ): Promise<SummaryNote | undefined> {
    const { task, run, attempt } = this.#order
    if (!task) return undefined
    const known = this.registered(definition, deadline)
    this.#task ??= known.then((it) =>
      startTask(this.#api, task, it, service, `${run} ${attempt}`, deadline),
    )
    const { ended } = await this.#task
    // It may have done a part of its work even if it does not end well.
    this.#wrote(`"${task.command.join(' ')}" was started.`, wrote)
    return ended
  }

  #wrote(what: string, wrote: OnWritten): void {
    this.#written.add(what)
    wrote([...this.#written].join(' '))
  }
}

function isEmpty({ images, env }: Changes): boolean {
  return images.length === 0 && Object.keys(env).length === 0
}

function isNoFamily(error: unknown): boolean {
  return error instanceof Error && /Unable to describe task definition/.test(error.message)
}
