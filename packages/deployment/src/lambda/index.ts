export { lambdaInputs } from './inputs.ts'
export { createTargets } from './targets.ts'
