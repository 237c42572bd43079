import { type PullRequest, pullRequestOfEvent } from '@ci-actions/github/pull-request'
import { ActionError, quote, type Runner } from '@ci-actions/kit'
import { fallback, number, object, optional, safeParse, string } from 'valibot'

/** Which two states of the repository are compared. */
export type Comparison =
  /** What a pull request adds to its base branch. */
  | { readonly kind: 'pull'; readonly pull: PullRequest; readonly count: number | undefined }
  /** Two commits. */
  | { readonly kind: 'commits'; readonly from: string; readonly to: string }
  /** A commit, and where its history left that of a branch or tag. */
  | BranchComparison
  /** A tag, and the tag before it. */
  | { readonly kind: 'tag'; readonly to: string }
  /** There is nothing to compare with: all files count as added. */
  | { readonly kind: 'everything'; readonly to: string; readonly why: string }

export interface BranchComparison {
  readonly kind: 'branch'
  readonly base: string
  readonly to: string
  /** What is compared where the branch has the commit already; without it nothing has changed. */
  readonly contained: Comparison | undefined
}

const eventShape = object({
  /** Of a push: where the branch or tag was; zeros when it was not. */
  before: fallback(optional(string()), undefined),
  pull_request: fallback(optional(object({ changed_files: number() })), undefined),
  merge_group: fallback(optional(object({ base_sha: string(), head_sha: string() })), undefined),
  repository: fallback(optional(object({ default_branch: string() })), undefined),
})

/**
 * What the event of this run is compared with.
 *
 * @param base what the workflow's author wants it compared with
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export function comparisonOf(runner: Runner, base: string | undefined): Comparison {
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
  // `github.event.before` of a new branch is zeros, and names nothing to compare with.
  const chosen = /^0+$/.test(base ?? '') ? undefined : base
  const other = chosen ?? (kind === 'tags' ? undefined : event?.repository?.default_branch)
  if (other && isCommit(other)) return { kind: 'commits', from: other, to }
  if (other && other !== name) {
    // A branch that was made just now adds nothing to the one that it was made from.
    const isNew = isCommit(before) && !isBefore
    const why = `${quote(other)} has this commit already`
    const instead: Comparison = isBefore ? sinceBefore : { kind: 'everything', to, why }
    const contained = chosen || isNew ? undefined : instead
    return { kind: 'branch', base: other, to, contained }
  }
  // At the branch itself, and at a tag: with what was there before.
  if (isBefore) return sinceBefore
  if (kind === 'tags') return { kind: 'tag', to }
  const why = isCommit(before)
    ? 'the branch is new'
    : 'the event has no earlier state of the branch'
  return { kind: 'everything', to, why }
}

/** What is compared, in a sentence. */
export function saidOf(comparison: Comparison): string {
  switch (comparison.kind) {
    case 'pull':
      return `What pull request #${comparison.pull.number} changes.`
    case 'commits':
      return `What changes from ${short(comparison.from)} to ${short(comparison.to)}.`
    case 'branch':
      return `What ${short(comparison.to)} has that ${quote(comparison.base)} has not.`
    case 'tag':
      return 'What changes since the tag before; without one all files count as added.'
    case 'everything':
      return `All files count as added: ${comparison.why}.`
  }
}

/** What follows from it that the branch to compare with has the commit already. */
export function saidOfContained({ base, to, contained }: BranchComparison): string {
  const instead = contained ? saidOf(contained) : 'So nothing counts as changed.'
  return `${quote(base)} has ${short(to)} already. ${instead}`
}

function short(commit: string): string {
  return commit.slice(0, 7)
}

function isCommit(text: string): boolean {
  return /^([\da-f]{40}|[\da-f]{64})$/.test(text)
}

/** The hash of a commit, so that nothing else gets where git expects one. */
function commit(text: string): string {
  if (isCommit(text)) return text
  throw new ActionError(
    `The event of this run has ${quote(text)} where the hash of a commit should be.`,
  )
}
