import { readInputs } from '@ci-actions/kit'
import { fields, noticeOf } from '@ci-actions/notice'
import { render as inEmbed } from '../../actions/discord-notify/src/embed.ts'
import { discordNotify } from '../../actions/discord-notify/src/main.ts'
import { render as inBlocks } from '../../actions/slack-notify/src/blocks.ts'
import { slackNotify } from '../../actions/slack-notify/src/main.ts'
import * as discord from '../emulators/discord.ts'
import * as discordMarks from '../emulators/discord-marks.ts'
import * as slack from '../emulators/slack.ts'
import { seeded } from '../support/random.ts'
import { TestRunner } from '../support/runner.ts'

interface Marks {
  readonly mentions: readonly string[]
  readonly broken: readonly string[]
}

/** What Slack makes of a message; it throws when Slack would refuse it. */
function inSlack(payload: unknown): Marks {
  const read = slack.readMessage('application/json', JSON.stringify(payload))
  if ('word' in read) throw new Error(`Slack refuses it: ${read.detail}`)
  return slack.marksOf(read.message)
}

function inDiscord(payload: unknown): Marks {
  const read = discord.readMessage(JSON.stringify(payload))
  if (!('message' in read)) throw new Error(`Discord refuses it: ${read.refused}`)
  expect(discordMarks.calledBy(read.message)).toEqual([])
  return discordMarks.marksOf(read.message)
}

function expectHarmless({ mentions, broken }: Marks, which: string): void {
  if (mentions.length + broken.length > 0) {
    throw new Error(`${which}: ${JSON.stringify({ mentions, broken })}`)
  }
}

test('10,000 random notices are taken by both, and none mentions anybody or breaks a link', async () => {
  const random = seeded(20261121)
  for (let count = 0; count < 10_000; count++) {
    const { inputs, run } = randomStep(random)
    const runner = new TestRunner(inputs, {}, run)
    const notice = noticeOf(await readInputs(slackNotify.inputs, runner), runner.run)
    expectHarmless(inSlack(inBlocks(notice)), `Number ${count} in Slack`)
    expectHarmless(inDiscord(inEmbed(notice)), `Number ${count} in Discord`)
  }
}, 120_000)

test('1,000 random steps hand on just such messages, and print no word from outside', async () => {
  const random = seeded(20261122)
  for (let count = 0; count < 1_000; count++) {
    const { inputs, run } = randomStep(random)
    const [slackRunner, discordRunner] = [1, 2].map(() => new TestRunner(inputs, {}, run))
    if (!slackRunner || !discordRunner) throw new Error('There are two.')
    await slackNotify.main(await readInputs(slackNotify.inputs, slackRunner), slackRunner)
    await discordNotify.main(await readInputs(discordNotify.inputs, discordRunner), discordRunner)
    expectHarmless(inSlack(slackRunner.outputs.payload), `Number ${count} in Slack`)
    expectHarmless(inDiscord(discordRunner.outputs.payload), `Number ${count} in Discord`)
    for (const { lines } of [slackRunner, discordRunner]) {
      expect(lines).toEqual([expect.stringMatching(/^Dry run: .* not sent to \w+\.$/)])
    }
  }
}, 120_000)

// --- random steps, the same ones every time

type Random = ReturnType<typeof seeded>

function randomStep(random: Random) {
  const text = (): string => randomText(random)
  const some = <T>(make: () => T): T[] =>
    Array.from({ length: random.integer(random.integer(10) === 0 ? 60 : 4) }, make)
  const results = ['success', 'failure', 'cancelled', 'skipped'] as const
  const needs = Object.fromEntries(some(() => [`j${text()}`, { result: random.one(results) }]))
  const isMany = Object.keys(needs).length > 0
  const inputs = {
    status: isMany ? JSON.stringify(needs) : random.one(['success', 'failed']),
    when: 'always',
    title: text(),
    text: text(),
    environment: text(),
    fields: fields.filter(() => random.integer(5) > 0).join('\n'),
    deployments: JSON.stringify(some(() => randomDeployment(random))),
    'mention-on': 'failure',
    'on-error': 'fail',
    'if-missing': 'fail',
    'github-token': 'token',
    timeout: '1m',
    silent: 'false',
    'api-url': 'https://slack.com/api',
    'reply-broadcast': 'false',
    'dry-run': 'true',
  }
  const pullRequest =
    random.integer(3) === 0 ? { number: random.integer(1e6), title: text() } : undefined
  const run = {
    repository: text(),
    commit: text(),
    branch: text(),
    ref: random.one(['refs/heads/x', 'refs/pull/1/merge', '']),
    actor: text(),
    workflow: text(),
    job: text(),
    runId: text(),
    event: text(),
    message: text(),
    url: text(),
    pullRequest,
  }
  return { inputs, run }
}

function randomDeployment(random: Random) {
  const text = (): string => randomText(random)
  return {
    schema: 'ci-actions/deployment@1',
    kind: 'deploy',
    provider: 'render',
    name: text(),
    environment: text(),
    target: {},
    status: random.one(['succeeded', 'failed', 'rolled-back', 'dry-run']),
    changed: true,
    version: { ref: text() },
    previous: random.one([null, { ref: text(), commit: text() }]),
    live: { ref: text() },
    url: random.one([text(), `https://x.example/${text()}`]),
    logUrl: random.one([text(), `https://x.example/?q=${text()}`]),
    startedAt: text(),
    finishedAt: '2026-11-21T09:02:05Z',
    reason: text(),
  }
}

const hostile = [
  ...['<!channel>', '<@U1>', '<https://a.b|', '|', '>', '&lt;', '&', '`', '```', '*_~', '||'],
  ...['@everyone', '@here', '<@123456789012345678>', '<@&123456789012345678>', '<#1>', '</x:1>'],
  ...['[a](https://b.c)', '](https://a.b)', '[', '\\', '<:a:1>', '# ', '- ', '> ', '-# ', '~~'],
  ...['::error::x', '##[error]x', '\n', '\r\n::set-output name=a::b', '\u2028', '\0'],
  ...['a word', '👩‍👩‍👧‍👦', 'ä', ' ', '\u200B', '\u3164', 'https://a.b/c?d=e&f#g'],
] as const

/** Empty, hostile, long, and any code points there are, halves of characters too. */
function randomText(random: Random): string {
  const piece = (): string => {
    const long = random.integer(300) === 0 ? 10_000 : 40
    switch (random.integer(4)) {
      case 0:
        return String.fromCharCode(random.integer(0x10000))
      case 1:
        return String.fromCodePoint(random.integer(0x110000))
      case 2:
        return random.one(['<&>', '🙂', 'x', '*', '\n\n']).repeat(random.integer(long))
      default:
        return random.one(['', ...hostile])
    }
  }
  return Array.from({ length: random.integer(8) }, piece).join('')
}
