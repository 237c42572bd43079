export { checkHealth, type Look, type Wanted } from './check.ts'
export { healthInputs, moment } from './inputs.ts'
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
