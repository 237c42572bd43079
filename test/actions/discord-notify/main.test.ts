import { discordNotify } from '../../../actions/discord-notify/src/main.ts'
import { type Discord, readMessage, startDiscord } from '../../emulators/discord.ts'
import { calledBy, marksOf } from '../../emulators/discord-markdown.ts'
import { answered } from '../../emulators/faults.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { refusalOf } from '../../support/wrong-inputs.ts'

// What is the same for every notifier stands in test/packages/notify/faults.test.ts.

let discord: Discord

beforeEach(async () => {
  discord = await startDiscord()
})

afterEach(() => discord.close())

/** Runs the action, and sees that nothing of the webhook's address is told anywhere. */
async function notify(inputs: Record<string, string> = {}, start: Start = {}): Promise<Step> {
  const url = inputs['webhook-url'] ?? discord.webhookUrl
  const step = await runStep('discord-notify', {
    ...start,
    inputs: { 'github-token': '', ...inputs, 'webhook-url': url },
  })
  const token = discord.webhookUrl.split('/').at(-1) ?? ''
  expect(leakedSecrets(step, [discord.webhookUrl, token])).toEqual([])
  return step
}

/** What is said to inputs that it cannot use, beside the webhook. */
const refused = (inputs: Record<string, string>): Promise<string> =>
  refusalOf('discord-notify', discordNotify, { 'webhook-url': discord.webhookUrl, ...inputs })

const member = '123456789012345678'
const role = '223456789012345678'

describe('Discord as it is played here', () => {
  const embed = (change: object) => ({ embeds: [{ title: 'x', ...change }] })
  const field = { name: 'a', value: 'b' }

  test.each<[string, unknown, string]>([
    ['no JSON', undefined, 'Invalid type'],
    ['nothing', {}, 'empty'],
    ['a property that does not exist', { content: 'x', text: 'y' }, 'text'],
    ['2,001 characters', { content: '🙂'.repeat(2_001) }, 'Must be 2000 or fewer'],
    ['a title of 257', embed({ title: 'x'.repeat(257) }), 'Must be 256 or fewer'],
    ['a description of 4,097', embed({ description: 'x'.repeat(4_097) }), 'Must be 4096'],
    ['26 fields', embed({ fields: Array(26).fill(field) }), 'embeds.0.fields'],
    ['an empty field', embed({ fields: [{ name: 'a', value: ' ' }] }), 'This field is required'],
    ['6,001 in all', { embeds: Array(2).fill({ description: 'x'.repeat(3_001) }) }, '6000'],
    ['another address', embed({ url: 'javascript:x' }), 'Scheme must be'],
    ['a name of its own', { content: 'x', username: 'Discord' }, 'Username'],
  ])('refuses %s', (_, message, says) => {
    const read = readMessage(JSON.stringify(message) ?? 'x')
    expect(read).toHaveProperty('refused', expect.stringContaining(says))
  })

  test.each([
    ['<@1> @everyone', { mentions: ['<@1>', '@everyone'] }],
    ['[c](https://a.b)', { links: [{ url: 'https://a.b', text: 'c' }] }],
    ['https://a.b', { broken: ['https://a.b'] }],
    ['[c](javascript:x)', { broken: ['[c](javascript:x)'] }],
    ['a_b `c`', { broken: ['_', '`', '`'] }],
    ['# a', { broken: ['# '] }],
    ['**a\\*b** \\@everyone \\<\\@1\\> https\\://a.b', {}],
  ])('reads %s as Discord does', (description, marks) => {
    const due = { links: [], mentions: [], broken: [], ...marks }
    expect(marksOf({ embeds: [{ description }] })).toEqual(due)
  })
})

