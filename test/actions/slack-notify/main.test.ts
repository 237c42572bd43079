import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { slackNotify } from '../../../actions/slack-notify/src/main.ts'
import { answered } from '../../emulators/faults.ts'
import { type Slack, startSlack } from '../../emulators/slack.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { someRecord } from '../../support/record.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { refusalOf } from '../../support/wrong-inputs.ts'

// What is the same for every notifier stands in test/packages/notify/faults.test.ts.

let slack: Slack

beforeEach(async () => {
  slack = await startSlack()
})

afterEach(() => slack.close())

/** Runs the action, and sees that no secret is told anywhere. */
async function run(inputs: Record<string, string>, start: Start = {}): Promise<Step> {
  const step = await runStep('slack-notify', {
    ...start,
    inputs: { 'github-token': '', ...inputs },
  })
  const path = new URL(slack.webhookUrl).pathname
  expect(leakedSecrets(step, [slack.token, slack.webhookUrl, path])).toEqual([])
  return step
}

const byWebhook = (inputs: Record<string, string> = {}, start: Start = {}): Promise<Step> =>
  run({ 'webhook-url': slack.webhookUrl, ...inputs }, start)

const byBot = (inputs: Record<string, string> = {}, start: Start = {}): Promise<Step> =>
  run({ token: slack.token, channel: slack.channel, 'api-url': slack.apiUrl, ...inputs }, start)

describe('a message', () => {
  test('goes where the environment says when there is no input', async () => {
    const step = await run({}, { env: { SLACK_WEBHOOK_URL: slack.webhookUrl } })
    expect(step.outputs).toMatchObject({ sent: 'true', 'message-id': '', 'channel-id': '' })
    expect(slack.messages).toHaveLength(1)
  })

  test.each([
    ['failure', 'failure', true],
    ['success', 'failure', false],
    ['rolled-back', 'failure', true],
    ['cancelled', 'failure', false],
    ['success', 'success', true],
    ['cancelled', 'always', true],
  ])('of %s calls on %s: %s', async (status, on, isCalled) => {
    await byWebhook({ status, 'mention-on': on, mention: '# both\nchannel\nU012AB3CD\nS012AB3CD' })
    const sent = JSON.stringify(slack.messages)
    expect(sent.includes('<!channel> <@U012AB3CD> <!subteam^S012AB3CD>')).toBe(isCalled)
    expect(sent.includes('<!')).toBe(isCalled)
  })

  test.each([
    ['octocat', true],
    ['someone-else', false],
  ])('started by %s calls the member of that login: %s', async (actor, isCalled) => {
    const map = 'Octocat: U012AB3CD # on duty\nhubot: U0HUBOT'
    await byWebhook({ status: 'failure', 'mention-map': map }, { env: { GITHUB_ACTOR: actor } })
    expect(JSON.stringify(slack.messages).includes('<@U012AB3CD>')).toBe(isCalled)
    expect(JSON.stringify(slack.messages)).not.toContain('U0HUBOT')
  })

  test('tells every job of needs at once, the jobs of a matrix as one', async () => {
    const needs = { build: { result: 'success', outputs: {} }, test: { result: 'failure' } }
    await byWebhook({ status: JSON.stringify(needs) }, { env: { GITHUB_RUN_ATTEMPT: '2' } })
    const [message] = slack.messages
    expect(message?.text).toBe('❌ Deliver failed on main')
    expect(JSON.stringify(message)).toContain('*Jobs*\\n❌ *test* failed\\n✅ *build* succeeded')
    expect(JSON.stringify(message)).toContain('Run 42, attempt 2')
  })

  test('has the fields as 8398a7/action-slack writes them', async () => {
    await byWebhook({ fields: 'repo,message,eventName, workflow' })
    const text = JSON.stringify(slack.messages)
    for (const name of ['*Repository*', '*Event*', '*Workflow*']) expect(text).toContain(name)
    expect(text).not.toContain('*Commit*')
  })
})

