export { EcsApi } from './api.ts'
export { EcsRelease, type ReleaseOrder, type Source } from './release.ts'
export type { BeforehandTask, Evidence } from './run-task.ts'
export { type EcsOrder, EcsTarget, type Strategy } from './target.ts'
export {
  type Changes,
  type Definition,
  definitionShape,
  noChanges,
  unknownIn,
} from './task-definition.ts'