describe('a message', () => {
  test('goes where the environment says, and says where it is', async () => {
    const env = { DISCORD_WEBHOOK: discord.webhookUrl }
    const { outputs } = await notify({ 'webhook-url': '' }, { env })
    const [{ id, channel } = {}] = discord.posted
    expect(outputs).toMatchObject({ sent: 'true', 'message-id': id, 'channel-id': channel })
  })

  test('calls those of the inputs and nobody else, whatever stands in it', async () => {
    const text = `@everyone <@${role}> [x](https://evil.example)`
    await notify({ status: 'failure', mention: `${member}\n&${role}`, text, title: text })
    const [message] = discord.messages
    if (!message) throw new Error('Nothing was sent.')
    expect(calledBy(message)).toEqual([`<@${member}>`, `<@&${role}>`])
    expect(message.allowed_mentions).toEqual({ parse: [], users: [member], roles: [role] })
    expect(marksOf(message)).toMatchObject({
      mentions: [`<@${member}>`, `<@&${role}>`],
      broken: [],
    })
    expect(marksOf(message).links.map(({ url }) => url)).not.toContain('https://evil.example')
  })

  test.each([
    ['@here', ['@here']],
    ['@everyone', ['@everyone']],
    ['', []],
  ])('calls everybody only if asked: %j', async (mention, calls) => {
    await notify({ status: 'failure', mention })
    expect(discord.messages.map(calledBy)).toEqual([calls])
  })

  test('calls the member of the login that started the run', async () => {
    const inputs = { status: 'failure', 'mention-map': `{"Octocat": "${member}"}` }
    await notify(inputs, { env: { GITHUB_ACTOR: 'octocat' } })
    expect(discord.messages.map(calledBy)).toEqual([[`<@${member}>`]])
  })

  test('tells every job, what failed first, and which attempt it was', async () => {
    const needs = { build: { result: 'success' }, test: { result: 'failure' } }
    await notify({ status: JSON.stringify(needs) }, { env: { GITHUB_RUN_ATTEMPT: '2' } })
    const [embed] = discord.messages[0]?.embeds ?? []
    expect(embed).toMatchObject({
      title: '❌ Deliver failed on main',
      url: 'https://github.com/org/app/actions/runs/42',
      description: '**Jobs**\n❌ **test** failed\n✅ **build** succeeded',
      color: 0xe01e5a,
    })
    expect(embed?.fields?.at(-1)?.value).toContain('[Run 42, attempt 2](')
  })

  test('has a name, a picture and no sound if asked', async () => {
    const avatar = 'https://example.com/a.png'
    await notify({ username: 'Deliveries', 'avatar-url': avatar, silent: 'true' })
    expect(discord.messages).toMatchObject([
      { username: 'Deliveries', avatar_url: avatar, flags: 4096 },
    ])
  })

  test('goes from started to done', async () => {
    const { outputs } = await notify({ status: 'started', username: 'CI', silent: 'true' })
    discord.play(answered(502, '<html>'))
    const id = outputs['message-id'] ?? ''
    const done = await notify({ 'message-id': id, username: 'CI', silent: 'true' })
    expect(done.outputs).toMatchObject({ sent: 'true', attempts: '2', 'message-id': id })
    expect(discord.posted).toHaveLength(1)
    expect(discord.posted[0]?.message.embeds?.[0]?.title).toContain('✅')
  })

  test('that is changed notifies nobody, and that is said', async () => {
    const { outputs } = await notify({ status: 'started', mention: member })
    const id = outputs['message-id'] ?? ''
    const done = await notify({ 'message-id': id, status: 'failure', mention: member })
    expect(annotations(done)).toEqual([
      'notice: Discord does not notify anyone of an updated message. To notify the people mentioned, send a new one.',
    ])
  })

  test('goes to a thread, and is changed there', async () => {
    const { outputs } = await notify({ 'thread-id': discord.thread })
    expect(outputs['channel-id']).toBe(discord.thread)
    const inputs = { 'thread-id': discord.thread, 'message-id': outputs['message-id'] ?? '' }
    expect((await notify(inputs)).outputs.sent).toBe('true')
    expect(discord.posted).toHaveLength(1)
  })

  test('starts a post in a forum', async () => {
    const forum = await startDiscord({ isForum: true })
    const inputs = { 'webhook-url': forum.webhookUrl }
    const without = await notify(inputs)
    expect(annotations(without)[0]).toMatch(
      /\(220001\): the channel is a forum\. Set "thread-name"/,
    )
    const { outputs } = await notify({ ...inputs, 'thread-name': 'Releases' })
    expect(outputs).toMatchObject({ sent: 'true', 'channel-id': forum.posted[0]?.channel })
    await forum.close()
  })

  test.each(['github', 'slack'])(
    'ignores the ending /%s of the address, and says so',
    async (end) => {
      const step = await notify({ 'webhook-url': `${discord.webhookUrl}/${end}?wait=false` })
      expect(step.outputs.sent).toBe('true')
      expect(annotations(step)).toEqual([
        expect.stringContaining(`notice: The webhook URL ends with "/${end}"`),
      ])
    },
  )

  test('that is as long as can be is cut to what Discord takes', async () => {
    const long = '**_`|[x](y)🙂<@1>\n'.repeat(1_000)
    const needs = Object.fromEntries(
      Array.from({ length: 256 }, (_, index) => [`job-${index}-*`, { result: 'failure' }]),
    )
    const inputs = { title: long, text: long, status: JSON.stringify(needs), environment: long }
    await notify(inputs, { event: { head_commit: { message: long } } })
    expect(discord.refusals).toEqual([])
    const [message] = discord.messages
    expect(message?.embeds?.[0]?.description).toMatch(/…\n\n\*\*Jobs\*\*\n(.*\n)+…and \d+ more$/)
    expect(marksOf(message ?? {})).toMatchObject({ mentions: [], broken: [] })
  })
})

