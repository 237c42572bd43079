import { hanging } from '../../emulators/faults.ts'
import { type Slack, startSlack, textsOf } from '../../emulators/slack.ts'
import {
  type JobGiven,
  notAllowed,
  startWorkflowRuns,
  type WorkflowRuns,
} from '../../emulators/workflow-runs.ts'
import type { Step } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { runStep } from '../../support/step.ts'

let slack: Slack
let github: WorkflowRuns

beforeEach(async () => {
  slack = await startSlack()
  github = await startWorkflowRuns()
})

afterEach(() => Promise.all([slack.close(), github.close()]))

function notify(inputs: Record<string, string>, env = {}): Promise<Step> {
  return runStep('slack-notify', {
    inputs: { 'webhook-url': slack.webhookUrl, 'github-token': 'ghs_token', ...inputs },
    env: { GITHUB_API_URL: github.url, ...env },
  })
}

const words = (): string =>
  slack.messages
    .flatMap(textsOf)
    .map(({ text }) => text)
    .join('\n')

const needs = (results: Record<string, string>): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(results).map(([id, result]) => [id, { result }])),
  )

const failing = needs({ build: 'success', test: 'failure' })

/** A job that failed at this step, or succeeded without one. */
function jobGiven(name: string, failedStep?: string): JobGiven {
  const checkout = { name: 'Run actions/checkout@v5', conclusion: 'success' }
  if (!failedStep) return { name, conclusion: 'success', steps: [checkout] }
  const steps = [checkout, { name: failedStep, conclusion: 'failure' }]
  return { name, conclusion: 'failure', steps }
}

describe('jobs that failed', () => {
  test('are reported by matrix job and step, with their log', async () => {
    github.jobs = [
      jobGiven('build'),
      jobGiven('test (20, windows)', 'Run npm test'),
      jobGiven('test (22, linux)'),
      { name: 'notify', conclusion: null },
    ]
    const step = await notify({ status: failing })
    expect(annotations(step)).toEqual([])
    expect(words()).toContain(
      '❌ *test* 1 of 2 failed at "Run npm test": 20/windows · <https://github.com/org/app/actions/runs/42/job/2|log>\n' +
        '✅ *build* succeeded',
    )
    expect(github.asked).toHaveLength(1)
    expect(github.asked[0]).toMatchObject({
      path: '/repos/org/app/actions/runs/42/attempts/1/jobs',
      headers: { authorization: 'token ghs_token' },
    })
  })

  test('of a matrix of 256 are counted over all pages', async () => {
    github.jobs = Array.from({ length: 256 }, (_, index) =>
      jobGiven(`test (${index})`, index % 2 ? 'Run npm test' : undefined),
    )
    await notify({ status: failing }, { GITHUB_RUN_ATTEMPT: '2' })
    expect(words()).toContain(
      '*test* 128 of 256 failed at "Run npm test": 1, 3, 5, 7, 9, and 123 more',
    )
    expect(github.asked).toHaveLength(3)
  })

  test('have hostile names: they are shown, and nothing comes of them', async () => {
    const hostile = '<!channel> `x` ::error::y ##[add-path]/evil @everyone'
    github.jobs = [jobGiven(`test (${hostile})`, hostile), jobGiven('test (b)')]
    const step = await notify({ status: failing })
    expect(step.outputs.sent).toBe('true')
    expect(annotations(step)).toEqual([])
    expect(words()).toContain('1 of 2 failed at "&lt;!channel&gt; ˋxˋ ::error::y')
  })

  test('are reported as in needs if the token lacks a permission, with a notice', async () => {
    github.play(notAllowed)
    const step = await notify({ status: failing })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      expect.stringMatching(
        /^notice: The message does not name the failed matrix jobs and steps, because the lookup failed\. .* answered 403.*"actions: read" under "permissions"/,
      ),
    ])
    expect(words()).toContain('❌ *test* failed\n')
  })

  test('are not waited for longer than the message can wait', async () => {
    github.play(hanging)
    const step = await notify({ status: failing, timeout: '4s' })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      expect.stringMatching(/^notice: The message does not name the failed matrix jobs and steps/),
    ])
    expect(step.took).toBeLessThan(6_000)
  })
})

describe('a failure of one job', () => {
  test('is reported under the name of the failed job, not of the one that reports it', async () => {
    github.jobs = [jobGiven('deploy', 'push'), jobGiven('build')]
    await notify({ status: 'failure' }, { GITHUB_JOB: 'notify' })
    expect(slack.messages[0]?.text).toBe('❌ Deliver / deploy failed on main')
  })

  test('is reported without a job if it cannot be looked up, without an annotation', async () => {
    github.play(notAllowed)
    const step = await notify({ status: 'failure' }, { GITHUB_JOB: 'notify' })
    expect(annotations(step)).toEqual([])
    expect(slack.messages[0]?.text).toBe('❌ Deliver failed on main')
  })
})

test.each<[string, Record<string, string>]>([
  ['all went well', { status: needs({ build: 'success' }) }],
  ['there is one job that did not fail', { status: 'cancelled' }],
  ['there is no token', { status: failing, 'github-token': '' }],
  ['nothing is to be sent', { status: failing, when: 'success', fields: 'took' }],
])('GitHub is not asked when %s', async (_, inputs) => {
  const step = await notify(inputs)
  expect(step.code).toBe(0)
  expect(annotations(step)).toEqual([])
  expect(github.asked).toEqual([])
})

describe('the time a run took', () => {
  const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000).toISOString()

  test('is that since its latest attempt began', async () => {
    github.own = { number: 20, conclusion: null, startedAt: minutesAgo(3) }
    github.attempts = [{ number: 20, conclusion: 'failure', startedAt: minutesAgo(90) }]
    await notify({ fields: 'took' }, { GITHUB_RUN_ATTEMPT: '2' })
    expect(words()).toMatch(/\*Took\*\n3 min( \d s)?\n/)
    expect(github.asked.map(({ path }) => path)).toEqual([
      '/repos/org/app/actions/runs/42/attempts/2',
    ])
  })

  test('is left out when the clocks do not agree', async () => {
    github.own = { number: 20, conclusion: null, startedAt: minutesAgo(-3) }
    const step = await notify({ fields: 'took' })
    expect(step.outputs.sent).toBe('true')
    expect(words()).not.toContain('*Took*')
  })

  test.each<[string, boolean, string, string]>([
    [
      'may not look',
      true,
      'ghs_token',
      'The message does not say how long the run took, because the lookup failed.',
    ],
    [
      'is missing',
      false,
      '',
      'The message does not say how long the run took, because "github-token" is empty.',
    ],
  ])('is left out where the token %s, and that is said', async (_, isRefused, token, says) => {
    if (isRefused) github.play(notAllowed)
    const step = await notify({ fields: 'took', 'github-token': token })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([expect.stringContaining(`notice: ${says}`)])
    expect(words()).not.toContain('*Took*')
  })
})
