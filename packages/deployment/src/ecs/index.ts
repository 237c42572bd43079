export { EcsApi } from './api.ts'
export { EcsRelease, type ReleaseOrder, type Source } from './release.ts'
export type { BeforehandTask } from './run-task.ts'
export { type EcsOrder, EcsTarget, type Strategy } from './target.ts'
export { ecsTargets } from './targets.ts'
export {
  type Changes,
  type Definition,
  definitionShape,
  noChanges,
  unknownIn,
} from './task-definition.ts'
