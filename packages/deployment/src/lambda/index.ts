export { LambdaApi } from './api.ts'
export { LambdaTarget } from './target.ts'
export { createTargets } from './targets.ts'
