import type { DeployOptions, Target } from '@ci-actions/deployment'
import type { Runner } from '@ci-actions/kit'
import {
  badGateway,
  cutShort,
  dropped,
  empty,
  executed,
  type Fault,
  hanging,
  loginPage,
  type Rule,
  rateLimited,
  reset,
  serverError,
  truncated,
  unavailable,
} from '../emulators/faults.ts'
import type { Start, Step } from './bundle.ts'
import { testClock } from './clock.ts'
import { deployInProcess, type Left } from './deployment.ts'
import { recordsOf } from './record.ts'
import { defaultsOf } from './run-in-process.ts'
import { TestRunner } from './runner.ts'
import { leakedSecrets } from './secrets.ts'
import { runStep } from './step.ts'

/** Which of a provider's calls a fault hits. */
export type Call = Pick<Rule, 'method' | 'path' | 'phase' | 'nth'>

/** How the next deployments of a trial go. */
export interface Course {
  /**
   * `steps`: each state is seen by one question; `slow`: it runs until it is stopped; `stuck`: it
   * never ends, also when nobody waits for it.
   */
  readonly pace: 'at once' | 'steps' | 'slow' | 'stuck'
  /** The one that fails. */
  readonly fails?: string
}

/** A provider with some things to deploy, each with a past, and what is given to the action. */
export interface ContractCase {
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  play(rules: readonly Rule[]): void
  /** How many deployments were begun beside its past. */
  begun(name: string): number
  /** Which version serves. */
  serves(name: string): 'new' | 'old' | 'other'
  /** What the newest deployment does. */
  state(name: string): 'running' | 'stopped' | 'ended'
  /** What the step sent that the provider does not describe. */
  readonly undescribed?: readonly string[]
  close(): Promise<void>
}

/** What any provider plugs into the trials. */
export interface Provider {
  readonly action: string
  /** What must never leave a step. */
  readonly secrets: readonly string[]
  start(names: readonly string[], course: Course): Promise<ContractCase>
  /** What the inputs of a runner ask for, to be deployed in this process. */
  read(runner: Runner): Promise<{ targets: readonly Target[]; order: DeployOptions }>
  readonly calls: {
    /** The first that is read. */
    readonly read: Call
    /** The one that begins a deployment. */
    readonly write: Call
    /** Looking at it. */
    readonly look: Call
    /** The one that puts `a` back while `b` has failed. */
    readonly back: Call
  }
  /** As the provider says "too many requests", beside 429. */
  readonly limits?: readonly (readonly [string, Fault])[]
  /** The status of what failed, as the provider ends it. */
  readonly failed: 'failed' | 'rolled-back'
  /** What the log says once `a` is followed. */
  readonly following: string
  readonly onCancel: {
    /** The value that ends what runs. */
    readonly stops: string
    readonly said: string
  }
  /** What sends the action to a place where nothing listens. */
  readonly nowhere: Start
  /** Refusals in words of the provider; each is played for every call it names. */
  readonly refusals: readonly (readonly [string, Call, Fault, RegExp])[]
  /** A refusal to the first call with this message. */
  refusal(message: string): Fault
}

