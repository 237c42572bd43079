import { quote } from '@ci-actions/kit'
import type { Match } from './match-names.ts'
import type { ReadReport } from './read-report.ts'

/** The names in reports that could not be matched to one file of the checkout. */
export class UnresolvedNames {
  /** Names that match several files, with a report that contains them. */
  readonly #ambiguous = new Map<string, string>()
  #missing = 0
  readonly #examples: string[] = []
  /** Names that match no file, with their module; undefined if a name can only be one file. */
  readonly #modules: Map<string, string> | undefined
  /** Names that count several times, because they may be different files. */
  readonly #separate = new Set<string>()

  constructor(reports: readonly Pick<ReadReport, 'sources'>[]) {
    const isUnique = reports.length === 1 && (reports[0]?.sources.length ?? 0) < 2
    this.#modules = isUnique ? undefined : new Map()
  }

  add(name: string, kind: Match['kind'], report: string, module: string): void {
    if (kind === 'ambiguous') {
      this.#ambiguous.set(name, report)
      return
    }
    if (this.#missing++ < maxExamples) this.#examples.push(name)
    const known = this.#modules?.get(name)
    if (known === undefined) this.#modules?.set(name, module)
    else if (known !== module) this.#separate.add(name)
  }

  /** Describes names that may count in an unintended way; empty if there are none. */
  describeUnclear(): string[] {
    const ambiguous = Array.from(this.#ambiguous, ([name, report]) => {
      return `${quote(name)} of ${quote(report)}`
    })
    return [
      ...describe(
        this.#ambiguous.size,
        'could match several files of the checkout equally well, so they count separately for each report, and their changed lines are unknown',
        ambiguous,
      ),
      ...describe(
        this.#separate.size,
        'could not be matched to a file of the checkout. Reports of several folders or packages contain them, so they count separately for each',
        Array.from(this.#separate, (name) => quote(name)),
      ),
    ]
  }

  describeMissing(): string[] {
    return describe(
      this.#missing,
      'could not be matched to a file of the checkout, so their changed lines are unknown',
      this.#examples.map((name) => quote(name)),
    )
  }
}

const maxExamples = 3

function describe(count: number, problem: string, examples: readonly string[]): string[] {
  if (count === 0) return []
  const more = count > maxExamples ? ` and ${count - maxExamples} more` : ''
  const subject = count === 1 ? '1 path in the reports' : `${count} paths in the reports`
  return [`${subject} ${problem}: ${examples.slice(0, maxExamples).join(', ')}${more}.`]
}
