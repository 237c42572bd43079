import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { actionNames, readContract } from '../scripts/actions.ts'
import type { Level } from './emulators/github-repository.ts'
import { snippetsOf } from './support/documents.ts'
import { inPool } from './support/pool.ts'
import { type JobRun, nameOf, startJobs } from './support/run-job.ts'
import { type Grant, tokenOf } from './support/services.ts'

/** Whoever starts a program, which, and what for. */
const programs: Readonly<Record<string, readonly string[]>> = {
  'changed-paths': ['git'], // what changed, where there is a checkout
  'coverage-gate': ['git'], // which lines a pull request changes, and which files there are
}

type World = Awaited<ReturnType<typeof startJobs>>

interface Recorded extends JobRun {
  readonly connects: readonly string[]
  readonly starts: readonly string[]
}

const recorder = new URL('support/recorder.mjs', import.meta.url)
const records = mkdtempSync(join(tmpdir(), 'records-'))

let world: World
let done: Recorded[]

beforeAll(async () => {
  world = await startJobs(40)
  const recorded = world.jobs.map((job) => ({ job, run: 0 }))
  const asking = world.askingJobs.filter(({ by }) => by).map((job) => ({ job, run: 1 }))
  done = await inPool(4, [...recorded, ...asking], async ({ job, run }, index) => {
    const record = join(records, String(index))
    writeFileSync(record, '')
    const env = { NODE_OPTIONS: `--import=${recorder}`, RECORD: record }
    const attempt = await world.runJob(job, run, { env })
    const lines = readFileSync(record, 'utf8').trim().split('\n').filter(Boolean)
    const told = lines.map((line): { connects?: string; starts?: string } => JSON.parse(line))
    return {
      ...attempt,
      connects: told.flatMap(({ connects = [] }) => connects),
      starts: told.flatMap(({ starts = [] }) => starts),
    }
  })
}, 120_000)

afterAll(() => {
  world.stop()
  rmSync(records, { recursive: true })
})

describe.each(actionNames())('%s', (action) => {
  const { outputs } = readContract(action)

  test('has a job in test/support/sample-jobs.ts that it does, and one that asks a service', () => {
    const own = done.filter(({ job }) => job.action === action)
    expect(own.length).toBeGreaterThan(0)
    expect(own.flatMap(({ requests }) => requests)).not.toEqual([])
    for (const { job, step } of own) {
      const [output, said] = job.earns
      expect([nameOf(job), step.code, step.error, step.stderr]).toEqual([nameOf(job), 0, '', ''])
      expect([output, step.outputs[output]]).toEqual([output, expect.stringMatching(said)])
      expect(Object.keys(outputs).filter((name) => !(name in step.outputs))).toEqual([])
    }
  })

  test('has its defaults also for what is given empty, as by a variable that is not set', async () => {
    const job = world.jobs.find((one) => one.action === action)
    if (!job) throw new Error(`${action} has no job.`)
    const run = 39
    const own = job.inputs(run)
    const empty = Object.entries(readContract(action).inputs)
      .filter(([, { description }]) => !/empty string/i.test(description))
      .filter(([name, input]) => input.default && !input.default.includes('${{') && !(name in own))
      .map(([name]) => [name, ''])
    const { step } = await world.runJob(job, run, {
      inputs: Object.fromEntries(empty),
      isBundled: false,
    })
    const [output, said] = job.earns
    expect([step.code, step.error, step.stderr]).toEqual([0, '', ''])
    expect(step.outputs[output]).toMatch(said)
  })

  test('connects to nothing but the services that it is given', () => {
    const own = done.filter(({ job }) => job.action === action)
    const asked = own.reduce((sum, { requests }) => sum + requests.length, 0)
    const connected = own.flatMap(({ connects }) => connects)
    expect(connected.filter((address) => !/^127\.0\.0\.1:\d+$/.test(address))).toEqual([])
    // All that is on this machine are the doors: who connects has asked there.
    expect(connected).toHaveLength(asked)
  })

  test('starts no program but those that it is known for', () => {
    const started = done.filter(({ job }) => job.action === action).flatMap(({ starts }) => starts)
    expect(started.filter((program) => !programs[action]?.includes(program))).toEqual([])
  })
})

describe('With the permissions that its README shows', () => {
  const scopes = { pullRequests: 'pull-requests', issues: 'issues', contents: 'contents' } as const
  const names = actionNames().filter((name) => 'github-token' in readContract(name).inputs)

  /** The permissions in the first snippet; none are granted but these. */
  function grantOf(name: string): Grant {
    const [snippet] = snippetsOf(`actions/${name}/README.md`)
    if (!snippet) throw new Error(`The README of ${name} has no snippet.`)
    const document = parseAllDocuments(snippet.yaml)[0]?.toJSON() ?? {}
    const [job] = Object.values<{ permissions?: object }>(document.jobs ?? {})
    const granted: Readonly<Record<string, Level>> = {
      ...document.permissions,
      ...job?.permissions,
    }
    const level = (scope: string): Level => granted[scope] ?? 'none'
    const { pullRequests, issues, contents } = scopes
    return {
      pullRequests: level(pullRequests),
      issues: level(issues),
      contents: level(contents),
    }
  }

  let runs = 2
  const attemptWith = (name: string, grant: Grant): Promise<JobRun> => {
    const job = world.askingJobs.find(({ action }) => action === name)
    if (!job) throw new Error(`${name} has no job.`)
    const inputs = { 'github-token': tokenOf(grant) }
    return world.runJob(job, runs++, { inputs, isBundled: false })
  }

  test.each(names)('%s does all of its job', async (name) => {
    const { job, step } = await attemptWith(name, grantOf(name))
    const [output, said] = job.earns
    expect([step.code, step.error]).toEqual([0, ''])
    expect([output, step.outputs[output]]).toEqual([output, expect.stringMatching(said)])
    expect(step.stdout).not.toContain('Resource not accessible')
  })

  const less = names.flatMap((name) =>
    Object.entries(grantOf(name)).flatMap(([key, level]) => {
      const lower: readonly Level[] =
        level === 'write' ? ['read', 'none'] : level === 'read' ? ['none'] : []
      return lower.map((one) => [name, key as keyof Grant, one] as const)
    }),
  )

  test.each(less)(
    '%s does its job with %s: %s, or names the permission',
    async (name, key, level) => {
      const { job, step } = await attemptWith(name, { ...grantOf(name), [key]: level })
      const [output, said] = job.earns
      const isDone = step.code === 0 && said.test(step.outputs[output] ?? '')
      const isNamed = /"permissions"|\b(pull-requests|issues|contents): (read|write)\b/.test(
        step.stdout,
      )
      expect([isDone || isNamed, step.stdout]).toEqual([true, step.stdout])
    },
  )
})
