import type {
  ContainerImage,
  Deployment,
  ServiceCurrentRevisionSummary,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceDeploymentStatus,
  ServiceEvent,
  ServiceRevision,
  Task,
} from '@aws-sdk/client-ecs'
import { account, region } from './aws-server.ts'

/**
 * A status a deployment passes through, with its lifecycle stage behind a slash where it has one, and
 * how long it stays there, in milliseconds (`Infinity`: for ever). A status alone lasts until somebody
 * asks.
 */
export type Stage = string | readonly [status: string, ms: number]

/** How a deployment ends; `FAILED` is a circuit breaker that does not roll back, `ALARMED` an alarm. */
export type Outcome =
  | 'SUCCESSFUL'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED'
  | 'FAILED'
  | 'ALARMED'

export interface World {
  readonly name: string
  readonly serviceArn: string
  readonly clusterArn: string
  readonly stages: readonly Stage[]
  now(): Date
  images(definition: string): ContainerImage[]
  desired(): number
  outcome(definition: string): Outcome
}

export type Rollouts = ReturnType<typeof rolloutsOf>

interface Rollout {
  readonly id: string
  readonly arn: string
  readonly definition: string
  readonly revision: ServiceRevision
  /** What served when it began. */
  readonly before: Rollout | undefined
  readonly createdAt: Date
  status: ServiceDeploymentStatus
  lifecycleStage?: string | undefined
  reason?: string
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED'
  outcome: Outcome
}

let count = 0
const nextId = (): string => `ecs-svc/${String(++count).padStart(19, '0')}`

