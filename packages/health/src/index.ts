export { checkHealth, type Look } from './check.ts'
export { healthInputs, period } from './inputs.ts'
export { leastTimeOf } from './pace.ts'
export {
  type Check,
  failureOf,
  hasPassed,
  headline,
  healthOutputs,
  isUndecided,
  outputsOf,
  summaryOf,
} from './report.ts'
export { targets } from './targets.ts'
