import { IndeterminateError } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'
import type { DeployMetadata } from '../deploy-metadata.ts'
import type { OnWritten } from '../target.ts'
import { type EcsApi, isDenied } from './api.ts'
import { readDeployTags, withDeployTags } from './deploy-tags.ts'
import { canonicalJson, sameDefinition } from './normalize.ts'
import { type Definition, type RegisteredTaskDefinition, registrable } from './task-definition.ts'
import { nameOf } from './version.ts'

/** The task definitions in ECS, shared by all services of a step: each is read and registered once. */
export class TaskDefinitions {
  readonly #api: EcsApi
  readonly #run: string
  readonly #known = new Map<string, Promise<RegisteredTaskDefinition>>()
  readonly #registered = new Map<string, Promise<string>>()
  /** What was written so far, in sentences. */
  readonly #written = new Set<string>()

  /** @param run the URL of this workflow run */
  constructor(api: EcsApi, run: string) {
    this.#api = api
    this.#run = run
  }

  /** Returns a task definition in ECS; read once. */
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

  /** Returns the newest revision of its family if it is equivalent, as after an earlier attempt. */
  async newest(definition: Definition, deadline: Deadline): Promise<string | undefined> {
    try {
      const newest = await this.#look(definition.family, deadline)
      const isSame = newest.isActive && sameDefinition(newest.definition, definition)
      return isSame ? newest.arn : undefined
    } catch (error) {
      // A missing family is a ClientException.
      if (isNoFamily(error)) return undefined
      throw error
    }
  }

  /** Registers a definition, once for all equivalent ones. */
  async register(
    definition: Definition,
    { commit, prev }: { commit?: string | undefined; prev?: string | undefined },
    written: OnWritten,
    deadline: Deadline,
  ): Promise<string> {
    const key = canonicalJson(definition)
    const metadata = { sha: commit, run: this.#run, prev }
    const registered =
      this.#registered.get(key) ?? this.#registerOnce(definition, metadata, deadline)
    this.#registered.set(key, registered)
    const arn = await registered
    this.wrote(`${nameOf(arn)} was registered.`, written)
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
          if (!(error instanceof IndeterminateError)) throw error
          // A duplicate revision would be harmless, but look for one first.
          const left = await this.newest(definition, deadline)
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
        'The role of this job is not allowed to use ecs:TagResource, so the new revision does not record the previous ' +
          'version; "rollback" then needs the record of this deploy or the history of the service.',
      )
      return await register(withDeployTags(bare, undefined))
    }
  }

  /** Reports everything that the services of the step have written so far, as sentences. */
  wrote(sentence: string, written: OnWritten): void {
    this.#written.add(sentence)
    written([...this.#written].join(' '))
  }
}

function isNoFamily(error: unknown): boolean {
  return error instanceof Error && /Unable to describe task definition/.test(error.message)
}
