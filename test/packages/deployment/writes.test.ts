import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deploy } from '@ci-actions/deployment'
import { createTargets } from '@ci-actions/deployment/lambda'
import { refused } from '../../emulators/aws-server.ts'
import { dropped, type Fault, reset } from '../../emulators/faults.ts'
import { type Course, startLambda } from '../../emulators/lambda.ts'
import { testClock } from '../../support/clock.ts'
import { TestRunner } from '../../support/runner.ts'

const path = mkdtempSync(join(tmpdir(), 'package-'))
writeFileSync(join(path, 'index.mjs'), 'export const handler = 1')

const order = {
  alias: 'live',
  environment: undefined,
  timeout: 60_000,
  onFailure: 'leave',
  onCancel: 'rollback',
  dryRun: false,
  wait: true,
} as const

const quota = refused('CodeStorageExceededException', 'Code storage limit exceeded.')
const denied = refused('AccessDeniedException', 'no', 403)
const update = /UpdateFunctionCode$/
const publish = /PublishVersion$/
const lead = /UpdateAlias$/

type Writes = [path: RegExp, fault: Fault, first?: number][]

/** Deploys new code to a function whose alias leads to version 2, while writes go wrong. */
async function deployed(
  writes: Writes,
  { given = {}, updates }: { given?: object; updates?: Course } = {},
) {
  const versions = [{ code: 'first' }, { code: 'second' }]
  const lambda = await startLambda([{ name: 'api', versions, aliases: { live: '2' } }])
  const { api } = lambda.functions
  if (api && updates) api.updates = updates
  lambda.play(writes.map(([path, fault, first]) => ({ path, fault, ...(first && { first }) })))
  const functions = [{ function: 'api', name: 'api', region: undefined, package: undefined }]
  const asked = {
    ...order,
    functions,
    package: { kind: 'path', path } as const,
    ...unused,
    ...given,
  }
  const runner = new TestRunner({}, lambda.env)
  const clock = { ...testClock(), date: () => new Date() }
  const [result] = await deploy(await createTargets(asked, runner), asked, runner, clock)
  await lambda.close()
  return result?.record
}

const unused = {
  canary: undefined,
  alarms: undefined,
  maxErrorRate: undefined,
  architecture: undefined,
}

describe('What was written before a deploy failed is said, and counts as changed:', () => {
  const sent = 'New code was sent to $LATEST of api; no version was published.'
  const maybe = 'New code may have been sent to $LATEST of api; no version was published.'
  const published = 'Version 3 was published; alias live does not point at it.'

  test.each<[string, Writes, string, object?]>([
    ['nothing, where the code is refused', [[update, denied]], ''],
    ['nothing, where the code never left', [[update, refused('X', 'no', 413)]], ''],
    ['the code, where no more versions fit', [[publish, quota]], sent],
    ['the code, where no version may be published', [[publish, denied]], sent],
    [
      'the code, whose answer was lost',
      [
        [update, dropped, 1],
        [publish, quota],
      ],
      sent,
    ],
    [
      'perhaps the code, lost on the way',
      [
        [update, reset, 1],
        [update, denied],
      ],
      maybe,
    ],
    ['a version, where nobody waits for its alias', [[lead, denied]], published, { wait: false }],
  ])('%s', async (_, writes, said, given = {}) => {
    const record = await deployed(writes, { given })
    expect(record).toMatchObject({ status: 'failed', changed: said !== '' })
    expect(record?.reason?.endsWith(`.${said && ' '}${said}`)).toBe(true)
    expect(record?.reason).not.toBe(said)
  })

  test('a version, whose alias may not lead to it', async () => {
    const record = await deployed([[lead, denied]])
    expect(record).toMatchObject({ status: 'failed', changed: true, version: { ref: '3' } })
  })

  test('the code, though Lambda does not take it', async () => {
    const updates = {
      looks: 1,
      fails: { code: 'InternalError' as const, reason: 'Lambda says why' },
    }
    const record = await deployed([], { updates })
    expect(record).toMatchObject({ status: 'failed', changed: true })
    expect(record?.reason).toContain(sent)
  })
})