describe('a bot', () => {
  test('says where the message is, and changes it from started to done', async () => {
    const started = await byBot({ status: 'started', title: 'Delivery' })
    const { 'message-id': ts = '', 'channel-id': channel = '' } = started.outputs
    expect(slack.posted).toMatchObject([{ ts, channel }])
    const done = await byBot({ channel, 'update-ts': ts, title: 'Delivery' })
    expect(done.outputs).toMatchObject({ sent: 'true', 'message-id': ts, 'channel-id': channel })
    expect(slack.posted).toMatchObject([{ ts, message: { text: '✅ Delivery' } }])
  })

  test('notifies nobody of a change, and says so', async () => {
    const started = await byBot({ status: 'started', mention: '@here' })
    const { 'message-id': ts = '' } = started.outputs
    const done = await byBot({ 'update-ts': ts, status: 'failure', mention: '@here' })
    expect(annotations(done)).toEqual([
      'notice: Slack does not notify anyone of an updated message. To notify the people mentioned, send a new one.',
    ])
  })

  test('replies in a thread, and shows the reply in the channel if asked', async () => {
    await byBot()
    const [first] = slack.posted
    await byBot({ 'thread-ts': first?.ts ?? '', 'reply-broadcast': 'true' })
    expect(slack.posted[1]).toMatchObject({ thread: first?.ts, isBroadcast: true })
  })

  test('changes a message again after a failure, which does no harm', async () => {
    await byBot()
    slack.play(answered(503, '<html>'), answered(500, '<html>'))
    const step = await byBot({ 'update-ts': slack.posted[0]?.ts ?? '' })
    expect(step.outputs).toMatchObject({ sent: 'true', attempts: '3' })
  })

  test('posts to a channel by its name, when the message to change is not there', async () => {
    const step = await byBot({ channel: '#general', 'update-ts': '' })
    expect(step.outputs).toMatchObject({ sent: 'true', 'channel-id': slack.channel })
  })
})

/** What is said to inputs that it cannot use, beside those of a webhook. */
const refused = (inputs: Record<string, string>): Promise<string> =>
  refusalOf('slack-notify', slackNotify, { 'webhook-url': slack.webhookUrl, ...inputs })

const ok = (error: string): string => JSON.stringify({ ok: false, error })

describe('says what it means that Slack answers', () => {
  test.each([
    [404, 'no_service', /404 no_service: the webhook was deleted .* Create a new incoming webhook/],
    [404, 'channel_not_found', /the channel does not exist.* Create a new incoming webhook/],
    [403, 'invalid_token', /403 invalid_token: the URL of the webhook is wrong/],
    [403, 'action_prohibited', /an administrator restricts who may post/],
    [410, 'channel_is_archived', /the channel is archived/],
    [400, 'invalid_payload', /please report it/],
    [400, 'toString', /400 with "toString": it rejected the message/],
    [400, 'invalid_attachments', /has attachments that Slack does not accept/],
    [400, 'some_new_word', /400 with "some_new_word": it rejected the message/],
    [
      400,
      '<html>no</html>',
      /instead of "ok"\. Check that the URL belongs to Slack and that no proxy/,
    ],
    [
      500,
      'rollup_error',
      /may have been sent .* 500 rollup_error: there is a problem with the workspace/,
    ],
  ])('%i %s to a webhook', async (status, word, says) => {
    slack.play(answered(status, word))
    expect(annotations(await byWebhook())).toEqual([expect.stringMatching(says)])
  })

  test.each([
    ['no_team', '/services/T0/B0/x', 404],
    ['no_service', null, 404],
    ['invalid_token', '', 403],
  ])('%s to a webhook that is wrong', async (word, path, status) => {
    const url = new URL(slack.webhookUrl)
    const [, services, team, service] = url.pathname.split('/')
    const other = path === null ? `/services/${team}/B0/abcdefgh` : undefined
    url.pathname = path || (other ?? `/${services}/${team}/${service}/abcdefgh`)
    const step = await byWebhook({ 'webhook-url': url.href })
    expect(annotations(step)[0]).toContain(`Slack answered ${status} ${word}: `)
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['a wrong token', { token: 'xoxb-wrong' }, /not sent .* invalid_auth: the token is wrong/],
    ['no such channel', { channel: 'C0NOWHERE' }, /channel_not_found: .* Use its id, and invite/],
    ['a channel without the bot', { channel: 'C0STRANGER' }, /not_in_channel: .* Invite the bot/],
    ['an archived channel', { channel: 'C0ARCHIVED' }, /is_archived: the channel is archived/],
    [
      'no such message',
      { 'update-ts': '1.000001' },
      /message_not_found: the channel has no such message/,
    ],
  ])('to a bot with %s, with status 200', async (_, inputs, says) => {
    const step = await byBot(inputs)
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'false', attempts: '1' } })
    expect(annotations(step)).toEqual([expect.stringMatching(says)])
  })

  test.each<[string, string, RegExp]>([
    ['false', ok('missing_scope').replace('}', ',"needed":"chat:write"}'), /needed: chat:write/],
    ['false', ok('what_is_this'), /Slack answered what_is_this\./],
    [
      'unknown',
      ok('fatal_error'),
      /may have been sent .* the message may or may not have been posted/,
    ],
    ['false', '{"ok":true}', /may have been sent|instead of its JSON/],
  ])('to a bot (%s): %s', async (_, body, says) => {
    slack.play(answered(200, body))
    expect(annotations(await byBot())).toEqual([expect.stringMatching(says)])
  })
})

