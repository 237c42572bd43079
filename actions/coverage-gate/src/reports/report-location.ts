/** Folders and words in paths of reports that do not identify a package. */
const generic = new Set(
  `all artifact artifacts build ci clover cobertura coverage cov default dist downloads e2e final html info integration
  it jacoco jest json junit lcov out output report reports result results spec src summary target temp test testing
  tests tmp unit vitest xml`.split(/\s+/),
)

/** The location of a report and the name of its suite, as evidence for a source folder. */
export class ReportLocation {
  readonly #folders: readonly string[]
  readonly #words: ReadonlySet<string>
  readonly #known = new Map<string, number>()

  /** `path` is relative to the workspace. */
  constructor(path: string, suite: string) {
    this.#folders = path.split('/').slice(0, -1)
    this.#words = new Set(wordsOf(`${path} ${suite}`))
  }

  /**
   * Returns how well a source folder, `''` or with a trailing slash, matches the location: 0 is not at all, and 1 is
   * the workspace, which contains every report. Higher values are for a folder that contains the report, one that
   * the path of the report repeats (`coverage/packages/web/lcov.info`), one with the name of a folder of the report
   * (`artifacts/web/lcov.info`), and one that the report or its suite is named after (`coverage-web.xml`).
   */
  closeness(folder: string): number {
    const known = this.#known.get(folder)
    if (known !== undefined) return known
    const closeness = this.#closenessOf(packageFolder(folder))
    this.#known.set(folder, closeness)
    return closeness
  }

  #closenessOf(folder: string): number {
    if (folder === '') return 1
    const names = folder.split('/')
    const [last = ''] = names.slice(-1)
    const shared = this.#sharedSuffix(names)
    if (shared === names.length) return shared + 1.5
    if (shared > 1 || (shared === 1 && !generic.has(last.toLowerCase()))) return shared + 1
    const words = wordsOf(last)
    if (words.length === 0 || !words.every((word) => this.#words.has(word))) return 0
    return 2 - 0.5 ** words.length
  }

  /** Returns how many trailing parts of a folder occur consecutively in the path of the report. */
  #sharedSuffix(names: readonly string[]): number {
    let most = 0
    for (const end of this.#folders.keys()) {
      let length = 0
      while (length < names.length && names.at(-1 - length) === this.#folders[end - length])
        length++
      most = Math.max(most, length)
    }
    return most
  }
}

/** Returns the folder of a package, given that folder or a source folder in it: `core` for `core/src/main/java/`. */
function packageFolder(folder: string): string {
  return folder
    .replace(/\/$/, '')
    .replace(/(^|\/)src(\/[^/]+\/(java|kotlin|scala|groovy|clojure))?$/, '')
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !generic.has(word))
}
