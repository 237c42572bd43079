import {
  duration,
  expression,
  flag,
  integer,
  type Kind,
  list,
  optional,
  required,
  secret,
  Unusable,
} from '@ci-actions/kit'
import { description } from './description.ts'
import { exemption } from './exemptions.ts'
import { type Matcher, matcher, wordMatcher } from './matcher.ts'

/** A word, or an expression that a whole type must match, such as `JIRA-\\d+`. */
const type: Kind<Matcher> = {
  async parse(line) {
    if (/^[^\s():!,|[\]{}\\*+?^$]+$/.test(line)) return wordMatcher(line)
    if (/[\s,:]/.test(line)) throw new Unusable('types such as feat', line)
    return matcher(await expression.parse(line))
  },
}

/** A comma ends a scope, so no scope is like words with commas between them. */
const scope: Kind<RegExp> = {
  parse(line) {
    if (/^[\w-]+(\s*,\s*[\w-]+)+$/.test(line)) throw new Unusable('scopes such as api')
    return expression.parse(line)
  },
}

export const inputs = {
  title: required('title', flag),
  types: required('types', list(type)),
  scopes: optional('scopes', list(scope)),
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
