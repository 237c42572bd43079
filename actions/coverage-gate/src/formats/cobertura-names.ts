import { xmlNames } from '../parse/xml/names.ts'

/** The elements and attributes of Cobertura that are read. */
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
  // Of no interest, but what is known is passed over more quickly.
  'line-rate',
  'branch-rate',
  'complexity',
)
