import { findViolations, type HeaderRules } from './header-rules.ts'
import type { Commit } from './pull-request.ts'

/** Returns the problems of a commit message, each as the end of a sentence about its first line. */
export function findCommitViolations({ message }: Commit, rules: HeaderRules): string[] {
  const [first = '', second = ''] = message.split(/\r\n|\r|\n/, 2)
  const [, kind] = /^(fixup|squash|amend)! /.exec(first) ?? []
  if (kind) return ['must be squashed: git rebase --autosquash']
  const blank = second.trim() === '' ? [] : ['has no blank line below it']
  return [...findViolations(first, rules), ...blank]
}

/** Whether git wrote the message itself, for a merge or a revert. */
export function isWrittenByGit({ parents, message }: Commit): boolean {
  return parents > 1 || /^Revert ".*"(\r?\n|$)/.test(message)
}
