import {
  duration,
  flag,
  type InputParser,
  integer,
  list,
  optional,
  regex,
  required,
  secret,
  ValidationError,
} from '@ci-actions/kit'
import { description } from './description.ts'
import { exemption } from './exemptions.ts'
import { type Matcher, matcher, wordMatcher } from './matcher.ts'

/** A word, or an expression that a whole type must match, such as `JIRA-\\d+`. */
const type: InputParser<Matcher> = {
  async parse(line) {
    if (/^[^\s():!,|[\]{}\\*+?^$]+$/.test(line)) return wordMatcher(line)
    if (/[\s,:]/.test(line)) throw new ValidationError('types such as feat', line)
    return matcher(await regex.parse(line))
  },
}

/** A comma ends a scope, so no scope is like words with commas between them. */
const scope: InputParser<RegExp> = {
  parse(line) {
    if (/^[\w-]+(\s*,\s*[\w-]+)+$/.test(line)) throw new ValidationError('scopes such as api')
    return regex.parse(line)
  },
}

export const inputs = {
  title: required('title', flag),
  types: required('types', list(type)),
  scopes: optional('scopes', list(scope)),
  requireScope: required('require-scope', flag),
  subjectPattern: optional('subject-pattern', regex),
  maxLength: optional('max-length', integer(1)),
  description: optional('description', description),
  commits: required('commits', flag),
  branchPattern: optional('branch-pattern', regex),
  ignoreAuthors: optional('ignore-authors', list(exemption)),
  comment: required('comment', flag),
  githubToken: required('github-token', secret),
  timeout: required('timeout', duration),
}
