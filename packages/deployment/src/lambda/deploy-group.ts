/** Functions that are deployed together: if one fails, the canaries of all others stop. */
export class DeployGroup {
  #failed: string | undefined

  /** @param failed the name of the function that failed; only the first one counts */
  abort(failed: string): void {
    this.#failed ??= failed
  }

  /** Why the canaries of the others must stop. */
  get abortReason(): string | undefined {
    return this.#failed && `${this.#failed}, which is deployed together with it, failed`
  }
}
