import { quote } from '@ci-actions/kit'
import type { Match } from './match-names.ts'
import type { ReadReport } from './read-report.ts'

/** The names in reports of which it is not known which file of the checkout they stand for. */
export class UnresolvedNames {
  /** Those that fit several files, with a report that has them. */
  readonly #ambiguous = new Map<string, string>()
  #missing = 0
  readonly #examples: string[] = []
  /** Those that fit none, with what keeps them apart from others of that name, if there may be such. */
  readonly #modules: Map<string, string> | undefined
  /** Those that count several times, since it is not known whether they are one file. */
  readonly #apart = new Set<string>()

  constructor(reports: readonly Pick<ReadReport, 'sources'>[]) {
    const isUnique = reports.length === 1 && (reports[0]?.sources.length ?? 0) < 2
    this.#modules = isUnique ? undefined : new Map()
  }

  add(name: string, kind: Match['kind'], report: string, module: string): void {
    if (kind === 'ambiguous') {
      this.#ambiguous.set(name, report)
      return
    }
    if (this.#missing++ < shown) this.#examples.push(name)
    const known = this.#modules?.get(name)
    if (known === undefined) this.#modules?.set(name, module)
    else if (known !== module) this.#apart.add(name)
  }

  /** What counts in a way that may not be meant, in words; nothing where everything is clear. */
  describeUnclear(): string[] {
    const ambiguous = Array.from(this.#ambiguous, ([name, report]) => {
      return `${quote(name)} of ${quote(report)}`
    })
    return [
      ...describe(
        this.#ambiguous.size,
        'fit several files of the checkout equally well, so they count for each report by themselves, and their changed lines are not known',
        ambiguous,
      ),
      ...describe(
        this.#apart.size,
        'are in reports of several folders or packages and fit no file of the checkout, so they count for each by themselves',
        Array.from(this.#apart, (name) => quote(name)),
      ),
    ]
  }

  describeMissing(): string[] {
    return describe(
      this.#missing,
      'fit no file of the checkout, so their changed lines are not known',
      this.#examples.map((name) => quote(name)),
    )
  }
}

const shown = 3

function describe(count: number, what: string, examples: readonly string[]): string[] {
  if (count === 0) return []
  const more = count > shown ? ` and ${count - shown} more` : ''
  const subject = count === 1 ? '1 path of the reports' : `${count} paths of the reports`
  return [`${subject} ${what}: ${examples.slice(0, shown).join(', ')}${more}.`]
}
