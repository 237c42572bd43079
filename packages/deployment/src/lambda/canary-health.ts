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

/** What stops a canary. */
export interface Limits {
  /** Names of CloudWatch alarms. */
  readonly alarms: readonly string[]
  /** Maximum share of failed invocations of the new version. */
  readonly errorRate?: Rate | undefined
}

/** A version that has received part of an alias's traffic since some time. */
export interface Watched {
  readonly function: string
  readonly alias: string
  readonly version: string
  readonly since: Date
}

/** The health of a canary. */
export interface Finding {
  /** Why the canary must stop. */
  readonly trouble?: string
  /** Data that was requested but is not available. */
  readonly unknown?: string
}

const cloudWatch: AwsService = {
  name: 'CloudWatch',
  id: 'CLOUDWATCH',
  host: 'monitoring',
  target: 'GraniteServiceVersion20100801',
  jsonVersion: '1.0',
}

/** Checks a canary by CloudWatch alarms and its error rate. */
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
   * Checks, before the first write, that the canary can be watched.
   *
   * @param live the live version; its errors do not count, but they must be readable
   * @throws ActionError if an alarm does not exist or is already in ALARM, or a permission is missing
   */
  async ready(live: Watched, deadline: Deadline): Promise<void> {
    const [alarm] = await Promise.all([this.#alarm(deadline), this.#errors(live, deadline)])
    if (alarm) {
      throw new ActionError(
        `The canary was not started: ${alarm}. Wait until it is OK, or deploy without "canary" and "alarms".`,
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
    const response = await this.#client.call('DescribeAlarms', { json }, alarmsSchema, deadline)
    const found = [...response.MetricAlarms, ...response.CompositeAlarms]
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
      `alarm ${quote(gone.AlarmName)} is in ALARM (${excerpt(gone.StateReason ?? 'no reason given')})`
    )
  }

  async #errors(watched: Watched, deadline: Deadline): Promise<Finding> {
    const { errorRate } = this.#limits
    if (!errorRate) return {}
    const { version } = watched
    const [errors, invocations] = await this.#counts(watched, deadline)
    if (invocations === 0) {
      return {
        unknown: `no invocations of version ${version} have been counted yet, so its error rate is unknown`,
      }
    }
    if (errors * 100 * errorRate.of <= errorRate.count * invocations) return {}
    const share = `${errors} of ${invocations} invocations of version ${version}`
    return { trouble: `${share} failed, more than ${errorRate.text}%` }
  }

  /** Returns the number of failed and of all invocations; CloudWatch is a minute or two behind. */
  async #counts(watched: Watched, deadline: Deadline): Promise<[number, number]> {
    const json = {
      MetricDataQueries: [
        queryOf('errors', 'Errors', watched),
        queryOf('invocations', 'Invocations', watched),
      ],
      // Counts are per minute.
      StartTime: Math.floor(this.#clock.toAwsTime(watched.since).getTime() / 60_000) * 60,
      EndTime: Math.ceil(this.#clock.toAwsTime(deadline.clock.date()).getTime() / 60_000) * 60 + 60,
    }
    const response = await this.#client.call('GetMetricData', { json }, metricsSchema, deadline)
    const sum = (id: string): number => {
      const values = response.MetricDataResults.find(({ Id }) => Id === id)?.Values ?? []
      return values.reduce((total, value) => total + value, 0)
    }
    return [sum('errors'), sum('invocations')]
  }
}

/**
 * Returns the query for a metric of one version.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
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
