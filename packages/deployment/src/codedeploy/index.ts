export { CodeDeployApi } from './api.ts'
export { CodeDeployTarget } from './target.ts'
