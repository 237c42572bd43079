export {
  type DeploymentRecord,
  deploymentOutputs,
  deploymentRecords,
  flatOutputs,
  isGood,
  type Status,
  sameVersion,
  statuses,
  type Version,
  worst,
} from './record.ts'
