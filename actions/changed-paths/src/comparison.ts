import { type PullRequest, pullRequestOfEvent } from '@ci-actions/github/pull-request'
import { ActionError, quote, type Runner } from '@ci-actions/kit'
import { fallback, number, object, optional, safeParse, string } from 'valibot'

/** The two states of the repository to compare. */
export type Comparison =
  /** The changes that a pull request makes to its base branch. */
  | { readonly kind: 'pull'; readonly pull: PullRequest; readonly count: number | undefined }
  /** Two commits. */
  | { readonly kind: 'commits'; readonly from: string; readonly to: string }
  /** A commit and its merge base with a branch or tag. */
  | BranchComparison
  /** A tag and the previous tag. */
  | { readonly kind: 'tag'; readonly to: string }
  /** No earlier state: all files count as added. */
  | { readonly kind: 'everything'; readonly to: string; readonly why: string }

export interface BranchComparison {
  readonly kind: 'branch'
  readonly base: string
  readonly to: string
  /** The comparison to use if the branch already contains the commit; undefined if nothing has changed then. */
  readonly contained: Comparison | undefined
}

const eventShape = object({
  /** In a push event, the previous commit of the branch or tag; zeros if it is new. */
  before: fallback(optional(string()), undefined),
  pull_request: fallback(optional(object({ changed_files: number() })), undefined),
  merge_group: fallback(optional(object({ base_sha: string(), head_sha: string() })), undefined),
  repository: fallback(optional(object({ default_branch: string() })), undefined),
})

/**
 * Returns the comparison for the event of this run.
 *
 * @param base the base that the workflow's author chose
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export function readComparison(runner: Runner, base: string | undefined): Comparison {
  const parsed = safeParse(eventShape, runner.event)
  const event = parsed.success ? parsed.output : undefined
  const pull = pullRequestOfEvent(runner)
  if (pull) {
    for (const { sha } of [pull.base, pull.head]) commit(sha)
    return { kind: 'pull', pull, count: event?.pull_request?.changed_files }
  }
  if (event?.merge_group) {
    const { base_sha, head_sha } = event.merge_group
    return { kind: 'commits', from: commit(base_sha), to: commit(head_sha) }
  }
  const { ref, sha } = runner.run
  const to = commit(sha)
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? []
  const before = event?.before ?? ''
  const isBefore = isCommit(before) && /[^0]/.test(before)
  const sinceBefore: Comparison = { kind: 'commits', from: before, to }
  // `github.event.before` of a new branch is all zeros.
  const chosen = /^0+$/.test(base ?? '') ? undefined : base
  const other = chosen ?? (kind === 'tags' ? undefined : event?.repository?.default_branch)
  if (other && isCommit(other)) return { kind: 'commits', from: other, to }
  if (other && other !== name) {
    // A new branch adds nothing to the branch it was created from.
    const isNew = isCommit(before) && !isBefore
    const why = `${quote(other)} already has this commit`
    const instead: Comparison = isBefore ? sinceBefore : { kind: 'everything', to, why }
    const contained = chosen || isNew ? undefined : instead
    return { kind: 'branch', base: other, to, contained }
  }
  // On the branch itself, or on a tag: compare with its previous state.
  if (isBefore) return sinceBefore
  if (kind === 'tags') return { kind: 'tag', to }
  const why = isCommit(before)
    ? 'the branch is new'
    : 'the event has no earlier state of the branch'
  return { kind: 'everything', to, why }
}

/** Describes a comparison in a sentence. */
export function describeComparison(comparison: Comparison): string {
  switch (comparison.kind) {
    case 'pull':
      return `Changes in pull request #${comparison.pull.number}.`
    case 'commits':
      return `Changes from ${short(comparison.from)} to ${short(comparison.to)}.`
    case 'branch':
      return `Changes in ${short(comparison.to)} that are not in ${quote(comparison.base)}.`
    case 'tag':
      return 'Changes since the previous tag; without one, all files count as added.'
    case 'everything':
      return `All files count as added: ${comparison.why}.`
  }
}

/** Describes what is compared if the branch already contains the commit. */
export function describeContained({ base, to, contained }: BranchComparison): string {
  const instead = contained ? describeComparison(contained) : 'So nothing counts as changed.'
  return `${quote(base)} already has ${short(to)}. ${instead}`
}

function short(commit: string): string {
  return commit.slice(0, 7)
}

function isCommit(text: string): boolean {
  return /^([\da-f]{40}|[\da-f]{64})$/.test(text)
}

/** Returns a validated commit hash, so that nothing else is passed to git as one. */
function commit(text: string): string {
  if (isCommit(text)) return text
  throw new ActionError(`The event of this run contains ${quote(text)} instead of a commit hash.`)
}
