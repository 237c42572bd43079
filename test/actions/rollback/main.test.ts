import type { DeploymentRecord } from '@ci-actions/deployment'
import { providers } from '@ci-actions/deployment/providers'
import { parseLocators } from '../../../actions/rollback/src/locators.ts'
import { answered, badGateway, dropped, type Rule, rateLimited } from '../../emulators/faults.ts'
import { type Past, type Render, type ServiceGiven, startRender } from '../../emulators/render.ts'
import type { Start } from '../../support/bundle.ts'
import { recordsOf, someRecord } from '../../support/record.ts'
import { runStep } from '../../support/step.ts'

const apiKey = 'rnd_MARKER0123456789abcdef'
const [first, good, bad, other] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
  string,
]

/** A service whose history ends with a bad version. */
function service(
  id: string,
  history: readonly Past[] = [{ commit: first }, { commit: good }, { commit: bad }],
) {
  return { id, name: id.slice(4), history, stages: [] }
}

const running: Render<string>[] = []

async function render(...services: ServiceGiven[]): Promise<Render<string>> {
  const started = await startRender({ apiKey, services })
  running.push(started)
  return started
}

afterAll(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
})

function rollback({ apiUrl }: Render<string>, inputs: Record<string, string>, start: Start = {}) {
  const given = { 'render-api-key': apiKey, 'api-url': apiUrl, ...inputs }
  return runStep('rollback', { ...start, inputs: given })
}

/** The record that the deploy of the bad version left behind. */
function recordOf(
  it: Render<string>,
  id: string,
  more: Partial<DeploymentRecord> = {},
): DeploymentRecord {
  const deploys = it.services[id]?.deploys ?? []
  const ref = (commit: string) => deploys.find((one) => one.commit === commit)?.id ?? 'dep-gone'
  return {
    ...someRecord,
    name: id.slice(4),
    target: { serviceId: id },
    id: ref(bad),
    version: { ref: ref(bad), commit: bad },
    previous: { ref: ref(good), commit: good },
    live: { ref: ref(bad), commit: bad },
    ...more,
  }
}

const serviceTarget = { provider: 'render', target: 'serviceId: srv-a' }

