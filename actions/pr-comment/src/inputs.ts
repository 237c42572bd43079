import {
  flag,
  integer,
  oneOf,
  optional,
  positiveDuration,
  required,
  secret,
  text,
} from '@ci-actions/kit'

export const inputs = {
  body: optional('body', text),
  bodyPath: optional('body-path', text),
  id: required('id', text),
  section: optional('section', text),
  mode: required('mode', oneOf('update', 'recreate', 'append', 'hide', 'delete')),
  pr: optional('pr', integer(1)),
  mentions: required('mentions', flag),
  onError: required('on-error', oneOf('warn', 'fail')),
  githubToken: required('github-token', secret),
  timeout: required('timeout', positiveDuration),
  dryRun: required('dry-run', flag),
}
