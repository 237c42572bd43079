import type { HttpResponse } from '@ci-actions/http'
import { formatDuration } from '@ci-actions/wait'

/** AWS accepts signatures that are up to five minutes off; like the SDK, the clock is corrected from four on. */
const maxClockSkew = 4 * 60_000

/** An estimate of AWS's clock: the clock of this machine, corrected by the responses of AWS. */
export class AwsClock {
  readonly #notice: (line: string) => void
  #offset = 0

  constructor(notice: (line: string) => void) {
    this.#notice = notice
  }

  /** How far AWS's clock is ahead of this machine's, in milliseconds. */
  get offset(): number {
    return this.#offset
  }

  /** Converts a time of this machine to AWS's clock. */
  toAwsTime(time: Date): Date {
    return new Date(time.getTime() + this.#offset)
  }

  /**
   * Adopts the clock of a response. Returns whether it differs too much from the one the request was signed
   * with, whose offset was `signedOffset` milliseconds.
   */
  correct({ headers }: HttpResponse, now: Date, signedOffset: number): boolean {
    // The date of a cached response is the time when it was cached.
    const theirs = headers.age === undefined ? Date.parse(headers.date ?? '') : Number.NaN
    const offset = theirs - now.getTime()
    if (!(Math.abs(offset - signedOffset) >= maxClockSkew)) return false
    const isKnown = Math.abs(offset - this.#offset) < maxClockSkew
    this.#offset = offset
    if (!isKnown) this.#notice(describeOffset(offset))
    return true
  }
}

function describeOffset(offset: number): string {
  const direction = offset > 0 ? 'behind' : 'ahead of'
  return (
    `The clock of this machine is ${formatDuration(Math.abs(offset))} ${direction} that of AWS, so requests are signed ` +
    'with the time of AWS. Correct the clock: certificates and tokens are also validated against it.'
  )
}
