import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { lambdaDeploy } from '../../../actions/lambda-deploy/src/main.ts'
import { keys, refused, region, writesTo } from '../../emulators/aws-server.ts'
import { dropped, executed, type Rule } from '../../emulators/faults.ts'
import { type FunctionGiven, type Lambda, sha256Of, startLambda } from '../../emulators/lambda.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { recordsOf } from '../../support/record.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { refusalOf, type WrongInput, wrongEverywhere } from '../../support/wrong-inputs.ts'

const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f80912345678'

/** A function whose alias leads to its second version. */
function withPast(name: string, more: Partial<FunctionGiven> = {}): FunctionGiven {
  return {
    name,
    versions: [{ code: 'first' }, { code: 'second' }],
    aliases: { live: '2' },
    environment: { API_KEY: 'MARKER-environment' },
    ...more,
  }
}

const running: Lambda[] = []

async function lambda(...functions: FunctionGiven[]): Promise<Lambda> {
  const started = await startLambda(functions)
  running.push(started)
  return started
}

afterAll(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
})

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(tmpdir(), 'package-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), text)
  }
  return place
}

const code = folder({ 'index.mjs': 'export const handler = async () => "new"' })

async function deploy(
  it: Lambda,
  inputs: Record<string, string> = {},
  start: Start = {},
): Promise<Step> {
  const given = { functions: Object.keys(it.functions).join('\n'), package: code, ...inputs }
  const step = await runStep('lambda-deploy', {
    ...start,
    inputs: given,
    env: { ...it.env, ...start.env },
  })
  expect(it.undescribed).toEqual([])
  expect(leakedSecrets(step, secrets)).toEqual([])
  return step
}

const secrets = [keys.secretAccessKey, keys.sessionToken, 'MARKER']

/** What the alias `live` leads to, by function. */
function live(it: Lambda, name = 'api'): string | undefined {
  const alias = it.functions[name]?.alias('live')
  return (
    alias &&
    [alias.version, ...Object.entries(alias.weights).map((pair) => pair.join('='))].join(' + ')
  )
}

describe('a release', () => {
  test.concurrent('brings new code to six functions, side by side, and hands on their records', async () => {
    const names = ['auth', 'profile', 'chat', 'post', 'catalog', 'ai'].map((name) => `${name}-svc`)
    const it = await lambda(...names.map((name) => withPast(name)))
    const step = await deploy(it, { environment: 'production' })

    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(step.outputs).toMatchObject({
      status: 'succeeded',
      changed: 'true',
      version: '3',
      'previous-version': '2',
      'deployment-id': 'auth-svc:3',
    })
    expect(JSON.parse(step.outputs['function-versions'] ?? '')).toEqual(
      Object.fromEntries(names.map((name) => [name, '3'])),
    )
    const records = recordsOf(step)
    expect(records.map(({ name }) => name)).toEqual(names)
    for (const { name, ...record } of records) {
      const { code: published } = it.functions[name]?.versions.at(-1) ?? {}
      expect(live(it, name)).toBe('3')
      expect(record).toMatchObject({
        provider: 'lambda',
        environment: 'production',
        target: { function: name, alias: 'live', region },
        id: `${name}:3`,
        version: { ref: '3', commit, digest: published?.sha256 },
        previous: { ref: '2', digest: sha256Of('second') },
        live: { ref: '3' },
      })
    }
    expect(it.functions['ai-svc']?.alias('live')?.description).toBe(`prev=2;sha=${commit};run=42`)
  })
})

describe('of what is there already', () => {
  test.concurrent('nothing is written', async () => {
    const it = await lambda(withPast('api'))
    await deploy(it)
    const before = writesTo(it).length
    const again = await deploy(it)
    expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })
    expect(writesTo(it)).toHaveLength(before)
    expect(recordsOf(again)[0]).toMatchObject({
      version: { ref: '3', commit },
      previous: { ref: '2' },
    })
  })

  test.concurrent('with other settings a new version is published, and the code is not sent again', async () => {
    const it = await lambda(withPast('api'))
    await deploy(it)
    const { latest } = it.functions.api ?? {}
    if (latest) latest.settings = { ...latest.settings, Timeout: 30 }
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded', version: '4' } })
    expect(writesTo(it).slice(-2)).toEqual(['PublishVersion', 'UpdateAlias'])
    // The same code, and another version all the same: a way back leads there.
    expect(recordsOf(step)[0]).toMatchObject({ previous: { ref: '3' } })
  })

  test.concurrent('for another architecture it is sent again', async () => {
    const it = await lambda(withPast('api'))
    await deploy(it)
    const step = await deploy(it, { architectures: 'arm64' })
    expect(step).toMatchObject({ code: 0, outputs: { version: '4' } })
    expect(it.functions.api?.latest.settings.Architectures).toEqual(['arm64'])
  })

  test.concurrent('after a rollback the version that was published is live again', async () => {
    const it = await lambda(withPast('api'))
    await deploy(it)
    it.functions.api?.updateAlias('live', { version: '2' })
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, outputs: { version: '3', 'previous-version': '2' } })
    expect(it.functions.api?.versions).toHaveLength(3)
  })
})

