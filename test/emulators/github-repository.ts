/*
 * The repository org/app of the emulator: what a test says of it, and what becomes of it.
 */

/** What a token may do: the permissions of a workflow's `permissions:`, and who it speaks for. */
export interface Token {
  readonly login: string
  readonly pullRequests: Level
  /** `none` unless said. */
  readonly issues?: Level
  /** `read` unless said. */
  readonly contents?: Level
}

export type Level = 'none' | 'read' | 'write'

export interface ChangedFileGiven {
  readonly filename: string
  readonly status?: 'added' | 'removed' | 'modified' | 'renamed'
  readonly previous_filename?: string
  readonly additions: number
  readonly deletions?: number
  readonly patch?: string
}

export interface PullGiven {
  readonly title?: string
  readonly body?: string | null
  readonly login?: string
  readonly state?: 'open' | 'closed'
  readonly draft?: boolean
  readonly base?: End
  readonly head?: End
  /** `org/app` unless it comes from a fork. */
  readonly home?: string
  readonly mergeCommit?: string | null
  readonly labels?: readonly string[]
  readonly files?: readonly ChangedFileGiven[]
  readonly commits?: readonly CommitGiven[]
  readonly comments?: readonly CommentGiven[]
}

export interface End {
  readonly ref: string
  readonly sha: string
}

export interface CommitGiven {
  readonly sha?: string
  readonly message: string
  readonly login?: string
}

export interface CommentGiven {
  readonly login: string
  readonly body: string
  /** Whether it is hidden. */
  readonly minimized?: boolean
}

export interface LabelGiven {
  readonly name: string
  readonly color?: string
  readonly description?: string | null
}

export interface RepositoryGiven {
  /** Of pull request 7. */
  readonly files?: readonly ChangedFileGiven[]
  readonly comments?: readonly CommentGiven[]
  readonly pull?: PullGiven
  /** The others, by number. */
  readonly pulls?: Readonly<Record<number, PullGiven>>
  /** The labels that the repository has. */
  readonly labels?: readonly LabelGiven[]
  /** The text of a file, by `<commit or branch>:<path>`. */
  readonly contents?: Readonly<Record<string, string>>
  /** What `base...head` compares as, by just that. */
  readonly comparisons?: Readonly<Record<string, readonly ChangedFileGiven[]>>
}

export interface Comment {
  readonly id: number
  readonly login: string
  body: string
  minimized: boolean
}

export interface Label {
  readonly name: string
  color: string
  description: string | null
}

export interface Pull extends Required<Omit<PullGiven, 'labels' | 'comments'>> {
  readonly number: number
  /** The names of its labels, in the order they were added. */
  readonly labels: string[]
  readonly comments: Comment[]
}

export interface Repository {
  readonly pulls: ReadonlyMap<number, Pull>
  readonly labels: Label[]
  readonly contents: Readonly<Record<string, string>>
  readonly comparisons: Readonly<Record<string, readonly ChangedFileGiven[]>>
  /** The id of the next comment. */
  nextId(): number
}

/** The commits that pull request 7 is between, unless a test says others. */
export const base: End = { ref: 'main', sha: 'b'.repeat(40) }
export const head: End = { ref: 'feature', sha: 'a'.repeat(40) }

/** What GitHub gives to a label that comes to be by being added. */
const grey = { color: 'ededed', description: null }

export function repositoryOf(given: RepositoryGiven): Repository {
  let lastId = 0
  const nextId = () => ++lastId
  const { files = [], comments = [], pull, pulls = {} } = given
  const all: Record<number, PullGiven> = { 7: { files, comments, ...pull }, ...pulls }
  const made = Object.entries(all).map(([number, one]) => pullOf(Number(number), one, nextId))
  const labels = (given.labels ?? []).map((label) => ({ ...grey, ...label }))
  for (const name of made.flatMap((one) => one.labels)) {
    if (!labels.some((label) => isSameLabel(label.name, name))) labels.push({ name, ...grey })
  }
  return {
    pulls: new Map(made.map((one) => [one.number, one])),
    labels,
    contents: given.contents ?? {},
    comparisons: given.comparisons ?? {},
    nextId,
  }
}

function pullOf(number: number, given: PullGiven, nextId: () => number): Pull {
  return {
    title: 'Add a thing',
    body: 'It was missing.',
    login: 'someone',
    state: 'open',
    draft: false,
    base,
    head,
    home: 'org/app',
    mergeCommit: null,
    files: [],
    commits: [{ message: 'Add a thing' }],
    ...given,
    number,
    labels: [...(given.labels ?? [])],
    comments: (given.comments ?? []).map((one) => ({ minimized: false, ...one, id: nextId() })),
  }
}

/** Labels are told apart without looking at upper case. */
export function isSameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The label of the repository that is called so, made if need be. */
export function labelCalled(name: string, { labels }: Repository): Label {
  const known = labels.find((label) => isSameLabel(label.name, name))
  if (known) return known
  const made = { name, ...grey }
  labels.push(made)
  return made
}