describe('from the record', () => {
  test('goes back to what served before, side by side, and hands on new records', async () => {
    const it = await render(service('srv-a'), service('srv-b'))
    const records = ['srv-a', 'srv-b'].map((id) => recordOf(it, id))
    const step = await rollback(it, {
      deployments: JSON.stringify(records),
      reason: 'errors went up',
    })

    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(step.outputs).toMatchObject({
      status: 'succeeded',
      changed: 'true',
      'restored-version': good,
    })
    for (const { live } of Object.values(it.services)) {
      expect(live).toMatchObject({ commit: good, trigger: 'rollback' })
    }
    expect(recordsOf(step)[1]).toMatchObject({
      kind: 'rollback',
      name: 'b',
      environment: 'production',
      id: it.services['srv-b']?.live?.id,
      version: { commit: good },
      previous: { commit: bad },
      live: { commit: good },
    })
    expect(step.summary).toContain('Reason: errors went up')
    expect(step.summary).toContain('the next push deploys again')
  })

  test('of several steps, one a line', async () => {
    const it = await render(service('srv-a'), service('srv-b'))
    const lines = ['srv-a', 'srv-b'].map((id) => JSON.stringify([recordOf(it, id)])).join('\n')
    const step = await rollback(it, { deployments: lines })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(recordsOf(step)).toHaveLength(2)
  })

  test('of a rollback takes that back', async () => {
    const it = await render(service('srv-a'))
    const back = await rollback(it, { deployments: JSON.stringify([recordOf(it, 'srv-a')]) })
    const forth = await rollback(it, { deployments: back.outputs.deployments ?? '' })
    expect(forth).toMatchObject({ code: 0, outputs: { 'restored-version': bad } })
  })

  test('twice does it once', async () => {
    const it = await render(service('srv-a'))
    const deployments = JSON.stringify([recordOf(it, 'srv-a')])
    await rollback(it, { deployments })
    const again = await rollback(it, { deployments })
    expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })
    expect(it.services['srv-a']?.deploys).toHaveLength(4)
  })

  test('that changed nothing does nothing', async () => {
    const it = await render(service('srv-a'))
    const record = recordOf(it, 'srv-a', { status: 'unchanged', changed: false })
    const step = await rollback(it, { deployments: JSON.stringify([record]) })
    expect(step).toMatchObject({
      code: 0,
      outputs: { status: 'unchanged', changed: 'false', deployments: '[]' },
    })
    expect(step.summary).toContain('nothing to roll back')
    expect(it.requests).toHaveLength(0)
  })

  test('of a deploy without targets does nothing, and says so', async () => {
    const it = await render(service('srv-a'))
    const step = await rollback(it, { deployments: '[]' })
    expect(step).toMatchObject({ code: 0, outputs: { changed: 'false', deployments: '[]' } })
    expect(step.commands.filter(({ name }) => name === 'notice')).toMatchObject([
      { message: 'There is nothing to roll back: "deployments" contains no records.' },
    ])
    expect(step.summary).toContain('nothing to roll back')
    expect(it.requests).toHaveLength(0)
  })

  test('of a deploy that never went live does nothing', async () => {
    const it = await render(service('srv-a', [{ commit: first }, { commit: good }]))
    const record = recordOf(it, 'srv-a', { status: 'failed' })
    const step = await rollback(it, { deployments: JSON.stringify([record]) })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'unchanged' } })
    expect(step.summary).toContain('is already live')
  })

  test('of a first deploy has nowhere to go, and says so', async () => {
    const it = await render(service('srv-a', [{ commit: bad }]))
    const step = await rollback(it, {
      deployments: JSON.stringify([recordOf(it, 'srv-a', { previous: null })]),
    })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain('Nothing to roll back to')
  })

  test('is refused when somebody has deployed since, unless forced', async () => {
    const it = await render(
      service('srv-a', [{ commit: good }, { commit: bad }, { commit: other }]),
    )
    const deployments = JSON.stringify([recordOf(it, 'srv-a')])
    const step = await rollback(it, { deployments })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain('something else was deployed in the meantime')
    expect(it.services['srv-a']?.live?.commit).toBe(other)

    const forced = await rollback(it, { deployments, force: 'true' })
    expect(forced).toMatchObject({ code: 0, outputs: { 'restored-version': good } })
  })

  test('is refused while a deploy of somebody else is on its way, and lets it go on', async () => {
    const it = await render({ ...service('srv-a'), stages: [['build_in_progress', 60_000]] })
    const theirs = it.deploy('srv-a', { trigger: 'new_commit', commit: other })
    const deployments = JSON.stringify([recordOf(it, 'srv-a')])
    const step = await rollback(it, { deployments })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain('ddddddd (dep-')
    expect(step.error).toContain('is live or being deployed')
    expect(it.services['srv-a']?.deploys.at(-1)).toMatchObject({ id: theirs.id, commit: other })
  })

  test.each(['heroku', 'constructor', 'toString', '__proto__', 'prototype'])(
    'of the provider %s, which is not known, says so',
    async (provider) => {
      const it = await render(service('srv-a'))
      const record = recordOf(it, 'srv-a', { provider })
      const step = await rollback(it, { deployments: JSON.stringify([record]) })
      expect(step).toMatchObject({ code: 1, stderr: '' })
      expect(step.error).toContain(`The record of "a" has the provider "${provider}"`)
    },
  )
})

