import { code, plain } from './markdown.ts'

/** So much of a secret's beginning, where a text was cut, is a part of it and no chance. */
const leastBeginning = 8

/** The secrets of this step, and how to keep them out of any text. */
export class Secrets {
  /** In all their forms. */
  readonly #known = new Set<string>()
  /** Those that are secret from their first character on; what an address begins with is known to all. */
  readonly #opaque = new Set<string>()
  #longestFirst: readonly string[] | undefined

  /**
   * Whether the value is new and long enough to be hidden: hiding three characters or fewer would
   * blank out half of a log and protect nothing.
   */
  add(secret: string): boolean {
    if (secret.length < 4 || this.#known.has(secret)) return false
    for (const form of formsOf(secret)) {
      this.#known.add(form)
      if (!/^(https?:|\/)/.test(secret)) this.#opaque.add(form)
    }
    this.#longestFirst = undefined
    return true
  }

  hide(text: string): string {
    this.#longestFirst ??= [...this.#known].sort((a, b) => b.length - a.length)
    // One by one: one pattern for all could not be made of a secret as large as a file.
    const whole = this.#longestFirst.reduce((left, it) => left.replaceAll(it, '***'), text)
    const [end = '', ...cut] = whole.split('…').reverse()
    return [end, ...cut.map((part) => this.#hideBeginning(part))].reverse().join('…')
  }

  /** A text may have been cut within a secret. */
  #hideBeginning(part: string): string {
    for (const secret of this.#opaque) {
      const at = part.lastIndexOf(secret.slice(0, leastBeginning))
      if (at >= 0 && secret.startsWith(part.slice(at))) return `${part.slice(0, at)}***`
    }
    return part
  }
}

/** A secret as it is, in a URL, in JSON and in Markdown. */
function formsOf(secret: string): string[] {
  const inCode = code(secret).replace(/^<code>|<\/code>$/g, '')
  const forms = [encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1)]
  return [secret, ...forms, plain(secret), inCode].filter((form) => form.length >= 4)
}