describe('the own payload', () => {
  const text = '{"text": "Hello <!channel> <@U012AB3CD|x> <!date^1^{date}|then>"}'

  test('takes the place of ours, and calls only whom the inputs call', async () => {
    const step = await byWebhook({ payload: text, mention: 'U012AB3CD', 'mention-on': 'always' })
    expect(step.outputs.sent).toBe('true')
    expect(slack.messages[0]?.text).toBe(
      'Hello &lt;!channel&gt; <@U012AB3CD|x> <!date^1^{date}|then>',
    )
    expect(slack.messages[0]?.blocks).toHaveLength(2)
  })

  test('calls whom the inputs call, whether it names them or not', async () => {
    const own = { type: 'section', text: { type: 'mrkdwn', text: 'Look, <!here|you>' } }
    const mention = '@here\nU012AB3CD'
    const payload = JSON.stringify({ blocks: [own] })
    await byWebhook({ payload, mention, 'mention-on': 'always' })
    expect(slack.messages[0]?.blocks).toMatchObject([own, { text: { text: '<@U012AB3CD>' } }])
  })

  test('may be YAML', async () => {
    const payload =
      'attachments: []\nblocks:\n  - type: section\n    text: {type: mrkdwn, text: "*Hi*"}'
    await byWebhook({ payload })
    expect(slack.messages[0]?.blocks).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: '*Hi*' } },
    ])
  })

  const header = (length: number) => ({
    blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(length) } }],
  })
  const section = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_000) } }

  test.each<[string, unknown, string]>([
    [
      'a headline that is too long',
      header(151),
      'at "blocks.0.text.text": 151 characters, but the maximum is 150',
    ],
    [
      '51 blocks',
      { blocks: Array(51).fill({ type: 'divider' }) },
      'at "blocks": 51 items, but the maximum is 50',
    ],
    [
      'too much in all',
      { blocks: Array(5).fill(section) },
      'characters in total, but the maximum is 12000',
    ],
    ['a key of its own', { channel: 'C1' }, 'must not contain "channel"'],
    ['names to be found', { link_names: true }, 'must not contain "link_names"'],
    [
      'a call in rich text of nobody',
      { blocks: [{ type: 'rich_text', elements: [{ type: 'broadcast' }] }] },
      'does not name whom to mention',
    ],
  ])('is refused for %s, and nothing is sent', async (_, payload, says) => {
    const said = await refused({ payload: JSON.stringify(payload) })
    expect(said).toMatch(/^Input "payload" /)
    expect(said).toContain(says)
    expect(slack.requests).toBe(0)
  })
})

describe('a call in rich text', () => {
  const blocks = [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'U012AB3CD' },
            { type: 'usergroup', usergroup_id: 'S012AB3CD' },
            { type: 'broadcast', range: 'here' },
          ],
        },
      ],
    },
  ]

  test.each<[string, string[]]>([
    ['', []],
    ['U012AB3CD', ['user']],
    ['S012AB3CD', ['usergroup']],
    ['@here', ['broadcast']],
    ['U012AB3CD\n@here', ['user', 'broadcast']],
  ])('is one where "mention" is %j, else it is text', async (mention, called) => {
    const step = await byWebhook({
      payload: JSON.stringify({ blocks }),
      mention,
      status: 'failure',
    })
    expect([step.outputs.sent, ...annotations(step)]).toEqual(['true'])
    const sent = JSON.stringify(slack.messages[0])
    for (const type of ['user', 'usergroup', 'broadcast']) {
      expect(sent.includes(`"type":"${type}"`)).toBe(called.includes(type))
    }
    expect(sent).toMatch(/U012AB3CD.*S012AB3CD.*here/)
  })
})

