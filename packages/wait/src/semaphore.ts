/** Limits concurrency. Waiting calls run in the order in which they came. */
export class Semaphore {
  readonly #max: number
  readonly #waiting = new Set<() => void>()
  #active = 0

  constructor(max: number) {
    this.#max = max
  }

  /** @throws the reason of the signal if it aborts before the call's turn, and whatever `work` throws */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    if (this.#active >= this.#max) await this.#acquire(signal)
    else this.#active++
    try {
      return await work()
    } finally {
      this.#release()
    }
  }

  #acquire(signal: AbortSignal): Promise<void> {
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

  /** Passes the free slot to the call that has waited longest. */
  #release(): void {
    const [next] = this.#waiting
    if (!next) {
      this.#active--
      return
    }
    this.#waiting.delete(next)
    next()
  }
}
