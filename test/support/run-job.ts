import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Received } from '../emulators/server.ts'
import type { Start, Step } from './bundle.ts'
import { type ProxyBehavior, passThrough, startFaultProxy } from './fault-proxy.ts'
import { startProcessPool } from './process-pool.ts'
import { type CheckedJob, sampleJobs, sampleRequestJobs } from './sample-jobs.ts'
import { secretsOf, startServices } from './services.ts'
import { runStep } from './step.ts'

/** A job that was begun, and what came of it. */
export interface JobRun {
  readonly job: CheckedJob
  readonly step: Step
  /** What it asked, in order. */
  readonly requests: readonly Received[]
}

/** What is not as in the job. */
export interface JobOverrides extends Pick<Start, 'inputs' | 'env' | 'event'> {
  /** What its requests meet; they are passed on unless it is said. */
  readonly meeting?: ProxyBehavior
  /** Whether the bundle is started; its sources run otherwise. */
  readonly isBundled?: boolean
}

/** The jobs of all actions, to be attempted in any circumstances, each so many times. */
export async function startJobs(runs: number) {
  const { world, stop } = await startServices(runs)
  const starter = startProcessPool()
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'))
  return {
    jobs: sampleJobs(world, workspace),
    /** Each asks a service that it cannot do without. */
    askingJobs: sampleRequestJobs(world, workspace),
    secrets: secretsOf(world),
    stop(): void {
      starter.stop()
      stop()
      rmSync(workspace, { recursive: true })
    },
    /** Whether there is such a file where the steps worked, or where the process of `runStep` did. */
    hasFile: (name: string): boolean =>
      [workspace, tmpdir()].some((folder) => existsSync(join(folder, name))),
    async runJob(job: CheckedJob, run: number, given: JobOverrides = {}): Promise<JobRun> {
      const { meeting = passThrough, isBundled = true } = given
      const start = {
        inputs: { ...job.inputs(run), ...given.inputs },
        // Nobody is asked beyond this machine.
        env: { GITHUB_API_URL: 'http://127.0.0.1:9', ...job.env, ...given.env },
        event: 'event' in given ? given.event : job.event,
        workspace,
      }
      const doors = await startFaultProxy(start, meeting)
      const begin = isBundled ? starter.start : runStep
      const step = await begin(job.action, doors.start)
      await doors.close()
      return { job, step, requests: doors.requests }
    },
  }
}

/** What a job is called in a table of all. */
export function nameOf({ action, by }: CheckedJob): string {
  return by ? `${action}, ${by}` : action
}
