import type { InferOutput } from 'valibot'
import { bodyOf, Refusal, read, told, valuesOf } from './record-request.ts'
import type { Deploy, Lives, Origin, Service } from './render-deploys.ts'
import {
  createDeployRequest,
  deployAnswer,
  describe,
  describeService,
  errorAnswer,
  hookAnswer,
  hookQuery,
  listAnswer,
  listDeploysQuery,
  rollbackRequest,
  serviceAnswer,
  updateServiceRequest,
} from './render-description.ts'
import type { Limiter, Limits } from './render-limits.ts'
import type { Answer, Received } from './server.ts'

/** A service, the lives of its deploys, and the key of its deploy hook. */
export interface Hosted {
  readonly service: Service
  readonly lives: Lives
  readonly hookKey: string
}

export interface Account {
  readonly apiKey: string
  readonly hosted: ReadonlyMap<string, Hosted>
  readonly limiter: Limiter
  now(): Date
}

interface Asked extends Hosted {
  readonly received: Received
  /** The deploy that the path names. */
  readonly deploy: () => Deploy
  readonly now: Date
}

interface Operation {
  readonly method: string
  /** Its groups: `service`, and `deploy` where the path names one. */
  readonly path: RegExp
  readonly limit: keyof Limits
  run(asked: Asked): Answer
}

const api = '^/v1/services/(?<service>[^/]+)'

const operations: readonly Operation[] = [
  on('GET', `${api}$`, 'reads', ({ service }) =>
    told(200, serviceAnswer, describeService(service)),
  ),
  on('PATCH', `${api}$`, 'deploys', updateService),
  on('GET', `${api}/deploys$`, 'reads', listDeploys),
  on('POST', `${api}/deploys$`, 'deploys', createDeploy),
  on('GET', `${api}/deploys/(?<deploy>[^/]+)$`, 'reads', retrieveDeploy),
  on('POST', `${api}/deploys/(?<deploy>[^/]+)/cancel$`, 'writes', cancelDeploy),
  on('POST', `${api}/rollback$`, 'writes', rollback),
  on('GET', '^/deploy/(?<service>[^/]+)$', 'deploys', callHook),
  on('POST', '^/deploy/(?<service>[^/]+)$', 'deploys', callHook),
]

function on(
  method: string,
  path: string,
  limit: keyof Limits,
  run: (asked: Asked) => Answer,
): Operation {
  return { method, path: new RegExp(path), limit, run }
}

/** Carries the request out, and answers as Render would. */
export function answer(account: Account, received: Received): Answer {
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' }
  try {
    const { operation, names } = route(received)
    const id = names.service ?? ''
    const hosted = account.hosted.get(id)
    authenticate(account, hosted, received)
    const limit = account.limiter.count(operation.limit, operation.limit === 'deploys' ? id : 'all')
    Object.assign(headers, limit.headers)
    if (limit.exceeded) throw new Refusal(429, 'rate limit exceeded')
    if (!hosted) throw notFound(id)
    const deploy = () => find(hosted.service, names.deploy ?? '')
    const done = operation.run({ ...hosted, received, deploy, now: account.now() })
    return { ...done, headers }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...told(error.status, errorAnswer, { message: error.message }), headers }
  }
}

function route({ method, path }: Received) {
  for (const operation of operations) {
    const match = operation.method === method ? operation.path.exec(path) : null
    if (match) return { operation, names: match.groups ?? {} }
  }
  throw notFound(`${method} ${path}`)
}

/** By the account's key, or on a deploy hook by the key in its query. */
function authenticate(account: Account, hosted: Hosted | undefined, received: Received): void {
  const passes = received.path.startsWith('/deploy/')
    ? received.query.get('key') === hosted?.hookKey
    : received.headers.authorization === `Bearer ${account.apiKey}`
  if (!passes) throw new Refusal(401, 'Unauthorized')
}

function createDeploy({ service, lives, received }: Asked): Answer {
  const source = sourceOf(service, read(createDeployRequest, bodyOf(received)))
  const deploy = lives.begin({ trigger: 'api', request: received, ...source })
  if (service.queues) return { status: 202, body: '' }
  return told(201, deployAnswer, describe(deploy))
}

function callHook({ service, lives, received }: Asked): Answer {
  const { ref, imgURL } = read(hookQuery, valuesOf(received.query))
  const source = sourceOf(service, { commitId: ref, imageUrl: imgURL })
  const { id } = lives.begin({ trigger: 'deploy_hook', request: received, ...source })
  return told(200, hookAnswer, { deploy: { id } })
}

