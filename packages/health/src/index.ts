export { createHealthCheck, type HealthCheck } from './check.ts'
export { healthInputs } from './inputs.ts'
export {
  describeHealthFailure,
  type HealthCheckResult,
  hasPassed,
  healthHeadline,
  healthOutputs,
  healthSummary,
  isUndecided,
  toHealthOutputs,
} from './report.ts'
export { targets } from './targets.ts'
export { minCheckDuration } from './timing.ts'
