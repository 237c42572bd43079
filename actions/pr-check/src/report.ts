import { escapeMarkdown, type Markdown, markdownCode, type Output, quote } from '@ci-actions/kit'
import type { CheckResult } from './evaluate.ts'
import type { Topic } from './exemptions.ts'

type Outputs = Record<'passed' | 'type' | 'scope' | 'subject' | 'breaking' | 'errors', Output>

/** The outputs before the result is known. */
export const unknownOutputs: Outputs = {
  passed: false,
  type: '',
  scope: '',
  subject: '',
  breaking: false,
  errors: [],
}

/** Maximum number of errors, which fit into the 1 MB of an output. */
const maxErrors = 200

export function toOutputs({ header, breaking, problems }: CheckResult): Outputs {
  return {
    passed: problems.length === 0,
    type: header?.type,
    scope: header?.scope,
    subject: header?.subject,
    breaking,
    errors: problems.slice(0, maxErrors),
  }
}

/** Returns the result as one sentence. */
export function headline({ pull: { number }, problems, checked }: CheckResult): string {
  if (problems.length > 0) return `Pull request ${number} has ${count(problems.length)}.`
  return checked.length > 0
    ? `Pull request ${number} passes the checks: ${checked.join(', ')}.`
    : `Nothing in pull request ${number} was checked.`
}

function count(problems: number): string {
  return problems === 1 ? '1 problem' : `${problems} problems`
}

/** Maximum number of problems in the annotation; the others are in the summary. */
const maxListed = 5

export function describeFailure(verdict: CheckResult): string {
  const { problems, suggestion } = verdict
  const others = problems.length - maxListed
  return [
    headline(verdict),
    ...problems.slice(0, maxListed).map(({ message }) => message),
    ...(others > 0 ? [`${others} more are in the job summary.`] : []),
    ...(suggestion === undefined ? [] : [`Suggested title: ${quote(suggestion, 256)}.`]),
  ].join(' ')
}

/** Formats the job summary. */
export function checkSummary(verdict: CheckResult): Markdown {
  const { problems, remarks, gap } = verdict
  const mark = problems.length === 0 ? '✅' : '❌'
  const notes = [...remarks, gap ?? []].flat().map((note) => escapeMarkdown(note))
  return paragraphs([
    `### ${mark} ${escapeMarkdown(headline(verdict))}`,
    ...listProblems(verdict),
    ...notes,
  ])
}

/** Formats the comment for the author of the pull request. */
export function checkComment(verdict: CheckResult): Markdown {
  const rules = new Set(verdict.problems.map(({ rule }) => rule))
  return paragraphs([
    '### ❌ This pull request has problems',
    ...listProblems(verdict),
    'How to fix them:',
    [...rules].map((rule) => `- ${remedies[rule]}`).join('\n'),
    'This comment disappears once everything is fixed.',
  ])
}

const remedies: Readonly<Record<Topic, Markdown>> = {
  title: '**title**: select *Edit* next to it.',
  description: '**description**: open the menu `…` of the first comment and select *Edit*.',
  commits:
    '**commits**: `git rebase --interactive` with `reword` (or `--autosquash`), then `git push --force-with-lease`.',
  branch:
    '**branch**: `git branch --move` to a valid name, push it, and open a new pull request from it; the branch of this one cannot be changed.',
}

function listProblems({ problems, suggestion }: CheckResult): Markdown[] {
  if (problems.length === 0) return []
  const list = problems
    .map(({ rule, message }) => `- **${rule}**: ${escapeMarkdown(message)}`)
    .join('\n')
  return suggestion === undefined ? [list] : [list, `Suggested title: ${markdownCode(suggestion)}`]
}

function paragraphs(parts: readonly Markdown[]): Markdown {
  return `${parts.join('\n\n')}\n`
}
