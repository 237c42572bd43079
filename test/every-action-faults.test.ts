import { actionNames, readContract } from '../scripts/actions.ts'
import type { Received } from './emulators/server.ts'
import { startWebService } from './emulators/web-service.ts'
import { networkFaults } from './support/network-faults.ts'
import { inPool } from './support/pool.ts'
import { type JobRun, nameOf, startJobs } from './support/run-job.ts'
import { sampleOfKinds } from './support/sample.ts'
import { secretsIn, visibleText } from './support/secrets.ts'

/*
 * The breadth: each action's job while its services are of no use, in every way. What an action does about
 * a fault that passes, or that hits one of its calls, is in the tests of that action. All of the table runs from
 * source; of each job and kind of fault, one is met by the bundle too. `npm run test:e2e` starts the bundle for all.
 */

const faults = networkFaults('').map(({ fault }) => fault)

let attempts: (JobRun & { readonly fault: string })[]
let secrets: readonly string[]
/** What another host was asked, to which a service redirects. */
let elsewhere: readonly Received[]

beforeAll(async () => {
  const other = await startWebService()
  other.set({ healthy: true, body: 'elsewhere' })
  const meetings = networkFaults(other.url.replace('127.0.0.1', 'localhost'))
  const { askingJobs, runJob, ...rest } = await startJobs(2 * meetings.length)
  const table = askingJobs.flatMap((job, row) => {
    const started = sampleOfKinds(meetings, row)
    return [
      ...meetings.map((one) => ({ ...one, job, isBundled: false })),
      ...started.map((one) => ({ ...one, job, isBundled: true })),
    ].map((one, run) => ({ ...one, run }))
  })
  const inputs = { timeout: '1s' }
  attempts = await inPool(10, table, async ({ job, fault, meeting, run, isBundled }) => {
    return { fault, ...(await runJob(job, run, { meeting, inputs, isBundled })) }
  })
  secrets = rest.secrets
  elsewhere = other.requests
  rest.stop()
  await other.close()
}, 300_000)

describe.each(actionNames())('%s', (action) => {
  const { name: title, outputs, inputs } = readContract(action)
  // Who promises to fail nothing warns; all others are red.
  const warns = inputs['on-error']?.default === 'warn'
  const due = {
    exit: warns ? 0 : 1,
    errors: warns ? 0 : 1,
    warned: warns,
    inOneLine: true,
    titled: true,
    defect: false,
    stderr: '',
    inTime: true,
    unset: [],
    earned: false,
    told: [],
    asked: [],
  }

  function seen({ job, step, requests }: JobRun): typeof due {
    const { code, stderr, took, commands } = step
    const annotations = commands.filter(({ name }) => name !== 'add-mask')
    const count = (level: string): number => annotations.filter(({ name }) => name === level).length
    const [output, said] = job.earns
    return {
      exit: code,
      errors: count('error'),
      warned: warns && count('warning') > 0,
      inOneLine: annotations.every(({ message }) => !/[\r\n]/.test(message)),
      titled: annotations.every(({ properties }) => properties.title === title),
      defect: visibleText(step).includes('This is a bug in the action'),
      stderr,
      // What was begun may be put back, in the same time once more.
      inTime: took < 8_000,
      unset: Object.keys(outputs).filter((name) => !(name in step.outputs)) as never[],
      earned: said.test(step.outputs[output] ?? ''),
      told: secretsIn(visibleText(step), secrets) as never[],
      asked: secretsIn(requests.map(carried).join('\n'), secrets) as never[],
    }
  }

  test.each(faults)(`behind %s ends as it must, in time, and tells no secret`, (fault) => {
    const tried = attempts.filter(({ job, ...it }) => job.action === action && it.fault === fault)
    expect(tried.length).toBeGreaterThan(0)
    for (const one of tried) {
      expect({ job: nameOf(one.job), ...seen(one) }).toEqual({ job: nameOf(one.job), ...due })
    }
  })
})

test('A redirect to another host takes no credentials there', () => {
  expect(elsewhere.length).toBeGreaterThan(0)
  expect(secretsIn(JSON.stringify(elsewhere), secrets)).toEqual([])
})

/** Where no secret belongs. */
function carried({ query, body }: Received): string {
  return `${query} ${body}`
}
