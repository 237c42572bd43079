import {
  flag,
  type InputParser,
  list,
  oneOf,
  optional,
  positiveDuration,
  required,
  secret,
  text,
  ValidationError,
} from '@ci-actions/kit'
import { type Percentage, parsePercentage } from './gate/percentage.ts'
import { leastPercentage, thresholds } from './gate/thresholds.ts'
import { exclusion } from './reports/exclusion.ts'
import { reportLine } from './reports/report-line.ts'

const points: InputParser<Percentage> = {
  parse(given) {
    const parsed = parsePercentage(given.replace(/\s*%$/, ''))
    if (!parsed) throw new ValidationError('percentage points from 0 to 100, such as 0.5 or 2')
    return parsed
  },
}

export const inputs = {
  reports: required('reports', list(reportLine)),
  exclude: optional('exclude', exclusion),
  thresholds: optional('thresholds', thresholds),
  semantics: required('threshold-semantics', oneOf('jest', 'vitest')),
  patchThreshold: optional('patch-threshold', leastPercentage),
  ifUnknown: required('if-unknown', oneOf('warn', 'fail')),
  maxDecrease: optional('max-decrease', points),
  baseline: required('baseline', text),
  name: required('name', text),
  comment: required('comment', flag),
  annotations: required('annotations', flag),
  githubToken: optional('github-token', secret),
  ifMissing: required('if-missing', oneOf('fail', 'warn', 'skip')),
  fail: required('fail', flag),
  timeout: required('timeout', positiveDuration),
}
