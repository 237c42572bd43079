import type { DeploymentRecord } from '@ci-actions/deployment'
import { keys, refused, region } from '../../emulators/aws-server.ts'
import { dropped, executed, type Rule, rateLimited } from '../../emulators/faults.ts'
import { type FunctionGiven, type Lambda, startLambda } from '../../emulators/lambda.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { recordsOf, someRecord } from '../../support/record.ts'
import { runStep } from '../../support/step.ts'

const good = 'b'.repeat(40)
const bad = 'c'.repeat(40)

/** A function that was deployed three times by us; the last version is the bad one. */
function deployed(name: string, more: Partial<FunctionGiven> = {}): FunctionGiven {
  return {
    name,
    versions: [
      { code: 'first', description: 'run=40' },
      { code: 'good', description: `prev=1;sha=${good};run=41` },
      { code: 'bad', description: `prev=2;sha=${bad};run=42` },
    ],
    aliases: { live: '3' },
    ...more,
  }
}

const running: Lambda[] = []

async function lambda(...functions: FunctionGiven[]): Promise<Lambda> {
  const started = await startLambda(functions)
  running.push(started)
  for (const one of Object.values(started.functions)) {
    const description = one.versions.at(-1)?.description
    if (one.aliases.has('live')) one.updateAlias('live', { description })
  }
  return started
}

afterAll(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
})

async function rollback(
  it: Lambda,
  inputs: Record<string, string>,
  start: Start = {},
): Promise<Step> {
  const env = { ...it.env, ...start.env }
  const step = await runStep('rollback', { ...start, inputs, env })
  expect(it.undescribed).toEqual([])
  const said = step.stdout.replaceAll(/^::add-mask::.*$/gm, '') + step.stderr + step.summary
  for (const secret of [keys.secretAccessKey, keys.sessionToken]) expect(said).not.toContain(secret)
  return step
}

/** What lambda-deploy handed on when it had brought the bad version. */
function recordOf(name: string, more: Partial<DeploymentRecord> = {}): DeploymentRecord {
  return {
    ...someRecord,
    provider: 'lambda',
    name,
    target: { function: name, alias: 'live', region },
    id: `${name}:3`,
    version: { ref: '3', commit: bad, digest: 'bad' },
    previous: { ref: '2', commit: good, digest: 'good' },
    live: { ref: '3' },
    ...more,
  }
}

function live(it: Lambda, name = 'api'): string | undefined {
  const alias = it.functions[name]?.alias('live')
  return alias && [alias.version, ...Object.entries(alias.weights).flat()].join(' ')
}

const byHand = { provider: 'lambda', target: 'function: api' }

