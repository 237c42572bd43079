import {
  duration,
  flag,
  type InputValues,
  integer,
  oneOf,
  optional,
  positiveDuration,
  required,
  text,
} from '@ci-actions/kit'
import { headers } from './headers.ts'
import { expectedJson } from './json-path.ts'
import { pattern, patterns } from './pattern.ts'
import { statuses } from './statuses.ts'

/** The inputs of a health check, except the targets and the time limit. */
export const healthInputs = {
  method: required('method', oneOf('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')),
  headers: optional('headers', headers),
  body: optional('body', text),
  expectStatus: required('expect-status', statuses),
  expectBody: optional('expect-body', pattern),
  expectJson: optional('expect-json', expectedJson),
  expectHeader: optional('expect-header', patterns),
  maxLatency: optional('max-latency', positiveDuration),
  minCertificateDays: optional('min-certificate-days', integer(1)),
  interval: required('interval', positiveDuration),
  attemptTimeout: required('attempt-timeout', positiveDuration),
  initialDelay: required('initial-delay', duration),
  successes: required('successes', integer(1)),
  stableFor: required('stable-for', duration),
  failFast: optional('fail-fast', statuses),
  caFile: optional('ca-file', text),
  insecure: required('insecure', flag),
}

export type HealthInputs = InputValues<typeof healthInputs>
