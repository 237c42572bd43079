export { type RenderAccess, RenderApi } from './api.ts'
export { callHook, type DeployHook, deployHook, type HookCall, HookTarget } from './hook.ts'
export { type RenderOrder, RenderTarget } from './target.ts'
export { renderTargets } from './targets.ts'
