export const statuses = ['added', 'modified', 'deleted'] as const

export type Status = (typeof statuses)[number]

/** A changed file. A renamed file counts as two: the old path is deleted, the new one added. */
export interface Change {
  /** Path with `/` on every system. */
  readonly path: string
  readonly status: Status
  /** Whether the entry stands for a folder: a submodule or a link. */
  readonly isFolder: boolean
}

/** The known changes. */
export interface Changes {
  readonly files: readonly Change[]
  /** Why the list may be incomplete; undefined if it is complete. */
  readonly truncated: string | undefined
  /** What was compared instead of the planned comparison, and why. */
  readonly note?: string | undefined
}
