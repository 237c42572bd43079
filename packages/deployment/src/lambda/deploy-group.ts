/** Functions that are deployed together: when one fails, the canaries of all others end. */
export class DeployGroup {
  #failed: string | undefined

  abort(name: string): void {
    this.#failed ??= name
  }

  /** Why the canary of another one has to end. */
  get abortReason(): string | undefined {
    return this.#failed && `${this.#failed} failed, which is deployed with it`
  }
}
