export { fitMarkdown } from './body.ts'
export { Github, type GithubAccess } from './client.ts'
export { type PullRequest, pullRequestOf } from './pull-request.ts'
export { keepSticky, type Sticky, type StickyResult } from './sticky.ts'
