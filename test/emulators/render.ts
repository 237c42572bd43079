import { createHash } from 'node:crypto'
import { faultPlayer, type Rule } from './faults.ts'
import { type Deploy, livesOf, type Origin, type Service, type World } from './render-deploys.ts'
import { documentedLimits, type Limits, limiter } from './render-limits.ts'
import { type Account, answer, type Hosted } from './render-operations.ts'
import { listen, type Received, send } from './server.ts'

/** A service as a test describes it; only what differs from a plain one has to be said. */
export interface ServiceGiven<Id extends string = string>
  extends Partial<
    Pick<Service, 'url' | 'image' | 'head' | 'autoDeploy' | 'overlap' | 'queues' | 'stages'>
  > {
  readonly id: Id
  readonly name: string
  /** What was deployed before, oldest first. The last one without a status is live. */
  readonly history?: readonly Past[]
}

export type Past = Partial<
  Pick<Deploy, 'id' | 'commit' | 'image' | 'digest' | 'status' | 'trigger' | 'artifactGone'>
>

export interface RenderGiven<Id extends string> {
  readonly apiKey: string
  readonly services: readonly ServiceGiven<Id>[]
  readonly onLive?: (service: Service, deploy: Deploy) => void
  /** How a deploy ends: `live` unless said. Also a status that nobody knows yet. */
  readonly outcome?: (service: Service, deploy: Deploy) => string
  /** The digest an image reference stands for; made from the reference unless said. */
  readonly digest?: (image: string) => string
  /** Render's own unless said. */
  readonly limits?: Partial<Limits>
  /** The clock of Render, which need not be that of the runner. */
  readonly now?: () => Date
}

export interface Render<Id extends string> {
  /** With `/v1`. */
  readonly apiUrl: string
  hookUrl(id: Id): string
  /** The truth, and its switches. */
  readonly services: Readonly<Record<Id, Service>>
  readonly requests: readonly Received[]
  play(rules: readonly Rule[]): void
  /** Somebody else deploys: a push, a person in the dashboard. */
  deploy(id: Id, origin: Origin): Deploy
  close(): Promise<void>
}

/**
 * Render on this machine: the part of its API that deploys (https://api-docs.render.com), with the
 * state, limits and refusals it has.
 */
export async function startRender<const Id extends string>(
  given: RenderGiven<Id>,
): Promise<Render<Id>> {
  const world = worldOf(given)
  const hosted = new Map<string, Hosted>(given.services.map((one) => [one.id, host(one, world)]))
  const account: Account = {
    apiKey: given.apiKey,
    hosted,
    limiter: limiter({ ...documentedLimits, ...given.limits }, world.now),
    now: world.now,
  }
  const requests: Received[] = []
  const faults = faultPlayer()
  const server = await listen((received, response) => {
    requests.push(received)
    const fault = faults.faultFor(received, phaseOf(hosted, received))
    const execute = () => answer(account, received)
    if (fault) fault(execute, response)
    else send(response, execute())
  })
  const at = (id: string): Hosted => {
    const it = hosted.get(id)
    if (!it) throw new Error(`There is no service ${id}.`)
    return it
  }
  return {
    apiUrl: `${server.url}/v1`,
    hookUrl: (id) => `${server.url}/deploy/${id}?key=${at(id).hookKey}`,
    services: Object.fromEntries([...hosted].map(([id, { service }]) => [id, service])) as Record<
      Id,
      Service
    >,
    requests,
    play: faults.play,
    deploy: (id, origin) => at(id).lives.begin(origin),
    close() {
      for (const { lives } of hosted.values()) lives.stop()
      return server.close()
    },
  }
}

function worldOf(given: RenderGiven<string>): World {
  let deploys = 0
  return {
    now: given.now ?? (() => new Date()),
    nextId: () => `dep-${hash('dep').slice(0, 12)}${String(++deploys).padStart(8, '0')}`,
    outcome: given.outcome ?? (() => 'live'),
    onLive: given.onLive ?? (() => {}),
    digest: given.digest ?? ((image) => /sha256:\w+$/.exec(image)?.[0] ?? `sha256:${hash(image)}`),
  }
}

/** The status of the newest deploy of the service that is asked about. */
function phaseOf(hosted: ReadonlyMap<string, Hosted>, { path }: Received): string | undefined {
  const id = path.split('/').find((part) => hosted.has(part))
  return hosted.get(id ?? '')?.service.deploys.at(-1)?.status
}

const head = '59bb07278c918ac8798e2532b4251f7c34e365f5'

function host(given: ServiceGiven, world: World): Hosted {
  const { history = [], ...settings } = given
  const now = world.now()
  const service: Service = {
    url: `https://${given.name}.onrender.com`,
    head,
    autoDeploy: 'yes',
    overlap: 'override',
    queues: false,
    stages: ['created', 'build_in_progress', 'update_in_progress'],
    ...settings,
    createdAt: now,
    updatedAt: now,
    deploys: pastDeploys(history, given.image, world),
    get live() {
      return this.deploys.find(({ status }) => status === 'live')
    },
  }
  return { service, lives: livesOf(service, world), hookKey: hash(given.id).slice(0, 11) }
}

/** One an hour, the last of them an hour ago; each took five minutes. */
function pastDeploys(history: readonly Past[], ownImage: string | undefined, world: World) {
  const live = history.findLastIndex(({ status }) => status === undefined)
  return history.map((past, index): Deploy => {
    const createdAt = new Date(world.now().getTime() - (history.length - index) * 3_600_000)
    const finishedAt = new Date(createdAt.getTime() + 300_000)
    const image = past.image ?? ownImage
    return {
      id: world.nextId(),
      trigger: 'new_commit',
      status: index === live ? 'live' : 'deactivated',
      ...(image === undefined ? { commit: head } : { image, digest: world.digest(image) }),
      createdAt,
      startedAt: createdAt,
      finishedAt,
      updatedAt: finishedAt,
      ...past,
    }
  })
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
