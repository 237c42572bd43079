export { closed, fitMarkdown } from './body.ts'
export { Github, type GithubAccess } from './client.ts'
export { type CommentId, foldComment, markerOf, ownComments, textOf } from './comments.ts'
export { filesOf, type ListedFile, type ListedFiles, mostFiles } from './files.ts'
export { type Found, findPullRequest } from './find-pull-request.ts'
export {
  addLabels,
  isUnpainted,
  type Label,
  type Labelled,
  labelsOf,
  paintLabel,
  removeLabel,
} from './labels.ts'
export { type PullRequest, pullRequestOf } from './pull-request.ts'
export { keepReport } from './report.ts'
export {
  keepSticky,
  longestText,
  removeSticky,
  type Sticky,
  type StickyResult,
  type Writing,
  writeSticky,
} from './sticky.ts'
