/** How many records are read at a time. */
export const batchSize = 256

/** Indices in a record: its end in the buffer, its kind, and the first of its numbers. */
export const recordFields = { end: 0, kind: 1, numbers: 2 } as const

/** An element that a report may contain millions of times, and the data needed from it. */
export interface RecordFormat {
  readonly element: string
  /** The elements inside it that are ignored. */
  readonly inside: readonly string[]
  /** The number of numbers in a record. */
  readonly size: number
  /** A faster loop for the layout that most tools write. */
  readonly readUsual?: ReadRecords
  /** Returns the layout of an element with these attributes; undefined if the strict reader has to read it. */
  layoutOf(attributes: Readonly<Record<string, string>>): RecordLayout | undefined
}

/**
 * Reads records into `values`, `width` numbers each, from index `record` on. Returns the index after the last one.
 */
export type ReadRecords = (
  bytes: Uint8Array,
  view: DataView,
  from: number,
  values: Int32Array,
  width: number,
  record: number,
) => number

/** The layout of a record: the indices of its numbers. */
export interface RecordLayout {
  /** Data from attributes without numbers, encoded by the format. */
  readonly kind: number
  /**
   * By attribute, the index in the record of each number in its value, or `dropped`. Numbers in other attributes are
   * dropped; the text around them must be the same in every record.
   */
  readonly numbers: Readonly<Record<string, readonly number[]>>
}

/** The index of a number that is not needed. */
export const dropped = -1
