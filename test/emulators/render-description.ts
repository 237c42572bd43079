import {
  array,
  type InferInput,
  integer,
  isoTimestamp,
  literal,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
  transform,
  union,
} from 'valibot'
import type { Deploy, Service } from './render-deploys.ts'

// The part of Render's API description that is emulated (https://api-docs.render.com/openapi).
// Requests are strict: what is not described is refused. Two fields of a deploy may be null,
// `commit` and `finishedAt`: the description does not say so, recorded answers do.

export const statuses = [
  'created',
  'queued',
  'build_in_progress',
  'update_in_progress',
  'live',
  'deactivated',
  'build_failed',
  'update_failed',
  'canceled',
  'pre_deploy_in_progress',
  'pre_deploy_failed',
] as const

export const triggers = [
  'api',
  'blueprint_sync',
  'deploy_hook',
  'deployed_by_render',
  'manual',
  'other',
  'new_commit',
  'rollback',
  'service_resumed',
  'service_updated',
] as const

const time = pipe(string(), isoTimestamp())
const yesOrNo = picklist(['yes', 'no'])

export const createDeployRequest = strictObject({
  clearCache: optional(picklist(['clear', 'do_not_clear'])),
  commitId: optional(string()),
  imageUrl: optional(string()),
  deployMode: optional(picklist(['deploy_only', 'build_and_deploy'])),
})

export const rollbackRequest = strictObject({ deployId: string() })

export const updateServiceRequest = strictObject({ autoDeploy: optional(yesOrNo) })

export const listDeploysQuery = strictObject({
  status: optional(array(picklist(statuses))),
  createdBefore: optional(time),
  createdAfter: optional(time),
  cursor: optional(string()),
  limit: optional(pipe(string(), transform(Number), integer(), minValue(1), maxValue(100)), '20'),
})

export const hookQuery = strictObject({
  key: string(),
  ref: optional(string()),
  imgURL: optional(string()),
})

export const deployAnswer = object({
  id: string(),
  commit: nullable(object({ id: string(), message: string(), createdAt: time })),
  image: optional(object({ ref: string(), sha: string() })),
  // Any string, so that a status nobody knows yet can be played.
  status: string(),
  trigger: picklist(triggers),
  startedAt: optional(time),
  finishedAt: nullable(time),
  createdAt: time,
  updatedAt: time,
})

export const listAnswer = array(object({ deploy: deployAnswer, cursor: string() }))

export const serviceAnswer = object({
  id: string(),
  name: string(),
  ownerId: string(),
  type: literal('web_service'),
  createdAt: time,
  updatedAt: time,
  dashboardUrl: string(),
  suspended: literal('not_suspended'),
  suspenders: array(string()),
  autoDeploy: yesOrNo,
  notifyOnFail: picklist(['default', 'notify', 'ignore']),
  slug: string(),
  rootDir: string(),
  imagePath: optional(string()),
  serviceDetails: object({
    env: string(),
    runtime: string(),
    envSpecificDetails: union([
      object({ buildCommand: string(), startCommand: string() }),
      object({ dockerCommand: string(), dockerContext: string(), dockerfilePath: string() }),
    ]),
    plan: string(),
    region: string(),
    numInstances: number(),
    buildPlan: string(),
    healthCheckPath: string(),
    openPorts: array(object({ port: number(), protocol: string() })),
    url: string(),
  }),
})

export const hookAnswer = object({ deploy: object({ id: string() }) })

export const errorAnswer = object({ id: optional(string()), message: string() })

/** A deploy as the API shows it. */
export function describe(deploy: Deploy): InferInput<typeof deployAnswer> {
  const { id, status, trigger, commit, image, digest, startedAt, finishedAt } = deploy
  const createdAt = deploy.createdAt.toISOString()
  return {
    id,
    commit: commit === undefined ? null : { id: commit, message: `Change ${commit}`, createdAt },
    ...(image !== undefined && { image: { ref: image, sha: digest ?? '' } }),
    status,
    trigger,
    createdAt,
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    updatedAt: deploy.updatedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

/** A service as the API shows it. */
export function describeService(service: Service): InferInput<typeof serviceAnswer> {
  const { id, name, url, image, autoDeploy } = service
  const [runtime, envSpecificDetails] =
    image === undefined
      ? ['node', { buildCommand: 'npm ci', startCommand: 'npm start' }]
      : ['image', { dockerCommand: '', dockerContext: '', dockerfilePath: '' }]
  return {
    id,
    name,
    ownerId: 'tea-ct6vmjtj0q5s70000001',
    type: 'web_service',
    createdAt: service.createdAt.toISOString(),
    updatedAt: service.updatedAt.toISOString(),
    dashboardUrl: `https://dashboard.render.com/web/${id}`,
    suspended: 'not_suspended',
    suspenders: [],
    autoDeploy,
    notifyOnFail: 'default',
    slug: name,
    rootDir: '',
    ...(image !== undefined && { imagePath: image }),
    serviceDetails: {
      env: runtime,
      runtime,
      envSpecificDetails,
      plan: 'starter',
      region: 'oregon',
      numInstances: 1,
      buildPlan: 'starter',
      healthCheckPath: '/health',
      openPorts: [{ port: 10000, protocol: 'TCP' }],
      url,
    },
  }
}
