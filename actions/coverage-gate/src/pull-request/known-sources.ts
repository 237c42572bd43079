import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import type { Exclusion } from '../reports/exclusion.ts'
import { isTestOrConfiguration } from './test-files.ts'

/** The source files in the reports, to classify the files that a pull request changes. */
export class KnownSources {
  /** The files with line data, by path. */
  readonly #withLines = new Map<string, SourceFile[]>()
  /** Files in the reports without executable lines. */
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

  /** Whether any file has line data; reports may contain only counts. */
  get hasLines(): boolean {
    return this.#withLines.size > 0
  }

  /** Returns the files with line data at a path. */
  linesOf(path: string): readonly SourceFile[] {
    return this.#withLines.get(path) ?? []
  }

  /** Whether a file should be in the reports: it is in one of their languages, and not a test. */
  isSource(path: string): boolean {
    if (this.#withLines.has(path)) return true
    const isSameLanguage = this.#extensions.has(extensionOf(path))
    return isSameLanguage && !isTestOrConfiguration(path) && !this.#isExcluded(path)
  }

  /** Whether a source file is missing from all reports. */
  isUnknown(path: string): boolean {
    return !this.#withLines.has(path) && !this.#empty.has(path) && this.isSource(path)
  }
}

function extensionOf(path: string): string {
  return /\.\w+$/.exec(path)?.[0] ?? ''
}
