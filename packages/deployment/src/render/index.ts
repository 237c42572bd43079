export { RenderApi } from './api.ts'
export { RenderTarget } from './target.ts'
export { createTargets } from './targets.ts'
