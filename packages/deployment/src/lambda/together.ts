/** Functions that are deployed together: when one fails, the canaries of all others end. */
export class Together {
  #failed: string | undefined

  fail(name: string): void {
    this.#failed ??= name
  }

  /** Why the canary of another one has to end. */
  get trouble(): string | undefined {
    return this.#failed && `${this.#failed} failed, which is deployed with it`
  }
}
