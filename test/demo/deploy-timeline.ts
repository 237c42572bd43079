import type { Deploy, Service } from '../emulators/render-deploys.ts'
import { type PartName, partOf } from './sample-project.ts'

/** The way of one deploy on Render. Times are milliseconds since the delivery began. */
export interface Course {
  readonly part: PartName
  readonly trigger: string
  readonly commit: string
  readonly phases: readonly Phase[]
}

export interface Phase {
  readonly status: string
  readonly began: number
  readonly ended: number
}

/** Sees the deploys that come from now on, often enough to miss none of their phases. */
export function watchDeploys(services: Readonly<Record<string, Service>>, now: () => number) {
  const past = new Set(Object.values(services).flatMap(({ deploys }) => deploys))
  const seen = new Map<Deploy, { part: PartName; phases: Phase[] }>()
  const look = (): void => {
    for (const { id, deploys } of Object.values(services)) {
      for (const deploy of deploys) {
        if (past.has(deploy)) continue
        const course = seen.get(deploy) ?? { part: partOf(id).name, phases: [] }
        seen.set(deploy, { ...course, phases: goOn(course.phases, deploy, now()) })
      }
    }
  }
  const timer = setInterval(look, 10)
  return {
    stop(): Course[] {
      clearInterval(timer)
      look()
      return [...seen].map(([{ trigger, commit = '' }, course]) => ({ ...course, trigger, commit }))
    },
  }
}

/** The last phase lasts until now; where the status is another, one more begins. */
function goOn(phases: readonly Phase[], { status }: Deploy, now: number): Phase[] {
  const last = phases.at(-1)
  if (last?.status === status) return [...phases.slice(0, -1), { ...last, ended: now }]
  return [...phases, { status, began: last?.ended ?? now, ended: now }]
}