/** What holds for every provider: faults, cancellation, re-runs, hostile text, secrets. */
export function testDeployContract(provider: Provider): void {
  const { action, secrets, calls, failed } = provider
  const running: ContractCase[] = []

  async function start(course: Course, ...names: string[]): Promise<ContractCase> {
    const trial = await provider.start(names.length === 0 ? ['a'] : names, course)
    running.push(trial)
    return trial
  }

  async function deploy(
    trial: ContractCase,
    inputs: Record<string, string> = {},
    more: Start = {},
  ): Promise<Step> {
    const env = { ...trial.env, ...more.env }
    const given = { ...trial.inputs, ...inputs, ...more.inputs }
    const step = await runStep(action, { ...more, inputs: given, env })
    expect(leakedSecrets(step, secrets)).toEqual([])
    expect(step.error).not.toContain('\n')
    expect(trial.undescribed ?? []).toEqual([])
    return step
  }

  /** The same in this process, by a clock that makes nobody wait, but tells the date to whoever signs. */
  async function deployHere(trial: ContractCase): Promise<Left> {
    const runner = new TestRunner({ ...defaultsOf(action), ...trial.inputs }, trial.env)
    const { targets, order } = await provider.read(runner)
    const clock = { ...testClock(), date: () => new Date() }
    const left = await deployInProcess(targets, order, runner, clock)
    expect(leakedSecrets(left, secrets)).toEqual([])
    expect(trial.undescribed ?? []).toEqual([])
    return left
  }

  afterAll(async () => {
    await Promise.all(running.splice(0).map((trial) => trial.close()))
  })

  describe('faults of the API', () => {
    const { read, write, look } = calls
    const first = (count: number, call: Call, fault: Fault): Rule[] => [
      { ...call, fault, first: count },
    ]
    const limits = (provider.limits ?? []).flatMap(([name, fault]): [string, Rule[]][] => [
      [`${name} to the first read`, first(2, read, fault)],
      [`${name} to the write`, first(2, write, fault)],
      [`${name} to looks`, first(2, look, fault)],
    ])
    const survived: [string, Rule[]][] = [
      ...limits,
      ['429 with Retry-After in seconds', first(2, write, rateLimited('1'))],
      ['429 with a date', first(1, write, rateLimited(new Date().toUTCString()))],
      ['429 with garbage', first(1, write, rateLimited('soon'))],
      ['429 with a negative time', first(1, read, rateLimited('-5'))],
      ['429 without a time', first(1, look, rateLimited())],
      ['500 to the write', first(1, write, serverError)],
      ['502 in HTML to the write', first(1, write, badGateway)],
      ['502 to the write, carried out all the same', first(1, write, executed(badGateway))],
      ['503 to the write', first(1, write, unavailable)],
      ['a write whose answer is lost', first(1, write, dropped)],
      ['a write whose answer is half', first(1, write, truncated)],
      ['a write whose answer ends early', first(1, write, cutShort)],
      ['a write answered by nothing', first(1, write, empty())],
      ['a write answered by a login page, carried out', first(1, write, executed(loginPage))],
      ['502 to looks', first(2, look, badGateway)],
      ['looks that are reset', first(2, look, reset)],
      ['a read that is reset', first(1, read, reset)],
      ['a read that ends early', first(1, read, cutShort)],
    ]

    test.concurrent.each(survived)('%s: deployed exactly once, green', async (_, rules) => {
      const trial = await start({ pace: 'steps' })
      trial.play(rules)
      const { error, outputs } = await deployHere(trial)
      expect({
        error,
        status: outputs.status,
        begun: trial.begun('a'),
        serves: trial.serves('a'),
      }).toEqual({ error: '', status: 'succeeded', begun: 1, serves: 'new' })
    })

    const refused: [string, Rule[], RegExp][] = [
      ...provider.refusals.map(([name, call, fault, error]): [string, Rule[], RegExp] => [
        name,
        [{ ...call, fault }],
        error,
      ]),
      [
        'a limit longer than the time',
        [{ ...write, fault: rateLimited('7200') }],
        /answered 429 \(too many requests\); the next try would be in 2 h, .* left/,
      ],
      [
        'a read that is a login page',
        [{ ...read, fault: loginPage }],
        /not what its API describes.*beginning with "<!doctype html>/,
      ],
      ['a read that is half', [{ ...read, fault: truncated }], /not what its API describes/],
    ]

    test.concurrent.each(refused)(
      '%s: red, with the answer in words, and nothing is begun',
      async (_, rules, error) => {
        const trial = await start({ pace: 'at once' })
        trial.play(rules)
        const step = await deploy(trial, { timeout: '20s', 'on-failure': 'leave' })
        expect(step).toMatchObject({
          code: 1,
          outputs: { status: expect.stringMatching(/failed|timed-out/) },
        })
        expect(step.error).toMatch(error)
        expect(trial.begun('a')).toBe(0)
        expect(trial.serves('a')).toBe('old')
      },
      60_000,
    )

    test.concurrent('twelve through every fifth 429, every seventh 502 and every eleventh answer lost', async () => {
      const names = Array.from({ length: 12 }, (_, index) => `s${index}`)
      const trial = await start({ pace: 'steps' }, ...names)
      trial.play([
        { fault: rateLimited('1'), every: 5 },
        { fault: badGateway, every: 7 },
        { fault: dropped, every: 11 },
      ])
      const step = await deployHere(trial)
      expect(step).toMatchObject({ error: '', outputs: { status: 'succeeded' } })
      const table = names.map((name) => [name, trial.begun(name), trial.serves(name)])
      expect(table).toEqual(names.map((name) => [name, 1, 'new']))
    })

    test.concurrent('nothing listens there: red, and says so', async () => {
      const trial = await start({ pace: 'at once' })
      const step = await deploy(trial, { timeout: '4s' }, provider.nowhere)
      expect(step).toMatchObject({ code: 1 })
      expect(step.error).toContain('nothing listens there (connection refused)')
      expect(trial.begun('a')).toBe(0)
    }, 60_000)
  })

  describe('a cancelled job', () => {
    type Moment = 'before' | 'during' | 'polling' | 'rolling back'

    /** Answered late; the signal comes before that. */
    const slowly = (call: Call, then: () => void): Rule => ({
      ...call,
      ...(call.nth === undefined && { first: 1 }),
      fault: (execute, response) => {
        then()
        setTimeout(() => {
          const { status, headers, body } = execute()
          response.writeHead(status, headers).end(body)
        }, 700)
      },
    })

    async function cancelled(
      inputs: Record<string, string>,
      at: Moment,
      signal: NodeJS.Signals = 'SIGINT',
    ) {
      const trial = await start(
        at === 'rolling back' ? { pace: 'at once', fails: 'b' } : { pace: 'slow' },
        'a',
        'b',
      )
      let kill = (): void => {}
      let struck = 0
      const strike = (): void => {
        if (struck) return
        struck = performance.now()
        kill()
      }
      if (at === 'before') trial.play([slowly(calls.read, strike)])
      if (at === 'during') trial.play([slowly(calls.write, strike)])
      if (at === 'rolling back') trial.play([slowly(calls.back, strike)])
      const step = await deploy(trial, inputs, {
        watch: (stdout, send) => {
          kill = () => send(signal)
          if (at === 'polling' && stdout.includes(provider.following)) strike()
        },
      })
      return { trial, step, took: performance.now() - struck }
    }

    const { stops, said } = provider.onCancel
    const left = 'was started and is still running'
    test.concurrent.each([
      ['before', 'leave', 0, 'ended', 'The job was cancelled.'],
      ['before', stops, 0, 'ended', 'The job was cancelled.'],
      ['during', 'leave', 1, 'running', left],
      ['during', stops, 1, 'stopped', said],
      ['polling', 'leave', 1, 'running', left],
      ['polling', stops, 1, 'stopped', said],
    ] as const)(
      '%s the deploy, with on-cancel: %s',
      async (moment, onCancel, begun, state, reason) => {
        const { trial, step, took } = await cancelled({ 'on-cancel': onCancel }, moment)
        expect(took).toBeLessThan(5_000)
        expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled' } })
        const records = recordsOf(step)
        const [one] = moment === 'during' ? records.filter(({ id }) => id) : records
        expect(one?.reason).toContain(reason)
        const name = one?.name ?? ''
        expect({ begun: trial.begun(name), state: trial.state(name) }).toEqual({ begun, state })
        expect(step.summary).toContain('cancelled')
        expect(step.error).toContain('cancelled')
      },
      60_000,
    )

    test.concurrent('while putting back: the way back was begun once and is named', async () => {
      const inputs = { 'on-failure': 'rollback' }
      const { trial, step, took } = await cancelled(inputs, 'rolling back')
      expect(took).toBeLessThan(5_000)
      expect(step.code).toBe(1)
      expect(trial.begun('a')).toBeLessThan(3)
      expect(recordsOf(step)[0]).toMatchObject({ status: 'cancelled' })
      expect(step.error).toContain('a cancelled')
    }, 60_000)

    test.concurrent('by SIGTERM is the same as by SIGINT', async () => {
      const { step, took } = await cancelled({}, 'polling', 'SIGTERM')
      expect(took).toBeLessThan(5_000)
      expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled' } })
    }, 60_000)

    test.concurrent('of an API that hangs: the step is gone within 5 s all the same', async () => {
      const trial = await start({ pace: 'slow' })
      let began = 0
      const step = await deploy(
        trial,
        { 'on-cancel': stops },
        {
          watch: (stdout, kill) => {
            if (began || !stdout.includes(provider.following)) return
            began = performance.now()
            trial.play([{ fault: hanging }])
            kill('SIGINT')
          },
        },
      )
      expect(performance.now() - began).toBeLessThan(5_000)
      expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled' } })
      expect(recordsOf(step)[0]?.reason).toContain(
        'could not be cancelled and may still be running',
      )
    }, 60_000)
  })

  describe('run again', () => {
    test.concurrent('after it went well: nothing is changed', async () => {
      const trial = await start({ pace: 'at once' })
      await deploy(trial)
      const again = await deploy(trial, {}, { env: { GITHUB_RUN_ATTEMPT: '2' } })
      expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })
      expect(trial.begun('a')).toBe(1)
      // What served before is never the version itself.
      const [record] = recordsOf(again)
      expect(record?.previous).not.toBeNull()
      expect(record?.previous?.ref).not.toBe(record?.version?.ref)
    })

    test.concurrent('while it is on its way: it is followed, not started a second time', async () => {
      const trial = await start({ pace: 'stuck' })
      await deploy(trial, { wait: 'false' })
      const again = await deploy(
        trial,
        { timeout: '4s', 'on-failure': 'leave' },
        { env: { GITHUB_RUN_ATTEMPT: '2' } },
      )
      expect(again).toMatchObject({ code: 1, outputs: { status: 'timed-out' } })
      expect(again.stdout).toContain('is already deploying this version; following it')
      expect(trial.begun('a')).toBe(1)
    })

    test.concurrent('after it failed: it is tried again', async () => {
      const trial = await start({ pace: 'at once', fails: 'a' })
      const once = await deploy(trial)
      const twice = await deploy(trial, {}, { env: { GITHUB_RUN_ATTEMPT: '2' } })
      for (const step of [once, twice]) {
        expect(step).toMatchObject({ code: 1, outputs: { status: failed, changed: 'true' } })
      }
      expect(trial.serves('a')).toBe('old')
    })
  })

  test.concurrent('hostile text is text: in refusals, in branches', async () => {
    const hostile =
      'a `b` | <img src=x> [l](http://x) @org/team\n::error::x ##[add-path]/evil <!channel>'
    const trial = await start({ pace: 'at once' })
    trial.play([{ ...calls.read, fault: provider.refusal(hostile) }])
    const step = await deploy(trial, {}, { env: { GITHUB_REF_NAME: hostile } })
    expect(step.code).toBe(1)
    const names = step.commands.map(({ name }) => name).filter((name) => name !== 'add-mask')
    expect(names).toEqual(['error'])
    const row = step.summary.split('\n').find((line) => line.includes('failed'))
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(7)
    expect(step.summary).not.toMatch(/<img|@org|\[l\]\(/)
  })
}
