import type { FileKey } from '../model/coverage.ts'
import { isAbsolutePath, normalizePath } from './source-path.ts'

/** The possible paths for a name: below each of the sources, and unchanged. */
export type Spellings = readonly string[]

/** The names in a report, in a few large lists, because there may be a million of them. */
export class ReportNames {
  readonly #names: readonly string[]
  /** The names below each of the sources; undefined for absolute names. */
  readonly #below: readonly (readonly (string | undefined)[])[]

  constructor(files: readonly FileKey[], sources: readonly string[]) {
    this.#names = files.map(({ path }) => path)
    this.#below = sources.map((source) => {
      return this.#names.map((name) => {
        return isAbsolutePath(name) ? undefined : normalizePath(`${source}/${name}`)
      })
    })
  }

  spellings(index: number): Spellings {
    const spellings: string[] = []
    for (const names of this.#below) {
      const name = names[index]
      if (name !== undefined) spellings.push(name)
    }
    spellings.push(this.#names[index] ?? '')
    return spellings
  }

  /** Returns the first spelling. */
  first(index: number): string {
    return this.#below[0]?.[index] ?? this.#names[index] ?? ''
  }

  count(matches: (name: Spellings) => boolean): number {
    return this.#names.reduce((sum, _, i) => sum + (matches(this.spellings(i)) ? 1 : 0), 0)
  }

  /** Returns all absolute spellings. */
  absolute(): string[] {
    return [...this.#below, this.#names].flatMap((names) => {
      return names.filter((name) => name !== undefined).filter(isAbsolutePath)
    })
  }
}
