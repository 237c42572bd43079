import type { HttpResponse } from '@ci-actions/http'
import { formatDuration } from '@ci-actions/wait'

/** AWS takes signatures that are five minutes off; as the SDK has it, four are too many. */
const mostApart = 4 * 60_000

/** The clock of AWS, as far as it is known: that of this machine, put right by what AWS answers. */
export class AwsClock {
  readonly #notice: (line: string) => void
  #ahead = 0

  constructor(notice: (line: string) => void) {
    this.#notice = notice
  }

  /** How far AWS is ahead of this machine, in milliseconds. */
  get ahead(): number {
    return this.#ahead
  }

  /** What AWS calls a moment of this machine. */
  at(moment: Date): Date {
    return new Date(moment.getTime() + this.#ahead)
  }

  /**
   * Takes over the clock of an answer; whether it tells another time than the one that was counted on,
   * `ahead` milliseconds off.
   */
  learn({ headers }: HttpResponse, now: Date, ahead: number): boolean {
    // What comes from a cache tells when it was put there.
    const theirs = headers.age === undefined ? Date.parse(headers.date ?? '') : Number.NaN
    const found = theirs - now.getTime()
    if (!(Math.abs(found - ahead) >= mostApart)) return false
    const isKnown = Math.abs(found - this.#ahead) < mostApart
    this.#ahead = found
    if (!isKnown) this.#notice(inWords(found))
    return true
  }
}

function inWords(ahead: number): string {
  const where = ahead > 0 ? 'behind' : 'ahead of'
  return (
    `The clock of this machine is ${formatDuration(Math.abs(ahead))} ${where} that of AWS, so requests are signed by that of ` +
    'AWS. Set it right: certificates and tokens are judged by it too.'
  )
}
