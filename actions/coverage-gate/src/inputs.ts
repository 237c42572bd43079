import {
  duration,
  flag,
  type Kind,
  list,
  oneOf,
  optional,
  required,
  secret,
  text,
  Unusable,
} from '@ci-actions/kit'
import { type Percentage, parsePercentage } from './gate/percentage.ts'
import { thresholds } from './gate/thresholds.ts'
import { reportLine } from './reports/read-suites.ts'

const percentage: Kind<Percentage> = {
  parse(given) {
    const parsed = parsePercentage(given.replace(/\s*%$/, ''))
    if (!parsed) throw new Unusable('a percentage from 0 to 100, such as 80 or 0.5')
    return parsed
  },
}

export const inputs = {
  reports: required('reports', list(reportLine)),
  thresholds: optional('thresholds', thresholds),
  semantics: required('threshold-semantics', oneOf('jest', 'vitest')),
  patchThreshold: optional('patch-threshold', percentage),
  ifUnknown: required('if-unknown', oneOf('warn', 'fail')),
  maxDecrease: optional('max-decrease', percentage),
  baseline: required('baseline', text),
  name: required('name', text),
  comment: required('comment', flag),
  annotations: required('annotations', flag),
  githubToken: optional('github-token', secret),
  ifMissing: required('if-missing', oneOf('fail', 'warn', 'skip')),
  fail: required('fail', flag),
  timeout: required('timeout', duration),
}
