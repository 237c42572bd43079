export { deploy } from './deploy.ts'
export { followOptions } from './follow.ts'
export { type DeployOptions, deployInputs } from './options.ts'
export {
  type DeploymentRecord,
  deploymentOutputs,
  deploymentRecords,
  flatOutputs,
  isSuccess,
  type Status,
  sameVersion,
  shortName,
  statuses,
  type Version,
  worstStatus,
} from './record.ts'
export { deploymentSummary, summaryNotes, throwIfFailed } from './report.ts'
export { type RollbackPlan, rollback } from './rollback.ts'
export { rollbackAll } from './rollback-all.ts'
export type { DeployResult } from './run.ts'
export type { Target } from './target.ts'
