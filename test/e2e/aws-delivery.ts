import type { Aws } from '../emulators/aws-server.ts'
import { type Slack, startSlack } from '../emulators/slack.ts'
import { startWebService, type WebService } from '../emulators/web-service.ts'
import type { Order, Run } from './act.ts'
import { standInForCredentials } from './credentials.ts'
import { byHand, deliver, theMessage } from './delivery.ts'
import { installAct } from './install-act.ts'
import type { Repository } from './repository.ts'

/** A pipeline that delivers several parts together, each of which serves the second of two versions. */
export interface Pipeline {
  readonly workflow: string
  /** Beside those that every pipeline on AWS has. */
  readonly vars: Readonly<Record<string, string>>
  repository(message: string): Repository
  start(): Promise<Parts>
  readonly first: string
  readonly second: string
  /** The second, as the first part's provider calls it. */
  readonly restored: string
  /** The action that deploys, and its reason when a part of a release is bad. */
  readonly action: string
  readonly reason: string
}

/** The parts where they are served. */
export interface Parts {
  readonly aws: Aws
  /** Which version serves, of each part. */
  live(): (string | undefined)[]
  /** One part of what this commit delivers is bad. */
  breakOne(commit: string): void
  close(): Promise<void>
}

export interface Delivery {
  run(repository: Repository, event?: Order['event']): Promise<Run>
  /** Which version serves in all parts. */
  live(): string | undefined
  /** The words of the one message in Slack. */
  message(): string
}

/** What holds for every pipeline on AWS, however it delivers; what else it does is for its own test. */
export function deliveries(pipeline: Pipeline): Delivery {
  let act: string
  let parts: Parts
  let slack: Slack
  let site: WebService

  beforeAll(() => {
    act = installAct()
  }, 300_000)

  beforeEach(async () => {
    parts = await pipeline.start()
    slack = await startSlack()
    site = await startWebService()
  })

  afterEach(() => Promise.all([parts, slack, site].map((one) => one.close())))

  async function run(repository: Repository, event?: Order['event']): Promise<Run> {
    const done = await deliver(act, {
      repository,
      workflow: pipeline.workflow,
      vars: {
        AWS_ROLE: 'arn:aws:iam::123456789012:role/deliver',
        AWS_REGION: 'eu-west-1',
        API_URL: site.url,
        HEALTH_TIMEOUT: '2s',
        ...pipeline.vars,
      },
      secrets: { SLACK_WEBHOOK_URL: slack.webhookUrl },
      ...(event && { event }),
      ...standInForCredentials(parts.aws),
    })
    expect(parts.aws.undescribed).toEqual([])
    expect(done.log).not.toContain('MARKER')
    return done
  }

  function live(): string | undefined {
    const versions = new Set(parts.live())
    expect(versions.size).toBe(1)
    return [...versions][0]
  }

  const message = (): string => theMessage(slack).words

  test('a release of which one part is bad is put back by the step, in all parts', async () => {
    const repository = pipeline.repository('Break one part')
    parts.breakOne(repository.commit)
    const { code, steps } = await run(repository)
    expect(code).toBe(1)
    const deploy = steps[pipeline.action]
    expect(deploy).toMatchObject({ result: 'failure', outputs: { status: 'rolled-back' } })
    expect(deploy?.summary).toContain(pipeline.reason)
    // There is nothing left to take back, and that is green.
    expect(steps.rollback).toMatchObject({ result: 'success', outputs: { status: 'unchanged' } })
    expect(live()).toBe(pipeline.second)
    expect(message()).toContain('failed on main')
    expect(message()).toContain(pipeline.reason)
  })

  test('a release that comes live and is not healthy is taken back', async () => {
    site.set({ healthy: false })
    const { code, steps } = await run(pipeline.repository('Break the health'))
    expect(code).toBe(1)
    expect(steps['health-check']?.result).toBe('failure')
    expect(steps.rollback).toMatchObject({
      result: 'success',
      outputs: { status: 'succeeded', 'restored-version': pipeline.restored },
    })
    expect(live()).toBe(pipeline.second)
    expect(message()).toContain('rollback succeeded in production')
  })

  test.each([
    ['what was before', 'previous'],
    ['a version that is named', pipeline.first],
  ])('by hand all parts go back to %s, and why is told', async (_, version) => {
    const event = byHand({ version, reason: 'Errors went up' })
    const { code, jobs, steps } = await run(pipeline.repository('Whatever'), event)
    expect({ code, jobs }).toEqual({ code: 0, jobs: { 'manual-rollback': 'success' } })
    expect(steps.rollback?.outputs).toMatchObject({ status: 'succeeded' })
    expect(steps.rollback?.summary).toContain('Reason: Errors went up')
    expect(live()).toBe(pipeline.first)
    expect(message()).toContain('Errors went up')
  })

  return { run, live, message }
}
