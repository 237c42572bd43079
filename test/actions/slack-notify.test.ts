import {
  answered as answers,
  dropped,
  type Fault,
  hanging,
  rateLimited,
  reset,
} from '../emulators/faults.ts'
import { type Slack, startSlack } from '../emulators/slack.ts'
import { type Start, type Step, startBundle } from '../support/bundle.ts'

let slack: Slack

beforeEach(async () => {
  slack = await startSlack()
})

afterEach(() => slack.close())

/** Runs the action against the webhook, and sees that nothing of its address is told anywhere. */
async function notify(inputs: Record<string, string> = {}, start: Start = {}): Promise<Step> {
  const step = await startBundle('slack-notify', {
    ...start,
    inputs: { 'webhook-url': slack.webhookUrl, ...inputs },
  })
  expectNoSecret(step)
  return step
}

function expectNoSecret({ stdout, stderr, outputs, summary }: Step): void {
  const printed = stdout.replace(/^::add-mask::.*$/gm, '')
  const secret = slack.webhookUrl.split('/').at(-1)
  expect([printed, stderr, JSON.stringify(outputs), summary].join('\n')).not.toContain(secret)
}

/** What a person sees of a step: its annotations. */
function annotations({ commands }: Step): string[] {
  return commands
    .filter(({ name }) => name !== 'add-mask')
    .map(({ name, message }) => `${name}: ${message}`)
}

describe('a message', () => {
  test('that Slack takes makes a green step with outputs and a summary', async () => {
    const step = await notify({ mention: '@here', status: 'failure' })
    expect(step).toMatchObject({ code: 0, stderr: '' })
    expect(annotations(step)).toEqual([])
    expect(step.stdout).toMatch(/\nSlack took the message\.\n$/)
    expect(step.outputs).toMatchObject({ sent: 'true', attempts: '1' })
    expect(step.outputs).toMatchObject({ 'message-id': '', 'channel-id': '' })
    expect(slack.messages).toEqual([JSON.parse(step.outputs.payload ?? '')])
    expect(step.summary).toMatch(
      /^### ❌ Deliver \/ deploy failed on main\n\nSlack took the message\./,
    )
  })

  test('goes where the environment says when there is no input', async () => {
    const env = { SLACK_WEBHOOK_URL: slack.webhookUrl }
    const step = await notify({ 'webhook-url': '' }, { env })
    expect(step.outputs.sent).toBe('true')
    expect(slack.messages).toHaveLength(1)
  })

  test.each([
    ['failure', 'failure', true],
    ['success', 'failure', false],
    ['rolled-back', 'failure', true],
    ['cancelled', 'failure', false],
    ['success', 'success', true],
    ['cancelled', 'always', true],
  ])('of %s calls on %s: %s', async (status, on, called) => {
    await notify({ status, 'mention-on': on, mention: '# both\n@channel\nU012AB3CD\nS012AB3CD' })
    const sent = JSON.stringify(slack.messages)
    expect(sent.includes('<!channel> <@U012AB3CD> <!subteam^S012AB3CD>')).toBe(called)
    expect(sent.includes('<!')).toBe(called)
  })

  test('tells every job of needs at once', async () => {
    const needs = { build: { result: 'success', outputs: {} }, test: { result: 'failure' } }
    await notify({ status: JSON.stringify(needs) })
    const [message] = slack.messages
    expect(message?.text).toBe('❌ Deliver failed on main')
    expect(JSON.stringify(message)).toContain('*Jobs*\\n❌ *test* failed\\n✅ *build* succeeded')
  })

  test('with nothing but hostile words prints no command and calls nobody', async () => {
    const hostile = '<!channel> <@U1> `x\n::error::y\n  ::add-mask::z\n##[add-path]/evil\r::debug::'
    const event = { head_commit: { message: hostile } }
    const env = { GITHUB_REF_NAME: hostile, GITHUB_ACTOR: hostile, GITHUB_WORKFLOW: hostile }
    for (const dryRun of ['false', 'true']) {
      const inputs = { title: hostile, text: hostile, environment: hostile, 'dry-run': dryRun }
      const step = await notify(inputs, { event, env })
      expect(step.code).toBe(0)
      expect(annotations(step)).toEqual([])
    }
    expect(slack.refusals).toEqual([])
    expect(JSON.stringify(slack.messages)).not.toContain('<!')
  })

  test('is written to the summary and not sent when it is only tried', async () => {
    const step = await notify({ 'dry-run': 'true', text: 'Look <b>here</b>\nand @there' })
    expect(slack.requests).toBe(0)
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'false', attempts: '0' } })
    expect(step.summary).toContain('Look &lt;b&gt;here&lt;/b&gt;<br>and @\u200Bthere')
    expect(step.summary).toContain('- **Branch**: [main](https://github.com/org/app/tree/main)')
    expect(step.summary).toContain('"type": "header"')
  })
})

