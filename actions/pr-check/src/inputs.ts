import {
  flag,
  type InputParser,
  integer,
  list,
  optional,
  positiveDuration,
  regex,
  required,
  secret,
  ValidationError,
} from '@ci-actions/kit'
import { description } from './description.ts'
import { exemption } from './exemptions.ts'
import { type Matcher, matcher, wordMatcher } from './matcher.ts'

/** A word, or an expression that must match a whole type, such as `JIRA-\\d+`. */
const type: InputParser<Matcher> = {
  async parse(line) {
    if (/^[^\s():!,|[\]{}\\*+?^$]+$/.test(line)) return wordMatcher(line)
    if (/[\s,:]/.test(line)) throw new ValidationError('a type such as feat', line)
    return matcher(await regex.parse(line))
  },
}

/** A scope as an expression; rejects lists of words, because commas separate scopes in a header. */
const scope: InputParser<RegExp> = {
  parse(line) {
    if (/^[\w-]+(\s*,\s*[\w-]+)+$/.test(line)) throw new ValidationError('a scope such as api')
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
  timeout: required('timeout', positiveDuration),
}
