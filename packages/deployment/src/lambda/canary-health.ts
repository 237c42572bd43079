import { type AwsAccess, AwsClient, type AwsService } from '@ci-actions/aws'
import { ActionError, excerpt, quote } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { array, nullish, number, object, string } from 'valibot'
import type { Rate } from './error-rate.ts'

// Amazon CloudWatch: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/

const alarmSchema = object({
  AlarmName: string(),
  StateValue: string(),
  StateReason: nullish(string()),
})

const alarmsSchema = object({
  MetricAlarms: nullish(array(alarmSchema), []),
  CompositeAlarms: nullish(array(alarmSchema), []),
})

const metricsSchema = object({
  MetricDataResults: nullish(
    array(object({ Id: string(), Values: nullish(array(number()), []) })),
    [],
  ),
})

/** What ends a canary. */
export interface Limits {
  /** Names of CloudWatch alarms. */
  readonly alarms: readonly string[]
  /** The most invocations of the new version that may fail. */
  readonly errorRate?: Rate | undefined
}

/** A version that gets a part of the traffic of an alias, since a moment. */
export interface Watched {
  readonly function: string
  readonly alias: string
  readonly version: string
  readonly since: Date
}

/** How a canary does. */
export interface Finding {
  /** Why it has to end. */
  readonly trouble?: string
  /** What is not known, though it was asked. */
  readonly unknown?: string
}

const cloudWatch: AwsService = {
  name: 'CloudWatch',
  id: 'CLOUDWATCH',
  host: 'monitoring',
  target: 'GraniteServiceVersion20100801',
  jsonVersion: '1.0',
}

/** How a canary does, by alarms and by its own errors. */
export class CanaryHealth {
  readonly #client: AwsClient
  readonly #clock: AwsAccess['clock']
  readonly #limits: Limits

  constructor(access: AwsAccess, limits: Limits) {
    this.#client = new AwsClient(cloudWatch, access)
    this.#clock = access.clock
    this.#limits = limits
  }

  /**
   * Asked before anything is written, for a canary that cannot be watched is not started.
   *
   * @param live the version that serves; its errors do not count, but they must be readable
   * @throws ActionError when an alarm does not exist or is on already, or something may not be read
   */
  async ready(live: Watched, deadline: Deadline): Promise<void> {
    const [alarm] = await Promise.all([this.#alarm(deadline), this.#errors(live, deadline)])
    if (alarm) {
      throw new ActionError(
        `No canary is started: ${alarm}. Wait until it is off, or deploy without "canary" and "alarms".`,
      )
    }
  }

  async finding(watched: Watched, deadline: Deadline): Promise<Finding> {
    const [alarm, errors] = await Promise.all([
      this.#alarm(deadline),
      this.#errors(watched, deadline),
    ])
    return alarm ? { trouble: alarm } : errors
  }

  async #alarm(deadline: Deadline): Promise<string | undefined> {
    const { alarms } = this.#limits
    if (alarms.length === 0) return undefined
    const json = { AlarmNames: alarms, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }
    const answer = await this.#client.call('DescribeAlarms', { json }, alarmsSchema, deadline)
    const found = [...answer.MetricAlarms, ...answer.CompositeAlarms]
    const unknown = alarms.filter((name) => !found.some(({ AlarmName }) => AlarmName === name))
    if (unknown.length > 0) {
      throw new ActionError(
        `CloudWatch has no alarm ${unknown.map((name) => quote(name)).join(', ')} in this region. ` +
          'Check the input "alarms".',
      )
    }
    const gone = found.find(({ StateValue }) => StateValue === 'ALARM')
    return (
      gone &&
      `alarm ${quote(gone.AlarmName)} is on (${excerpt(gone.StateReason ?? 'no reason given')})`
    )
  }

  async #errors(watched: Watched, deadline: Deadline): Promise<Finding> {
    const { errorRate } = this.#limits
    if (!errorRate) return {}
    const { version } = watched
    const [errors, invocations] = await this.#counts(watched, deadline)
    if (invocations === 0) {
      return {
        unknown: `no invocation of version ${version} is counted yet, so nothing is known of its errors`,
      }
    }
    if (errors * 100 * errorRate.of <= errorRate.count * invocations) return {}
    const share = `${errors} of ${invocations} invocations of version ${version}`
    return { trouble: `${share} failed, more than ${errorRate.text}%` }
  }

  /** How many invocations failed, and how many there were; CloudWatch is a minute or two behind. */
  async #counts(watched: Watched, deadline: Deadline): Promise<[number, number]> {
    const json = {
      MetricDataQueries: [
        queryOf('errors', 'Errors', watched),
        queryOf('invocations', 'Invocations', watched),
      ],
      // Counts are kept by the minute.
      StartTime: Math.floor(this.#clock.toAwsTime(watched.since).getTime() / 60_000) * 60,
      EndTime: Math.ceil(this.#clock.toAwsTime(deadline.clock.date()).getTime() / 60_000) * 60 + 60,
    }
    const answer = await this.#client.call('GetMetricData', { json }, metricsSchema, deadline)
    const sum = (id: string): number => {
      const values = answer.MetricDataResults.find(({ Id }) => Id === id)?.Values ?? []
      return values.reduce((total, value) => total + value, 0)
    }
    return [sum('errors'), sum('invocations')]
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
function queryOf(
  id: string,
  name: string,
  { function: FunctionName, alias, version }: Watched,
): object {
  const dimensions = {
    FunctionName,
    Resource: `${FunctionName}:${alias}`,
    ExecutedVersion: version,
  }
  return {
    Id: id,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/Lambda',
        MetricName: name,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: 60,
      Stat: 'Sum',
    },
  }
}
