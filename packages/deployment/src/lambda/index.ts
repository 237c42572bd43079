export { LambdaApi } from './api.ts'
export { LambdaTarget } from './target.ts'
export { lambdaTargets } from './targets.ts'
