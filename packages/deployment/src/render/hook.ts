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

/** The secret URL that deploys one service, and the id of that service. */
export interface DeployHook {
  readonly serviceId: string
  readonly address: URL
}

/** `https://api.render.com/deploy/srv-…?key=…`. A hook of a blueprint (exs-…) is rejected: it deploys no service. */
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

/** Calls one hook, like `triggerDeployHook`. */
export type DeployHookTrigger = (deadline: Deadline) => Promise<string | undefined>

const hookResponseSchema = object({ deploy: object({ id: string() }) })

const hints = {
  401: 'The key of the hook is invalid or was revoked; copy the hook from the service settings.',
  404: 'There is no such hook; copy it from the service settings.',
}

/** Calls a deploy hook and returns the id of the started deploy; undefined if the response does not contain it. */
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
  const request = { method: 'POST', path: '', query } as const
  const { body } = await client.request(request, deadline)
  const response = safeParse(hookResponseSchema, parseJson(body))
  return response.success ? response.output.deploy.id : undefined
}

/** A service known only by its hook: deploys can be started, but nothing else. */
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
          'The deploy hook responded without a deploy id; a deploy may be running.',
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
  throw new ActionError('A deploy hook can only start a deploy; for anything else set "api-key".')
}
