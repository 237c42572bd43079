/**
 * Data that a deploy stores with the version, so that it can be rolled back without a deployment record: as tags on
 * ECS, in a description on Lambda.
 */
export interface DeployMetadata {
  /** The git commit. */
  readonly sha?: string | undefined
  /** The workflow run: its URL on ECS, its id on Lambda. */
  readonly run?: string | undefined
  /** The provider's id of the previous version. */
  readonly prev?: string | undefined
}
