export { ecsInputs } from './inputs.ts'
export { createTargets } from './targets.ts'
