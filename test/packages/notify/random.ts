import { type Action, type Inputs, readInputs } from '@ci-actions/kit'
import { discordNotify } from '../../../actions/discord-notify/src/main.ts'
import { slackNotify } from '../../../actions/slack-notify/src/main.ts'
import { buildNotification } from '../../../packages/notify/src/build-notification.ts'
import { renderMessage as inEmbed } from '../../../packages/notify/src/discord/embed.ts'
import { fields } from '../../../packages/notify/src/fields.ts'
import type { JobRun } from '../../../packages/notify/src/matrix-job.ts'
import { renderMessage as inBlocks } from '../../../packages/notify/src/slack/blocks.ts'
import * as discord from '../../emulators/discord.ts'
import * as discordMarks from '../../emulators/discord-markdown.ts'
import * as slack from '../../emulators/slack.ts'
import { seeded } from '../../support/random.ts'
import { TestRunner } from '../../support/runner.ts'

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
  if (discordMarks.calledBy(read.message).length > 0) throw new Error('It calls somebody.')
  return discordMarks.marksOf(read.message)
}

function expectHarmless({ mentions, broken }: Marks, which: string): void {
  if (mentions.length + broken.length > 0) {
    throw new Error(`${which}: ${JSON.stringify({ mentions, broken })}`)
  }
}

/** What an action does with a step, as far as it goes without sending. */
async function play<I extends Inputs>(
  it: Action<I>,
  { inputs, run }: RandomStep,
): Promise<TestRunner> {
  const runner = new TestRunner(inputs, {}, run)
  await it.main(await readInputs(it.inputs, runner), runner)
  return runner
}

/** No word from outside is printed: nothing the runner could read as a command. */
function expectQuiet({ lines }: TestRunner, which: string): void {
  const [line = '', ...others] = lines
  const isDue = /^Dry run: the message is in the job summary and was not sent to \w+\.$/.test(line)
  if (!isDue || others.length > 0) throw new Error(`${which} printed ${JSON.stringify(lines)}`)
}

/** Plays random steps in Slack and in Discord; throws at the first that does harm. */
export async function playRandomSteps(steps: number): Promise<void> {
  const random = seeded(20261121)
  for (let count = 0; count < steps; count++) {
    const step = randomStep(random)
    const [slackStep, discordStep] = [
      await play(slackNotify, step),
      await play(discordNotify, step),
    ]
    expectQuiet(slackStep, `Number ${count} in Slack`)
    expectQuiet(discordStep, `Number ${count} in Discord`)
    expectHarmless(inSlack(slackStep.outputs.payload), `Number ${count} in Slack`)
    expectHarmless(inDiscord(discordStep.outputs.payload), `Number ${count} in Discord`)
  }
}

/** The same for the messages of random matrices, whatever their jobs and steps are called. */
export async function renderRandomMatrices(matrices: number): Promise<void> {
  const random = seeded(20261122)
  for (let count = 0; count < matrices; count++) {
    const { inputs, run } = randomStep(random)
    const runner = new TestRunner(inputs, {}, run)
    const given = await readInputs(slackNotify.inputs, runner)
    const [job = ''] = (given.status?.jobs ?? []).map(({ name }) => name)
    const jobRuns = Array.from({ length: random.integer(12) }, () => randomJobRun(random, job))
    const status = { outcome: 'failure', jobs: [{ name: job, result: 'failure' }] } as const
    const notification = buildNotification(
      { ...given, status, jobRuns, duration: random.integer(1e7) },
      runner.run,
    )
    expectHarmless(inSlack(inBlocks(notification)), `Number ${count} in Slack`)
    expectHarmless(inDiscord(inEmbed(notification)), `Number ${count} in Discord`)
  }
}

// --- random steps, the same ones every time

type Random = ReturnType<typeof seeded>
type RandomStep = ReturnType<typeof randomStep>

function randomStep(random: Random) {
  const text = (): string => randomText(random)
  const some = <T>(make: () => T): T[] =>
    Array.from({ length: random.integer(random.integer(30) === 0 ? 60 : 3) }, make)
  const results = ['success', 'failure', 'cancelled', 'skipped'] as const
  const needs = Object.fromEntries(some(() => [`j${text()}`, { result: random.one(results) }]))
  const isMany = Object.keys(needs).length > 0
  const inputs = {
    status: isMany ? JSON.stringify(needs) : random.one(['success', 'failed']),
    when: 'always',
    title: text(),
    text: text(),
    environment: text(),
    fields: random.integer(9) === 0 ? '' : randomFields(random),
    deployments: JSON.stringify(some(() => randomDeployment(random))),
    'mention-on': 'failure',
    'on-error': 'fail',
    'if-missing': 'fail',
    'github-token': '',
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

/** Without `took`, for which GitHub would be asked. */
function randomFields(random: Random): string {
  const shown = fields.filter((field) => field !== 'took' && random.integer(5) > 0)
  return shown.join('\n')
}

function randomJobRun(random: Random, job: string): JobRun {
  const text = (): string => randomText(random)
  const name = random.one([job, `${job} (${text()})`, `${job} / ${text()}`, text()])
  const failedStep = random.one([undefined, text()])
  return {
    name,
    hasFailed: random.integer(2) === 0,
    failedStep,
    url: `https://x.example/${text()}`,
  }
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
    const long = random.integer(1_000) === 0 ? 10_000 : 25
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
  return Array.from({ length: random.integer(6) }, piece).join('')
}
