import { type InferOutput, optional, pipe, regex, strictObject, string } from 'valibot'
import { regionSchema } from '../region-schema.ts'

const resource = (what: string) =>
  pipe(string(), regex(/^(arn:[\w:/.-]+|[\w-]{1,255})$/, `not the name or ARN of ${what}`))

const codedeploy = optional(pipe(string(), regex(/^[^\s:/]{1,100}$/, 'not a CodeDeploy name')))

/** Locates a service. */
export const ecsLocator = strictObject({
  cluster: resource('a cluster'),
  service: resource('a service'),
  region: optional(regionSchema),
  /** Set if CodeDeploy deploys the service. */
  application: codedeploy,
  deploymentGroup: codedeploy,
  name: optional(string()),
})

export type EcsLocator = InferOutput<typeof ecsLocator>

/** Locates a service within a region. */
export type ServiceLocator = Pick<EcsLocator, 'cluster' | 'service'>
