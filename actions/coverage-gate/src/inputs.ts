import { flag, list, oneOf, optional, required } from '@ci-actions/kit'
import { reportLine } from './reports.ts'
import { thresholds } from './thresholds.ts'

export const inputs = {
  reports: required('reports', list(reportLine)),
  thresholds: optional('thresholds', thresholds),
  ifMissing: required('if-missing', oneOf('fail', 'warn', 'skip')),
  fail: required('fail', flag),
}
