import { xmlNames } from '../parse/xml/names.ts'

/** The names of the elements and attributes that are read. */
export const names = xmlNames(
  'coverage',
  'source',
  'package',
  'class',
  'method',
  'lines',
  'line',
  'filename',
  'name',
  'signature',
  'number',
  'hits',
  'branch',
  'condition-coverage',
  'missing-branches',
  'lines-valid',
  'lines-covered',
  'branches-valid',
  'branches-covered',
  // Not needed, but known names are skipped faster.
  'line-rate',
  'branch-rate',
  'complexity',
)
