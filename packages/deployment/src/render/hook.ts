import { Client, type Connection, IndeterminateError } from '@ci-actions/http'
import {
  ActionError,
  type InputParser,
  parseJson,
  secretUrl,
  ValidationError,
} from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { object, safeParse, string } from 'valibot'
import type { Identity, Operation, Plan, Target } from '../target.ts'

// Deploy hooks: https://render.com/docs/deploy-hooks

/** The secret address that deploys one service, and which service that is. */
export interface DeployHook {
  readonly serviceId: string
  readonly address: URL
}

/** `https://api.render.com/deploy/srv-…?key=…`. A hook of a blueprint (exs-…) deploys nothing. */
export const deployHook: InputParser<DeployHook> = {
  secret: true,
  async parse(given) {
    const address = await secretUrl.parse(given)
    const serviceId = /\/deploy\/((?:srv|crn)-[\w-]+)$/.exec(address.pathname)?.[1]
    if (!serviceId) {
      throw new ValidationError(
        'the deploy hook of a service, https://api.render.com/deploy/srv-…?key=…',
      )
    }
    return { serviceId, address }
  },
}

/** Calls one hook, as `callHook` does. */
export type DeployHookTrigger = (deadline: Deadline) => Promise<string | undefined>

const hookAnswerSchema = object({ deploy: object({ id: string() }) })

const hints = {
  401: 'The key of the hook is not valid (any more); copy the hook from the settings of the service.',
  404: 'There is no such hook; copy it from the settings of the service.',
}

/** Calls a deploy hook; returns the id of the deploy it has started, undefined when it does not say. */
export async function triggerDeployHook(
  address: URL,
  brings: { readonly commit?: string | undefined; readonly image?: string | undefined },
  connection: Connection | undefined,
  log: (line: string) => void,
  deadline: Deadline,
): Promise<string | undefined> {
  const name = 'The deploy hook'
  const client = new Client({ name, base: address, connection, hints, log })
  const query = {
    ...(brings.commit && { ref: brings.commit }),
    ...(brings.image && { imgURL: brings.image }),
  }
  const question = { method: 'POST', path: '', query } as const
  const { body } = await client.request(question, deadline)
  const answer = safeParse(hookAnswerSchema, parseJson(body))
  return answer.success ? answer.output.deploy.id : undefined
}

/** A service of which nothing is known but its hook: it can be started, and that is all. */
export class HookTarget implements Target {
  readonly identity: Identity
  readonly #trigger: DeployHookTrigger

  constructor(serviceId: string, name: string | undefined, trigger: DeployHookTrigger) {
    this.identity = { provider: 'render', name: name ?? serviceId, target: { serviceId } }
    this.#trigger = trigger
  }

  async plan(): Promise<Plan> {
    const operation: Operation = {
      description: `call the deploy hook of ${this.identity.name}`,
      start: async (deadline) => {
        const id = await this.#trigger(deadline)
        if (id) return { id, version: { ref: id }, poll: needsKey, cancel: needsKey }
        throw new IndeterminateError(
          'The deploy hook answered, but not with a deploy; one may be running.',
          true,
        )
      },
    }
    return { live: null, before: () => null, step: { kind: 'start', operation } }
  }

  live = needsKey
  state = needsKey
  previous = needsKey
  find = needsKey

  rollbackTo(): Operation {
    return { description: 'do nothing, without an API key', start: needsKey }
  }
}

async function needsKey(): Promise<never> {
  throw new ActionError('A deploy hook can only start a deploy; for anything else give "api-key".')
}