describe('without a record', () => {
  test('goes back to what the history of the service says', async () => {
    const it = await render(service('srv-a'))
    const step = await rollback(it, serviceTarget)
    expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': good } })
    expect(it.services['srv-a']?.live?.commit).toBe(good)
  })

  test('never goes back to a version that was itself rolled back', async () => {
    const it = await render(service('srv-a'))
    await rollback(it, serviceTarget)
    const again = await rollback(it, serviceTarget)
    expect(again).toMatchObject({ code: 0, outputs: { 'restored-version': first } })
  })

  test('passes over deploys that failed and redeploys of the same commit', async () => {
    const it = await render(
      service('srv-a', [
        { commit: good },
        { commit: other, status: 'build_failed' },
        { commit: bad, status: 'deactivated' },
        { commit: bad },
      ]),
    )
    const step = await rollback(it, serviceTarget)
    expect(step.outputs['restored-version']).toBe(good)
  })

  test.each([
    ['a deploy', (it: Render<string>) => it.services['srv-a']?.deploys[0]?.id ?? ''],
    ['a short commit', () => first.slice(0, 8)],
    ['a whole commit', () => first],
  ])('goes to %s that is named', async (_, to) => {
    const it = await render(service('srv-a'))
    const step = await rollback(it, { ...serviceTarget, to: to(it) })
    expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': first } })
  })

  test('builds a commit that Render has never seen', async () => {
    const it = await render(service('srv-a'))
    const step = await rollback(it, { ...serviceTarget, to: other })
    expect(step).toMatchObject({ code: 0, outputs: { 'restored-version': other } })
    expect(it.services['srv-a']?.live).toMatchObject({ commit: other, trigger: 'api' })
  })

  test('refuses a version that is not known', async () => {
    const it = await render(service('srv-a'))
    const step = await rollback(it, { ...serviceTarget, to: 'v1.2' })
    expect(step).toMatchObject({ code: 1, outputs: { changed: 'false' } })
    expect(step.error).toContain('has no deploy "v1.2" that was ever live')
  })

  test('of several targets, named', async () => {
    const it = await render(service('srv-a'), service('srv-b'))
    const target = '- serviceId: srv-a\n  name: api\n- serviceId: srv-b'
    const step = await rollback(it, { provider: 'render', target })
    expect(recordsOf(step).map(({ name, status }) => [name, status])).toEqual([
      ['api', 'succeeded'],
      ['b', 'succeeded'],
    ])
  })
})

test('autodeploy is turned off when asked, and the summary says so', async () => {
  const it = await render(service('srv-a'))
  const step = await rollback(it, { ...serviceTarget, 'disable-autodeploy': 'true' })
  expect(it.services['srv-a']?.autoDeploy).toBe('no')
  expect(step.summary).toContain('Autodeploy was turned off for a')
})

test('autodeploy that was turned off counts as changed, when the rollback is refused', async () => {
  const it = await render(service('srv-a'))
  it.play([{ method: 'POST', path: /\/rollback$/, fault: answered(403, '{"message":"no"}') }])
  const step = await rollback(it, { ...serviceTarget, 'disable-autodeploy': 'true' })
  expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'true' } })
  expect(step.error).toMatch(/answered 403.* Autodeploy of a was turned off\./)
  const refused = await rollback(it, serviceTarget)
  expect(refused).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
})

test.each(['previous', good])(
  'a cron job is not rolled back to %s, which Render cannot do',
  async (to) => {
    const it = await render(service('crn-a'))
    const step = await rollback(it, { provider: 'render', target: 'serviceId: crn-a', to })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toContain('Render cannot roll back a cron job: revert the commit')
    expect(it.requests.every(({ method }) => method === 'GET')).toBe(true)
  },
)

test('a dry run says what it would write, and writes nothing', async () => {
  const it = await render(service('srv-a'))
  const step = await rollback(it, {
    ...serviceTarget,
    'dry-run': 'true',
    'disable-autodeploy': 'true',
  })
  expect(step).toMatchObject({ code: 0, outputs: { status: 'dry-run', changed: 'false' } })
  expect(recordsOf(step)[0]?.reason).toMatch(
    /Would roll a .*back to bbbbbbb .* and turn its autodeploy off/,
  )
  expect(it.requests.every(({ method }) => method === 'GET')).toBe(true)
})

test('without waiting, it is started and no more than that', async () => {
  const it = await render(service('srv-a'))
  const step = await rollback(it, { ...serviceTarget, wait: 'false' })
  expect(step).toMatchObject({ code: 0, outputs: { status: 'started' } })
})

