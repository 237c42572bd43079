/** Lets so many work at once; the others wait for their turn, in the order in which they came. */
export class Semaphore {
  readonly #most: number
  readonly #waiting = new Set<() => void>()
  #working = 0

  constructor(most: number) {
    this.#most = most
  }

  /** @throws the reason of the signal when it aborts before the turn has come, and whatever `work` throws */
  async inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    if (this.#working >= this.#most) await this.#turn(signal)
    else this.#working++
    try {
      return await work()
    } finally {
      this.#handOver()
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(take)
        reject(signal.reason)
      }
      const take = (): void => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      this.#waiting.add(take)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  /** Whoever has waited longest gets the place that is free now. */
  #handOver(): void {
    const [next] = this.#waiting
    if (!next) {
      this.#working--
      return
    }
    this.#waiting.delete(next)
    next()
  }
}
