/**
 * What a deploy writes beside the version it brings, so that the version can be rolled back without a
 * deployment record: as tags on ECS, in a description on Lambda.
 */
export interface DeployMetadata {
  /** The git commit. */
  readonly sha?: string | undefined
  /** The workflow run: its page on ECS, its id on Lambda. */
  readonly run?: string | undefined
  /** The provider's id of the version that served before. */
  readonly prev?: string | undefined
}
