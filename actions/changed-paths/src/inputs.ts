import { isRefName } from '@ci-actions/git'
import {
  type InputParser,
  list,
  optional,
  positiveDuration,
  required,
  secret,
  text,
  ValidationError,
} from '@ci-actions/kit'
import { filterName } from './filter-name.ts'

/** A branch, a tag or a commit. */
const revision: InputParser<string> = {
  parse(given) {
    if (!isRefName(given)) {
      throw new ValidationError(
        'a branch or tag name, such as main, or a full commit SHA of 40 digits',
      )
    }
    return given.replace(/^refs\/(heads|tags)\//, '')
  },
}

export const inputs = {
  filters: required('filters', text),
  only: optional('only', list(filterName)),
  base: optional('base', revision),
  workingDirectory: required('working-directory', text),
  githubToken: optional('github-token', secret),
  timeout: required('timeout', positiveDuration),
}
