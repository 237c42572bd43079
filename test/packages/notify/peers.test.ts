import type { DeploymentRecord } from '@ci-actions/deployment'
import { type Discord, startDiscord } from '../../emulators/discord.ts'
import { calledBy } from '../../emulators/discord-markdown.ts'
import { answered, badGateway, rateLimited } from '../../emulators/faults.ts'
import { marksOf, type Slack, startSlack, textsOf } from '../../emulators/slack.ts'
import { type JobGiven, startWorkflowRuns } from '../../emulators/workflow-runs.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { runStep } from '../../support/step.ts'

// What is wrong with the actions that people use today, as their sources show it.

/** Both platforms, gone afterwards; what they got is what counts. */
async function played(play: (at: { slack: Slack; discord: Discord }) => Promise<void>) {
  const [slack, discord] = await Promise.all([startSlack(), startDiscord()])
  await play({ slack, discord }).finally(() => Promise.all([slack.close(), discord.close()]))
}

type Given = Record<string, string>

function tellSlack(slack: Slack, inputs: Given = {}, start: Start = {}): Promise<Step> {
  const base = { 'webhook-url': slack.webhookUrl, 'github-token': '' }
  return runStep('slack-notify', { ...start, inputs: { ...base, ...inputs } })
}

function tellByBot(
  { token, channel, apiUrl }: Slack,
  inputs: Given = {},
  start: Start = {},
): Promise<Step> {
  const base = { token, channel, 'api-url': apiUrl, 'github-token': '' }
  return runStep('slack-notify', { ...start, inputs: { ...base, ...inputs } })
}

function tellDiscord(discord: Discord, inputs: Given = {}, start: Start = {}): Promise<Step> {
  const base = { 'webhook-url': discord.webhookUrl, 'github-token': '' }
  return runStep('discord-notify', { ...start, inputs: { ...base, ...inputs } })
}

const wordsIn = ({ messages }: Slack): string =>
  messages
    .flatMap(textsOf)
    .map(({ text }) => text)
    .join('\n')

describe('Unlike slackapi/slack-github-action, it never', () => {
  test.concurrent('gives up at once when a webhook is told 429', () =>
    played(async ({ slack }) => {
      slack.play(rateLimited('1'))
      const step = await tellSlack(slack)
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'true', attempts: '2' } })
    }))

  test.concurrent('shows the environment to a template in the payload', () =>
    played(async ({ slack }) => {
      const text =
        '{{ SECRET_THING }} ${SECRET_THING} <%= process.env.SECRET_THING %> $SECRET_THING'
      const env = { SECRET_THING: 'told-to-nobody' }
      await tellSlack(slack, { payload: JSON.stringify({ text }), title: text }, { env })
      expect(slack.messages[0]?.text).toBe(text)
      expect(JSON.stringify(slack.messages)).not.toContain('told-to-nobody')
    }))

  test.concurrent('sends the whole context of the run when no payload is given', () =>
    played(async ({ slack }) => {
      const event = { head_commit: { message: 'Fix it' }, sender: { email: 'me@private.example' } }
      const step = await tellSlack(slack, { fields: 'all', 'github-token': '' }, { event })
      expect(step.outputs.sent).toBe('true')
      expect(wordsIn(slack)).toContain('Fix it')
      expect(JSON.stringify(slack.messages)).not.toContain('private.example')
    }))

  test.concurrent('fails a run of a fork, which has no secret, whatever is asked for', () =>
    played(async ({ slack, discord }) => {
      const fork = { head: { repo: { full_name: 'someone/app' } } }
      for (const [level, event] of [
        ['notice', { pull_request: fork }],
        ['warning', {}],
      ] as const) {
        const steps = [
          await tellSlack(slack, { 'webhook-url': '' }, { event }),
          await tellByBot(slack, { token: '' }, { event }),
          await tellDiscord(discord, { 'webhook-url': '' }, { event }),
        ]
        for (const step of steps) {
          expect(step.code).toBe(0)
          expect(annotations(step)).toEqual([
            expect.stringMatching(
              `^${level}: "(webhook-url|token)" is empty, so nothing was sent to `,
            ),
          ])
        }
      }
    }))

  test.concurrent('breaks its JSON on a quote or a line break in a commit message', () =>
    played(async ({ slack, discord }) => {
      const message = 'Say "hi" to \\n C:\\temp `x`\n\nAnd more'
      const event = { head_commit: { message } }
      await tellSlack(slack, {}, { event })
      await tellDiscord(discord, {}, { event })
      expect([slack.refusals, discord.refusals]).toEqual([[], []])
      expect(wordsIn(slack)).toContain('Say "hi" to \\n C:\\temp ˋxˋ')
    }))

  test.concurrent('needs JSON for the simplest message', () =>
    played(async ({ slack }) => {
      await tellSlack(slack, { status: 'failure' })
      expect(slack.messages[0]?.text).toBe('❌ Deliver failed on main')
    }))

  test.concurrent('is green, without a word, when Slack refuses a message', () =>
    played(async ({ slack }) => {
      slack.play(answered(400, 'invalid_payload'))
      const step = await tellSlack(slack)
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'false' } })
      expect(annotations(step)).toEqual([expect.stringMatching(/^warning: .*invalid_payload/)])
    }))

  test.concurrent('sends again after a 5xx, and so perhaps twice', () =>
    played(async ({ slack }) => {
      slack.play(badGateway)
      expect((await tellSlack(slack)).outputs).toMatchObject({ sent: 'unknown', attempts: '1' })
      expect(slack.requests).toBe(1)
    }))

  test.concurrent('lets a title mention everybody', () =>
    played(async ({ slack }) => {
      const hostile = '<!channel> <@U012AB3CD> <https://evil.example|here>'
      await tellSlack(slack, { title: hostile, text: hostile }, { env: { GITHUB_ACTOR: hostile } })
      expect(slack.messages.map(marksOf)).toMatchObject([{ mentions: [], broken: [] }])
      const hosts = slack.messages.flatMap(marksOf).flatMap(({ links }) => links)
      expect(new Set(hosts.map(({ url }) => new URL(url).host))).toEqual(new Set(['github.com']))
    }))
})

