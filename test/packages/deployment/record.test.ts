import {
  type DeploymentRecord,
  deploymentOutputs,
  deploymentRecords,
  flatOutputs,
  isSuccess,
  type Status,
  shortName,
  statuses,
  type Version,
  worstStatus,
} from '@ci-actions/deployment'
import { readInputs, required } from '@ci-actions/kit'
import { openRecord } from '../../../packages/deployment/src/record.ts'
import { someRecord } from '../../support/record.ts'
import { TestRunner } from '../../support/runner.ts'

const noon = new Date('2026-11-21T12:00:00Z')

const record: DeploymentRecord = {
  ...someRecord,
  target: { serviceId: 'srv-1', regions: ['a', 'b'] },
  version: { ref: 'dep-2', commit: 'b'.repeat(40), digest: `sha256:${'c'.repeat(64)}` },
  startedAt: '2026-11-21T12:00:00.000Z',
  finishedAt: '2026-11-21T12:05:00.000Z',
  reason: 'In words.',
}

async function read(given: string): Promise<DeploymentRecord[]> {
  const inputs = { deployments: required('deployments', deploymentRecords) }
  return (await readInputs(inputs, new TestRunner({ deployments: given }))).deployments
}

describe('A deployment record', () => {
  test('is read as it was handed on', async () => {
    const opened = openRecord('rollback', { ...record }, undefined, noon)
    const output = JSON.stringify([record, opened])
    await expect(read(output)).resolves.toEqual([record, opened])
  })

  test('of several steps is read from a line each', async () => {
    const other = { ...record, name: 'frontend' }
    const lines = `${JSON.stringify([record])}\n\n  ${JSON.stringify([other, record])}\r\n[]\n`
    await expect(read(lines)).resolves.toEqual([record, other, record])
  })

  test('of none is none', async () => {
    await expect(read('[]')).resolves.toEqual([])
  })

  test('keeps nothing of what is not described', async () => {
    const [one] = await read(JSON.stringify([{ ...record, token: 'secret', __proto__: 5 }]))
    expect(one).toEqual(record)
  })

  test.each<[string, string]>([
    ['a text', 'render'],
    ['a record outside of an array', JSON.stringify(record)],
    ['JSON that is cut', JSON.stringify([record]).slice(0, -5)],
    ['another version of it', JSON.stringify([{ ...record, schema: 'ci-actions/deployment@2' }])],
    ['a status that is none', JSON.stringify([{ ...record, status: 'fine' }])],
    ['a missing version', JSON.stringify([{ ...record, version: undefined }])],
    ['a target that is not made of texts', JSON.stringify([{ ...record, target: { id: 5 } }])],
    ['a line that is masked', `${JSON.stringify([record])}\n***`],
    ['an array of arrays', `[[${JSON.stringify(record)}]]`],
    ['null', 'null'],
  ])('is not %s', async (_what, given) => {
    const message = await read(given).catch((error: Error) => error.message)
    expect(message).toMatch(
      /^Input "deployments" must be the "deployments" output of a deploy step \(.*\), not ".*"\.$/,
    )
  })

  test('begins as failed, with nothing changed and nothing known', () => {
    const { provider, name, target } = record
    expect(openRecord('deploy', { provider, name, target }, undefined, noon)).toEqual({
      schema: 'ci-actions/deployment@1',
      kind: 'deploy',
      provider,
      name,
      target,
      status: 'failed',
      changed: false,
      version: null,
      previous: null,
      live: null,
      startedAt: '2026-11-21T12:00:00.000Z',
      finishedAt: '2026-11-21T12:00:00.000Z',
    })
  })
})

describe('The status of many', () => {
  test.each<[Status[], Status]>([
    [[], 'unchanged'],
    [['dry-run'], 'dry-run'],
    [['succeeded', 'unchanged'], 'succeeded'],
    [['succeeded', 'started'], 'started'],
    [['superseded', 'succeeded', 'started'], 'superseded'],
    [['failed', 'timed-out', 'cancelled'], 'failed'],
    [['rolled-back', 'superseded'], 'rolled-back'],
  ])('of %j is the worst, %s', (all, status) => {
    expect(worstStatus(all)).toBe(status)
    expect(worstStatus(all.toReversed())).toBe(status)
  })

  test('is good when each is', () => {
    expect(statuses.filter(isSuccess)).toEqual(['dry-run', 'unchanged', 'succeeded', 'started'])
  })
})

describe('The flat outputs', () => {
  test('are those that every deploy action declares', () => {
    expect(Object.keys(flatOutputs([]))).toEqual([...deploymentOutputs])
  })

  test('are of the first record, but the status is the worstStatus and the change is of any', () => {
    const quiet: DeploymentRecord = { ...record, status: 'unchanged', changed: false }
    const broken: DeploymentRecord = { ...record, status: 'failed', id: 'dep-9', url: 'x' }
    expect(flatOutputs([quiet, broken])).toEqual({
      deployments: [quiet, broken],
      status: 'failed',
      changed: true,
      version: 'dep-2',
      'previous-version': 'dep-1',
      url: 'https://app.example.com',
      'deployment-id': 'dep-2',
    })
  })

  test('of nothing are empty', () => {
    expect(flatOutputs([])).toMatchObject({
      deployments: [],
      status: 'unchanged',
      changed: false,
      version: undefined,
    })
  })
})

test.each<[Version | null, string]>([
  [{ ref: 'dep-1', commit: '0123456789', digest: 'sha256:abc' }, '0123456'],
  [{ ref: 'dep-1', digest: `sha256:${'a'.repeat(64)}` }, 'sha256:aaaaaaaaaaaa'],
  [{ ref: 'dep-1' }, 'dep-1'],
  [{ ref: 'arn:aws:ecs:eu-west-1:1:task-definition/api:12', digest: 'sha256:abc' }, 'api:12'],
  [null, 'nothing'],
])('%j is called %s by a person', (version, name) => {
  expect(shortName(version)).toBe(name)
})
