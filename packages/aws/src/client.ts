import { Ambiguous, Client, type Question, readJson } from '@ci-actions/http'
import { Failure } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import type { GenericSchema } from 'valibot'
import type { AwsAccess } from './access.ts'
import { endpointOf } from './endpoint.ts'
import { limit, words } from './refusal.ts'
import { sign } from './sign.ts'

/** A service of AWS that speaks JSON. */
export interface AwsService {
  /** What a person calls it: `ECS`. */
  readonly name: string
  /** Its id in `AWS_ENDPOINT_URL_<id>`. */
  readonly id: string
  /** Its host in a region: `ecs`, `monitoring`. */
  readonly host: string
  /** The name it is signed for, where that is not its host. */
  readonly signedAs?: string
  /** The prefix of `X-Amz-Target`, for a service that speaks AWS JSON and not REST. */
  readonly target?: string
  /** Of AWS JSON: 1.1 unless it says so. */
  readonly jsonVersion?: '1.0' | '1.1'
}

/** One call of an operation; for AWS JSON all of the input is `json`, for REST some is in the path. */
export type Call = Omit<Partial<Question>, 'name'>

/** Only these change nothing, by the names that AWS gives its operations. */
const reads = /^(Describe|List|Get|BatchGet)/

/**
 * One service of AWS in one region, over our own `Client`, so that deadline, cancellation and the
 * rules of asking again are those of every other service; the SDK finds the credentials. Its clients
 * alone would take longer to load than all the rest of a step.
 */
export class AwsClient {
  readonly #service: AwsService
  readonly #client: Client

  constructor(service: AwsService, access: AwsAccess) {
    const { name, id, host, signedAs = host } = service
    const { region, credentials, endpoints, connection, log } = access
    this.#service = service
    this.#client = new Client({
      name,
      base: endpoints.configured(id) ?? endpointOf(host, region, endpoints),
      connection,
      log,
      dialect: {
        sign: async (request, deadline) => {
          const scope = { service: signedAs, region, now: deadline.clock.date() }
          return sign(request, await credentials(deadline), scope)
        },
        limit,
        words,
      },
    })
  }

  /**
   * The output of an operation, checked against its shape. Reads are asked again when their answer is
   * lost; what writes is not, unless `repeatable` says that doing it twice is the same as once.
   *
   * @throws as `Client.ask`
   */
  async call<T>(
    operation: string,
    call: Call,
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    const question: Question = {
      name: operation,
      repeatable: reads.test(operation),
      ...this.#protocol(operation),
      ...call,
    }
    for (let tries = 1; ; tries++) {
      const answer = await this.#client.ask(question, deadline)
      try {
        return readJson(answer, shape, `The answer of ${this.#service.name} to ${operation}`)
      } catch (error) {
        if (!(error instanceof Failure) || reads.test(operation)) throw error
        // It was carried out, and only what came of it is not known.
        if (question.repeatable && tries < 3) continue
        throw new Ambiguous(error.message, false, answer)
      }
    }
  }

  #protocol(operation: string): Pick<Question, 'method' | 'path' | 'headers'> {
    const { target, jsonVersion = '1.1' } = this.#service
    if (!target) return { method: 'GET', path: '' }
    const headers = {
      'content-type': `application/x-amz-json-${jsonVersion}`,
      'x-amz-target': `${target}.${operation}`,
    }
    return { method: 'POST', path: '', headers }
  }
}