/** The deployments of one service: how they begin, follow each other, and end. */
export function rolloutsOf(world: World) {
  const all: Rollout[] = []
  const revisions: ServiceRevision[] = []
  const events: ServiceEvent[] = []
  const stoppedTasks: Task[] = []
  const courses = new Map<Rollout, { readonly look: () => void; readonly stop: () => void }>()
  /** What the service is set to, and what has come up; the same but while one is under way. */
  let primary: Rollout | undefined
  let serving: Rollout | undefined

  function make(definition: string): Rollout {
    const id = nextId().split('/')[1] ?? ''
    const revision: ServiceRevision = {
      serviceRevisionArn: `arn:aws:ecs:${region}:${account}:service-revision/${world.name}/${id}`,
      serviceArn: world.serviceArn,
      clusterArn: world.clusterArn,
      taskDefinition: definition,
      containerImages: world.images(definition),
      createdAt: world.now(),
    }
    revisions.push(revision)
    const rollout: Rollout = {
      id: `ecs-svc/${id}`,
      arn: `arn:aws:ecs:${region}:${account}:service-deployment/prod/${world.name}/${id}`,
      definition,
      revision,
      before: serving,
      createdAt: world.now(),
      status: 'PENDING',
      rolloutState: 'IN_PROGRESS',
      outcome: world.outcome(definition),
    }
    all.push(rollout)
    return rollout
  }

  function begin(definition: string): void {
    const older = primary
    const rollout = make(definition)
    if (older && courses.has(older)) {
      end(older, 'STOPPED')
      older.reason = 'A newer deployment was started.'
    }
    primary = rollout
    say(`(service ${world.name}) has started 2 tasks.`)
    pass(rollout, world.stages, () => finish(rollout))
  }

  /** Enters the first of the stages; after the last one `then`. */
  function pass(rollout: Rollout, [stage, ...rest]: readonly Stage[], then: () => void): void {
    if (stage === undefined) {
      courses.delete(rollout)
      then()
      return
    }
    const goOn = (): void => pass(rollout, rest, then)
    const [text, ms] = typeof stage === 'string' ? [stage] : stage
    const [status, lifecycleStage] = text.split('/')
    rollout.status = status as ServiceDeploymentStatus
    rollout.lifecycleStage = lifecycleStage
    const timer =
      ms === undefined || ms === Number.POSITIVE_INFINITY ? undefined : setTimeout(goOn, ms)
    courses.set(rollout, {
      look: ms === undefined ? goOn : () => {},
      stop: () => clearTimeout(timer),
    })
  }

  function finish(rollout: Rollout): void {
    const { outcome } = rollout
    if (outcome === 'SUCCESSFUL') {
      rollout.rolloutState = 'COMPLETED'
      serving = rollout
      say(`(service ${world.name}) has reached a steady state.`)
      end(rollout, 'SUCCESSFUL')
      return
    }
    rollout.rolloutState = 'FAILED'
    if (outcome !== 'ALARMED') leaveTasks(rollout)
    if (outcome === 'FAILED') end(rollout, 'STOPPED')
    else if (outcome === 'ROLLBACK_FAILED') end(rollout, 'ROLLBACK_FAILED')
    else goBack(rollout, ['ROLLBACK_IN_PROGRESS'])
  }

  /** The tasks that never came up. */
  function leaveTasks(rollout: Rollout): void {
    const id = String(++count).padStart(32, '0')
    for (const name of ['a', 'b', 'c']) {
      stoppedTasks.push({
        taskArn: `arn:aws:ecs:${region}:${account}:task/prod/${name}${id}`,
        taskDefinitionArn: rollout.definition,
        lastStatus: 'STOPPED',
        stopCode: 'EssentialContainerExited',
        stoppedReason: 'Essential container in task exited',
        containers: [{ name: 'web', exitCode: 1, reason: 'Error: no such table' }],
      })
    }
    say(`(service ${world.name}) (task a${id}) failed container health checks.`)
  }

  /** Brings back what served before, by a deployment of its own in the service. */
  function goBack(rollout: Rollout, stages: readonly Stage[]): void {
    const { before } = rollout
    const back = before && { ...before, id: nextId() }
    primary = back ?? rollout
    if (back) back.rolloutState = 'IN_PROGRESS'
    pass(rollout, stages, () => {
      if (back) back.rolloutState = 'COMPLETED'
      serving = back
      end(rollout, 'ROLLBACK_SUCCESSFUL')
    })
  }

  function end(rollout: Rollout, status: ServiceDeploymentStatus): void {
    courses.get(rollout)?.stop()
    courses.delete(rollout)
    rollout.status = status
    rollout.lifecycleStage = undefined
  }

  function say(message: string): void {
    events.unshift({ id: `event-${++count}`, createdAt: world.now(), message })
  }

  function shownAs(rollout: Rollout): Deployment {
    const state = rollout.rolloutState
    return {
      id: rollout.id,
      status: rollout === primary ? 'PRIMARY' : 'ACTIVE',
      taskDefinition: rollout.definition,
      desiredCount: world.desired(),
      runningCount: state === 'COMPLETED' ? world.desired() : 0,
      pendingCount: 0,
      failedTasks: state === 'FAILED' ? 3 : 0,
      createdAt: rollout.createdAt,
      updatedAt: rollout.createdAt,
      rolloutState: state,
      rolloutStateReason:
        state === 'FAILED'
          ? 'ECS deployment circuit breaker: tasks failed to start.'
          : `ECS deployment ${rollout.id} ${state.toLowerCase().replace('_', ' ')}.`,
    }
  }

  const find = (arn: string): Rollout | undefined => all.find((one) => one.arn === arn)

  return {
    revisions,
    events,
    stoppedTasks,
    begin,
    /** It was deployed once, and has come up. */
    assume(definition: string): void {
      const rollout = make(definition)
      rollout.status = 'SUCCESSFUL'
      rollout.rolloutState = 'COMPLETED'
      primary = rollout
      serving = rollout
    },
    get primary() {
      return primary && { id: primary.id, taskDefinition: primary.definition }
    },
    get serving() {
      return serving?.definition
    },
    /** How many there were. */
    get count() {
      return all.length
    },
    /** The status of the newest. */
    get status() {
      return all.at(-1)?.status
    },
    get current() {
      return [...courses.keys()].at(-1)?.arn
    },
    shown: (): Deployment[] =>
      [...new Set([primary, serving])].flatMap((one) => (one ? [shownAs(one)] : [])),
    currentRevisions: (): ServiceCurrentRevisionSummary[] =>
      [...new Set([primary, serving])].flatMap((one) =>
        one ? [{ arn: one.revision.serviceRevisionArn, runningTaskCount: world.desired() }] : [],
      ),
    briefs: (): ServiceDeploymentBrief[] =>
      all.toReversed().map(({ arn, revision, status, createdAt }) => ({
        serviceDeploymentArn: arn,
        serviceArn: world.serviceArn,
        clusterArn: world.clusterArn,
        targetServiceRevisionArn: revision.serviceRevisionArn,
        status,
        createdAt,
      })),
    has: (arn: string): boolean => !!find(arn),
    described(arn: string): ServiceDeployment | undefined {
      const rollout = find(arn)
      if (!rollout) return undefined
      courses.get(rollout)?.look()
      const { status, lifecycleStage, outcome, before, reason } = rollout
      const isOver = /^(STOPPED|ROLLBACK)/.test(status)
      const breaker =
        isOver && ['FAILED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(outcome)
      return {
        serviceDeploymentArn: arn,
        serviceArn: world.serviceArn,
        clusterArn: world.clusterArn,
        createdAt: rollout.createdAt,
        status,
        ...(reason && { statusReason: reason }),
        ...(lifecycleStage && { lifecycleStage: lifecycleStage as 'BAKE_TIME' }),
        targetServiceRevision: {
          arn: rollout.revision.serviceRevisionArn,
          requestedTaskCount: world.desired(),
          runningTaskCount: status === 'SUCCESSFUL' ? world.desired() : 0,
          pendingTaskCount: 0,
        },
        ...(status.startsWith('ROLLBACK') && {
          rollback: {
            reason: 'Service deployment rolled back.',
            startedAt: rollout.createdAt,
            serviceRevisionArn: before?.revision.serviceRevisionArn,
          },
        }),
        deploymentCircuitBreaker: {
          status: breaker ? 'TRIGGERED' : 'MONITORING',
          failureCount: breaker ? 3 : 0,
          threshold: 3,
        },
        ...(outcome === 'ALARMED' && {
          alarms: {
            status: 'TRIGGERED',
            alarmNames: ['api-5xx'],
            triggeredAlarmNames: ['api-5xx'],
          },
        }),
      }
    },
    /** Stops one with a rollback; false when it is too late for that. */
    rollBack(arn: string): boolean {
      const rollout = find(arn)
      if (!rollout || !['PENDING', 'IN_PROGRESS'].includes(rollout.status)) return false
      courses.get(rollout)?.stop()
      courses.delete(rollout)
      goBack(rollout, ['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'])
      return true
    },
    /** Somebody asks: what stays only until then goes on. */
    look(): void {
      for (const course of [...courses.values()]) course.look()
    },
    stop(): void {
      for (const course of courses.values()) course.stop()
    },
  }
}
