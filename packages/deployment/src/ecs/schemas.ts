import { array, type InferOutput, looseObject, nullish, number, object, string } from 'valibot'

import { definitionSchema, tagsSchema } from './task-definition.ts'

// Schemas for Amazon ECS's API: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/

const words = nullish(string())
const count = nullish(number())
const failures = nullish(array(object({ arn: words, reason: words, detail: words })), [])

/** A deployment as listed by the service, with an id `ecs-svc/…`. */
const rolloutSchema = object({
  id: string(),
  /** `PRIMARY` is the newest; `ACTIVE` is an earlier one that still runs. */
  status: words,
  taskDefinition: string(),
  desiredCount: count,
  runningCount: count,
  failedTasks: count,
  /** `COMPLETED`, `FAILED` or `IN_PROGRESS`; missing for some kinds of services. */
  rolloutState: words,
  rolloutStateReason: words,
})

const serviceSchema = object({
  serviceName: string(),
  serviceArn: string(),
  clusterArn: string(),
  status: words,
  taskDefinition: words,
  desiredCount: count,
  runningCount: count,
  launchType: words,
  platformVersion: words,
  // Passed on to tasks unchanged.
  capacityProviderStrategy: nullish(array(looseObject({}))),
  networkConfiguration: nullish(looseObject({})),
  loadBalancers: nullish(
    array(object({ containerName: words, containerPort: nullish(number()) })),
    [],
  ),
  deploymentController: nullish(object({ type: words })),
  deploymentConfiguration: nullish(looseObject({ strategy: words, bakeTimeInMinutes: count })),
  deployments: nullish(array(rolloutSchema), []),
  taskSets: nullish(array(object({ status: words, taskDefinition: string() })), []),
  currentServiceRevisions: nullish(array(object({ arn: words })), []),
  events: nullish(array(object({ createdAt: nullish(number()), message: words })), []),
})

export const servicesSchema = object({ services: nullish(array(serviceSchema), []), failures })

export const updatedSchema = object({ service: serviceSchema })

const taskDefinitionSchema = looseObject({
  ...definitionSchema.entries,
  taskDefinitionArn: string(),
  revision: nullish(number()),
  status: words,
})

/** The tags are separate from the definition. */
export const describedSchema = object({
  taskDefinition: taskDefinitionSchema,
  tags: tagsSchema,
})

export const registeredSchema = object({
  taskDefinition: object({ taskDefinitionArn: string() }),
})

/** A service deployment in the history. */
const briefSchema = object({
  serviceDeploymentArn: string(),
  status: string(),
  targetServiceRevisionArn: words,
  /** Unix time in seconds. */
  createdAt: count,
})

export const briefsSchema = object({
  serviceDeployments: nullish(array(briefSchema), []),
  nextToken: words,
})

const revisionStateSchema = object({
  arn: words,
  requestedTaskCount: count,
  runningTaskCount: count,
})

const serviceDeploymentSchema = object({
  serviceDeploymentArn: string(),
  status: string(),
  statusReason: words,
  lifecycleStage: words,
  targetServiceRevision: nullish(revisionStateSchema),
  rollback: nullish(object({ reason: words, serviceRevisionArn: words })),
  deploymentCircuitBreaker: nullish(
    object({ status: words, failureCount: count, threshold: count }),
  ),
  alarms: nullish(object({ triggeredAlarmNames: nullish(array(string()), []) })),
})

export const serviceDeploymentsSchema = object({
  serviceDeployments: nullish(array(serviceDeploymentSchema), []),
})

const revisionSchema = object({
  serviceRevisionArn: string(),
  taskDefinition: string(),
  containerImages: nullish(
    array(object({ containerName: words, image: words, imageDigest: words })),
    [],
  ),
})

export const revisionsSchema = object({ serviceRevisions: nullish(array(revisionSchema), []) })

const taskSchema = object({
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

export const tasksSchema = object({ tasks: nullish(array(taskSchema), []), failures })

export const taskArnsSchema = object({ taskArns: nullish(array(string()), []) })

export type EcsService = InferOutput<typeof serviceSchema>
export type Rollout = InferOutput<typeof rolloutSchema>
export type TaskDefinition = InferOutput<typeof taskDefinitionSchema>
export type Described = InferOutput<typeof describedSchema>
export type ServiceDeploymentBrief = InferOutput<typeof briefSchema>
export type ServiceDeployment = InferOutput<typeof serviceDeploymentSchema>
export type Revision = InferOutput<typeof revisionSchema>
export type Task = InferOutput<typeof taskSchema>
