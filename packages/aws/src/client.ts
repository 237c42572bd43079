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
import type { ServiceIdentity } from './endpoint.ts'
import { formatError, mayBeClockSkew, readRateLimit } from './errors.ts'
import { sign } from './sign.ts'

/** An AWS service with a JSON API. */
export interface AwsService extends ServiceIdentity {
  /** Display name, such as `ECS`. */
  readonly name: string
  /** The service name in signatures, if it differs from the host. */
  readonly signingName?: string
  /** The prefix of `X-Amz-Target`, for services that use the AWS JSON protocol instead of REST. */
  readonly target?: string
  /** Version of the AWS JSON protocol; 1.1 by default. */
  readonly jsonVersion?: '1.0' | '1.1'
}

/** The input of one call: for AWS JSON all of it is in `json`, for REST some is in the path. */
export type Call = Omit<Partial<ApiRequest>, 'name'>

/** Maximum number of clock corrections per request before the rejected signature is reported. */
const maxClockCorrections = 3

/** Operations that change nothing, recognised by AWS's naming convention. */
const readOperations = /^(Describe|List|Get|BatchGet)/

/**
 * Client for one AWS service in one region. It uses `Client`, so that deadline, cancellation and retries
 * work as for every other service. Loading the clients of the AWS SDK would take longer than the rest of
 * a step.
 */
export class AwsClient {
  readonly #service: AwsService
  readonly #access: AwsAccess
  readonly #base: URL

  /** @throws InputError when the settings of the endpoint contradict each other */
  constructor(service: AwsService, access: AwsAccess) {
    this.#service = service
    this.#access = access
    this.#base = access.resolveEndpoint(service)
  }

  /**
   * Calls an operation and returns its output, validated against `shape`. Reads are retried when the
   * response is lost; writes only if `idempotent` is set.
   *
   * @throws the same errors as `Client.request`
   */
  async call<T>(
    operation: string,
    call: Call,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    const request: ApiRequest = {
      name: operation,
      idempotent: readOperations.test(operation),
      ...this.#protocolParts(operation, call),
      ...call,
    }
    const { connection, log } = this.#access
    const { name } = this.#service
    const client = new Client({
      name,
      base: this.#base,
      connection,
      log,
      protocol: this.#createProtocol(),
    })
    for (let tries = 1; ; tries++) {
      const response = await client.request(request, deadline)
      try {
        return readJson(response, shape, `The answer of ${name} to ${operation}`)
      } catch (error) {
        if (!(error instanceof ActionError) || readOperations.test(operation)) throw error
        // The operation was executed; only its output is unknown.
        if (request.idempotent && tries < 3) continue
        throw new IndeterminateError(error.message, false, response)
      }
    }
  }

  /** Returns a protocol for one call: it remembers the clock offset that the call was signed with. */
  #createProtocol(): ApiProtocol {
    const { region, credentials, clock } = this.#access
    const { host, signingName = host } = this.#service
    let offset = 0
    return {
      sign: async (request, deadline) => {
        const keys = await credentials(deadline)
        offset = clock.offset
        const now = clock.toAwsTime(deadline.clock.date())
        return sign(request, keys, { service: signingName, region, now })
      },
      rateLimit: (response, times, now) => {
        const isCorrected =
          mayBeClockSkew(response) &&
          times < maxClockCorrections &&
          clock.correct(response, now, offset)
        return isCorrected
          ? { wait: 0, reason: 'its clock shows a different time' }
          : readRateLimit(response, now)
      },
      errorMessage: formatError,
    }
  }

  #protocolParts(
    operation: string,
    { json }: Call,
  ): Pick<ApiRequest, 'method' | 'path' | 'headers'> {
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
