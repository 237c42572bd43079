import { type InputValues, quote } from '@ci-actions/kit'
import { findCommitViolations, isWrittenByGit } from './commits.ts'
import { type DescriptionRules, findDescriptionViolations, withoutComments } from './description.ts'
import { type Exemption, isExempt, type Topic, topics } from './exemptions.ts'
import { type Header, hasBreakingFooter, parseHeader } from './header.ts'
import { findViolations, type HeaderRules } from './header-rules.ts'
import type { inputs } from './inputs.ts'
import { type Matcher, matcher, mismatch } from './matcher.ts'
import type { Commit, PullRequest } from './pull-request.ts'
import { suggestHeader } from './suggestion.ts'

/** The rules for a pull request. */
export interface Rules {
  readonly title: boolean
  /** For titles and the first lines of commit messages. */
  readonly header: HeaderRules
  readonly description: DescriptionRules | undefined
  readonly commits: boolean
  readonly branch: Matcher | undefined
  readonly exemptions: readonly Exemption[]
}

/** A problem, as a sentence. */
export interface Problem {
  readonly rule: Topic
  readonly message: string
  /** The commit that has the problem. */
  readonly commit?: string
}

export interface CheckResult {
  readonly pull: PullRequest
  /** The parts of the title, if it is valid. */
  readonly header: Header | undefined
  readonly breaking: boolean
  readonly problems: readonly Problem[]
  /** A valid title, if the title has problems. */
  readonly suggestion: string | undefined
  /** The checked topics. */
  readonly checked: readonly Topic[]
  /** What was skipped on purpose, as sentences. */
  readonly remarks: readonly string[]
  /** What could not be checked, as a sentence. */
  readonly gap: string | undefined
}

export function listRules(given: InputValues<typeof inputs>): Rules {
  const { types, scopes, requireScope, subjectPattern, maxLength, branchPattern } = given
  return {
    title: given.title,
    header: {
      types,
      scopes: scopes?.map(matcher),
      requireScope,
      subject: subjectPattern && matcher(subjectPattern),
      maxLength,
    },
    description: given.description,
    commits: given.commits,
    branch: branchPattern && matcher(branchPattern),
    exemptions: given.ignoreAuthors ?? [],
  }
}

/** Returns the topics to check, without those that the author is exempt from. */
export function checksFor({ author }: PullRequest, rules: Rules): Topic[] {
  return askedBy(rules).filter((topic) => !isExempt(author, topic, rules.exemptions))
}

export function askedBy({ title, description, commits, branch }: Rules): Topic[] {
  const isAsked: Readonly<Record<Topic, unknown>> = { title, description, commits, branch }
  return topics.filter((topic) => Boolean(isAsked[topic]))
}

/** Checks a pull request against the rules. `commits` are needed only if they are checked. */
export function evaluate(pull: PullRequest, commits: readonly Commit[], rules: Rules): CheckResult {
  const checked = checksFor(pull, rules)
  const held = commits.filter((commit) => isHeld(commit, rules))
  const problems = {
    title: () => aboutTitle(pull, rules),
    description: () => aboutDescription(pull, rules),
    commits: () => held.flatMap((commit) => aboutCommit(commit, rules)),
    branch: () => aboutBranch(pull, rules),
  }
  const found = checked.flatMap((topic) => problems[topic]())
  const texts = [withoutComments(pull.description), ...commits.map(({ message }) => message)]
  const header = parseHeader(pull.title)
  const isTitleWrong = found.some(({ rule }) => rule === 'title')
  return {
    pull,
    header,
    breaking: (header?.breaking ?? false) || texts.some(hasBreakingFooter),
    problems: found,
    suggestion: isTitleWrong ? suggestHeader(pull.title, pull.branch, rules.header) : undefined,
    checked,
    remarks: [...listExemptions(pull, checked, rules), ...leftOut(commits.length, held.length)],
    gap: checked.includes('commits') ? unlisted(commits.length, pull) : undefined,
  }
}

function isHeld(commit: Commit, { exemptions }: Rules): boolean {
  return !isWrittenByGit(commit) && !isExempt(commit.author, 'commits', exemptions)
}

function aboutTitle({ title }: PullRequest, { header }: Rules): Problem[] {
  return findViolations(title, header).map((complaint) => {
    return { rule: 'title', message: `The title ${quote(title, 120)} ${complaint}.` }
  })
}

function aboutDescription({ description }: PullRequest, rules: Rules): Problem[] {
  if (!rules.description) return []
  return findDescriptionViolations(description, rules.description).map((complaint) => {
    return { rule: 'description', message: `The description ${complaint}.` }
  })
}

function aboutCommit(commit: Commit, { header }: Rules): Problem[] {
  const [first = ''] = commit.message.split('\n', 1)
  const id = commit.sha.slice(0, 7)
  return findCommitViolations(commit, header).map((complaint) => {
    const message = `The message of ${id}, ${quote(first, 120)}, ${complaint}.`
    return { rule: 'commits', message, commit: commit.sha }
  })
}

function aboutBranch({ branch }: PullRequest, rules: Rules): Problem[] {
  const complaint = rules.branch && mismatch('branch', branch, rules.branch)
  return complaint ? [{ rule: 'branch', message: `It comes from the ${complaint}.` }] : []
}

function listExemptions(
  { author }: PullRequest,
  checked: readonly Topic[],
  rules: Rules,
): string[] {
  const exempt = askedBy(rules).filter((topic) => !checked.includes(topic))
  return exempt.length > 0 ? [`Skipped, because ${author} is exempt: ${exempt.join(', ')}.`] : []
}

function leftOut(read: number, held: number): string[] {
  const count = `${read - held} of ${read} commits`
  return read > held ? [`Skipped: ${count}, which are merges, reverts or by exempt authors.`] : []
}

function unlisted(read: number, { commits }: PullRequest): string | undefined {
  if (read >= commits) return undefined
  return `GitHub lists only ${read} of ${commits} commits; the others are not checked.`
}
