import type { Coverage } from '../model/coverage.ts'
import type { Metric } from '../model/metrics.ts'
import type { Head } from './head.ts'

/** What a report says, and what there is to say about it; a remark completes "Report … ". */
export interface Report {
  /** Its files by the names that it gives them. */
  readonly coverage: Coverage
  /** The folders that it says its names are relative to; it need not be all of them, or any that is here. */
  readonly sources?: readonly string[]
  readonly remarks: readonly string[]
}

/** A kind of report. Messages of the failures of `read` complete "Report … ". */
export interface Format {
  /** As it is written behind a glob: `(cobertura)`. */
  readonly name: string
  readonly title: string
  /** How a metric comes to be measured that reports of the format often lack: whole clauses. */
  readonly advice?: { readonly [M in Metric]?: string }
  recognizes(head: Head): boolean
  /** Reads the report at this path. */
  read(file: string): Report
}