describe('what it is about', () => {
  const told = () => JSON.stringify(slack.messages[0])
  const workflow_run = {
    id: 7,
    name: 'CI',
    head_sha: 'b'.repeat(40),
    head_branch: 'feature/x',
    event: 'push',
    html_url: 'https://github.com/org/app/actions/runs/7',
    triggering_actor: { login: 'octocat' },
  }
  const reported = { event: { workflow_run }, env: { GITHUB_EVENT_NAME: 'workflow_run' } }
  const record = { ...someRecord, status: 'succeeded' }

  test.each<[string, Record<string, string>, string]>([
    ['the run of a workflow_run event', {}, 'CI failed on feature/x'],
    [
      'this run, where it has deployed',
      { deployments: JSON.stringify([record]) },
      'Deliver failed on main',
    ],
    [
      'this run, of its own jobs',
      { status: '{"test": {"result": "failure"}}' },
      'Deliver failed on main',
    ],
  ])('is %s', async (_, inputs, title) => {
    await byWebhook({ status: 'failure', 'github-token': '', ...inputs }, reported)
    expect(slack.messages[0]?.text).toContain(`❌ ${title}`)
    expect(told().includes('/actions/runs/7')).toBe(title.startsWith('CI'))
  })

  test.each([
    [
      'of the commit',
      { head_commit: { message: 'x', author: { name: 'Alice A', username: 'alice' } } },
      'Alice A',
      'U0ALICE',
    ],
    [
      'of the pull request',
      {
        pull_request: {
          number: 1,
          title: 'x',
          head: { sha: 'a', ref: 'b' },
          user: { login: 'alice' },
        },
      },
      'alice',
      'U0ALICE',
    ],
    [
      'that the map does not know',
      { head_commit: { message: 'x', author: { name: 'Carol', username: 'carol' } } },
      'Carol',
      'U0BOB',
    ],
    ['that nobody tells', {}, 'bob', 'U0BOB'],
  ])(
    'has the author %s, and mentions them by the map, else who started it',
    async (_, event, author, member) => {
      const inputs = {
        fields: 'author actor',
        status: 'failure',
        'mention-map': 'alice: U0ALICE\nbob: U0BOB',
      }
      await byWebhook(inputs, { event, env: { GITHUB_ACTOR: 'bob' } })
      expect(told()).toContain(author)
      expect(told()).toContain('Started by')
      expect(told()).toContain(`<@${member}>`)
    },
  )

  test('is read from a file where it is too large for an input', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'slack-'))
    const outputs = { files: 'x'.repeat(300_000) }
    writeFileSync(
      join(workspace, 'needs.json'),
      JSON.stringify({ test: { result: 'failure', outputs } }),
    )
    await byWebhook({ 'status-path': 'needs.json' }, { workspace })
    expect(told()).toContain('❌ *test* failed')
    const step = await byWebhook({ 'status-path': 'none.json' }, { workspace })
    expect(step.error).toContain('Input "status-path" names the file "none.json"')
  })

  test('is a step that did not run where the status is empty, which is said', async () => {
    const step = await byWebhook({ status: '' })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(annotations(step)).toEqual([
      expect.stringMatching(/^warning: The status is empty, .* reported as skipped/),
    ])
  })
})

describe('an address that cannot be used', () => {
  const other = { 'webhook-url': '', token: 'xoxb-1', channel: 'C012AB3CD' }

  test.each<[Record<string, string>, string]>([
    [
      { 'webhook-url': 'hooks.slack.com/services/T1/B1/secret' },
      'an address that starts with https://, not the given value (hidden)',
    ],
    [{ 'webhook-url': 'http://hooks.slack.com/services/T1/B1/secret' }, 'an https:// address'],
    [{ 'webhook-url': 'https://hooks.slack.com/triggers/T1/1/secret' }, 'an incoming webhook'],
    [{ token: 'secret' }, 'which starts with xoxb-'],
    [{ ...other, channel: '' }, '"channel" is required with "token"'],
    [{ channel: 'general chat' }, 'the id of a channel'],
    [{ channel: 'C012AB3CD' }, '"channel" needs a bot\'s "token"'],
    [{ 'update-ts': '1.000001' }, '"update-ts" needs a bot\'s "token"'],
    [{ 'update-ts': 'yesterday' }, 'the "message-id" output of an earlier step'],
    [{ ...other, channel: '#general', 'update-ts': '1.000001' }, 'needs the id of the channel'],
    [{ ...other, 'update-ts': '1.000001', 'thread-ts': '1.000002' }, 'in place'],
    [{ ...other, 'reply-broadcast': 'true' }, '"reply-broadcast" needs "thread-ts"'],
  ])('%j is named in one line', async (inputs, says) => {
    const said = await refused(inputs)
    expect(said).toContain(says)
    expect(said).not.toMatch(/secret$/)
    expect(slack.requests).toBe(0)
  })
})
