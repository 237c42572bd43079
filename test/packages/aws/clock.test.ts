import { DescribeClustersCommand, ECSClient } from '@aws-sdk/client-ecs'
import { AwsClient, type AwsService, awsAccess } from '@ci-actions/aws'
import { Deadline } from '@ci-actions/wait'
import { isClockSkewError } from '@smithy/core/retry'
import { object } from 'valibot'
import { clockSkewErrors } from '../../../packages/aws/src/errors.ts'
import { listen, type Server } from '../../emulators/server.ts'
import { TestRunner } from '../../support/runner.ts'

const minute = 60_000
const hour = 60 * minute
const env = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIA',
  AWS_SECRET_ACCESS_KEY: 'secret-of-mine',
}
const ecs: AwsService = { name: 'ECS', id: 'ECS', host: 'ecs', target: 'Amazon' }
const lambda: AwsService = { name: 'Lambda', id: 'LAMBDA', host: 'lambda' }

interface Clock {
  /** How far the server is ahead of this machine; milliseconds. */
  readonly ahead: (asked: number) => number
  readonly headers?: Readonly<Record<string, string>>
  readonly code?: string
}

const servers: Server[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

/** A service that takes signatures of the last five minutes, by a clock of its own. */
async function service({ ahead, headers = {}, code = 'InvalidSignatureException' }: Clock) {
  const requests: string[] = []
  const server = await listen((received, response) => {
    const date = String(received.headers['x-amz-date'])
    requests.push(date)
    const signed = Date.parse(date.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))
    const now = Date.now() + ahead(requests.length)
    const isTaken = Math.abs(signed - now) < 5 * minute
    response.setHeader('date', new Date(now).toUTCString())
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.writeHead(isTaken ? 200 : 403)
    response.end(isTaken ? '{}' : JSON.stringify({ __type: code, message: 'Signature expired' }))
  })
  servers.push(server)
  const runner = new TestRunner({}, { ...env, AWS_ENDPOINT_URL: server.url })
  const access = await awsAccess(runner)
  const call = (to: AwsService, operation = 'UpdateService') =>
    new AwsClient(to, access).call(
      operation,
      { path: '/', json: {} },
      object({}),
      new Deadline(20_000, new AbortController().signal),
    )
  const notices = () => runner.lines.filter((line) => line.startsWith('notice: '))
  return { call, notices, requests, url: server.url }
}

/** How often the SDK asks for the same. */
async function sdkAsks(clock: Clock): Promise<number> {
  const { requests, url } = await service(clock)
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret' }
  const client = new ECSClient({ endpoint: url, region: 'eu-west-1', credentials })
  for (let times = 0; times < 2; times++) {
    await client.send(new DescribeClustersCommand({})).catch(() => {})
  }
  client.destroy()
  return requests.length
}

describe('A clock that is', () => {
  test.each<[string, number, RegExp]>([
    ['2 h behind', 2 * hour, /is (2 h|1 h 59 min|2 h 0 min) behind that of AWS/],
    ['2 h ahead', -2 * hour, /is 2 h( 0 min)? ahead of that of AWS/],
    ['6 min behind', 6 * minute, /is [56] min( \d+ s)? behind that of AWS/],
    ['a year ahead', -365 * 24 * hour, /ahead of that of AWS/],
  ])('%s is put right by that of AWS, once for all, as the SDK does', async (_, ahead, said) => {
    const { call, notices, requests } = await service({ ahead: () => ahead })
    expect(await call(ecs)).toEqual({})
    expect(await call(ecs)).toEqual({})
    expect(requests).toHaveLength(3)
    expect(await sdkAsks({ ahead: () => ahead })).toBe(3)
    expect(await call(lambda, 'GetFunction')).toEqual({})
    expect(requests).toHaveLength(4)
    expect(notices()).toEqual([expect.stringMatching(said)])
  })

  test('wrong is put right for all that are under way', async () => {
    const { call, notices } = await service({ ahead: () => 2 * hour })
    expect(await Promise.all([call(ecs), call(ecs), call(lambda)])).toEqual([{}, {}, {}])
    expect(notices()).toHaveLength(1)
  })

  test('right costs nothing', async () => {
    const { call, notices, requests } = await service({ ahead: () => 0 })
    expect(await call(ecs)).toEqual({})
    expect([requests.length, notices()]).toEqual([1, []])
  })

  test.each<[string, Clock]>([
    ['no date', { ahead: () => 2 * hour, headers: { date: '' } }],
    ['a date that is none', { ahead: () => 2 * hour, headers: { date: 'yesterday' } }],
    ['the date of a cache', { ahead: () => 2 * hour, headers: { age: '7200' } }],
    ['our own time', { ahead: () => 2 * hour, headers: { date: new Date().toUTCString() } }],
    ['another error', { ahead: () => 2 * hour, code: 'ValidationException' }],
  ])('refused with %s is told, and the request is not made again', async (_, clock) => {
    const { call, notices, requests } = await service(clock)
    await expect(call(ecs)).rejects.toThrow(/answered 403: "\w+Exception: Signature expired/)
    expect([requests.length, notices()]).toEqual([1, []])
  })

  test('another one each time is not asked for ever', async () => {
    const { call, requests } = await service({ ahead: (asked) => asked * hour })
    await expect(call(ecs)).rejects.toThrow('InvalidSignatureException')
    expect(requests).toHaveLength(4)
  })
})

test('What may come of a clock is what the SDK takes for it', () => {
  const others = ['ExpiredTokenException', 'ThrottlingException', 'ClusterNotFoundException']
  for (const name of [...clockSkewErrors, ...others]) {
    const isOfClock = isClockSkewError({ name, message: '', $metadata: {} })
    expect([name, clockSkewErrors.has(name)]).toEqual([name, isOfClock])
  }
})
