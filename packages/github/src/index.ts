export type { Endpoints } from '@octokit/types'
export { closed, fitMarkdown } from './body.ts'
export { codeSpans } from './code-spans.ts'
export { type CommentId, foldComment, ownComments, textOf } from './comments.ts'
export { filesOf, isSubmodulePatch, type ListedFile, type ListedFiles, mostFiles } from './files.ts'
export { findPullRequest } from './find-pull-request.ts'
export {
  addLabels,
  isUnpainted,
  type Label,
  paintLabel,
  removeLabel,
} from './labels.ts'
export { getOctokit, type Octokit, ownerAndRepo } from './octokit.ts'
export type { PullRequest } from './pull-request.ts'
export { keepReport } from './report.ts'
export {
  keepSticky,
  longestText,
  removeSticky,
  type StickyResult,
  writeSticky,
} from './sticky.ts'
