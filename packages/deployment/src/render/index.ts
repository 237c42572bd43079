export { RenderApi } from './api.ts'
export { RenderTarget } from './target.ts'
export { renderTargets } from './targets.ts'
