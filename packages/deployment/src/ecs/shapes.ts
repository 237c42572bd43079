import { array, type InferOutput, looseObject, nullish, number, object, string } from 'valibot'

import { definitionShape, tagsShape } from './task-definition.ts'

// What is read of the answers of Amazon ECS: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/

const words = nullish(string())
const count = nullish(number())
const failures = nullish(array(object({ arn: words, reason: words, detail: words })), [])

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
  loadBalancers: nullish(
    array(object({ containerName: words, containerPort: nullish(number()) })),
    [],
  ),
  deploymentController: nullish(object({ type: words })),
  deploymentConfiguration: nullish(looseObject({ strategy: words, bakeTimeInMinutes: count })),
  deployments: nullish(array(rolloutShape), []),
  taskSets: nullish(array(object({ status: words, taskDefinition: string() })), []),
  currentServiceRevisions: nullish(array(object({ arn: words })), []),
  events: nullish(array(object({ createdAt: nullish(number()), message: words })), []),
})

export const servicesShape = object({ services: nullish(array(serviceShape), []), failures })

export const updatedShape = object({ service: serviceShape })

const taskDefinitionShape = looseObject({
  ...definitionShape.entries,
  taskDefinitionArn: string(),
  revision: nullish(number()),
  status: words,
})

/** Its tags stand beside it. */
export const describedShape = object({
  taskDefinition: taskDefinitionShape,
  tags: tagsShape,
})

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
  serviceDeployments: nullish(array(briefShape), []),
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
  alarms: nullish(object({ triggeredAlarmNames: nullish(array(string()), []) })),
})

export const serviceDeploymentsShape = object({
  serviceDeployments: nullish(array(serviceDeploymentShape), []),
})

const revisionShape = object({
  serviceRevisionArn: string(),
  taskDefinition: string(),
  containerImages: nullish(
    array(object({ containerName: words, image: words, imageDigest: words })),
    [],
  ),
})

export const revisionsShape = object({ serviceRevisions: nullish(array(revisionShape), []) })

const taskShape = object({
  taskArn: string(),
  taskDefinitionArn: words,
  lastStatus: words,
  stoppedReason: words,
  stopCode: words,
  containers: nullish(
    array(object({ name: words, exitCode: count, reason: words, lastStatus: words })),
    [],
  ),
})

export const tasksShape = object({ tasks: nullish(array(taskShape), []), failures })

export const taskArnsShape = object({ taskArns: nullish(array(string()), []) })

export type EcsService = InferOutput<typeof serviceShape>
export type Rollout = InferOutput<typeof rolloutShape>
export type TaskDefinition = InferOutput<typeof taskDefinitionShape>
export type Described = InferOutput<typeof describedShape>
export type Brief = InferOutput<typeof briefShape>
export type ServiceDeployment = InferOutput<typeof serviceDeploymentShape>
export type Revision = InferOutput<typeof revisionShape>
export type Task = InferOutput<typeof taskShape>
