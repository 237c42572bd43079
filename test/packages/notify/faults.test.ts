import {
  answered,
  badGateway,
  cutShort,
  dropped,
  empty,
  type Fault,
  hanging,
  loginPage,
  rateLimited,
  reset,
  serverError,
  truncated,
  unavailable,
} from '../../emulators/faults.ts'
import { type Start, type Step, whenAsked } from '../../support/bundle.ts'
import { annotations } from '../../support/commands.ts'
import { withDeadPorts } from '../../support/fault-proxy.ts'
import { notifiers, type Stage } from '../../support/notifiers.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { type WrongInput, wrongEverywhere } from '../../support/wrong-inputs.ts'

/** What becomes of a message when a request meets a fault. */
interface Case {
  readonly faults: readonly Fault[]
  readonly timeout?: string
  readonly sent: 'true' | 'false' | 'unknown'
  readonly attempts: number
  /** What the annotation says, after the platform's name; none when it was sent. */
  readonly says?: RegExp
  /** How many messages are there in the end. */
  readonly taken: 0 | 1
}

const inTwoSeconds = () => rateLimited(new Date(Date.now() + 2_000).toUTCString())
const mayBe = { sent: 'unknown', attempts: 1, taken: 0 } as const
const wasNot = { sent: 'false', attempts: 1, taken: 0 } as const
const atSecond = { sent: 'true', attempts: 2, taken: 1 } as const

const cases: Readonly<Record<string, Case>> = {
  'it asks to wait a second': { faults: [rateLimited('1')], ...atSecond },
  'it asks to wait until a date': { faults: [inTwoSeconds()], ...atSecond },
  'it asks to wait for nobody knows how long': { faults: [rateLimited('soon')], ...atSecond },
  'it asks to wait for no time': { faults: [rateLimited('-3')], ...atSecond },
  'it asks to wait longer than there is time': {
    faults: [rateLimited('3600')],
    ...wasNot,
    says: /answered 429 \(too many requests\); the next try would be in 1 h,/,
  },
  'it fails': { faults: [serverError], ...mayBe, says: /answered 500\./ },
  'a gateway fails': { faults: [badGateway], ...mayBe, says: /answered 502\./ },
  'it is overloaded': { faults: [unavailable], ...mayBe, says: /answered 503\./ },
  'a proxy gives up': { faults: [answered(520, '<html>')], ...mayBe, says: /answered 520\./ },
  'the answer is lost': {
    faults: [dropped],
    ...mayBe,
    says: /gave no answer: the connection was reset/,
    taken: 1,
  },
  'the connection is cut': { faults: [reset], ...mayBe, says: /gave no answer/ },
  'the answer ends early': { faults: [cutShort], ...mayBe, says: /gave no answer/, taken: 1 },
  'the answer is lost after a limit': {
    faults: [rateLimited('0'), dropped],
    ...mayBe,
    attempts: 2,
    says: /gave no answer/,
    taken: 1,
  },
  'no answer comes': {
    faults: [hanging],
    timeout: '2s',
    ...mayBe,
    says: /(The time limit given, 2 s, was reached|gave no answer)/,
  },
  'time is over while it asks to wait': {
    faults: [rateLimited('9')],
    timeout: '4s',
    ...wasNot,
    attempts: 1,
    says: /answered 429/,
  },
  'a proxy wants a login': {
    faults: [loginPage],
    ...wasNot,
    says: /answered 200 with "<!doctype html><title>Log in.*" instead of DUE\./,
  },
  'it takes it without a word': {
    faults: [empty(200)],
    ...mayBe,
    says: /answered 200 with an empty body instead of DUE/,
    taken: 1,
  },
  'it is sent elsewhere': {
    faults: [answered(302, '', { location: 'http://127.0.0.1:9/' })],
    ...wasNot,
    says: /answered 302/,
  },
  'the answer speaks to the runner': {
    faults: [answered(400, '::error::x\n##[add-path]/evil\n::stop-commands::k')],
    ...wasNot,
    says: /answered 400 with ".*" instead of DUE/,
  },
}

