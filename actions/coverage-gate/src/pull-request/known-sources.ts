import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Exclusion } from '../reports/exclusion.ts'
import { isTestOrConfiguration } from './test-files.ts'

/** The sources as far as the reports know them, for the files that a pull request changes. */
export class KnownSources {
  /** The files of which lines are known, by their paths. */
  readonly #withLines = new Map<string, SourceFile[]>()
  /** Those without a line to cover, which are known all the same. */
  readonly #empty = new Set<string>()
  readonly #extensions: ReadonlySet<string>
  readonly #isExcluded: Exclusion

  constructor(whole: Coverage, isExcluded: Exclusion = () => false) {
    for (const [path, files] of Map.groupBy(whole.files(), (file) => file.path)) {
      const withLines = files.filter((file) => file.ranges('coverable').length > 0)
      if (withLines.length > 0) this.#withLines.set(path, withLines)
      else if (files.some((file) => file.count('lines').total === 0)) this.#empty.add(path)
    }
    this.#extensions = new Set(this.#withLines.keys().map(extensionOf))
    this.#isExcluded = isExcluded
  }

  /** Whether any line is known; reports may tell counts only. */
  get hasLines(): boolean {
    return this.#withLines.size > 0
  }

  /** What the reports know of the lines of a file. */
  linesOf(path: string): readonly SourceFile[] {
    return this.#withLines.get(path) ?? []
  }

  /** Whether reports like these would know a file: it is of their languages, and no test. */
  isSource(path: string): boolean {
    if (this.#withLines.has(path)) return true
    const isAlike = this.#extensions.has(extensionOf(path))
    return isAlike && !isTestOrConfiguration(path) && !this.#isExcluded(path)
  }

  /** Whether it is such a file, and no report knows its lines. */
  isUnknown(path: string): boolean {
    return !this.#withLines.has(path) && !this.#empty.has(path) && this.isSource(path)
  }
}

function extensionOf(path: string): string {
  return /\.\w+$/.exec(path)?.[0] ?? ''
}
