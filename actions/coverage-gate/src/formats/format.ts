import type { Coverage } from '../model/coverage.ts'
import type { Metric } from '../model/metrics.ts'
import type { Head } from './head.ts'

/** The coverage in a report, and remarks about it; each completes "Report … ". */
export interface Report {
  /** The coverage, with the file names of the report. */
  readonly coverage: Coverage
  /** The source folders that the report declares; possibly incomplete, or from another machine. */
  readonly sources?: readonly string[]
  readonly remarks: readonly string[]
}

/** A report format. Error messages of `read` complete "Report … ". */
export interface Format {
  /** The name that forces the format after a glob: `(cobertura)`. */
  readonly name: string
  readonly title: string
  /** How to measure metrics that are often missing in the format; each is a whole clause. */
  readonly advice?: { readonly [M in Metric]?: string }
  recognizes(head: Head): boolean
  /** Reads the report at a path. */
  read(file: string): Report
}
