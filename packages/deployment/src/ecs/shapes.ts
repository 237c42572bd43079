import {
  array,
  type InferOutput,
  looseObject,
  nullish,
  number,
  object,
  optional,
  string,
} from 'valibot'

// What is read of the answers of Amazon ECS: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/

const words = nullish(string())
const count = nullish(number())
const failures = optional(array(object({ arn: words, reason: words, detail: words })), [])

const tags = optional(array(object({ key: words, value: words })), [])

/** A deployment as the service shows it, by its id `ecs-svc/…`. */
const rolloutShape = object({
  id: string(),
  /** `PRIMARY` is the newest, `ACTIVE` one before it that still runs. */
  status: words,
  taskDefinition: string(),
  desiredCount: count,
  runningCount: count,
  failedTasks: count,
  /** `COMPLETED`, `FAILED` or `IN_PROGRESS`; some kinds of services do not tell. */
  rolloutState: words,
  rolloutStateReason: words,
})

const serviceShape = object({
  serviceName: string(),
  serviceArn: string(),
  clusterArn: string(),
  status: words,
  taskDefinition: words,
  desiredCount: count,
  runningCount: count,
  launchType: words,
  platformVersion: words,
  // Handed on to a task as they are.
  capacityProviderStrategy: nullish(array(looseObject({}))),
  networkConfiguration: nullish(looseObject({})),
  loadBalancers: optional(
    array(object({ containerName: words, containerPort: nullish(number()) })),
    [],
  ),
  deploymentController: nullish(object({ type: string() })),
  deploymentConfiguration: nullish(looseObject({ strategy: words, bakeTimeInMinutes: count })),
  deployments: optional(array(rolloutShape), []),
  taskSets: optional(array(object({ status: words, taskDefinition: string() })), []),
  currentServiceRevisions: optional(array(object({ arn: words })), []),
  events: optional(array(object({ createdAt: nullish(number()), message: words })), []),
})

export const servicesShape = object({ services: optional(array(serviceShape), []), failures })

export const updatedShape = object({ service: serviceShape })

/** Passed on as it is; only what tells one apart is read. */
const taskDefinitionShape = looseObject({
  taskDefinitionArn: string(),
  family: string(),
  revision: nullish(number()),
  status: words,
})

export const describedShape = object({ taskDefinition: taskDefinitionShape, tags })

export const registeredShape = object({
  taskDefinition: object({ taskDefinitionArn: string() }),
})

/** A deployment of a service in its history, by its ARN. */
const briefShape = object({
  serviceDeploymentArn: string(),
  status: string(),
  targetServiceRevisionArn: words,
  /** Seconds since 1970. */
  createdAt: count,
})

export const briefsShape = object({
  serviceDeployments: optional(array(briefShape), []),
  nextToken: words,
})

const revisionStateShape = object({
  arn: words,
  requestedTaskCount: count,
  runningTaskCount: count,
})

const serviceDeploymentShape = object({
  serviceDeploymentArn: string(),
  status: string(),
  statusReason: words,
  lifecycleStage: words,
  targetServiceRevision: nullish(revisionStateShape),
  rollback: nullish(object({ reason: words, serviceRevisionArn: words })),
  deploymentCircuitBreaker: nullish(
    object({ status: words, failureCount: count, threshold: count }),
  ),
  alarms: nullish(object({ triggeredAlarmNames: optional(array(string()), []) })),
})

export const serviceDeploymentsShape = object({
  serviceDeployments: optional(array(serviceDeploymentShape), []),
})

const revisionShape = object({
  serviceRevisionArn: string(),
  taskDefinition: string(),
  containerImages: optional(
    array(object({ containerName: words, image: words, imageDigest: words })),
    [],
  ),
})

export const revisionsShape = object({ serviceRevisions: optional(array(revisionShape), []) })

const taskShape = object({
  taskArn: string(),
  taskDefinitionArn: words,
  lastStatus: words,
  stoppedReason: words,
  stopCode: words,
  containers: optional(
    array(object({ name: words, exitCode: count, reason: words, lastStatus: words })),
    [],
  ),
})

export const tasksShape = object({ tasks: optional(array(taskShape), []), failures })

export const taskArnsShape = object({ taskArns: optional(array(string()), []) })

export type EcsService = InferOutput<typeof serviceShape>
export type Rollout = InferOutput<typeof rolloutShape>
export type TaskDefinition = InferOutput<typeof taskDefinitionShape>
export type Described = InferOutput<typeof describedShape>
export type Brief = InferOutput<typeof briefShape>
export type ServiceDeployment = InferOutput<typeof serviceDeploymentShape>
export type Revision = InferOutput<typeof revisionShape>
export type Task = InferOutput<typeof taskShape>
