import { type InputValues, quote } from '@ci-actions/kit'
import { complaintsAboutCommit, isWrittenByGit } from './commits.ts'
import {
  complaintsAboutDescription,
  type DescriptionRules,
  withoutComments,
} from './description.ts'
import { type Exemption, isExempt, type Topic, topics } from './exemptions.ts'
import { type Header, hasBreakingFooter, parseHeader } from './header.ts'
import { complaintsAbout, type HeaderRules } from './header-rules.ts'
import type { inputs } from './inputs.ts'
import { type Matcher, matcher, mismatch } from './matcher.ts'
import type { Commit, Pull } from './pull.ts'
import { suggestionFor } from './suggestion.ts'

/** What is held against what. */
export interface Rules {
  readonly title: boolean
  /** For titles, and for the first lines of commit messages. */
  readonly header: HeaderRules
  readonly description: DescriptionRules | undefined
  readonly commits: boolean
  readonly branch: Matcher | undefined
  readonly exemptions: readonly Exemption[]
}

/** Something that is wrong, as a sentence. */
export interface Problem {
  readonly rule: Topic
  readonly message: string
  /** The commit it is about. */
  readonly commit?: string
}

export interface Verdict {
  readonly pull: Pull
  /** The parts of the title, where it has them. */
  readonly header: Header | undefined
  readonly breaking: boolean
  readonly problems: readonly Problem[]
  /** A title that would be right, where this one is not. */
  readonly suggestion: string | undefined
  /** What was looked at. */
  readonly checked: readonly Topic[]
  /** What was not looked at, as was asked; sentences. */
  readonly remarks: readonly string[]
  /** What could not be looked at, as a sentence. */
  readonly gap: string | undefined
}

export function rulesOf(given: InputValues<typeof inputs>): Rules {
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

/** What is asked for, and whose author is not exempt from it. */
export function topicsFor({ author }: Pull, rules: Rules): Topic[] {
  return askedBy(rules).filter((topic) => !isExempt(author, topic, rules.exemptions))
}

export function askedBy({ title, description, commits, branch }: Rules): Topic[] {
  const isAsked: Readonly<Record<Topic, unknown>> = { title, description, commits, branch }
  return topics.filter((topic) => Boolean(isAsked[topic]))
}

/** Holds a pull request against the rules; its commits are those that were read, if they are asked for. */
export function judge(pull: Pull, commits: readonly Commit[], rules: Rules): Verdict {
  const checked = topicsFor(pull, rules)
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
    suggestion: isTitleWrong ? suggestionFor(pull.title, pull.branch, rules.header) : undefined,
    checked,
    remarks: [...exemptionsOf(pull, checked, rules), ...leftOut(commits.length, held.length)],
    gap: checked.includes('commits') ? unlisted(commits.length, pull) : undefined,
  }
}

function isHeld(commit: Commit, { exemptions }: Rules): boolean {
  return !isWrittenByGit(commit) && !isExempt(commit.author, 'commits', exemptions)
}

function aboutTitle({ title }: Pull, { header }: Rules): Problem[] {
  return complaintsAbout(title, header).map((complaint) => {
    return { rule: 'title', message: `The title ${quote(title, 120)} ${complaint}.` }
  })
}

function aboutDescription({ description }: Pull, rules: Rules): Problem[] {
  if (!rules.description) return []
  return complaintsAboutDescription(description, rules.description).map((complaint) => {
    return { rule: 'description', message: `The description ${complaint}.` }
  })
}

function aboutCommit(commit: Commit, { header }: Rules): Problem[] {
  const [first = ''] = commit.message.split('\n', 1)
  const id = commit.sha.slice(0, 7)
  return complaintsAboutCommit(commit, header).map((complaint) => {
    const message = `The message of ${id}, ${quote(first, 120)}, ${complaint}.`
    return { rule: 'commits', message, commit: commit.sha }
  })
}

function aboutBranch({ branch }: Pull, rules: Rules): Problem[] {
  const complaint = rules.branch && mismatch('branch', branch, rules.branch)
  return complaint ? [{ rule: 'branch', message: `It comes from the ${complaint}.` }] : []
}

function exemptionsOf({ author }: Pull, checked: readonly Topic[], rules: Rules): string[] {
  const exempt = askedBy(rules).filter((topic) => !checked.includes(topic))
  return exempt.length > 0 ? [`Not checked, as ${author} is exempt: ${exempt.join(', ')}.`] : []
}

function leftOut(read: number, held: number): string[] {
  const count = `${read - held} of ${read} commits`
  return read > held ? [`Left out: ${count}, as merges, reverts or of exempt authors.`] : []
}

function unlisted(read: number, { commits }: Pull): string | undefined {
  if (read >= commits) return undefined
  return `GitHub lists only ${read} of ${commits} commits; the others are not checked.`
}
