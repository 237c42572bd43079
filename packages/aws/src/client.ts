import {
  type ApiProtocol,
  type ApiRequest,
  Client,
  IndeterminateError,
  readJson,
} from '@ci-actions/http'
import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { GenericSchema } from 'valibot'
import type { AwsAccess } from './access.ts'
import type { Place } from './endpoint.ts'
import { limit, mayBeOfClock, words } from './refusal.ts'
import { sign } from './sign.ts'

/** A service of AWS that speaks JSON. */
export interface AwsService extends Place {
  /** What a person calls it: `ECS`. */
  readonly name: string
  /** The name it is signed for, where that is not its host. */
  readonly signedAs?: string
  /** The prefix of `X-Amz-Target`, for a service that speaks AWS JSON and not REST. */
  readonly target?: string
  /** Of AWS JSON: 1.1 unless it says so. */
  readonly jsonVersion?: '1.0' | '1.1'
}

/** One call of an operation; for AWS JSON all of the input is `json`, for REST some is in the path. */
export type Call = Omit<Partial<ApiRequest>, 'name'>

/** So often the clock of a service may jump before it is told that a signature does not fit. */
const mostClocks = 3

/** Only these change nothing, by the names that AWS gives its operations. */
const reads = /^(Describe|List|Get|BatchGet)/

/**
 * One service of AWS in one region, over our own `Client`, so that deadline, cancellation and the
 * rules of asking again are those of every other service; the SDK finds the credentials. Its clients
 * alone would take longer to load than all the rest of a step.
 */
export class AwsClient {
  readonly #service: AwsService
  readonly #access: AwsAccess
  readonly #base: URL

  /** @throws InputError when the settings of its endpoint contradict each other */
  constructor(service: AwsService, access: AwsAccess) {
    this.#service = service
    this.#access = access
    this.#base = access.endpointOf(service)
  }

  /**
   * The output of an operation, checked against its shape. Reads are asked again when their answer is
   * lost; what writes is not, unless `idempotent` says that doing it twice is the same as once.
   *
   * @throws as `Client.request`
   */
  async call<T>(
    operation: string,
    call: Call,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    const question: ApiRequest = {
      name: operation,
      idempotent: reads.test(operation),
      ...this.#protocol(operation, call),
      ...call,
    }
    const { connection, log } = this.#access
    const { name } = this.#service
    const client = new Client({
      name,
      base: this.#base,
      connection,
      log,
      protocol: this.#apiProtocol(),
    })
    for (let tries = 1; ; tries++) {
      const answer = await client.request(question, deadline)
      try {
        return readJson(answer, shape, `The answer of ${name} to ${operation}`)
      } catch (error) {
        if (!(error instanceof ActionError) || reads.test(operation)) throw error
        // It was carried out, and only what came of it is not known.
        if (question.idempotent && tries < 3) continue
        throw new IndeterminateError(error.message, false, answer)
      }
    }
  }

  /** One for each call, for it remembers by which clock that was signed. */
  #apiProtocol(): ApiProtocol {
    const { region, credentials, clock } = this.#access
    const { host, signedAs = host } = this.#service
    let ahead = 0
    return {
      sign: async (request, deadline) => {
        const keys = await credentials(deadline)
        ahead = clock.ahead
        const now = clock.at(deadline.clock.date())
        return sign(request, keys, { service: signedAs, region, now })
      },
      rateLimit: (answer, times, now) => {
        const isLate = mayBeOfClock(answer) && times < mostClocks && clock.learn(answer, now, ahead)
        return isLate ? { wait: 0, reason: 'its clock tells another time' } : limit(answer, now)
      },
      errorMessage: words,
    }
  }

  #protocol(operation: string, { json }: Call): Pick<ApiRequest, 'method' | 'path' | 'headers'> {
    const { target, jsonVersion = '1.1' } = this.#service
    if (!target) {
      const headers = { ...(json !== undefined && { 'content-type': 'application/json' }) }
      return { method: 'GET', path: '', headers }
    }
    const headers = {
      'content-type': `application/x-amz-json-${jsonVersion}`,
      'x-amz-target': `${target}.${operation}`,
    }
    return { method: 'POST', path: '/', headers }
  }
}