describe('a deploy', () => {
  test.concurrent('that is the first makes the alias, without a canary, and has nothing before it', async () => {
    const it = await lambda({ name: 'api' })
    const step = await deploy(it, { canary: '10% 10m' })
    expect(step).toMatchObject({
      code: 0,
      outputs: { status: 'succeeded', 'previous-version': '' },
    })
    expect(step.stdout).toContain('api: creating alias live, which does not exist yet')
    expect(live(it)).toBe('1')
  })

  test.concurrent('that nobody waits for is started, and the alias is led there', async () => {
    const it = await lambda(withPast('api'))
    const { api } = it.functions
    if (api) api.publications = { looks: 0, fails: { code: 'InvalidConfiguration', reason: 'no' } }
    const step = await deploy(it, { wait: 'false' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'started' } })
    expect(live(it)).toBe('3')
  })

  test.concurrent('as a dry run says what it would write, and writes nothing', async () => {
    const it = await lambda(withPast('api'))
    const step = await deploy(it, { 'dry-run': 'true', canary: '10% 5m' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'dry-run', changed: 'false' } })
    expect(recordsOf(step)[0]?.reason).toMatch(
      /^Would send .+ \(1 kB\) to api, publish a version and point alias live \(now at version 2\) at it, after 10% for 5 min\.$/,
    )
    expect(writesTo(it)).toEqual([])
  })

  test.concurrent('keeps what somebody has written into the description of the alias', async () => {
    const it = await lambda(withPast('api'))
    it.functions.api?.updateAlias('live', { description: 'What the app calls prev=1;run=7' })
    await deploy(it)
    expect(it.functions.api?.alias('live')?.description).toBe(
      `What the app calls prev=2;sha=${commit};run=42`,
    )
  })

  test.concurrent('by ARN is recorded by its name', async () => {
    const it = await lambda(withPast('api'))
    const arn = `arn:aws:lambda:${region}:123456789012:function:api`
    const step = await deploy(it, { functions: arn })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(recordsOf(step)[0]).toMatchObject({ name: 'api', target: { function: arn } })
  })

  test.concurrent('waits as long as Lambda is at work on code and version', async () => {
    const it = await lambda(withPast('api'))
    const { api } = it.functions
    if (api) Object.assign(api, { updates: { looks: 2 }, publications: { looks: 2 } })
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded', version: '3' } })
    expect(step.stdout).toContain('api: version 3 is Pending')
  })

  test.concurrent('from S3 sends the place, by version', async () => {
    const it = await lambda(withPast('api'))
    it.objects.set('builds/app/api.zip', 'from S3')
    const step = await deploy(it, { package: 's3://builds/app/api.zip?versionId=abc.1' })
    expect(step).toMatchObject({ code: 0, outputs: { version: '3' } })
    expect(
      it.requests.find(({ operation }) => operation === 'UpdateFunctionCode')?.input,
    ).toMatchObject({
      S3Bucket: 'builds',
      S3Key: 'app/api.zip',
      S3ObjectVersion: 'abc.1',
    })
    expect(recordsOf(step)[0]?.version?.digest).toBe(sha256Of('from S3'))
    const again = await deploy(it, { package: 's3://builds/app/api.zip' })
    expect(again).toMatchObject({ code: 0, outputs: { version: '3' } })
  })

  test.concurrent('of an image by digest is known to be live', async () => {
    const uri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app/api'
    const it = await lambda(withPast('api', { packageType: 'Image' }))
    const tagged = await deploy(it, { package: `${uri}:v2` })
    expect(tagged).toMatchObject({ code: 0, outputs: { version: '3' } })
    const digest = it.functions.api?.latest.code.image?.resolved.split('@')[1]
    const again = await deploy(it, { package: `${uri}@${digest}` })
    expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged' } })
  })
})

