import type {
  DescribeAlarmsCommandInput,
  DescribeAlarmsCommandOutput,
  GetMetricDataCommandInput,
  GetMetricDataCommandOutput,
  MetricDataQuery,
} from '@aws-sdk/client-cloudwatch'
import * as schemas from '@aws-sdk/client-cloudwatch'
import type { Emulated } from './aws-server.ts'

/** Alarms and counts that a test sets. */
export interface CloudWatch {
  readonly service: Emulated
  /** States by the name of the alarm; a composite one has a name that begins so. */
  readonly alarms: Map<string, 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'>
  /** How a version of a function has done, by `function:alias:version`. */
  readonly counts: Map<string, { readonly invocations: number; readonly errors: number }>
}

export function cloudWatch(): CloudWatch {
  const alarms: CloudWatch['alarms'] = new Map()
  const counts: CloudWatch['counts'] = new Map()
  const isComposite = (name: string): boolean => name.startsWith('composite')
  const service: Emulated = {
    name: 'cloudwatch',
    target: 'GraniteServiceVersion20100801',
    schemas,
    operations: {
      DescribeAlarms({
        AlarmNames = [],
        AlarmTypes = ['MetricAlarm'],
      }: DescribeAlarmsCommandInput): Omit<DescribeAlarmsCommandOutput, '$metadata'> {
        const found = AlarmNames.flatMap((name) => {
          const state = alarms.get(name)
          if (!state) return []
          const StateReason = `Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (1.0).`
          return [{ AlarmName: name, StateValue: state, StateReason }]
        })
        return {
          MetricAlarms: AlarmTypes.includes('MetricAlarm')
            ? found.filter((one) => !isComposite(one.AlarmName))
            : [],
          CompositeAlarms: AlarmTypes.includes('CompositeAlarm')
            ? found.filter((one) => isComposite(one.AlarmName))
            : [],
        }
      },
      GetMetricData({
        MetricDataQueries = [],
        StartTime,
        EndTime,
      }: GetMetricDataCommandInput): Omit<GetMetricDataCommandOutput, '$metadata'> {
        if (!StartTime || !EndTime || StartTime >= EndTime) throw new Error('no time to look at')
        return {
          MetricDataResults: MetricDataQueries.map((query) => ({
            Id: query.Id,
            Label: query.MetricStat?.Metric?.MetricName,
            ...valuesOf(query, StartTime),
            StatusCode: 'Complete',
          })),
        }
      },
    },
  }

  /** Over two minutes, as CloudWatch has them; nothing at all where nobody has called. */
  function valuesOf(
    { MetricStat }: MetricDataQuery,
    time: Date,
  ): { Timestamps: Date[]; Values: number[] } {
    const { Dimensions = [], MetricName, Namespace } = MetricStat?.Metric ?? {}
    const at = (name: string): string | undefined =>
      Dimensions.find((one) => one.Name === name)?.Value
    const key = `${at('Resource')}:${at('ExecutedVersion')}`
    if (Namespace !== 'AWS/Lambda' || at('Resource')?.split(':')[0] !== at('FunctionName')) {
      throw new Error(`no such metric: ${JSON.stringify(MetricStat)}`)
    }
    const count = counts.get(key)
    if (!count) return { Timestamps: [], Values: [] }
    const total = MetricName === 'Errors' ? count.errors : count.invocations
    const later = new Date(time.getTime() + 60_000)
    return {
      Timestamps: [time, later],
      Values: [total - Math.floor(total / 2), Math.floor(total / 2)],
    }
  }

  return { service, alarms, counts }
}