describe.each(notifiers)('$action by $secret', (notifier) => {
  const { action, platform: name, secret, due, start, play, refusalOf } = notifier

  /** Plays with the platform, which is gone afterwards. */
  async function played(play: (stage: Stage) => Promise<void>): Promise<void> {
    const stage = await start()
    await play(stage).finally(() => stage.platform.close())
  }

  /** Runs the action against the platform, and sees that no secret is told anywhere. */
  async function notify(stage: Stage, inputs = {}, more: Start = {}): Promise<Step> {
    const given = { 'github-token': '', ...stage.inputs, ...inputs }
    const step = await runStep(action, { ...more, inputs: given })
    expect(leakedSecrets(step, stage.secrets)).toEqual([])
    return step
  }

  test.concurrent('says that the message was sent, green', async () =>
    played(async (stage) => {
      const step = await notify(stage, { status: 'failure', mention: '@here' })
      expect(step).toMatchObject({ code: 0, stderr: '', outputs: { sent: 'true', attempts: '1' } })
      expect(annotations(step)).toEqual([])
      expect(step.stdout).toMatch(new RegExp(`\n${name} accepted the message\\.\n$`))
      expect(step.summary).toBe(
        `### ❌ Deliver failed on main\n\n${name} accepted the message.\n\n`,
      )
      expect(stage.platform.messages).toMatchObject([JSON.parse(step.outputs.payload ?? '')])
    }))

  test.concurrent.each(Object.entries(cases))(
    'says what became of the message when %s',
    async (_, { faults, timeout = '5s', sent, attempts, says, taken }) =>
      played(async (stage) => {
        stage.platform.play(...faults)
        const { outputs, lines, summaries } = await play({ ...stage.inputs, timeout })
        expect(outputs).toMatchObject({
          sent: sent === 'unknown' ? sent : sent === 'true',
          attempts,
        })
        const told = JSON.stringify([outputs, lines, summaries])
        expect(stage.secrets.filter((secret) => told.includes(secret))).toEqual([])
        expect(stage.platform.requests).toBe(attempts)
        expect(stage.platform.messages).toHaveLength(taken)
        const begin = {
          true: '',
          false: `warning: The message was not sent to ${name}. `,
          unknown: `warning: The message may have been sent to ${name}. It is not sent again, to avoid a duplicate. `,
        }[sent]
        const shown = lines.filter((line) => /^(notice|warning|error): /.test(line))
        if (!says) return expect(shown).toEqual([])
        const [said = '', ...others] = shown
        expect(others).toEqual([])
        expect(said.slice(0, begin.length)).toBe(begin)
        expect(said.replace(due, 'DUE')).toMatch(says)
      }),
  )

  test.concurrent.each<[string, Fault, string]>([
    ['was not sent', answered(404, 'gone'), 'false'],
    ['may have been sent', dropped, 'unknown'],
  ])('is red if that is asked for and the message %s', async (words, fault, sent) =>
    played(async (stage) => {
      stage.platform.play(fault)
      const step = await notify(stage, { 'on-error': 'fail' })
      expect(step).toMatchObject({ code: 1, outputs: { sent, attempts: '1' } })
      expect(annotations(step)).toEqual([
        expect.stringMatching(new RegExp(`^error: The message ${words} .*$`)),
      ])
    }),
  )

  test.concurrent('takes an answer that was cut for what it may be', async () =>
    played(async (stage) => {
      stage.platform.play(truncated)
      const { outputs } = await notify(stage)
      expect(outputs.sent).toBe(due === '"ok"' ? 'false' : 'unknown')
    }))

  test.concurrent('says that nothing listens there', async () =>
    played(async (stage) => {
      const step = await notify(stage, { ...withDeadPorts(stage.inputs), timeout: '10s' })
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'false', attempts: '3' } })
      expect(annotations(step)).toEqual([
        expect.stringMatching(
          /^warning: The message was not sent to \w+\. \w+( \(POST .*\))? gave no answer: nothing listens there \(connection refused\), 3 times in a row\.$/,
        ),
      ])
    }))

  test.concurrent('says that the proxy is not there, and that nothing was sent', async () =>
    played(async (stage) => {
      const env = { http_proxy: 'http://me:pass-word@127.0.0.1:1' }
      const step = await notify(stage, { timeout: '10s' }, { env })
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'false', attempts: '3' } })
      expect(annotations(step)).toEqual([
        expect.stringContaining(
          'gave no answer: at the proxy 127.0.0.1:1, nothing listens there (connection refused), 3 times in a row.',
        ),
      ])
      expect(leakedSecrets(step, ['pass-word'])).toEqual([])
      expect(stage.platform.requests).toBe(0)
    }))

  test.concurrent('names a proxy variable that cannot be used, without its value, and fails nothing', async () =>
    played(async (stage) => {
      const env = { http_proxy: 'http://me:pass#word-of-mine@127.0.0.1:1' }
      const step = await notify(stage, {}, { env })
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'false' } })
      expect(annotations(step)).toEqual([
        expect.stringMatching(/^warning: .*http_proxy is not a usable proxy address\./),
      ])
      expect(leakedSecrets(step, ['word-of-mine'])).toEqual([])
    }))

  test.concurrent('hides a secret that an answer repeats', async () =>
    played(async (stage) => {
      stage.platform.play(answered(400, `cannot take ${stage.secrets[0]}`))
      expect(annotations(await notify(stage))[0]).toContain('cannot take ***')
    }))

  test.concurrent.each([
    ['skip', 0, 'warning'],
    ['fail', 1, 'error'],
  ])('without the secret, and told to %s, ends with %i', async (ifMissing, code, level) =>
    played(async (stage) => {
      const step = await notify(stage, { [secret]: '', 'if-missing': ifMissing })
      expect(step).toMatchObject({ code, outputs: { sent: 'false', attempts: '0' } })
      expect(annotations(step)).toEqual([
        expect.stringMatching(
          `^${level}: "${secret}" is empty, so nothing was sent to ${name}\\. Check that the secret exists`,
        ),
      ])
      expect(step.outputs.payload).toContain('Deliver / deploy succeeded on main')
      expect(stage.platform.requests).toBe(0)
    }),
  )

  test.concurrent.each(['false', 'true'])(
    'with nothing but hostile words prints no command and calls nobody (dry run: %s)',
    async (dryRun) =>
      played(async (stage) => {
        const hostile =
          '<!channel> <@U1> @everyone <@123456789012345678> `x\n::error::y\n  ::add-mask::z\n##[add-path]/evil\r::debug::'
        const event = { head_commit: { message: hostile } }
        const env = { GITHUB_REF_NAME: hostile, GITHUB_ACTOR: hostile, GITHUB_WORKFLOW: hostile }
        const inputs = { title: hostile, text: hostile, environment: hostile, 'dry-run': dryRun }
        const step = await notify(stage, inputs, { event, env })
        expect(step).toMatchObject({ code: 0, outputs: { sent: String(dryRun === 'false') } })
        expect(annotations(step)).toEqual([])
        expect(stage.platform.refusals).toEqual([])
      }),
  )

  test.concurrent('is written to the summary and not sent when it is only tried', async () =>
    played(async (stage) => {
      const step = await notify(stage, { 'dry-run': 'true', text: 'Look <b>here</b>\nand @there' })
      expect(stage.platform.requests).toBe(0)
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'false', attempts: '0' } })
      expect(step.summary).toContain('Look &lt;b&gt;here&lt;/b&gt;<br>and @\u200Bthere')
      expect(step.summary).toContain('- **Branch**: [main](https://github.com/org/app/tree/main)')
      expect(step.summary).toContain('```json\n{\n')
    }))

  test.concurrent('sends nothing if "when" excludes the result', async () =>
    played(async (stage) => {
      const step = await notify(stage, { when: 'failure' })
      expect(step).toMatchObject({ code: 0, outputs: { sent: 'false', attempts: '0' } })
      expect(annotations(step)).toEqual([])
      expect(step.stdout).toContain(
        'Nothing was sent: messages are only sent for "failure", and this succeeded.',
      )
      expect(stage.platform.requests).toBe(0)
    }))

  test.concurrent.each<[string, Fault, string, string]>([
    ['an answer is awaited', hanging, 'unknown', 'may have been sent to'],
    ['it is to wait', rateLimited('40'), 'false', 'was not sent to'],
  ])('ends at once when the job is cancelled while %s', async (_, fault, sent, says) =>
    played(async (stage) => {
      stage.platform.play(fault)
      const step = await notify(stage, {}, { watch: whenAsked(stage.platform, 'SIGINT') })
      expect(step).toMatchObject({ code: 1, outputs: { sent, attempts: '1' } })
      expect(annotations(step)).toEqual([expect.stringMatching(`^error: The message ${says}`)])
      expect(step.error).toContain('The job was cancelled')
      expect(step.took).toBeLessThan(10_000)
    }),
  )

  test.concurrent('ends red, and asks nobody, with an input that it cannot use', async () =>
    played(async (stage) => {
      const step = await notify(stage, { 'on-error': 'ignore' })
      expect(step).toMatchObject({ code: 1, stderr: '', outputs: {}, summary: '' })
      expect(annotations(step)).toEqual([
        'error: Input "on-error" must be one of warn, fail, not "ignore".',
      ])
      expect(stage.platform.requests).toBe(0)
    }))

  test.each<WrongInput>([
    ['status', '{"a": "green"}', 'one of success, '],
    ['status', '{"build":{"result":"green"}}', 'or ${{ toJSON(needs) }}'],
    ['when', 'broken', 'one of always, failure, success, change, recovery'],
    ['fields', 'repo\nbranch', 'one of repo, '],
    ['mention', '@alice', '@here, '],
    ['mention', '<!channel>', '@here, '],
    ['mention', '@here\n'.repeat(26), 'at most 25 lines, not "26 lines"'],
    ['mention-map', 'octocat', 'a map of GitHub logins to ids'],
    ['mention-map', 'octocat: 123456789012345678', 'at "octocat": an id must be in quotes'],
    ['mention-map', '{"octocat": "alice"}', 'not "alice"'],
    ['mention-map', '- "123456789012345678"', 'a map of GitHub logins to ids'],
    ['mention-on', 'never', 'one of failure, success, always'],
    ['payload', '- a', 'a map, as JSON or YAML'],
    ['payload', '{"a": ', 'it is not valid YAML'],
    ['on-error', 'ignore', 'one of warn, fail'],
    ['if-missing', 'warn', 'one of skip, fail'],
    ...wrongEverywhere(action),
  ])('names a wrong %s (%j) in one line, with what would be right', async (input, value, right) => {
    const said = await refusalOf({ [input]: value })
    expect(said).toMatch(`Input "${input}" must be `)
    expect(said).toContain(right)
  })
})