describe('a canary', () => {
  const steps = { canary: '10% 400ms, 50% 400ms' }

  test.concurrent('gets its parts of the traffic, step by step, and then all', async () => {
    const it = await lambda(withPast('api'))
    it.watch.alarms.set('errors', 'OK')
    it.watch.counts.set('api:live:3', { invocations: 200, errors: 1 })
    const step = await deploy(it, { ...steps, alarms: 'errors', 'max-error-rate': '0.5%' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded', version: '3' } })
    const weights = it.requests
      .filter(({ operation }) => operation === 'UpdateAlias')
      .map(({ input }) => [input.FunctionVersion, input.RoutingConfig])
    expect(weights).toEqual([
      ['2', { AdditionalVersionWeights: { 3: 0.1 } }],
      ['2', { AdditionalVersionWeights: { 3: 0.5 } }],
      ['3', { AdditionalVersionWeights: {} }],
    ])
    expect(step.stdout).toContain('api: version 3 gets 10% for 0.4 s')
  })

  test.concurrent.each([
    [
      'an alarm that goes on',
      'alarm "errors" is in ALARM (Threshold Crossed',
      'errors',
      { invocations: 9, errors: 0 },
    ],
    [
      'a composite alarm that goes on',
      'alarm "composite-app" is in ALARM',
      'composite-app',
      { invocations: 9, errors: 0 },
    ],
    [
      'more errors than asked',
      '2 of 199 invocations of version 3 failed, more than 1%',
      undefined,
      { invocations: 199, errors: 2 },
    ],
  ])('is stopped and cleared by %s', async (_, reason, alarm, counts) => {
    const it = await lambda(withPast('api'), withPast('worker'))
    if (alarm) it.watch.alarms.set(alarm, 'OK')
    const inputs = {
      canary: '10% 600ms, 50% 60s',
      'max-error-rate': '1',
      ...(alarm && { alarms: alarm }),
    }
    const step = await deploy(
      it,
      { ...inputs, timeout: '3m' },
      {
        watch: (stdout) => {
          if (!stdout.includes('api: version 3 gets 10%')) return
          if (alarm) it.watch.alarms.set(alarm, 'ALARM')
          it.watch.counts.set('api:live:3', counts)
        },
      },
    )
    expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back' } })
    expect(step.error).toContain(`The canary was stopped at 10%: ${reason}`)
    expect(step.error).toContain('All traffic is back on version 2')
    expect([live(it), live(it, 'worker')]).toEqual(['2', '2'])
    expect(recordsOf(step)[0]).toMatchObject({ version: { ref: '3' }, live: { ref: '2' } })
    // The other one does not go on to all of its traffic only to be put back then.
    expect(it.functions.worker?.led).toEqual(['2', '3'])
    expect(step.took).toBeLessThan(20_000)
  })

  test.concurrent('ends when a function that is deployed with it fails, unless they are left', async () => {
    const it = await lambda(withPast('api'), withPast('worker'))
    const { api } = it.functions
    if (api) api.publications = { looks: 2, fails: { code: 'FunctionError', reason: 'no init' } }
    const step = await deploy(it, { canary: '10% 60s' })
    expect(recordsOf(step).map(({ status }) => status)).toEqual(['failed', 'rolled-back'])
    expect(step.error).toContain(
      'The canary was stopped at 10%: api, which is deployed together with it, failed.',
    )
    expect(live(it, 'worker')).toBe('2')

    const left = await deploy(it, { canary: '10% 300ms', 'on-failure': 'leave' })
    expect(recordsOf(left).map(({ status }) => status)).toEqual(['failed', 'succeeded'])
  })

  test.concurrent('that nobody calls says that nothing is known of its errors', async () => {
    const it = await lambda(withPast('api'))
    const step = await deploy(it, { canary: '10% 300ms', 'max-error-rate': '1' })
    expect(step.code).toBe(0)
    expect(step.stdout).toContain(
      'api: after 10% for 0.3 s, no invocations of version 3 have been counted yet, so its error rate is unknown',
    )
  })

  test.concurrent('by an alarm that does not exist is refused, and what is deployed beside it is left alone', async () => {
    const it = await lambda(withPast('api'), { name: 'fresh', aliases: {} })
    it.functions.fresh?.publish(undefined, undefined, '')
    const step = await deploy(it, { canary: '10% 60s', alarms: 'errors' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain('CloudWatch has no alarm "errors" in this region')
    expect(step.error).toContain('fresh cancelled: Not deployed, because api cannot be')
    expect(writesTo(it)).toEqual([])
  })

  test.concurrent('is not started while its alarm is on', async () => {
    const it = await lambda(withPast('api'))
    it.watch.alarms.set('errors', 'ALARM')
    const step = await deploy(it, { ...steps, alarms: 'errors' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain('The canary was not started: alarm "errors" is in ALARM')
    expect(writesTo(it)).toEqual([])
  })

  test.concurrent('that may not be watched is not started', async () => {
    const it = await lambda(withPast('api'))
    it.deny('cloudwatch:GetMetricData')
    const step = await deploy(it, { ...steps, 'max-error-rate': '1' })
    expect(step.code).toBe(1)
    expect(step.error).toContain('allow cloudwatch:GetMetricData on *')
    expect(writesTo(it)).toEqual([])
  })

  test.concurrent('that a cancelled run has left goes on, from where it is', async () => {
    const it = await lambda(withPast('api'))
    const whenAtTen = (stdout: string, kill: (signal: NodeJS.Signals) => void): void => {
      if (stdout.includes('api: version 3 gets 10%')) kill('SIGINT')
    }
    const inputs = { canary: '10% 60s, 50% 60s', 'on-cancel': 'leave' }
    const left = await deploy(it, inputs, { watch: whenAtTen })
    expect(left).toMatchObject({ code: 1, outputs: { status: 'cancelled' } })
    expect(live(it)).toBe('2 + 3=0.1')

    const step = await deploy(it, steps)
    expect(step).toMatchObject({
      code: 0,
      outputs: { status: 'succeeded', version: '3', 'previous-version': '2' },
    })
    expect(step.stdout).toContain('api:3 is already deploying this version; following it')
    expect(writesTo(it).filter((name) => name === 'UpdateFunctionCode')).toHaveLength(1)
    expect(live(it)).toBe('3')
  })

  test.concurrent('is cleared when the job is cancelled', async () => {
    const it = await lambda(withPast('api'))
    let struck = 0
    const step = await deploy(
      it,
      { canary: '10% 60s' },
      {
        watch: (stdout, kill) => {
          if (struck || !stdout.includes('api: version 3 gets 10%')) return
          struck = performance.now()
          kill('SIGINT')
        },
      },
    )
    expect(performance.now() - struck).toBeLessThan(5_000)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled' } })
    expect(step.error).toContain('api:3 was stopped, and all traffic of live is back on version 2')
    expect(live(it)).toBe('2')
  })

  test.concurrent('that outlasts the time is cleared', async () => {
    const it = await lambda(withPast('api'))
    const { api } = it.functions
    if (api) api.publications = { looks: 3 }
    const step = await deploy(it, { canary: '10% 3900ms', timeout: '4s' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'timed-out' } })
    expect(live(it)).toBe('2')
  })

  test.concurrent('into which somebody else deploys is superseded, and theirs is left alone', async () => {
    const it = await lambda(withPast('api'))
    const step = await deploy(
      it,
      { canary: '10% 60s' },
      {
        watch: (stdout) => {
          if (!stdout.includes('api: version 3 gets 10%')) return
          it.functions.api?.updateAlias('live', {
            version: '1',
            weights: {},
            description: 'prev=2;run=77',
          })
        },
      },
    )
    expect(step).toMatchObject({ code: 1, outputs: { status: 'superseded' } })
    expect(step.error).toContain(
      'Alias live of api was changed by someone else in the meantime: it points at version 1 (run 77), not at version 2, and version 3 for 10%.',
    )
    expect(live(it)).toBe('1')
  })
})

describe('the end of a deploy', () => {
  test.concurrent.each([
    ['ImageAccessDenied', 'Allow Lambda to read the ECR repository'],
    ['InvalidZipFileException', 'not a zip file that Lambda can read'],
    ['SubnetOutOfIPAddresses', 'no addresses left'],
    ['InternalError', 'Lambda rejected the new code of api: InternalError, "Lambda says why"'],
  ] as const)(
    'as code that Lambda does not take, %s, is failed, and nothing serves it',
    async (reason, words) => {
      const it = await lambda(withPast('api'))
      const { api } = it.functions
      if (api) api.updates = { looks: 1, fails: { code: reason, reason: 'Lambda says why' } }
      const step = await deploy(it)
      expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
      expect(step.error).toContain(words)
      expect(live(it)).toBe('2')

      // What was not taken is sent again.
      if (api) api.updates = { looks: 0 }
      expect(await deploy(it)).toMatchObject({ code: 0, outputs: { version: '3' } })
    },
  )

  test.concurrent('as a version that cannot serve is failed, and all others are put back', async () => {
    const it = await lambda(withPast('api'), withPast('worker'))
    const { api } = it.functions
    if (api)
      api.publications = { looks: 2, fails: { code: 'FunctionError', reason: 'init timed out' } }
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(step.error).toContain('Version 3 of api cannot serve: FunctionError: init timed out.')
    expect(recordsOf(step).map(({ status }) => status)).toEqual(['failed', 'rolled-back'])
    expect([live(it), live(it, 'worker')]).toEqual(['2', '2'])

    const left = await deploy(it, { 'on-failure': 'leave' })
    expect(left.code).toBe(1)
    expect([live(it), live(it, 'worker')]).toEqual(['2', '3'])
  })

  test.concurrent('of a function that does not exist says what to do', async () => {
    const it = await lambda(withPast('api'))
    const step = await deploy(it, { functions: 'nobody' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain(
      'There is no function "nobody" in eu-west-1. The function must exist',
    )
  })

  test.concurrent('of an alias that leads to $LATEST is refused, for new code would serve at once', async () => {
    const it = await lambda(withPast('api', { aliases: { live: '$LATEST' } }))
    const step = await deploy(it)
    expect(step.error).toContain('Alias live of api points at $LATEST')
    expect(writesTo(it)).toEqual([])
  })

  test.concurrent('of a zip for a function that runs an image is refused', async () => {
    const it = await lambda(withPast('api', { packageType: 'Image' }))
    const step = await deploy(it)
    expect(step.error).toContain('api has the package type Image and cannot use')
  })
})

describe('somebody else', () => {
  const put = { path: /UpdateFunctionCode$/ }
  const lead = { path: /UpdateAlias$/ }
  const publish = { path: /PublishVersion$/ }
  const busy = refused(
    'ResourceConflictException',
    'An update is in progress for resource: api',
    409,
  )
  const other = refused(
    'PreconditionFailedException',
    'The RevisionId provided does not match',
    412,
  )

  const survived: [string, Rule[]][] = [
    ['is at work on the code', [{ ...put, fault: busy, first: 2 }]],
    ['is at work while it is published', [{ ...publish, fault: busy, first: 2 }]],
    ['is at work on the alias', [{ ...lead, fault: busy, first: 2 }]],
    ['has touched the function, but not its code', [{ ...put, fault: other, first: 1 }]],
    ['has touched it before it was published', [{ ...publish, fault: other, first: 1 }]],
    ['has touched the alias, but leads it nowhere else', [{ ...lead, fault: other, first: 1 }]],
    ['loses the answer to the code', [{ ...put, fault: dropped, first: 1 }]],
    ['loses the answer to the version', [{ ...publish, fault: dropped, first: 1 }]],
    ['loses the answer to the alias', [{ ...lead, fault: dropped, first: 1 }]],
    ['says "busy" to an alias that is led there', [{ ...lead, fault: executed(busy), first: 1 }]],
  ]

  test.concurrent.each(survived)('%s: deployed exactly once, green', async (_, rules) => {
    const it = await lambda(withPast('api'))
    it.play(rules)
    const step = await deploy(it)
    expect({ error: step.error, outputs: step.outputs }).toMatchObject({
      error: '',
      outputs: { status: 'succeeded', version: '3' },
    })
    expect(it.functions.api?.versions).toHaveLength(3)
    expect(live(it)).toBe('3')
  })

  test.concurrent('loses the answer to the first alias: made once, green', async () => {
    const it = await lambda({ name: 'api' })
    it.play([{ path: /CreateAlias$/, fault: dropped, first: 1 }])
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
    expect(it.functions.api?.led).toEqual(['1'])
  })

  test.concurrent('who is at work for ever is waited for as long as there is time, and that is said', async () => {
    const it = await lambda(withPast('api'))
    const { api } = it.functions
    if (api) api.updates = { looks: Number.POSITIVE_INFINITY }
    const step = await deploy(it, { timeout: '3s' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'timed-out' } })
    expect(step.error).toContain('Lambda is still updating api: its last update is InProgress.')
    expect(live(it)).toBe('2')
  })

  test.concurrent('who has changed the code meanwhile is told of, and nothing is published', async () => {
    const it = await lambda(withPast('api'))
    const { api } = it.functions
    const theirs = { sha256: sha256Of('theirs'), size: 6 }
    it.play([
      {
        ...put,
        first: 1,
        fault: (execute, response) => {
          api?.updateCode(theirs, undefined, undefined)
          response.writeHead(412, { 'x-amzn-errortype': 'PreconditionFailedException' })
          response.end(String(execute().body))
        },
      },
    ])
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(step.error).toMatch(
      /^api failed: api was changed by someone else in the meantime \(at 20.+\); its code is now .+\./,
    )
    expect(api?.versions).toHaveLength(2)
  })

  test.concurrent('who has led the alias elsewhere meanwhile is told of, and theirs is left alone', async () => {
    const it = await lambda(withPast('api'))
    it.play([
      {
        ...lead,
        first: 1,
        fault: (execute, response) => {
          it.functions.api?.updateAlias('live', { version: '1', description: 'by hand' })
          const { status, headers, body } = execute()
          response.writeHead(status, headers).end(body)
        },
      },
    ])
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'superseded' } })
    expect(step.error).toContain(
      'it points at version 1 (its description is "by hand"), not at version 2',
    )
    expect(live(it)).toBe('1')
  })
})

const aName = '"name" or "name: package", where the name is a function name or ARN'
const parts = 'increasing shares of the traffic, each with a duration, such as "10% 5m, 50% 5m"'
const anAlias = 'an alias name of'

describe('wrong inputs', () => {
  const right = { functions: 'api', package: 'dist' }
  const wrong: readonly WrongInput[] = [
    ...wrongEverywhere('lambda-deploy'),
    ['timeout', '0', 'a duration longer than 0'],
    ['functions', 'my function', aName],
    ['functions', 'api:1', aName],
    ['functions', 'api:', aName],
    ['functions', '../api', aName],
    ['functions', 'api: s3://bucket', 's3://bucket/key, or s3://bucket/key?versionId=…'],
    ['package', 's3://Bucket/key', 's3://bucket/key, or s3://bucket/key?versionId=…'],
    ['alias', '12', anAlias],
    ['alias', 'a/b', anAlias],
    ['canary', '10%', parts],
    ['canary', '0% 5m', parts],
    ['canary', '100% 5m', parts],
    ['canary', '50% 5m, 10% 5m', parts],
    ['canary', '10% 5m 50% 5m', parts],
    ['canary', ',', parts],
    ['canary', '10% soon', 'a duration such as 500ms, 30s, 5m or 1h'],
    ['max-error-rate', '101', 'a percentage from 0 to 100, such as 0.5'],
    ['max-error-rate', '-1', 'a percentage from 0 to 100, such as 0.5'],
    ['architectures', 'amd64', 'one of x86_64, arm64'],
    ['on-failure', 'undo', 'one of leave, rollback'],
    ['on-cancel', 'cancel', 'one of leave, rollback'],
  ]
  test.concurrent.each(wrong)('%s: %j', async (input, value, must) => {
    const error = await refusalOf('lambda-deploy', lambdaDeploy, { ...right, [input]: value })
    expect(error).toContain(`Input "${input}" must be ${must}`)
  })

  test.concurrent.each([
    [{ functions: '' }, 'Input "functions" is required but was not given.'],
    [{ package: '' }, 'Function "api" has no package: write "api: path" in "functions"'],
    [{ functions: 'api\napi: dist' }, 'The function api is listed twice'],
    [{ alarms: 'errors' }, 'Inputs "alarms" and "max-error-rate" apply to canaries'],
    [{ canary: '10% 5m', wait: 'false' }, 'A canary must be followed'],
    [{ canary: '10% 20m, 50% 10m' }, 'The steps of "canary" take longer than "timeout"'],
    [
      { functions: 'arn:aws:lambda:us-east-1:123456789012:function:api' },
      'The ARN of function api is in us-east-1, but this step uses eu-west-1',
    ],
  ])('%j', async (given, error) => {
    const env = { AWS_REGION: region, AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' }
    const step = await runStep('lambda-deploy', { inputs: { ...right, ...given }, env })
    expect(step).toMatchObject({ code: 1, stderr: '', outputs: {} })
    expect(step.error).toContain(error)
  })
})