describe('when sending goes wrong', () => {
  interface Case {
    readonly faults: Fault[]
    readonly timeout?: string
    readonly sent: 'true' | 'false' | 'unknown'
    readonly attempts: number
    /** What the annotation says; none when it was sent. */
    readonly says?: RegExp
    /** How many messages Slack has in the end. */
    readonly taken: 0 | 1
  }

  const answered = (status: number, body: string): Fault[] => [answers(status, body)]
  const limited = (wait: string): Fault[] => [rateLimited(wait)]
  const inTwoSeconds = () => new Date(Date.now() + 2_000).toUTCString()
  const refused = (status: number, word: string, says: RegExp): [string, Case] => [
    `Slack says ${word}`,
    { faults: answered(status, word), sent: 'false', attempts: 1, says, taken: 0 },
  ]

  test.each<[string, Case]>([
    ['Slack asks to wait a second', { faults: limited('1'), sent: 'true', attempts: 2, taken: 1 }],
    [
      'Slack asks to wait until a date',
      { faults: limited(inTwoSeconds()), sent: 'true', attempts: 2, taken: 1 },
    ],
    [
      'Slack asks to wait for nobody knows how long',
      { faults: limited('soon'), sent: 'true', attempts: 2, taken: 1 },
    ],
    [
      'Slack asks to wait longer than there is time',
      {
        faults: limited('3600'),
        sent: 'false',
        attempts: 1,
        says: /not sent to Slack\. Slack answered 429 \(too many requests\), to be asked again in 1 h;/,
        taken: 0,
      },
    ],
    [
      'Slack fails',
      {
        faults: answered(500, 'rollup_error'),
        sent: 'unknown',
        attempts: 1,
        says: /may have been sent .* Slack answered 500\./,
        taken: 0,
      },
    ],
    [
      'a gateway fails',
      {
        faults: answered(503, '<html>'),
        sent: 'unknown',
        attempts: 1,
        says: /may have been sent .* Slack answered 503\./,
        taken: 0,
      },
    ],
    [
      'the answer is lost',
      {
        faults: [dropped],
        sent: 'unknown',
        attempts: 1,
        says: /may have been sent .* not sent again/,
        taken: 1,
      },
    ],
    [
      'the connection is cut',
      {
        faults: [reset],
        sent: 'unknown',
        attempts: 1,
        says: /may have been sent .* Slack gave no answer/,
        taken: 0,
      },
    ],
    [
      'the answer is lost after a limit',
      {
        faults: [...limited('0'), dropped],
        sent: 'unknown',
        attempts: 2,
        says: /may have been sent/,
        taken: 1,
      },
    ],
    [
      'no answer comes',
      {
        faults: [hanging],
        timeout: '300ms',
        sent: 'unknown',
        attempts: 1,
        says: /may have been sent .* (The time given, 0\.3 s, is over|gave no answer)/,
        taken: 0,
      },
    ],
    [
      'a proxy answers 200',
      {
        faults: answered(200, '<html>Log in</html>'),
        sent: 'false',
        attempts: 1,
        says: /not sent .* answered 200 and "<html>Log in<\/html>" in place of "ok"/,
        taken: 0,
      },
    ],
    [
      '200 is empty',
      {
        faults: answered(200, ''),
        sent: 'false',
        attempts: 1,
        says: /200 and an empty body/,
        taken: 0,
      },
    ],
    [
      'it is sent elsewhere',
      {
        faults: [answers(302, '', { location: 'http://127.0.0.1:9/' })],
        sent: 'false',
        attempts: 1,
        says: /302/,
        taken: 0,
      },
    ],
    refused(
      404,
      'no_service',
      /404 no_service: the webhook was removed .* Make a new incoming webhook/,
    ),
    refused(404, 'channel_not_found', /the channel of the webhook does not exist/),
    refused(403, 'invalid_token', /403 invalid_token: the URL of the webhook is wrong/),
    refused(403, 'action_prohibited', /an administrator restricts who may post/),
    refused(410, 'channel_is_archived', /the channel of the webhook is archived/),
    refused(400, 'invalid_payload', /please report it with the output "payload"/),
    refused(400, 'toString', /400 and "toString" in place of "ok"/),
    refused(400, '::error::x ##[add-path]/evil', /in place of "ok"/),
  ])(
    'because %s, it says so and is red only if asked',
    async (_, { faults, timeout = '5s', ...due }) => {
      slack.play(...faults)
      const step = await notify({ timeout })
      expect(step.outputs).toMatchObject({ sent: due.sent, attempts: String(due.attempts) })
      expect(step.code).toBe(0)
      expect(slack.requests).toBe(due.attempts)
      expect(slack.messages).toHaveLength(due.taken)
      if (!due.says) return expect(annotations(step)).toEqual([])
      expect(annotations(step)).toEqual([expect.stringMatching(/^warning: /)])
      expect(annotations(step)[0]).toMatch(due.says)
      slack.play(...faults)
      const strict = await notify({ timeout, 'on-error': 'fail' })
      expect(strict).toMatchObject({ code: 1, outputs: { sent: due.sent } })
      expect(annotations(strict)).toEqual([expect.stringMatching(/^error: /)])
      expect(strict.error).toMatch(due.says)
      expect(strict.error).not.toContain('\n')
    },
  )

  test('because nothing listens there, it says that it was not sent', async () => {
    await slack.close()
    const step = await notify({ timeout: '10s' })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'false', attempts: '3' } })
    expect(annotations(step)).toEqual([
      'warning: The message was not sent to Slack. Slack gave no answer: nothing listens there (connection refused), 3 times in a row.',
    ])
  })

  test('because the answer repeats the address, the address stays hidden', async () => {
    slack.play(answers(400, `cannot POST ${slack.webhookUrl}`))
    const step = await notify()
    expect(annotations(step)[0]).toContain('cannot POST ***')
  })

  test.each([
    ['no_team', '/services/T0/B0/x', 404],
    ['no_service', null, 404],
    ['invalid_token', '', 403],
  ])('because the webhook is %s, it says what that means', async (word, path, status) => {
    const url = new URL(slack.webhookUrl)
    const [, services, team, service] = url.pathname.split('/')
    url.pathname =
      path ||
      (path === null ? `/services/${team}/B0/abcdefgh` : `/${services}/${team}/${service}/abcdefgh`)
    const step = await notify({ 'webhook-url': url.href })
    expect(annotations(step)[0]).toContain(`Slack answered ${status} ${word}: `)
  })
})