describe('Unlike rtCamp/action-slack-notify, it never', () => {
  test.concurrent('calls a bot’s message sent when Slack says "ok": false', () =>
    played(async ({ slack }) => {
      const step = await tellByBot(slack, { channel: 'C0NOWHERE' })
      expect(step.outputs.sent).toBe('false')
      expect(annotations(step)).toEqual([expect.stringMatching(/channel_not_found/)])
    }))

  test.concurrent('panics when a bot cannot reach Slack', () =>
    played(async ({ slack }) => {
      const step = await tellByBot(slack, { 'api-url': 'http://127.0.0.1:1' })
      expect(step).toMatchObject({ code: 0, stderr: '', outputs: { sent: 'false' } })
      expect(annotations(step)).toEqual([expect.stringContaining('nothing listens there')])
    }))

  test.concurrent('tells no later step which message it was, so none can reply or change it', () =>
    played(async ({ slack, discord }) => {
      const inSlack = (await tellByBot(slack)).outputs
      const inDiscord = (await tellDiscord(discord)).outputs
      expect(inSlack['message-id']).toBe(slack.posted[0]?.ts)
      expect(inDiscord['message-id']).toBe(discord.posted[0]?.id)
    }))
})

describe('Unlike Ilshidur/action-discord, it never', () => {
  test.concurrent('runs a commit message as code', () =>
    played(async ({ discord }) => {
      const code = '{{ process.exit(3) }} <%= process.exit(3) %> ${process.exit(3)}'
      const event = { head_commit: { message: code } }
      const step = await tellDiscord(discord, { title: code, text: code }, { event })
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
      expect(discord.messages[0]?.embeds?.[0]?.title).toContain('process.exit')
    }))
})

describe('Unlike 8398a7/action-slack, it never', () => {
  test.concurrent('evaluates its payload', () =>
    played(async ({ slack }) => {
      const payload = '{ text: (() => process.exit(3))() }'
      const step = await tellSlack(slack, { payload })
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
      expect(slack.messages[0]?.text).toBe('(() => process.exit(3))()')
    }))

  test.concurrent('says "Job is not found" in a matrix, and has no result for each of its jobs', () =>
    played(async ({ slack }) => {
      const github = await startWorkflowRuns()
      github.own = {
        number: 20,
        conclusion: null,
        startedAt: new Date(Date.now() - 65_000).toISOString(),
      }
      github.jobs = ['20', '22'].map((version): JobGiven => {
        const conclusion = version === '20' ? 'failure' : 'success'
        return { name: `test (${version})`, conclusion, steps: [{ name: 'npm test', conclusion }] }
      })
      const status = '{"test":{"result":"failure"}}'
      const inputs = { status, fields: 'job,took', 'github-token': 'ghs_token' }
      await tellSlack(slack, inputs, { env: { GITHUB_API_URL: github.url } })
      await github.close()
      expect(wordsIn(slack)).toContain('*test* 1 of 2 failed at "npm test": 20')
      expect(wordsIn(slack)).toMatch(/\*Job\*\ndeploy\n\*Took\*\n1 min \d+ s/)
    }))
})

