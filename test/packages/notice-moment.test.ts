import { changeOf, type Moment, outcomes, type Past, silence } from '@ci-actions/notice'
import { type Discord, startDiscord } from '../emulators/discord.ts'
import { answered } from '../emulators/faults.ts'
import { listen, type Received, type Server, send } from '../emulators/server.ts'
import { type Step, startBundle } from '../support/bundle.ts'
import { annotations } from '../support/notifiers.ts'

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
  let github: Server
  let asked: Received[]
  let rows: object[]
  let attempts: Record<string, object>
  let isDown: boolean

  const run = (run_number: number, conclusion: string | null, more = {}) => ({
    workflow_id: 7,
    run_number,
    head_branch: 'main',
    head_repository: { id: 1 },
    conclusion,
    run_started_at: `2026-11-21T${String(run_number).padStart(2, '0')}:00:00Z`,
    html_url: `https://github.com/org/app/actions/runs/${run_number}`,
    ...more,
  })

  beforeEach(async () => {
    discord = await startDiscord()
    asked = []
    rows = []
    attempts = {}
    isDown = false
    github = await listen((received, response) => {
      asked.push(received)
      const { path } = received
      const answers: Record<string, object> = {
        '/repos/org/app/actions/runs/42': run(20, null),
        '/repos/org/app/actions/workflows/7/runs': { workflow_runs: rows },
        ...attempts,
      }
      const body = answers[path]
      if (isDown || !body) answered(403, '{"message":"Resource not accessible"}')(never, response)
      else send(response, { status: 200, body: JSON.stringify(body) })
    })
  })

  afterEach(() => Promise.all([discord.close(), github.close()]))

  const never = () => ({ status: 500, body: '' })

  function notify(when: Moment, status: string, env = {}): Promise<Step> {
    const inputs = { when, status, 'webhook-url': discord.webhookUrl, 'github-token': 'ghs_token' }
    return startBundle('discord-notify', { inputs, env: { GITHUB_API_URL: github.url, ...env } })
  }

  const told = (): string => JSON.stringify(discord.messages[0] ?? null)

  test('of the same workflow and branch tell that it is fixed', async () => {
    const fork = { head_repository: { id: 2 } }
    rows = [
      run(21, 'success'),
      run(19, 'success', fork),
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
    const list = asked.find(({ path }) => path.endsWith('/workflows/7/runs'))
    expect(Object.fromEntries(list?.query ?? [])).toMatchObject({
      branch: 'main',
      status: 'completed',
    })
    expect(asked.every(({ headers }) => headers.authorization === 'Bearer ghs_token')).toBe(true)
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
    rows = before.map((conclusion, index) => run(19 - index, conclusion))
    const step = await notify(when, status)
    expect(step).toMatchObject({ code: 0, outputs: { sent: String(isTold) } })
    expect(annotations(step)).toEqual([])
    expect(discord.messages).toHaveLength(isTold ? 1 : 0)
  })

  test('begin with the earlier attempts of this run, which a list does not show', async () => {
    rows = [run(19, 'success')]
    const path = '/repos/org/app/actions/runs/42/attempts'
    attempts = { [`${path}/1`]: run(20, 'failure'), [`${path}/2`]: run(20, 'failure') }
    await notify('recovery', 'success', { GITHUB_RUN_ATTEMPT: '3' })
    expect(told()).toContain('fixed after 2 failures')
  })

  test('are not known: what may be news is told, and why is said', async () => {
    isDown = true
    const step = await notify('change', 'success')
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      expect.stringMatching(
        /^warning: How the run before ended is not known, so this is told\. .*403.*"permissions: actions: read"/,
      ),
    ])
  })

  test('are not asked for unless they matter', async () => {
    await notify('failure', 'failure')
    expect(asked).toEqual([])
  })
})