describe('without a webhook', () => {
  test('the step is green with a notice, as in a run of a fork', async () => {
    const step = await notify({ 'webhook-url': '' })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'false', attempts: '0' } })
    expect(annotations(step)).toEqual([
      expect.stringMatching(
        /^notice: There is no webhook-url, so Slack is not told\. Runs of forks/,
      ),
    ])
    expect(step.outputs.payload).toContain('Deliver / deploy succeeded on main')
  })

  test('the step is red when a message is required', async () => {
    const step = await notify({ 'webhook-url': '', 'if-missing': 'fail' })
    expect(step).toMatchObject({ code: 1, outputs: { sent: 'false' } })
    expect(annotations(step)).toEqual([expect.stringMatching(/^error: There is no webhook-url/)])
  })
})

describe('an input that cannot be used', () => {
  test.each([
    [
      'webhook-url',
      'hooks.slack.com/services/T1/B1/secret',
      'an address that starts with https://, not the value given (hidden)',
    ],
    ['webhook-url', 'http://hooks.slack.com/services/T1/B1/secret', 'an https:// address'],
    [
      'webhook-url',
      'https://hooks.slack.com/triggers/T1/1/secret',
      'the URL of an incoming webhook',
    ],
    ['status', 'green', 'one of success, '],
    ['status', '{"build":{"result":"green"}}', 'or ${{ toJSON(needs) }}'],
    ['fields', 'repo\nbranch', 'one of repo, '],
    ['deployments', '{"schema":1}', 'the "deployments" output'],
    ['mention', '@alice', '@here, @channel, @everyone, a member id'],
    ['mention', '<!channel>', '@here, @channel'],
    ['mention', 'U012AB3CD\n'.repeat(26), 'at most 25 lines, not "26 lines"'],
    ['mention-on', 'never', 'one of failure, success, always'],
    ['on-error', 'ignore', 'one of warn, fail'],
    ['if-missing', 'warn', 'one of skip, fail'],
    ['timeout', 'soon', 'a duration'],
    ['dry-run', 'yes', 'true or false'],
  ])('%s: %j is named in one line, with what would be right', async (name, value, expected) => {
    const step = await notify({ [name]: value })
    expect(step.code).toBe(1)
    expect(annotations(step)).toEqual([expect.stringContaining(`error: Input "${name}" must be `)])
    expect(step.error).toContain(expected)
    expect(step.error).not.toMatch(/\n|secret/)
    expect(slack.requests).toBe(0)
  })
})

describe('a cancelled job', () => {
  test.each<[string, Fault, string]>([
    ['Slack is asked', hanging, 'The message may have been sent to Slack'],
    ['Slack asks to wait', rateLimited('40'), 'The job was cancelled'],
  ])('ends at once while %s, and says what is known', async (_, fault, says) => {
    slack.play(fault)
    const step = await notify({}, { watch: whenAsked('SIGINT') })
    expect(step).toMatchObject({ code: 1, outputs: { sent: 'unknown' } })
    expect(annotations(step)).toEqual([expect.stringContaining(`error: `)])
    expect(step.error).toContain(says)
    expect(step.took).toBeLessThan(5_000)
  })

  /** Sends the signal as soon as the first request has come. */
  function whenAsked(signal: NodeJS.Signals): NonNullable<Start['watch']> {
    let waiting = false
    return (_, kill) => {
      if (waiting) return
      waiting = true
      const timer = setInterval(() => {
        if (slack.requests === 0) return
        clearInterval(timer)
        setTimeout(() => kill(signal), 50)
      }, 10)
    }
  }
})
