export { CodeDeployApi } from './api.ts'
export { type AppSpec, appSpecShape } from './appspec.ts'
export { type CodeDeployOrder, CodeDeployTarget } from './target.ts'
