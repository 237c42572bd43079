import {
  duration,
  expression,
  flag,
  integer,
  list,
  optional,
  required,
  secret,
  text,
} from '@ci-actions/kit'
import { description } from './description.ts'
import { exemption } from './exemptions.ts'

export const inputs = {
  title: required('title', flag),
  types: required('types', list(text)),
  scopes: optional('scopes', list(expression)),
  requireScope: required('require-scope', flag),
  subjectPattern: optional('subject-pattern', expression),
  maxLength: optional('max-length', integer(1)),
  description: optional('description', description),
  commits: required('commits', flag),
  branchPattern: optional('branch-pattern', expression),
  ignoreAuthors: optional('ignore-authors', list(exemption)),
  comment: required('comment', flag),
  githubToken: required('github-token', secret),
  timeout: required('timeout', duration),
}
