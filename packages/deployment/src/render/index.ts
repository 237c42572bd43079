export { renderInputs } from './inputs.ts'
export { createTargets } from './targets.ts'
