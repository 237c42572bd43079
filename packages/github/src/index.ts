export type { Endpoints } from '@octokit/types'
export { codeSpans } from './code-spans.ts'
export { type CommentId, commentText, listOwnComments, minimizeComment } from './comments.ts'
export { findPullRequest } from './find-pull-request.ts'
export {
  addLabels,
  hasDefaultColor,
  type Label,
  removeLabel,
  setLabelColor,
} from './labels.ts'
export {
  isSubmodulePatch,
  type ListedFile,
  type ListedFiles,
  listFiles,
  maxFiles,
} from './list-files.ts'
export { getOctokit, type Octokit, ownerAndRepo } from './octokit.ts'
export type { PullRequest } from './pull-request.ts'
export { syncReportComment } from './report-comment.ts'
export {
  deleteStickyComment,
  maxTextLength,
  type StickyCommentResult,
  updateStickyComment,
  upsertStickyComment,
} from './sticky-comment.ts'
export { closeOpenBlocks, truncateMarkdown } from './truncate-markdown.ts'