describe('faults', () => {
  const post = { method: 'POST', path: /\/rollback$/, first: 1 }
  test.concurrent.each([
    ['429', [{ ...post, fault: rateLimited('1') }]],
    ['502', [{ ...post, fault: badGateway }]],
    ['a lost answer', [{ ...post, fault: dropped }]],
    [
      'an artifact that is gone (400)',
      [{ ...post, fault: answered(400, '{"message":"no artifact"}') }],
    ],
  ] satisfies [string, Rule[]][])('%s: back all the same, once', async (_, rules) => {
    const it = await render(service('srv-a'))
    it.play(rules)
    const step = await rollback(it, serviceTarget)
    expect(step).toMatchObject({ code: 0, error: '', outputs: { 'restored-version': good } })
    expect(it.services['srv-a']?.deploys).toHaveLength(4)
    expect(it.services['srv-a']?.live?.commit).toBe(good)
  })

  test('a wrong key is said in words, and never shown', async () => {
    const it = await render(service('srv-a'))
    const step = await rollback(it, { ...serviceTarget, 'render-api-key': 'rnd_WRONG9876543210' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(step.error).toMatch(/answered 401.*Check the API key/)
    const said = step.stdout.replace(/^::add-mask::.*$/m, '') + step.summary + step.stderr
    expect(said).not.toContain('rnd_WRONG')
  })
})

test('cancelled on the way: gone within 5 s, and the way back is named', async () => {
  const it = await render({ ...service('srv-a'), stages: [['build_in_progress', 60_000]] })
  let struck = 0
  const step = await rollback(it, serviceTarget, {
    watch: (stdout, kill) => {
      if (struck || !stdout.includes('build_in_progress')) return
      struck = performance.now()
      kill('SIGINT')
    },
  })
  expect(performance.now() - struck).toBeLessThan(5_000)
  expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled', changed: 'true' } })
  expect(step.error).toContain('was started and is still running')
})

describe('wrong inputs', () => {
  test.each(Object.values(providers))(
    'the example of $name is YAML',
    async ({ exampleLocator }) => {
      await expect(parseLocators(exampleLocator, '')).resolves.toHaveLength(1)
    },
  )

  test.each([
    [
      'deployments',
      '{"a":1}',
      'Input "deployments" must be the "deployments" output of a deploy step',
    ],
    [
      'deployments',
      'none',
      'Input "deployments" must be the "deployments" output of a deploy step',
    ],
    ['provider', 'heroku', 'Input "provider" must be one of render, '],
    [
      'provider',
      '',
      'Set "deployments" (the output of the deploy step), or "provider" and "target".',
    ],
    ['target', 'service: a', 'Input "target" must be YAML that locates the target'],
    [
      'target',
      'service: a',
      'such as "serviceId: srv-…", or a list of these; it lacks "serviceId".',
    ],
    ['target', 'serviceId: web', 'not a service id (srv-…'],
    ['target', '[a, {', 'it is not valid YAML'],
    ['render-api-key', '', 'Input "render-api-key" is required to roll back on Render'],
    ['force', 'yes', 'Input "force" must be true or false, not "yes".'],
    ['disable-autodeploy', 'on', 'Input "disable-autodeploy" must be true or false, not "on".'],
    ['wait', '2', 'Input "wait" must be true or false, not "2".'],
    ['timeout', 'x', 'Input "timeout" must be a duration'],
    ['timeout', '0', 'Input "timeout" must be a duration longer than 0, not "0".'],
    ['api-url', 'ftp://x', 'Input "api-url" must be an address that starts with https://'],
    ['dry-run', 'x', 'Input "dry-run" must be true or false, not "x".'],
  ])('%s: %j', async (input, value, error) => {
    const inputs = { ...serviceTarget, 'render-api-key': apiKey }
    const given = input === 'deployments' ? { 'render-api-key': apiKey } : inputs
    const step = await runStep('rollback', { inputs: { ...given, [input]: value } })
    expect(step).toMatchObject({ code: 1, stderr: '' })
    expect(step.error).toContain(error)
    expect(step.error).not.toContain('\n')
  })
})
