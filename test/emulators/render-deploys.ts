import type { triggers } from './render-description.ts'
import type { Received } from './server.ts'

/**
 * A status a deploy passes through, and how long it stays there, in milliseconds (`Infinity`: for
 * ever). A status alone lasts until somebody asks for the deploys of its service.
 */
export type Stage = string | readonly [status: string, ms: number]

export interface Deploy {
  readonly id: string
  readonly trigger: (typeof triggers)[number]
  /** Of a service that is built from Git. */
  readonly commit?: string | undefined
  /** Of a service that runs an image: its reference, and the digest that it stood for. */
  readonly image?: string | undefined
  readonly digest?: string | undefined
  /** The request it was made by; none for history and for what others did. */
  readonly request?: Received | undefined
  readonly createdAt: Date
  startedAt?: Date
  finishedAt?: Date
  updatedAt: Date
  status: string
  /** How a rollback to it is refused because its build is no longer kept. */
  artifactGone?: 400 | 404 | undefined
}

/** What a deploy is made from, and by. */
export type Origin = Pick<Deploy, 'trigger' | 'commit' | 'image' | 'digest' | 'request'>

/** A service as it is. What can be written may be changed while the emulator runs. */
export interface Service {
  readonly id: string
  readonly name: string
  readonly url: string
  /** The image it runs; undefined when it is built from Git. */
  readonly image?: string | undefined
  /** The newest commit of its branch. */
  head: string
  autoDeploy: 'yes' | 'no'
  /** What happens to a deploy in flight when a newer one comes: cancelled, or waited for. */
  overlap: 'override' | 'wait'
  /** A new deploy is only queued at first, and answered with 202 and no body. */
  queues: boolean
  /** The way of its next deploys; unless said, each state is seen by one question. */
  stages: readonly Stage[]
  readonly createdAt: Date
  updatedAt: Date
  /** All there ever were, oldest first. */
  readonly deploys: Deploy[]
  /** The deploy that serves. */
  readonly live: Deploy | undefined
}

/** What the life of a deploy depends on. */
export interface World {
  now(): Date
  nextId(): string
  /** How a deploy ends: `live`, `build_failed`, `update_failed`, …, also a status nobody knows. */
  outcome(service: Service, deploy: Deploy): string
  onLive(service: Service, deploy: Deploy): void
  /** The digest an image reference stands for. */
  digest(image: string): string
}

export type Lives = ReturnType<typeof livesOf>

/** A deploy in flight: how it goes on when somebody asks, and how it stops going on by itself. */
interface Course {
  look(): void
  stop(): void
}

/** The stage that a failing deploy does not get past; any other end comes after the last. */
const failsIn: Readonly<Record<string, string>> = {
  build_failed: 'build_in_progress',
  pre_deploy_failed: 'pre_deploy_in_progress',
}

/** The deploys of one service: how they begin, follow each other, and end. */
export function livesOf(service: Service, world: World) {
  const inFlight = new Map<Deploy, Course>()
  const waiting: Deploy[] = []

  function begin(origin: Origin): Deploy {
    const now = world.now()
    const deploy: Deploy = {
      ...origin,
      digest: origin.digest ?? (origin.image && world.digest(origin.image)),
      id: world.nextId(),
      status: 'created',
      createdAt: now,
      updatedAt: now,
    }
    service.deploys.push(deploy)
    for (const older of waiting.splice(0)) end(older, 'canceled')
    if (service.overlap === 'wait' && inFlight.size > 0) {
      waiting.push(deploy)
      become(deploy, 'queued')
    } else {
      for (const older of inFlight.keys()) end(older, 'canceled')
      start(deploy)
    }
    return deploy
  }

  function start(deploy: Deploy): void {
    const outcome = world.outcome(service, deploy)
    const stages = service.queues ? ['queued', ...service.stages] : service.stages
    const last = stages.findIndex((stage) => statusOf(stage) === failsIn[outcome])
    pass(deploy, last < 0 ? stages : stages.slice(0, last + 1), outcome)
  }

  /** Enters the first of the stages; after the last one the deploy ends as `outcome` says. */
  function pass(deploy: Deploy, [stage, ...rest]: readonly Stage[], outcome: string): void {
    if (stage === undefined) {
      end(deploy, outcome)
      return
    }
    const goOn = () => pass(deploy, rest, outcome)
    const [status, ms] = typeof stage === 'string' ? [stage] : stage
    inFlight.set(
      deploy,
      ms === undefined ? { look: goOn, stop: nothing } : { look: nothing, stop: after(ms, goOn) },
    )
    become(deploy, status)
  }

  function end(deploy: Deploy, status: string): void {
    inFlight.get(deploy)?.stop()
    inFlight.delete(deploy)
    const former = service.live
    become(deploy, status)
    deploy.finishedAt = deploy.updatedAt
    if (status === 'live') {
      if (former) become(former, 'deactivated')
      world.onLive(service, deploy)
    }
    if (inFlight.size === 0) for (const next of waiting.splice(0)) start(next)
  }

  function become(deploy: Deploy, status: string): void {
    deploy.status = status
    deploy.updatedAt = world.now()
    if (!['created', 'queued', 'canceled'].includes(status)) deploy.startedAt ??= deploy.updatedAt
  }

  return {
    begin,
    cancel: (deploy: Deploy) => end(deploy, 'canceled'),
    /** Somebody asks: what stays only until then goes on. */
    look(): void {
      for (const course of [...inFlight.values()]) course.look()
    },
    stop(): void {
      for (const course of inFlight.values()) course.stop()
    },
  }
}

function statusOf(stage: Stage): string {
  return typeof stage === 'string' ? stage : stage[0]
}

/** Calls once the time is over, never when it is infinite; returns how to stop it. */
function after(ms: number, call: () => void): () => void {
  if (ms === Number.POSITIVE_INFINITY) return nothing
  const timer = setTimeout(call, ms)
  return () => clearTimeout(timer)
}

function nothing(): void {}