function rollback({ service, lives, received }: Asked): Answer {
  const { deployId } = read(rollbackRequest, bodyOf(received))
  const { status, artifactGone, commit, image, digest } = find(service, deployId)
  if (status !== 'live' && status !== 'deactivated') {
    throw new Refusal(400, `cannot roll back to ${deployId}: its status is ${status}`)
  }
  if (artifactGone) {
    throw new Refusal(artifactGone, `cannot roll back to ${deployId}: its build is no longer kept`)
  }
  const deploy = lives.begin({ trigger: 'rollback', request: received, commit, image, digest })
  return told(201, deployAnswer, describe(deploy))
}

function retrieveDeploy({ lives, deploy }: Asked): Answer {
  lives.look()
  return told(200, deployAnswer, describe(deploy()))
}

function listDeploys({ service, lives, received }: Asked): Answer {
  const wanted = read(listDeploysQuery, valuesOf(received.query, ['status']))
  lives.look()
  const newest = service.deploys.toReversed()
  const start = wanted.cursor ? newest.indexOf(find(service, idAt(wanted.cursor))) + 1 : 0
  const found = newest
    .slice(start)
    .filter(({ status }) => wanted.status?.some((one) => one === status) ?? true)
    .filter(({ createdAt }) => !wanted.createdAfter || createdAt > new Date(wanted.createdAfter))
    .filter(({ createdAt }) => !wanted.createdBefore || createdAt < new Date(wanted.createdBefore))
    .slice(0, wanted.limit)
  const items = found.map((deploy) => ({ deploy: describe(deploy), cursor: cursorAt(deploy.id) }))
  return told(200, listAnswer, items)
}

/** What can be cancelled, says Render's own command line. */
const cancellable = ['created', 'build_in_progress', 'pre_deploy_in_progress', 'update_in_progress']

function cancelDeploy({ lives, received, deploy }: Asked): Answer {
  if (received.body !== '') throw new Refusal(400, 'no body is expected')
  const it = deploy()
  if (!cancellable.includes(it.status)) {
    throw new Refusal(400, `cannot cancel ${it.id}: its status is ${it.status}`)
  }
  lives.cancel(it)
  return told(200, deployAnswer, describe(it))
}

function updateService({ service, received, now }: Asked): Answer {
  const { autoDeploy } = read(updateServiceRequest, bodyOf(received))
  Object.assign(service, { autoDeploy: autoDeploy ?? service.autoDeploy, updatedAt: now })
  return told(200, serviceAnswer, describeService(service))
}

/** What to deploy, by the rules of the description. */
function sourceOf(
  service: Service,
  { commitId, imageUrl, clearCache, deployMode }: InferOutput<typeof createDeployRequest>,
): Pick<Origin, 'commit' | 'image' | 'digest'> {
  if (deployMode === 'deploy_only') {
    if (commitId ?? imageUrl ?? clearCache) {
      throw new Refusal(400, 'deploy_only excludes commitId, imageUrl and clearCache')
    }
    if (!service.live) throw new Refusal(400, 'deploy_only: there is no build yet')
    const { commit, image, digest } = service.live
    return { commit, image, digest }
  }
  if (service.image === undefined) {
    if (imageUrl !== undefined) throw new Refusal(400, 'imageUrl: the service is built from Git')
    return { commit: commitId ?? service.head }
  }
  if (commitId !== undefined) throw new Refusal(400, 'commitId: the service runs an image')
  const image = imageUrl ?? service.image
  if (repositoryOf(image) !== repositoryOf(service.image)) {
    throw new Refusal(400, `imageUrl: must be an image of ${repositoryOf(service.image)}`)
  }
  return { image }
}

/** Host, repository and name of an image, without tag and digest. */
function repositoryOf(image: string): string {
  return image.replace(/[:@][^/]*$/, '')
}

function find(service: Service, id: string): Deploy {
  const deploy = service.deploys.find((one) => one.id === id)
  if (!deploy) throw notFound(id)
  return deploy
}

function notFound(what: string): Refusal {
  return new Refusal(404, `not found: ${what}`)
}

function cursorAt(id: string): string {
  return Buffer.from(id).toString('base64url')
}

function idAt(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString()
}
