import { escapeMarkdown, type Markdown, markdownCode, type Output, quote } from '@ci-actions/kit'
import type { Topic } from './exemptions.ts'
import type { Verdict } from './judge.ts'

type Outputs = Record<'passed' | 'type' | 'scope' | 'subject' | 'breaking' | 'errors', Output>

/** What the outputs are as long as nothing is known. */
export const unknownOutputs: Outputs = {
  passed: false,
  type: '',
  scope: '',
  subject: '',
  breaking: false,
  errors: [],
}

/** As many as fit into an output, which may hold 1 MB. */
const mostErrors = 200

export function outputsOf({ header, breaking, problems }: Verdict): Outputs {
  return {
    passed: problems.length === 0,
    type: header?.type,
    scope: header?.scope,
    subject: header?.subject,
    breaking,
    errors: problems.slice(0, mostErrors),
  }
}

/** The outcome in one sentence. */
export function headline({ pull: { number }, problems, checked }: Verdict): string {
  if (problems.length > 0)
    return `Pull request ${number} is not as it should be: ${count(problems.length)}.`
  return checked.length > 0
    ? `Pull request ${number} is as it should be: ${checked.join(', ')}.`
    : `Nothing of pull request ${number} is checked.`
}

function count(problems: number): string {
  return problems === 1 ? '1 thing is wrong' : `${problems} things are wrong`
}

/** As many problems as fit into one annotation that is read; the others stand in the summary. */
const mostTold = 5

export function failureOf(verdict: Verdict): string {
  const { problems, suggestion } = verdict
  const others = problems.length - mostTold
  return [
    headline(verdict),
    ...problems.slice(0, mostTold).map(({ message }) => message),
    ...(others > 0 ? [`${others} more stand in the job summary.`] : []),
    ...(suggestion === undefined
      ? []
      : [`A title that would be right: ${quote(suggestion, 256)}.`]),
  ].join(' ')
}

/** For the job summary. */
export function summaryOf(verdict: Verdict): Markdown {
  const { problems, remarks, gap } = verdict
  const mark = problems.length === 0 ? '✅' : '❌'
  const notes = [...remarks, gap ?? []].flat().map((note) => escapeMarkdown(note))
  return paragraphs([
    `### ${mark} ${escapeMarkdown(headline(verdict))}`,
    ...problemsOf(verdict),
    ...notes,
  ])
}

/** For the one who opened the pull request. */
export function commentOf(verdict: Verdict): Markdown {
  const rules = new Set(verdict.problems.map(({ rule }) => rule))
  return paragraphs([
    '### ❌ This pull request is not yet as it should be',
    ...problemsOf(verdict),
    'How to put it right:',
    [...rules].map((rule) => `- ${remedies[rule]}`).join('\n'),
    'This comment goes away once all is right.',
  ])
}

const remedies: Readonly<Record<Topic, Markdown>> = {
  title: '**title**: press *Edit* beside it.',
  description: '**description**: open the menu `…` of the first comment, and press *Edit*.',
  commits:
    '**commits**: `git rebase --interactive` with `reword` (or `--autosquash`), then `git push --force-with-lease`.',
  branch:
    '**branch**: `git branch --move` to a right name, push it, and open a pull request from it; this one cannot change its branch.',
}

function problemsOf({ problems, suggestion }: Verdict): Markdown[] {
  if (problems.length === 0) return []
  const list = problems
    .map(({ rule, message }) => `- **${rule}**: ${escapeMarkdown(message)}`)
    .join('\n')
  return suggestion === undefined
    ? [list]
    : [list, `A title that would be right: ${markdownCode(suggestion)}`]
}

function paragraphs(parts: readonly Markdown[]): Markdown {
  return `${parts.join('\n\n')}\n`
}
