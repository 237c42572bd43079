import { awsAccess } from '@ci-actions/aws'
import { Deadline } from '@ci-actions/wait'
import type { DeployMetadata } from '../../../../packages/deployment/src/deploy-metadata.ts'
import { CanaryHealth } from '../../../../packages/deployment/src/lambda/canary-health.ts'
import {
  readMetadata,
  withMetadata,
} from '../../../../packages/deployment/src/lambda/description.ts'
import { sameConfiguration } from '../../../../packages/deployment/src/lambda/publish.ts'
import {
  percent,
  sameTraffic,
  sayTraffic,
  type Traffic,
  trafficOf,
} from '../../../../packages/deployment/src/lambda/traffic.ts'
import { startRecorder } from '../../../support/aws-requests.ts'
import { TestRunner } from '../../../support/runner.ts'

describe('what a description points to', () => {
  const whole = { prev: '12', sha: '1a2b3c4', run: '42' }

  test.each<[string, string | null | undefined, DeployMetadata]>([
    ['all of it', 'prev=12;sha=1a2b3c4;run=42', whole],
    ['behind words', 'What the app calls prev=12;sha=1a2b3c4;run=42', whole],
    ['a first version', 'sha=1a2b3c4;run=42', { sha: '1a2b3c4', run: '42' }],
    ['nothing where there is none', undefined, {}],
    ['nothing where it is null', null, {}],
    ['nothing in words of others', 'run=fast; prev=older one', {}],
    ['nothing of what stands before other words', 'prev=12;run=1 by hand', {}],
    ['no empty value', 'prev=;run=42', { run: '42' }],
  ])('is %s', (_, description, metadata) => expect(readMetadata(description)).toEqual(metadata))

  test.each<[string, string | undefined, DeployMetadata, string]>([
    ['alone', undefined, whole, 'prev=12;sha=1a2b3c4;run=42'],
    ['behind words', 'For the app', { run: '42' }, 'For the app run=42'],
    ['in place of an older one', 'For the app prev=1;run=7', { prev: '2' }, 'For the app prev=2'],
    ['not at all when there is nothing', 'For the app prev=1', {}, 'For the app'],
  ])('is written %s', (_, description, metadata, text) => {
    expect(withMetadata(description, metadata)).toBe(text)
  })

  test('is written whole however long the words are', () => {
    const text = withMetadata('word '.repeat(80), whole)
    expect(text.length).toBeLessThan(257)
    expect(readMetadata(text)).toEqual(whole)
  })
})

describe('traffic', () => {
  const canary: Traffic = { main: '2', canary: { version: '3', weight: 0.07 } }

  test.each<[string, Parameters<typeof trafficOf>[0], Traffic]>([
    ['goes to one version', { FunctionVersion: '2' }, { main: '2' }],
    [
      'goes to one where nothing is routed',
      { FunctionVersion: '2', RoutingConfig: {} },
      { main: '2' },
    ],
    [
      'goes to one where another has no part of it',
      { FunctionVersion: '2', RoutingConfig: { AdditionalVersionWeights: { 3: 0 } } },
      { main: '2' },
    ],
    [
      'goes to two',
      { FunctionVersion: '2', RoutingConfig: { AdditionalVersionWeights: { 3: 0.07 } } },
      canary,
    ],
  ])('%s', (_, alias, traffic) => expect(trafficOf(alias)).toEqual(traffic))

  test('is the same however its fraction is written', () => {
    const other = { main: '2', canary: { version: '3', weight: 0.07 + 1e-9 } }
    expect(sameTraffic(canary, other)).toBe(true)
    expect(sameTraffic(canary, { main: '2' })).toBe(false)
    expect(sameTraffic(canary, undefined)).toBe(false)
    expect(sameTraffic(undefined, undefined)).toBe(true)
  })

  test('is told as it is', () => {
    expect(sayTraffic(canary)).toBe('version 2, and version 3 for 7%')
    expect(sayTraffic({ main: '2' })).toBe('version 2')
    expect(sayTraffic(undefined)).toBe('nothing')
    expect(percent(0.29)).toBe('29%')
    expect(percent(0.0025)).toBe('0.25%')
  })
})

describe('two versions have the same code and settings', () => {
  const one = {
    FunctionName: 'api',
    Version: '$LATEST',
    CodeSha256: 'a',
    RevisionId: '1',
    LastUpdateStatus: 'Successful',
    Environment: { Variables: { Version: '1' } },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
  }
  test.each([
    [
      'when only what Lambda notes differs',
      { Version: '3', RevisionId: '2', State: 'Active' },
      true,
    ],
    [
      'when one has a snapshot yet',
      { SnapStart: { ApplyOn: 'None', OptimizationStatus: 'On' } },
      true,
    ],
    ['not when the code differs', { CodeSha256: 'b' }, false],
    ['not when a variable differs', { Environment: { Variables: { Version: '2' } } }, false],
    ['not when snapshots are asked for', { SnapStart: { ApplyOn: 'PublishedVersions' } }, false],
    ['not when there is a setting more', { Timeout: 3 }, false],
  ])('%s', (_, change, same) => {
    expect(sameConfiguration(one, { ...one, ...change })).toBe(same)
  })
})

test('the errors of a canary are counted by the clock of AWS', async () => {
  const cloudWatch = await startRecorder(() => ({ status: 200, body: '{"MetricDataResults":[]}' }))
  const keys = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret-of-mine' }
  const env = { AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: cloudWatch.url, ...keys }
  const access = await awsAccess(new TestRunner({}, env))
  const hour = 3_600_000
  const since = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 30_000)
  const date = new Date(since.getTime() + 2 * hour).toUTCString()
  const refusal = { status: 403, headers: { date }, body: '', truncated: false }
  expect(access.clock.correct(refusal, since, 0)).toBe(true)

  const health = new CanaryHealth(access, { alarms: [], errorRate: { text: '1', count: 1, of: 1 } })
  const watched = { function: 'api', alias: 'live', version: '3', since }
  await health.finding(watched, new Deadline(20_000, new AbortController().signal))
  cloudWatch.close()
  const minute = (since.getTime() + 2 * hour) / 1000 - 30
  expect(cloudWatch.requests).toMatchObject([{ body: { StartTime: minute } }])
  const { EndTime } = Object(cloudWatch.requests[0]?.body)
  expect(EndTime).toBeGreaterThanOrEqual(minute + 60)
})
