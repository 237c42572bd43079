/** Functions that are deployed together: when one fails, the canaries of all others end. */
export class DeployGroup {
  #failed: string | undefined

  /** @param failed the name of the function that failed; only the first one counts */
  abort(failed: string): void {
    this.#failed ??= failed
  }

  /** Why the canaries of the others have to end. */
  get abortReason(): string | undefined {
    return this.#failed && `${this.#failed} failed, which is deployed with it`
  }
}
