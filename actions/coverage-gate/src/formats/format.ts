import type { Coverage } from '../model/coverage.ts'
import type { Metric } from '../model/metrics.ts'

/** What can be told of a report before it is read. */
export interface Head {
  /** The first characters, without blanks before them. */
  readonly text: string
  /** The XML element that holds all others. */
  readonly root: string | undefined
}

/** Where a report stands. */
export interface Origin {
  /** The path to open. */
  readonly file: string
  /** The same, relative to the workspace. */
  readonly path: string
  readonly workspace: string
}

/** What a report says, and what there is to say about it; a remark completes "Report … ". */
export interface Report {
  readonly coverage: Coverage
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
  read(origin: Origin): Report
}
