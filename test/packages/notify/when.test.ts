import { outcomes } from '../../../packages/notify/src/outcome.ts'
import {
  detectChange,
  type NotifyWhen,
  type RunHistory,
  skipReason,
} from '../../../packages/notify/src/when.ts'
import { type Discord, startDiscord } from '../../emulators/discord.ts'
import {
  notAllowed,
  type RunGiven,
  startWorkflowRuns,
  type WorkflowRuns,
} from '../../emulators/workflow-runs.ts'
import type { Step } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { runStep } from '../../support/step.ts'

const since = new Date('2026-11-21T10:00:00Z')
const now = new Date('2026-11-21T12:00:00Z')

function streak(severity: 'good' | 'bad', count = 1, isTruncated = false): RunHistory {
  return { severity, count, isTruncated, since, url: 'https://github.com/org/app/actions/runs/41' }
}

describe('the input when', () => {
  test.each<[NotifyWhen, RunHistory, string[]]>([
    ['always', 'unknown', [...outcomes]],
    ['failure', 'unknown', ['failure', 'timed-out', 'rolled-back', 'failed']],
    ['success', 'unknown', ['success', 'succeeded', 'unchanged']],
    ['change', streak('good'), ['failure', 'timed-out', 'rolled-back', 'failed']],
    ['change', streak('bad'), ['success', 'succeeded', 'unchanged']],
    ['change', 'none', ['failure', 'timed-out', 'rolled-back', 'failed']],
    ['recovery', streak('bad'), ['success', 'succeeded', 'unchanged']],
    ['recovery', streak('good'), []],
    ['recovery', 'none', []],
    ['recovery', 'unknown', ['success', 'succeeded', 'unchanged']],
  ])('%s, after %j, sends %j', (when, history, expected) => {
    const sent = outcomes.filter((outcome) => skipReason(when, outcome, history) === undefined)
    expect(new Set(sent)).toEqual(new Set(expected))
  })

  test.each<['success' | 'failure' | 'cancelled', RunHistory, string | undefined]>([
    ['success', streak('bad', 3), 'fixed after 3 failures, 2 h'],
    ['success', streak('bad'), 'fixed after 1 failure, 2 h'],
    ['success', streak('bad', 100, true), 'fixed after at least 100 failures, 2 h'],
    ['failure', streak('good', 12), 'broken after 12 successes, 2 h'],
    ['failure', streak('good'), 'broken after 1 success, 2 h'],
    ['success', streak('good', 3), undefined],
    ['cancelled', streak('bad', 3), undefined],
    ['success', 'none', undefined],
  ])('reports %s after %j as %j', (outcome, history, text) => {
    expect(detectChange(outcome, history, now)?.text).toBe(text)
  })
})

describe('the runs before', () => {
  let discord: Discord
  let github: WorkflowRuns

  const run = (number: number, conclusion: string, home = 1): RunGiven => {
    return { number, conclusion, home }
  }

  beforeEach(async () => {
    discord = await startDiscord()
    github = await startWorkflowRuns()
  })

  afterEach(() => Promise.all([discord.close(), github.close()]))

  function notify(when: NotifyWhen, status: string, env = {}): Promise<Step> {
    const inputs = { when, status, 'webhook-url': discord.webhookUrl, 'github-token': 'ghs_token' }
    return runStep('discord-notify', { inputs, env: { GITHUB_API_URL: github.url, ...env } })
  }

  const sentMessage = (): string => JSON.stringify(discord.messages[0] ?? null)

  test('of the same workflow and branch show that it is fixed', async () => {
    github.runs = [
      run(21, 'success'),
      run(19, 'success', 2),
      run(18, 'cancelled'),
      run(17, 'failure'),
      run(16, 'timed_out'),
      run(15, 'skipped'),
      run(14, 'success'),
      run(13, 'failure'),
    ]
    const step = await notify('recovery', 'success')
    expect(step.outputs.sent).toBe('true')
    expect(sentMessage()).toContain('"title":"✅ Deliver / deploy is fixed on main"')
    expect(sentMessage()).toContain('"name":"Change","value":"[fixed after 2 failures, ')
    expect(sentMessage()).toContain('(https://github.com/org/app/actions/runs/17)')
    const list = github.asked.find(({ path }) => path.endsWith('/workflows/7/runs'))
    expect(Object.fromEntries(list?.query ?? [])).toMatchObject({
      branch: 'main',
      status: 'completed',
    })
    expect(github.asked.every(({ headers }) => headers.authorization === 'token ghs_token')).toBe(
      true,
    )
  })

  test.each<[NotifyWhen, string, string[], boolean]>([
    ['change', 'failure', ['success'], true],
    ['change', 'failure', ['failure'], false],
    ['change', 'success', ['success'], false],
    ['change', 'failure', [], true],
    ['recovery', 'success', ['failure'], true],
    ['recovery', 'success', ['success'], false],
    ['recovery', 'failure', ['success'], false],
  ])('%s: %s after %j is sent: %s', async (when, status, before, isSent) => {
    github.runs = before.map((conclusion, index) => run(19 - index, conclusion))
    const step = await notify(when, status)
    expect(step).toMatchObject({ code: 0, outputs: { sent: String(isSent) } })
    expect(annotations(step)).toEqual([])
    expect(discord.messages).toHaveLength(isSent ? 1 : 0)
  })

  test('begin with the earlier attempts of this run, which a list does not show', async () => {
    github.runs = [run(19, 'success')]
    github.attempts = [run(20, 'failure'), run(20, 'failure')]
    await notify('recovery', 'success', { GITHUB_RUN_ATTEMPT: '3' })
    expect(sentMessage()).toContain('fixed after 2 failures')
  })

  test('are unknown: the result counts as changed, with a warning', async () => {
    github.play(notAllowed)
    const step = await notify('change', 'success')
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      expect.stringMatching(
        /^warning: The result of the previous run is unknown, so this one counts as changed\. .*403.*"actions: read" under "permissions"/,
      ),
    ])
  })

  test('are unknown if the list contains none of them, as for an old run that is rerun', async () => {
    const startedAt = '2026-11-21T10:00:00Z'
    github.runs = Array.from({ length: 100 }, (_, index) => ({
      ...run(200 - index, 'success'),
      startedAt,
    }))
    const step = await notify('change', 'success')
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      'warning: The result of the previous run is unknown, so this one counts as changed. None of the last 100 runs is an earlier one that succeeded or failed.',
    ])
  })

  test('are not asked for unless they matter', async () => {
    await notify('failure', 'cancelled')
    await notify('always', 'success')
    expect(github.asked).toEqual([])
  })

  test('cannot be read without a token: the result counts as changed, with a warning', async () => {
    const inputs = { when: 'recovery', 'webhook-url': discord.webhookUrl, 'github-token': '' }
    const step = await runStep('discord-notify', { inputs })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      'warning: The result of the previous run is unknown, so this one counts as changed. "github-token" is empty.',
    ])
  })
})