describe('from the record', () => {
  const six = ['auth', 'profile', 'chat', 'post', 'catalog', 'ai']

  test.concurrent('six functions go back in one step, and hand on new records', async () => {
    const it = await lambda(...six.map((name) => deployed(name)))
    const deployments = JSON.stringify(six.map((name) => recordOf(name)))
    const step = await rollback(it, { deployments, reason: 'errors went up' })
    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(step.outputs).toMatchObject({
      status: 'succeeded',
      'restored-version': '2',
      'deployment-id': 'auth:2',
    })
    for (const name of six) expect(live(it, name)).toBe('2')
    expect(recordsOf(step)[5]).toMatchObject({
      kind: 'rollback',
      name: 'ai',
      version: { ref: '2', commit: good },
      previous: { ref: '3', commit: bad },
      live: { ref: '2' },
    })
    expect(it.functions.ai?.alias('live')?.description).toBe(`prev=1;sha=${good};run=41`)

    const again = await rollback(it, { deployments })
    expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })

    const forth = await rollback(it, { deployments: step.outputs.deployments ?? '' })
    expect(forth).toMatchObject({ code: 0, outputs: { 'restored-version': '3' } })
    expect(live(it, 'ai')).toBe('3')
  })

  test.concurrent('a canary that is under way loses its traffic', async () => {
    const it = await lambda(deployed('api'))
    it.functions.api?.updateAlias('live', { version: '2', weights: { 3: 0.1 } })
    const step = await rollback(it, { deployments: JSON.stringify([recordOf('api')]) })
    expect(step).toMatchObject({
      code: 0,
      outputs: { status: 'succeeded', 'restored-version': '2' },
    })
    expect(live(it)).toBe('2')
  })

  test.concurrent('in the region that the record names', async () => {
    const it = await lambda(deployed('api'))
    const deployments = JSON.stringify([recordOf('api')])
    const step = await rollback(it, { deployments }, { env: { AWS_REGION: 'us-east-1' } })
    expect(step.code).toBe(0)
    expect(recordsOf(step)[0]?.target).toMatchObject({ region })
  })

  test.concurrent('is refused when somebody has deployed since, unless forced', async () => {
    const it = await lambda(deployed('api'))
    it.functions.api?.updateAlias('live', { version: '1' })
    const deployments = JSON.stringify([recordOf('api')])
    const step = await rollback(it, { deployments })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain('something else was deployed in the meantime')
    expect(live(it)).toBe('1')
    expect(await rollback(it, { deployments, force: 'true' })).toMatchObject({ code: 0 })
    expect(live(it)).toBe('2')
  })

  test.concurrent('to a version with the same code and other settings is a way back all the same', async () => {
    const same = [{ code: 'same' }, { code: 'good' }]
    const it = await lambda(deployed('api', { versions: same, aliases: { live: '2' } }))
    const { api } = it.functions
    if (api) api.latest.settings = { ...api.latest.settings, MemorySize: 1024 }
    api?.publish(undefined, undefined, '')
    api?.updateAlias('live', { version: '3' })
    const digest = api?.latest.code.sha256
    const record = recordOf('api', {
      version: { ref: '3', digest },
      previous: { ref: '2', digest },
    } as Partial<DeploymentRecord>)
    const step = await rollback(it, { deployments: JSON.stringify([record]) })
    expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': '2' } })
  })

  test.concurrent('of a version that is gone says so', async () => {
    const it = await lambda(deployed('api'))
    it.functions.api?.versions.splice(1, 1)
    const step = await rollback(it, { deployments: JSON.stringify([recordOf('api')]) })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain('Version 2 of api no longer exists; set another one in "to".')
  })

  test.concurrent.each([
    [{ service: 'api' }, 'does not locate its target'],
    [{ function: 'api; rm' }, 'at "function": not the name or ARN of a function'],
    [{ function: 'api', region: 'evil.example/' }, 'at "region": not a region'],
  ])('that is forged, %j, is refused', async (target, error) => {
    const it = await lambda(deployed('api'))
    const deployments = JSON.stringify([recordOf('api', { target } as Partial<DeploymentRecord>)])
    const step = await rollback(it, { deployments })
    expect(step.code).toBe(1)
    expect(step.error).toContain(error)
    expect(it.requests).toEqual([])
  })
})