describe('Unlike sarisia/actions-status-discord, it never', () => {
  test.concurrent('sends more than Discord takes in all', () =>
    played(async ({ discord }) => {
      const long = '🙂*'.repeat(4_000)
      const jobs = Array.from({ length: 100 }, (_, index) => [
        `job-${index}`,
        { result: 'failure' },
      ])
      const status = JSON.stringify(Object.fromEntries(jobs))
      const inputs = { status, title: long, text: long, environment: long, fields: 'all' }
      await tellDiscord(discord, inputs, { event: { head_commit: { message: long } } })
      expect(discord.refusals).toEqual([])
      expect(discord.messages).toHaveLength(1)
    }))

  test.concurrent('lets a title call everybody, since it never says who may be called', () =>
    played(async ({ discord }) => {
      const hostile = '@everyone @here <@123456789012345678>'
      await tellDiscord(discord, { title: hostile, payload: JSON.stringify({ content: hostile }) })
      expect(discord.messages.map(calledBy)).toEqual([[]])
      expect(discord.messages[0]?.allowed_mentions).toEqual({ parse: [], users: [], roles: [] })
    }))

  test.concurrent('sends no second time when Discord asks to wait', () =>
    played(async ({ discord }) => {
      discord.play(rateLimited('0.5'))
      expect((await tellDiscord(discord)).outputs).toMatchObject({ sent: 'true', attempts: '2' })
    }))
})

describe('Unlike jdcargile/ms-teams-notification, it never', () => {
  test.concurrent('swallows every failure: a green step and no message', () =>
    played(async ({ slack, discord }) => {
      slack.play(answered(404, 'no_service'))
      discord.play(answered(404, '{"code":10015,"message":"Unknown Webhook"}'))
      for (const step of [await tellSlack(slack), await tellDiscord(discord)]) {
        expect(step.outputs.sent).toBe('false')
        expect(annotations(step)).toEqual([
          expect.stringMatching(/^warning: The message was not sent/),
        ])
      }
    }))
})

describe('Unlike dawidd6/action-send-mail, it never', () => {
  test.concurrent('lets the runner show its secrets', () =>
    played(async ({ slack, discord }) => {
      const masks = ({ commands }: Step): string[] =>
        commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)
      const { webhookUrl } = discord
      const hidden = masks(await tellDiscord(discord))
      expect(hidden).toEqual(expect.arrayContaining([webhookUrl, new URL(webhookUrl).pathname]))
      expect(hidden).toContain(webhookUrl.split('/').at(-1))
      expect(masks(await tellByBot(slack))).toContain(slack.token)
    }))
})

describe('Unlike all of them, it never', () => {
  test.concurrent('writes one message for each job, and none for the run', () =>
    played(async ({ discord }) => {
      const needs = { build: { result: 'success' }, test: { result: 'failure' } }
      await tellDiscord(discord, { status: JSON.stringify(needs) })
      expect(discord.messages).toHaveLength(1)
      expect(discord.messages[0]?.embeds?.[0]?.description).toBe(
        '**Jobs**\n❌ **test** failed\n✅ **build** succeeded',
      )
    }))

  test.concurrent('leaves out which service is behind a failure', () =>
    played(async ({ slack }) => {
      const at = '2026-11-21T09:00:00Z'
      const none = { version: null, previous: null, live: null, startedAt: at, finishedAt: at }
      const record = (name: string, status: DeploymentRecord['status']): DeploymentRecord => ({
        ...{ schema: 'ci-actions/deployment@1', kind: 'deploy', provider: 'render', target: {} },
        ...{ name, status, changed: true, ...none },
      })
      const deployments = [record('api', 'succeeded'), record('backend', 'failed')]
      await tellSlack(slack, { status: 'failure', deployments: JSON.stringify(deployments) })
      expect(slack.messages[0]?.text).toBe('❌ Deliver failed on main: backend failed')
    }))

  test.concurrent('leaves the job summary and later steps without a word', () =>
    played(async ({ discord }) => {
      const { summary, outputs } = await tellDiscord(discord)
      expect(summary).toContain('Discord accepted the message.')
      expect(JSON.parse(outputs.payload ?? '')).toHaveProperty('embeds')
    }))
})
