export { deploy, putBack } from './deploy.ts'
export { watchOf } from './follow.ts'
export { type Order, orderInputs } from './order.ts'
export {
  type DeploymentRecord,
  deploymentOutputs,
  deploymentRecords,
  flatOutputs,
  isGood,
  type Status,
  sameVersion,
  shortName,
  statuses,
  type Version,
  worst,
} from './record.ts'
export { goBack, type WayBack } from './rollback.ts'
export type { Target } from './target.ts'
export { evidenceOf, refuseBad, summaryOf } from './tell.ts'
