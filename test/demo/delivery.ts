import type { DiscordMessage } from '../emulators/discord-description.ts'
import type { SlackMessage } from '../emulators/slack.ts'
import { type Course, watchDeploys } from './deploy-timeline.ts'
import { holds, type JobStatus } from './expression.ts'
import { type PartName, type PhantomPower, parts } from './sample-project.ts'
import { beginJob, type Job, type Outcome, playStep, type Release } from './step.ts'
import type { LogLine } from './step-log.ts'
import type { WorkflowStep } from './workflow.ts'

/** A delivery that was played. Times are milliseconds since it began. */
export interface Delivery {
  readonly release: Release
  readonly status: JobStatus
  readonly steps: readonly PlayedStep[]
  /** What happened on Render meanwhile. */
  readonly courses: readonly Course[]
  readonly inSlack: readonly SlackMessage[]
  readonly inDiscord: readonly DiscordMessage[]
  /** What Render holds at its end. */
  readonly serving: readonly Serving[]
  readonly took: number
}

export interface PlayedStep extends Outcome {
  /** As it stands in the workflow. */
  readonly step: WorkflowStep
  readonly log: readonly LogLine[]
  readonly began: number
  readonly ended: number
}

export interface Serving {
  readonly part: PartName
  readonly commit: string
  /** What started its deploy: `api`, `rollback`, `new_commit`. */
  readonly trigger: string
}

/** Who is told while it is played. */
export interface Audience {
  begins(step: WorkflowStep): void
  says(line: LogLine): void
  ended(step: PlayedStep): void
}

/**
 * Plays examples/render.yml for a release, step by step as the runner would: the bundles of dist/,
 * each in a process of its own, with the inputs and under the conditions of the workflow.
 */
export async function deliver(
  release: Release,
  phantomPower: PhantomPower,
  audience: Audience,
): Promise<Delivery> {
  const { slack, discord, render } = phantomPower
  const before = { slack: slack.messages.length, discord: discord.messages.length }
  const origin = performance.now()
  const now = (): number => performance.now() - origin
  const deploys = watchDeploys(render.services, now)
  const steps = await playAll(beginJob(release, phantomPower), now, audience)
  return {
    release,
    status: statusOf(steps),
    steps,
    courses: deploys.stop(),
    inSlack: slack.messages.slice(before.slack),
    inDiscord: discord.messages.slice(before.discord),
    serving: servingNow(phantomPower),
    took: now(),
  }
}

async function playAll(job: Job, now: () => number, audience: Audience): Promise<PlayedStep[]> {
  const played: PlayedStep[] = []
  for (const step of job.workflow.steps) {
    const status = statusOf(played)
    const contexts = { ...job.contexts, steps: stepsContext(played), job: { status } }
    const log: LogLine[] = []
    const say = (line: LogLine): void => {
      log.push(line)
      audience.says(line)
    }
    const began = now()
    audience.begins(step)
    const isDue = holds(step.if, status, contexts)
    const outcome = isDue ? await playStep(step, contexts, job, say) : skipped
    const whole = { step, log, began, ended: now(), ...outcome }
    audience.ended(whole)
    played.push(whole)
  }
  return played
}

function statusOf(steps: readonly PlayedStep[]): JobStatus {
  return steps.some(({ outcome }) => outcome === 'failure') ? 'failure' : 'success'
}

/** What later steps can read of the earlier ones that have an id. */
function stepsContext(played: readonly PlayedStep[]): Record<string, unknown> {
  return Object.fromEntries(
    played.flatMap(({ step, outcome, outputs }) =>
      step.id ? [[step.id, { outcome, outputs }]] : [],
    ),
  )
}

const skipped: Outcome = { outcome: 'skipped', outputs: {}, summary: '' }

function servingNow({ render }: PhantomPower): Serving[] {
  return parts.map(({ id, name }) => {
    const { commit = 'nothing', trigger = 'nobody' } = render.services[id].live ?? {}
    return { part: name, commit, trigger }
  })
}
