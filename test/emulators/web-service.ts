import { setTimeout as sleep } from 'node:timers/promises'
import { listen, type Place, type Received, type Server, send } from './server.ts'

/** How the service answers; what is left out is as in a plain service. */
export interface Health {
  /** 200 "ok" or 503 "unavailable", unless `status` or `body` say otherwise. */
  readonly healthy: boolean
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds from the request to its answer. */
  readonly delay?: number
}

export interface WebService extends Server {
  /** Every request so far, oldest first. */
  readonly requests: readonly Received[]
  /** From the next request on; nothing is kept of what was set before. */
  set(health: Health): void
}

/** Starts a service that answers every request as its health is; healthy until it is told. */
export async function startWebService(place: Place = {}): Promise<WebService> {
  const requests: Received[] = []
  let health: Health = { healthy: true }
  const server = await listen(async (received, response) => {
    requests.push(received)
    const { healthy, headers = {}, delay = 0 } = health
    const { status = healthy ? 200 : 503, body = healthy ? 'ok' : 'unavailable' } = health
    if (delay > 0) await sleep(delay, undefined, { ref: false })
    send(response, { status, headers, body })
  }, place)
  return {
    ...server,
    requests,
    set(next) {
      health = next
    },
  }
}
