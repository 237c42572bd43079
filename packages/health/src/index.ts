export { checkHealth, type Look } from './check.ts'
export { healthInputs, period } from './inputs.ts'
export {
  type Check,
  failureOf,
  hasPassed,
  headline,
  healthOutputs,
  outputsOf,
  summaryOf,
} from './report.ts'
export { targets } from './targets.ts'