describe('says what it means that Discord answers', () => {
  const error = (code: number): string => JSON.stringify({ code, message: 'Said so' })

  test.each([
    [404, 10015, /404 "Said so" \(10015\): the webhook was deleted.* Create a new webhook/],
    [401, 50027, /\(50027\): the URL of the webhook is wrong/],
    [400, 50035, /\(50035\): the message contains something that Discord does not accept/],
    [400, 999, /Discord answered 400 "Said so" \(999\)\.$/],
  ])('%i with code %i', async (status, code, says) => {
    discord.play(answered(status, error(code)))
    const step = await notify()
    expect(annotations(step)).toEqual([expect.stringMatching(says)])
    expect(discord.requests).toBe(1)
  })

  test('that there is no such message', async () => {
    const step = await notify({ 'message-id': member })
    expect(annotations(step)[0]).toMatch(
      /404 "Unknown Message" \(10008\): this webhook has no such message/,
    )
  })
})

describe('the own payload', () => {
  test('takes the place of ours, and calls only whom the inputs call', async () => {
    const payload = JSON.stringify({ content: `@everyone <@${member}> look`, embeds: [] })
    await notify({ payload, mention: member, 'mention-on': 'always' })
    expect(discord.messages).toMatchObject([{ embeds: [] }])
    expect(discord.messages.map(calledBy)).toEqual([[`<@${member}>`]])
  })

  test.each([
    ['@here', '@everyone look', ['@here']],
    ['@everyone', 'look, @here', ['@everyone']],
    [`@here\n${member}`, 'look', ['@here', `<@${member}>`]],
    [member, '', [`<@${member}>`]],
    [member, null, [`<@${member}>`]],
  ])('calls %j, whatever it says: %j', async (mention, content, called) => {
    const payload = JSON.stringify({ content })
    await notify({ payload, mention, 'mention-on': 'always' })
    expect(discord.messages.map(calledBy)).toEqual([called])
  })

  test.each<[string, unknown, string]>([
    [
      '2,001 characters',
      { content: 'x'.repeat(2_001) },
      'at "content": 2001 characters, but the maximum is 2000',
    ],
    [
      '26 fields',
      { embeds: [{ fields: Array(26).fill({ name: 'a', value: 'b' }) }] },
      'at "embeds.0.fields": 26 items',
    ],
    [
      '6,001 in all',
      { embeds: Array(2).fill({ description: 'x'.repeat(3_001) }) },
      'its embeds have 6002 characters in total',
    ],
    ['nothing', { content: '', embeds: [] }, 'it has no content, embeds or poll'],
    ['calls of its own', { allowed_mentions: {} }, 'must not contain "allowed_mentions"'],
  ])('is refused for %s, and nothing is sent', async (_, payload, says) => {
    const said = await refused({ payload: JSON.stringify(payload) })
    expect(said).toMatch(/^Input "payload" /)
    expect(said).toContain(says)
    expect(discord.requests).toBe(0)
  })
})

test.each<[Record<string, string>, string]>([
  [{ 'webhook-url': 'https://discord.com/channels/1/2' }, 'the complete URL of a webhook'],
  [{ 'webhook-url': 'discord.com/api/webhooks/1/secret' }, 'an address that starts with https://'],
  [{ 'message-id': 'last' }, 'a Discord id'],
  [{ 'thread-name': 'x'.repeat(101) }, '1 to 100 characters'],
  [{ 'thread-name': 'New', 'thread-id': member }, '"thread-id" refers to an existing one'],
  [{ username: 'Discord' }, '1 to 80 characters'],
  [{ mention: '123' }, 'a member id'],
  [{ silent: 'yes' }, 'true or false'],
])('an input that cannot be used, %j, is named in one line', async (inputs, says) => {
  const said = await refused(inputs)
  expect(said).toContain(says)
  expect(said).not.toMatch(/secret$/)
  expect(discord.requests).toBe(0)
})
