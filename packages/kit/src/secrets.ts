/** The secrets of this step, and how to keep them out of any text. */
export class Secrets {
  readonly #known = new Set<string>()
  #pattern: RegExp | undefined

  /**
   * Whether the value is new and long enough to be hidden: hiding three characters or fewer would
   * blank out half of a log and protect nothing.
   */
  add(secret: string): boolean {
    if (secret.length < 4 || this.#known.has(secret)) return false
    for (const form of [secret, encodeURIComponent(secret.toWellFormed())]) this.#known.add(form)
    const longestFirst = [...this.#known].sort((a, b) => b.length - a.length)
    this.#pattern = new RegExp(longestFirst.map(RegExp.escape).join('|'), 'g')
    return true
  }

  hide(text: string): string {
    return this.#pattern ? text.replace(this.#pattern, '***') : text
  }
}
