import { changeOf, type Moment, type Past, silence } from '../../packages/notice/src/moment.ts'
import { outcomes } from '../../packages/notice/src/outcome.ts'
import { type Discord, startDiscord } from '../emulators/discord.ts'
import {
  notAllowed,
  type RunGiven,
  startWorkflowRuns,
  type WorkflowRuns,
} from '../emulators/workflow-runs.ts'
import type { Step } from '../support/bundle.ts'
import { annotations } from '../support/commands.ts'
import { runStep } from '../support/step.ts'

const since = new Date('2026-11-21T10:00:00Z')
const now = new Date('2026-11-21T12:00:00Z')

function streak(tone: 'good' | 'bad', count = 1, isOpen = false): Past {
  return { tone, count, isOpen, since, url: 'https://github.com/org/app/actions/runs/41' }
}

describe('the moment', () => {
  test.each<[Moment, Past, string[]]>([
    ['always', 'unknown', [...outcomes]],
    ['failure', 'unknown', ['failure', 'timed-out', 'rolled-back', 'failed']],
    ['success', 'unknown', ['success', 'succeeded', 'unchanged']],
    ['change', streak('good'), ['failure', 'timed-out', 'rolled-back', 'failed']],
    ['change', streak('bad'), ['success', 'succeeded', 'unchanged']],
    ['change', 'first', ['failure', 'timed-out', 'rolled-back', 'failed']],
    ['recovery', streak('bad'), ['success', 'succeeded', 'unchanged']],
    ['recovery', streak('good'), []],
    ['recovery', 'first', []],
    ['recovery', 'unknown', ['success', 'succeeded', 'unchanged']],
  ])('%s, after %j, is with %j', (when, past, expected) => {
    const told = outcomes.filter((outcome) => silence(when, outcome, past) === undefined)
    expect(new Set(told)).toEqual(new Set(expected))
  })

  test.each<['success' | 'failure' | 'cancelled', Past, string | undefined]>([
    ['success', streak('bad', 3), 'fixed after 3 failures, 2 h'],
    ['success', streak('bad'), 'fixed after 1 failure, 2 h'],
    ['success', streak('bad', 100, true), 'fixed after at least 100 failures, 2 h'],
    ['failure', streak('good', 12), 'broken after 12 successes, 2 h'],
    ['failure', streak('good'), 'broken after 1 success, 2 h'],
    ['success', streak('good', 3), undefined],
    ['cancelled', streak('bad', 3), undefined],
    ['success', 'first', undefined],
  ])('of %s after %j is told as %j', (outcome, past, text) => {
    expect(changeOf(outcome, past, now)?.text).toBe(text)
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

  function notify(when: Moment, status: string, env = {}): Promise<Step> {
    const inputs = { when, status, 'webhook-url': discord.webhookUrl, 'github-token': 'ghs_token' }
    return runStep('discord-notify', { inputs, env: { GITHUB_API_URL: github.url, ...env } })
  }

  const told = (): string => JSON.stringify(discord.messages[0] ?? null)

  test('of the same workflow and branch tell that it is fixed', async () => {
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
    expect(told()).toContain('"title":"✅ Deliver / deploy is fixed on main"')
    expect(told()).toContain('"name":"Change","value":"[fixed after 2 failures, ')
    expect(told()).toContain('(https://github.com/org/app/actions/runs/17)')
    const list = github.asked.find(({ path }) => path.endsWith('/workflows/7/runs'))
    expect(Object.fromEntries(list?.query ?? [])).toMatchObject({
      branch: 'main',
      status: 'completed',
    })
    expect(github.asked.every(({ headers }) => headers.authorization === 'token ghs_token')).toBe(
      true,
    )
  })

  test.each<[Moment, string, string[], boolean]>([
    ['change', 'failure', ['success'], true],
    ['change', 'failure', ['failure'], false],
    ['change', 'success', ['success'], false],
    ['change', 'failure', [], true],
    ['recovery', 'success', ['failure'], true],
    ['recovery', 'success', ['success'], false],
    ['recovery', 'failure', ['success'], false],
  ])('%s: %s after %j is told: %s', async (when, status, before, isTold) => {
    github.runs = before.map((conclusion, index) => run(19 - index, conclusion))
    const step = await notify(when, status)
    expect(step).toMatchObject({ code: 0, outputs: { sent: String(isTold) } })
    expect(annotations(step)).toEqual([])
    expect(discord.messages).toHaveLength(isTold ? 1 : 0)
  })

  test('begin with the earlier attempts of this run, which a list does not show', async () => {
    github.runs = [run(19, 'success')]
    github.attempts = [run(20, 'failure'), run(20, 'failure')]
    await notify('recovery', 'success', { GITHUB_RUN_ATTEMPT: '3' })
    expect(told()).toContain('fixed after 2 failures')
  })

  test('are not known: what may be news is told, and why is said', async () => {
    github.play(notAllowed)
    const step = await notify('change', 'success')
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      expect.stringMatching(
        /^warning: How the run before ended is not known, so this is told\. .*403.*"actions: read" under "permissions"/,
      ),
    ])
  })

  test('are not known where a list holds none of them, as of an old run that is started again', async () => {
    const startedAt = '2026-11-21T10:00:00Z'
    github.runs = Array.from({ length: 100 }, (_, index) => ({
      ...run(200 - index, 'success'),
      startedAt,
    }))
    const step = await notify('change', 'success')
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      'warning: How the run before ended is not known, so this is told. Of the last 100 runs, none that came before this one tells it.',
    ])
  })

  test('are not asked for unless they matter', async () => {
    await notify('failure', 'cancelled')
    await notify('always', 'success')
    expect(github.asked).toEqual([])
  })

  test('cannot be asked for without a token: what may be news is told, and why is said', async () => {
    const inputs = { when: 'recovery', 'webhook-url': discord.webhookUrl, 'github-token': '' }
    const step = await runStep('discord-notify', { inputs })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      'warning: How the run before ended is not known, so this is told. There is no "github-token" to ask with.',
    ])
  })
})
