export const statuses = ['added', 'modified', 'deleted'] as const

export type Status = (typeof statuses)[number]

/** A file that changed. One that was renamed is two: its old name is deleted, its new one added. */
export interface Change {
  /** With `/` on every system. */
  readonly path: string
  readonly status: Status
  /** A submodule or a link: what stands for a whole folder in one entry. */
  readonly isFolder: boolean
}

/** What changed, as far as it is known. */
export interface Changes {
  readonly files: readonly Change[]
  /** Why there may be more than these; undefined when these are all. */
  readonly truncated: string | undefined
  /** What was compared otherwise than it was planned, and why. */
  readonly note?: string | undefined
}
