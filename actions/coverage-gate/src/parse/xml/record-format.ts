/** How many records are read at a time. */
export const batchSize = 256

/** Where in a record its parts are: where it ends in the buffer, its kind, and from there on its numbers. */
export const recordFields = { end: 0, kind: 1, numbers: 2 } as const

/** Elements that a report repeats by the million, and what is of interest in them. */
export interface RecordFormat {
  readonly element: string
  /** The elements that may stand inside of it, and tell nothing. */
  readonly inside: readonly string[]
  /** How many numbers a record has. */
  readonly size: number
  /** Reads the records that are written as most tools do, where a loop of its own is quicker. */
  readonly readUsual?: ReadRecords
  /** The layout of an element with these attributes; undefined when it is to be read by itself. */
  layoutOf(attributes: Readonly<Record<string, string>>): RecordLayout | undefined
}

/**
 * Reads records into `values`, `width` numbers each; the first one becomes the record of this number.
 * Returns the number behind the last one.
 */
export type ReadRecords = (
  bytes: Uint8Array,
  view: DataView,
  from: number,
  values: Int32Array,
  width: number,
  record: number,
) => number

/** A way to write a record: where its numbers go. */
export interface RecordLayout {
  /** What is told by words and not by numbers, as the format wants to know it. */
  readonly kind: number
  /**
   * The place in a record of each number in the value of an attribute, from 0 on, or `dropped`. All numbers
   * of other attributes are dropped; their words are always the same.
   */
  readonly numbers: Readonly<Record<string, readonly number[]>>
}

/** The place of a number that is of no interest. */
export const dropped = -1