describe('without a record', () => {
  test.concurrent('goes back to what the alias says was there before, and then to what was before that', async () => {
    const it = await lambda(deployed('api'))
    // A higher version that was published and never served is not in the way.
    expect(await rollback(it, byHand)).toMatchObject({
      code: 0,
      outputs: { 'restored-version': '2' },
    })
    expect(await rollback(it, byHand)).toMatchObject({
      code: 0,
      outputs: { 'restored-version': '1' },
    })
    const end = await rollback(it, byHand)
    expect(end).toMatchObject({ code: 1, outputs: { changed: 'false' } })
    expect(end.error).toContain('Nothing to roll back to')
  })

  test.concurrent.each([
    ['does not say', 'By hand', /does not record its version before 3; assuming version 2/],
    ['names one that is gone', 'prev=9;run=1', /before 3 \(version 9 no longer exists\); assuming/],
  ])(
    'where the alias %s, takes the next lower version, and says so',
    async (_, description, words) => {
      const it = await lambda(deployed('api'))
      it.functions.api?.updateAlias('live', { description })
      const step = await rollback(it, byHand)
      expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': '2' } })
      expect(step.stdout).toMatch(words)
    },
  )

  test.concurrent('a canary is what is taken back', async () => {
    const it = await lambda(deployed('api'))
    it.functions.api?.updateAlias('live', { version: '2', weights: { 3: 0.5 } })
    const step = await rollback(it, byHand)
    expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': '2' } })
    expect(live(it)).toBe('2')
  })

  test.concurrent.each([
    ['a version', '1', '1'],
    ['a commit', good, '2'],
    ['a short commit', good.slice(0, 7), '2'],
  ])('goes to %s that is named', async (_, to, version) => {
    const it = await lambda(deployed('api'))
    const step = await rollback(it, { ...byHand, to })
    expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': version } })
    expect(live(it)).toBe(version)
  })

  test.concurrent('of several functions, another alias and a name', async () => {
    const it = await lambda(
      deployed('api', { aliases: { live: '3', beta: '3' } }),
      deployed('worker'),
    )
    const target = '- function: api\n  alias: beta\n  name: front\n- function: worker'
    const step = await rollback(it, { provider: 'lambda', target, to: '1' })
    expect(recordsOf(step).map(({ name, status }) => [name, status])).toEqual([
      ['front', 'succeeded'],
      ['worker', 'succeeded'],
    ])
    expect([live(it), it.functions.api?.alias('beta')?.version, live(it, 'worker')]).toEqual([
      '3',
      '1',
      '1',
    ])
  })

  test.concurrent.each([
    [
      'to',
      '17',
      'api has no version "17". Use a version number, a commit of at least 7 characters that these actions deployed, or "previous". The newest versions are 1, 2, 3.',
    ],
    ['to', 'v1.2', 'api has no version "v1.2"'],
    ['target', 'function: nobody', 'nobody has no alias "live" in eu-west-1, or does not exist'],
    ['target', '{ function: api, alias: nothing }', 'api has no alias "nothing" in eu-west-1'],
    [
      'target',
      'name: api',
      'Input "target" must be YAML that locates the target, such as "function: api"',
    ],
    [
      'target',
      'function: api: live',
      'such as "function: api", or a list of these; it is not valid',
    ],
    ['target', '{ function: api, serviceId: srv-1 }', '"serviceId" is unknown'],
  ])('%s %j: red, with the answer in words', async (input, value, error) => {
    const it = await lambda(deployed('api'))
    const step = await rollback(it, { ...byHand, [input]: value })
    expect(step.code).toBe(1)
    expect(step.error).toContain(error)
    expect(live(it)).toBe('3')
  })

  test.concurrent('a dry run says what it would write, and writes nothing', async () => {
    const it = await lambda(deployed('api'))
    const step = await rollback(it, { ...byHand, 'dry-run': 'true' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'dry-run', changed: 'false' } })
    expect(recordsOf(step)[0]?.reason).toBe(
      'Would point alias live of api at version 2, with all traffic.',
    )
    expect(live(it)).toBe('3')
  })
})

describe('faults', () => {
  const lead = { path: /UpdateAlias$/, first: 1 }
  const other = refused(
    'PreconditionFailedException',
    'The RevisionId provided does not match',
    412,
  )
  test.concurrent.each([
    ['429', [{ ...lead, fault: rateLimited('1') }]],
    ['409', [{ ...lead, fault: refused('ResourceConflictException', 'busy', 409) }]],
    ['412 though nothing has changed', [{ ...lead, fault: other }]],
    ['a lost answer', [{ ...lead, fault: dropped }]],
    ['412 after it was carried out', [{ ...lead, fault: executed(other) }]],
  ] satisfies [string, Rule[]][])('%s: back all the same', async (_, rules) => {
    const it = await lambda(deployed('api'))
    it.play(rules)
    const step = await rollback(it, byHand)
    expect(step).toMatchObject({ code: 0, error: '', outputs: { 'restored-version': '2' } })
    expect(live(it)).toBe('2')
  })

  test.concurrent('what IAM does not allow is named, with what to allow', async () => {
    const it = await lambda(deployed('api'))
    it.deny('lambda:UpdateAlias')
    const step = await rollback(it, byHand)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(step.error).toContain(
      `allow lambda:UpdateAlias on arn:aws:lambda:${region}:123456789012:function:api in the policy of this job's role`,
    )
    expect(live(it)).toBe('3')
  })
})
