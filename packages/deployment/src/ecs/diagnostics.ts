import { excerpt } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { type EcsApi, isDenied } from './api.ts'
import type { ServiceLocator } from './locator.ts'
import type { Task } from './schemas.ts'

/** Returns why the tasks of a version fail and the latest events of the service, as far as permissions allow. */
export async function diagnoseFailure(
  api: EcsApi,
  locator: ServiceLocator,
  definition: string,
  deadline: Deadline,
): Promise<string[]> {
  const [service, tasks] = await Promise.all([
    api.service(locator, deadline),
    api.stoppedTasks(locator, deadline).catch((error: unknown): Task[] => {
      if (isDenied(error)) return []
      throw error
    }),
  ])
  const events = service.events.slice(0, 5).flatMap(({ message }) => message ?? [])
  return [
    ...whyStopped(tasks, definition).slice(0, 5),
    ...events.map((message) => `ECS says: ${message}`),
  ].map((line) => excerpt(line, 400))
}

/** Returns the distinct reasons why tasks stopped, the most frequent first. */
function whyStopped(tasks: readonly Task[], definition: string): string[] {
  const counts = new Map<string, number>()
  for (const task of tasks) {
    if (task.taskDefinitionArn !== definition) continue
    const reason = reasonOf(task)
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count === 1 ? 'A task' : `${count} tasks`} stopped: ${reason}.`)
}

/** The reason of tasks that were stopped because they were no longer needed. */
const wanted = /^Scaling activity initiated by/

function reasonOf({ stoppedReason, containers }: Task): string {
  if (wanted.test(stoppedReason ?? '')) return ''
  const parts = containers.flatMap(({ name, exitCode, reason }) => {
    if (!reason && !exitCode) return []
    const code = typeof exitCode === 'number' ? `exited with ${exitCode}` : 'did not start'
    return [`${name} ${code}${reason ? ` (${reason})` : ''}`]
  })
  return [stoppedReason?.replace(/\.$/, ''), ...parts].filter(Boolean).join('; ')
}
