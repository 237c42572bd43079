import { readInputs } from '@ci-actions/kit'
import { Deadline } from '@ci-actions/wait'
import { renderDeploy } from '../../../actions/render-deploy/src/main.ts'
import { RenderApi } from '../../../packages/deployment/src/render/api.ts'
import { RenderDeployment } from '../../../packages/deployment/src/render/deployment.ts'
import { createTargets } from '../../../packages/deployment/src/render/targets.ts'
import {
  answered,
  dropped,
  executed,
  loginPage,
  notFound,
  type Rule,
  reset,
} from '../../emulators/faults.ts'
import { type Past, type Render, type ServiceGiven, startRender } from '../../emulators/render.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { testClock } from '../../support/clock.ts'
import { deployInProcess, type Left } from '../../support/deployment.ts'
import { recordsOf } from '../../support/record.ts'
import { defaultsOf } from '../../support/run-in-process.ts'
import { TestRunner } from '../../support/runner.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { refusalOf, type WrongInput, wrongEverywhere } from '../../support/wrong-inputs.ts'

const apiKey = 'rnd_MARKER0123456789abcdef'
const old = 'c'.repeat(40)
const older = 'b'.repeat(40)
const commit = 'a'.repeat(40)
const history = [{ commit: older }, { commit: old }]

/** A service with a past, whose deploys are live at once unless stages are given. */
function service<const Id extends string>(id: Id, more: Partial<ServiceGiven<Id>> = {}) {
  return { id, name: id.slice(4), history, stages: [], ...more }
}

type Outcome = (service: { name: string }) => string

const running: Render<string>[] = []

async function render(
  services: ServiceGiven[],
  outcome: Outcome = () => 'live',
  digest?: (image: string) => string,
): Promise<Render<string>> {
  const limits = { deploys: 1000, writes: 1000, reads: 10_000 }
  const started = await startRender({
    apiKey,
    services,
    outcome,
    limits,
    ...(digest && { digest }),
  })
  running.push(started)
  return started
}

afterAll(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
})

function deploy(
  { apiUrl, services }: Render<string>,
  inputs: Record<string, string> = {},
  start: Start = {},
): Promise<Step> {
  const ids = Object.keys(services).join('\n')
  const given = { 'service-id': ids, 'api-key': apiKey, commit, 'api-url': apiUrl, ...inputs }
  return runStep('render-deploy', { ...start, inputs: given })
}

/** The same in this process. */
async function deployHere({ apiUrl, services }: Render<string>): Promise<Left> {
  const runner = new TestRunner({
    ...defaultsOf('render-deploy'),
    ...{ 'service-id': Object.keys(services).join('\n'), 'api-key': apiKey, 'api-url': apiUrl },
    commit,
  })
  const given = await readInputs(renderDeploy.inputs, runner)
  return deployInProcess(createTargets(given, runner), given, runner, testClock())
}

/** How many deploys there are beside the history. */
function created({ services }: Render<string>, id: string): number {
  return (services[id]?.deploys.length ?? 0) - history.length
}

describe('a release', () => {
  test.concurrent('brings three services live, side by side, and hands on their records', async () => {
    const stages = ['created', 'build_in_progress', 'update_in_progress']
    const it = await render(['srv-a', 'srv-b', 'srv-c'].map((id) => service(id, { stages })))
    const step = await deploy(it, {
      environment: 'production',
      'service-id': 'api: srv-a\nsrv-b\n\n# the page\nsrv-c',
    })

    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(step.outputs).toMatchObject({
      status: 'succeeded',
      changed: 'true',
      url: 'https://a.onrender.com',
    })
    const records = recordsOf(step)
    expect(records.map(({ name }) => name)).toEqual(['api', 'b', 'c'])
    for (const { target, ...record } of records) {
      const live = it.services[String(target.serviceId)]?.live
      expect(live?.commit).toBe(commit)
      expect(record).toMatchObject({
        schema: 'ci-actions/deployment@1',
        kind: 'deploy',
        provider: 'render',
        environment: 'production',
        status: 'succeeded',
        id: live?.id,
        version: { ref: live?.id, commit },
        previous: { commit: old },
        live: { ref: live?.id },
      })
    }
    expect(step.outputs['previous-version']).toBe(it.services['srv-a']?.deploys[1]?.id)
    expect(step.summary).toContain('[api](https://a.onrender.com/)')
    expect(leakedSecrets(step, [apiKey])).toEqual([])
  })

  test.concurrent('of a commit that is already live changes nothing', async () => {
    const it = await render([service('srv-a')])
    const step = await deploy(it, { commit: old.slice(0, 7) })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'unchanged', changed: 'false' } })
    expect(recordsOf(step)[0]).toMatchObject({
      version: { commit: old },
      previous: { commit: older },
    })
    expect(created(it, 'srv-a')).toBe(0)
  })

  test.concurrent('of the same commit with an empty cache is another deploy', async () => {
    const it = await render([service('srv-a')])
    const step = await deploy(it, { commit: old, 'clear-cache': 'true' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    // What served before is never the version itself.
    expect(recordsOf(step)[0]?.previous).toMatchObject({ commit: older })
    expect(created(it, 'srv-a')).toBe(1)
  })

  test.concurrent.each([
    [
      'a deploy of the commit that an earlier attempt started',
      { trigger: 'api', commit },
      { commit },
    ],
    ['a deploy that the push itself started', { trigger: 'new_commit', commit }, { commit: '' }],
  ] as const)('follows %s instead of starting a second', async (_, origin, inputs) => {
    const stages = ['created', 'build_in_progress', 'update_in_progress']
    const it = await render([service('srv-a', { stages })])
    const own = it.deploy('srv-a', origin)
    const step = await deploy(it, inputs, { env: { GITHUB_SHA: commit } })
    expect(step).toMatchObject({
      code: 0,
      outputs: { status: 'succeeded', 'deployment-id': own.id },
    })
    expect(created(it, 'srv-a')).toBe(1)
  })

  const tag = 'docker.io/org/app:latest'
  const [before, now] = ['1', '2'].map((digit) => `sha256:${digit.repeat(64)}`)
  test.concurrent.each<
    [string, Record<string, string>, Parameters<Render<string>['deploy']>[1], boolean, string?]
  >([
    [
      'a commit that is live, while another is on its way',
      { commit: old },
      { trigger: 'new_commit', commit: older },
      true,
    ],
    [
      'a commit that is live, while it is on its way again',
      { commit: old },
      { trigger: 'new_commit', commit: old },
      false,
    ],
    [
      'a tag that is on its way with the image of before',
      { commit: '', image: tag },
      { trigger: 'api', image: tag, digest: before },
      true,
    ],
    [
      'a tag that is on its way, when the run is started again',
      { commit: '', image: tag },
      { trigger: 'api', image: tag, digest: now },
      false,
      '2',
    ],
    [
      'an image by its digest that is on its way',
      { commit: '', image: `docker.io/org/app@${now}` },
      { trigger: 'api', image: `docker.io/org/app@${now}`, digest: now },
      false,
    ],
  ])('of %s is what serves in the end', async (_, inputs, underway, isNew, attempt = '1') => {
    const image = inputs.image && 'docker.io/org/app'
    const past = image ? { image, history: [{ image: tag, digest: before }] } : {}
    const it = await render(
      [service('srv-a', { ...past, stages: [['update_in_progress', 1500]] })],
      undefined,
      () => now ?? '',
    )
    const { id } = it.deploy('srv-a', underway)
    const step = await deploy(it, inputs, { env: { GITHUB_RUN_ATTEMPT: attempt } })
    // On a slow machine what was on its way may be live before the step looks.
    expect([step.code, step.outputs.status]).toEqual([
      0,
      expect.stringMatching(/^(succeeded|unchanged)$/),
    ])
    const { live } = it.services['srv-a'] ?? {}
    expect(live?.id !== id).toBe(isNew)
    expect(step.outputs.version).toBe(live?.id)
    if (image) expect(live?.digest).toBe(now)
    else expect(live?.commit).toBe(inputs.commit)
  })

  test.concurrent('of a cron job takes no commit, which is said before anything is asked', async () => {
    const it = await render([service('crn-a')])
    const step = await deploy(it)
    expect(step.error).toContain('"commit" cannot be given for the cron job crn-a')
    expect(it.requests).toEqual([])
    const head = await deploy(it, { commit: '' })
    expect(head).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
  })

  test.concurrent('that is only queued is found by listing', async () => {
    const it = await render([service('srv-a', { queues: true })])
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(step.outputs['deployment-id']).toBe(it.services['srv-a']?.live?.id)
    expect(created(it, 'srv-a')).toBe(1)
  })

  test.concurrent('of an image is recorded by its digest, and by digest it is known to be live', async () => {
    const image = 'docker.io/org/app:1.2'
    const past = [{ image: 'docker.io/org/app:1.1' }]
    const it = await render([service('srv-a', { image: 'docker.io/org/app:1.1', history: past })])
    const step = await deploy(it, { commit: '', image })
    const live = it.services['srv-a']?.live
    expect(step.code).toBe(0)
    expect(live?.image).toBe(image)
    expect(recordsOf(step)[0]?.version).toEqual({ ref: live?.id, digest: live?.digest })

    const again = await deploy(it, { commit: '', image: `docker.io/org/app@${live?.digest}` })
    expect(again).toMatchObject({ code: 0, outputs: { status: 'unchanged' } })
  })

  test.concurrent('that nobody waits for is started, and says that it is no more than that', async () => {
    const it = await render(
      [service('srv-a', { stages: ['build_in_progress'] })],
      () => 'build_failed',
    )
    const step = await deploy(it, { 'wait-for-success': 'false' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'started', changed: 'true' } })
    expect(created(it, 'srv-a')).toBe(1)
  })

  test.concurrent('as a dry run says what it would write, and writes nothing', async () => {
    const it = await render([service('srv-a')])
    const step = await deploy(it, { 'dry-run': 'true' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'dry-run', changed: 'false' } })
    expect(step.summary).toContain(`commitId`)
    expect(it.requests.every(({ method }) => method === 'GET')).toBe(true)
  })

  test.concurrent('that is the first has nothing before it', async () => {
    const it = await render([service('srv-a', { history: [] })])
    const step = await deploy(it)
    expect(step.code).toBe(0)
    expect(recordsOf(step)[0]).toMatchObject({ previous: null, status: 'succeeded' })
  })
})

describe('a deploy hook', () => {
  test.concurrent('alone can only start', async () => {
    const it = await render([service('srv-a')])
    const inputs = { 'service-id': '', 'api-key': '', 'deploy-hook-url': it.hookUrl('srv-a') }
    const step = await deploy(it, { ...inputs, wait: 'false' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'started' } })
    expect(it.services['srv-a']?.deploys.at(-1)).toMatchObject({ trigger: 'deploy_hook', commit })
    const [, key = ''] = it.hookUrl('srv-a').split('key=')
    expect(leakedSecrets(step, [key, it.hookUrl('srv-a')])).toEqual([])

    const waiting = await deploy(it, inputs)
    expect(waiting).toMatchObject({ code: 1, error: expect.stringContaining('set "api-key" too') })
  })

  test.concurrent.each([
    ['answers', []],
    ['loses its answer', [{ path: /^\/deploy\//, fault: dropped, first: 1 }]],
    [
      'answers with the page of a proxy',
      [{ path: /^\/deploy\//, fault: executed(loginPage), first: 1 }],
    ],
  ] satisfies [string, Rule[]][])(
    'that %s is followed with the key, and called once',
    async (_, rules) => {
      const it = await render([service('srv-a')])
      it.play(rules)
      const step = await deploy(it, {
        'service-id': '',
        'deploy-hook-url': `api: ${it.hookUrl('srv-a')}`,
      })
      expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
      expect(recordsOf(step)[0]).toMatchObject({ name: 'api', live: { commit } })
      expect(created(it, 'srv-a')).toBe(1)
    },
  )

  test.concurrent('with a key that is no longer valid says so and hides it', async () => {
    const it = await render([service('srv-a')])
    const hook = it.hookUrl('srv-a').replace(/key=.*/, 'key=MARKER-of-a-hook')
    const step = await deploy(it, {
      'service-id': '',
      'api-key': '',
      wait: 'false',
      'deploy-hook-url': hook,
    })
    expect(step.code).toBe(1)
    expect(step.error).toMatch(/The deploy hook answered 40\d/)
    expect(leakedSecrets(step, ['MARKER-of-a-hook'])).toEqual([])
  })
})

describe('the end of a deploy', () => {
  test.concurrent.each([
    ['build_failed', 'failed', 'ended as build_failed: its build failed'],
    ['pre_deploy_failed', 'failed', 'its pre-deploy command failed'],
    ['update_failed', 'failed', 'it was built, but never became healthy'],
    ['canceled', 'cancelled', 'was cancelled on Render'],
  ])('as %s is %s, and what served still serves', async (outcome, status, reason) => {
    const stages = ['build_in_progress', 'pre_deploy_in_progress', 'update_in_progress']
    const it = await render([service('srv-a', { stages })], () => outcome)
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 1, outputs: { status } })
    expect(step.error).toContain(reason)
    expect(recordsOf(step)[0]).toMatchObject({ status, live: { commit: old }, changed: true })
    expect(step.summary).toContain(status)
    expect(leakedSecrets(step, [apiKey])).toEqual([])
  })

  test.concurrent('as a status that nobody knows yet is waited out', async () => {
    const it = await render([service('srv-a', { stages: [['warming_up', 3_000]] })])
    const step = await deploy(it)
    expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
    expect(step.stdout).toContain('warming_up')
  })

  const same = { commit }
  const different = { commit: 'd'.repeat(40) }
  const failed = { status: 'build_failed' as const }
  const canceled = { status: 'canceled' as const }
  test.concurrent.each<[string, Past[], string, number?]>([
    ['cancelled', [{ ...same, ...canceled }], 'cancelled'],
    ['cancelled for the same', [{ ...same, ...canceled }, same], 'replaced', 1],
    [
      'cancelled for the same, which failed',
      [
        { ...same, ...canceled },
        { ...same, ...failed },
      ],
      'replaced',
      1,
    ],
    ['cancelled for another', [{ ...same, ...canceled }, different], 'superseded'],
    [
      'cancelled for another, before the same',
      [{ ...same, ...canceled }, different, same],
      'superseded',
    ],
    ['replaced by the same', [same, same], 'replaced', 1],
    ['replaced by another', [same, different], 'superseded'],
    [
      'replaced by another, after the same had failed',
      [same, { ...same, ...failed }, different],
      'superseded',
    ],
    [
      'replaced by the same, after another had failed',
      [same, { ...different, ...failed }, same],
      'replaced',
      2,
    ],
    ['live, though a newer one failed', [same, { ...different, ...failed }], 'live'],
  ])('as %s', async (_, history, state, by) => {
    const it = await render([service('srv-a', { history })])
    const runner = new TestRunner()
    const access = { apiKey, apiUrl: new URL(it.apiUrl), connection: runner, log: runner.info }
    const api = new RenderApi(access)
    const deadline = new Deadline(60_000, new AbortController().signal)
    const ids = it.services['srv-a']?.deploys.map(({ id }) => id) ?? []
    const started = { id: ids[0] ?? '', status: 'created' }
    const where = { serviceId: 'srv-a', dashboardUrl: undefined }
    const deployment = new RenderDeployment(api, where, started)
    expect(await deployment.poll(deadline)).toMatchObject({
      state,
      ...(by !== undefined && { by: { id: ids[by] } }),
    })
  })

  test.concurrent('as cancelled in favour of a newer one is superseded, and nothing is put back', async () => {
    const it = await render([
      service('srv-a', { stages: [['build_in_progress', 60_000]] }),
      service('srv-b'),
    ])
    const newer = (stdout: string): void => {
      if (!stdout.includes('a: build_in_progress') || created(it, 'srv-a') > 1) return
      it.deploy('srv-a', { trigger: 'new_commit', commit: 'd'.repeat(40) })
    }
    const step = await deploy(it, { 'on-failure': 'rollback' }, { watch: newer })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'superseded' } })
    expect(step.error).toContain('in favour of the newer')
    expect(it.services['srv-b']?.live?.commit).toBe(commit)
  })

  test.concurrent.each(['build_in_progress', 'live'])(
    'as replaced by one of the same commit when it is %s is followed on there',
    async (phase) => {
      const stages: [string, number][] = [['build_in_progress', phase === 'live' ? 10 : 60_000]]
      const it = await render([service('srv-a', { stages })])
      const { 'srv-a': hosted } = it.services
      let newer: string | undefined
      const autodeploy = (stdout: string): void => {
        if (newer || !stdout.includes('a: started dep-')) return
        if (hosted) hosted.stages = []
        newer = it.deploy('srv-a', { trigger: 'new_commit', commit }).id
      }
      const step = await deploy(it, { 'on-failure': 'rollback' }, { watch: autodeploy })
      expect(step).toMatchObject({ code: 0, outputs: { status: 'succeeded' } })
      expect(recordsOf(step)[0]?.live).toMatchObject({ commit })
      if (phase === 'live') return
      expect(step.outputs['deployment-id']).toBe(newer)
      expect(step.stdout).toContain(
        `was replaced by ${newer}, which deploys the same version; following it.`,
      )
    },
  )

  test.concurrent('after the time is over is timed out; with rollback it is cancelled, and the others go back', async () => {
    const it = await render([
      service('srv-a', { stages: [['build_in_progress', 60_000]] }),
      service('srv-b'),
    ])
    const step = await deploy(it, { timeout: '4s', 'on-failure': 'rollback' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'timed-out' } })
    expect(it.services['srv-a']?.deploys.at(-1)?.status).toBe('canceled')
    expect(it.services['srv-b']?.live).toMatchObject({ commit: old, trigger: 'rollback' })
    expect(recordsOf(step).map(({ status }) => status)).toEqual(['timed-out', 'rolled-back'])
  })
})

describe('with on-failure: rollback, one that fails', () => {
  const outcome: Outcome = ({ name }) => (name === 'b' ? 'update_failed' : 'live')

  test.concurrent('puts all of them back', async () => {
    const it = await render(
      ['srv-a', 'srv-b', 'srv-c'].map((id) => service(id)),
      outcome,
    )
    const step = await deploy(it, { 'on-failure': 'rollback' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    for (const { live } of Object.values(it.services)) expect(live?.commit).toBe(old)
    expect(recordsOf(step)).toMatchObject([
      { status: 'rolled-back', live: { commit: old }, version: { commit } },
      { status: 'failed', live: { commit: old } },
      { status: 'rolled-back', live: { commit: old } },
    ])
  })

  test.concurrent('leaves alone what was unchanged, and says where there is nothing to go back to', async () => {
    const it = await render(
      [
        service('srv-a', { history: [{ commit }] }),
        service('srv-b'),
        service('srv-c', { history: [] }),
      ],
      outcome,
    )
    const step = await deploy(it, { 'on-failure': 'rollback' })
    expect(recordsOf(step).map(({ status }) => status)).toEqual(['unchanged', 'failed', 'failed'])
    expect(step.error).toContain('Nothing to roll back to')
    expect(created(it, 'srv-a')).toBe(history.length * -1 + 1)
  })

  test.concurrent('is not rolled back without waiting for it, and a notice says so', async () => {
    const it = await render(
      ['srv-a', 'srv-b'].map((id) => service(id)),
      outcome,
    )
    const step = await deploy(it, { 'on-failure': 'rollback', wait: 'false' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'started' } })
    expect(step.commands.filter(({ name }) => name === 'notice')).toMatchObject([
      {
        message:
          'With "wait: false", "on-failure: rollback" has no effect on a deploy that fails after it was started. ' +
          'Remove "wait: false" to roll it back.',
      },
    ])
    const left = await deploy(it, { wait: 'false' })
    expect(left.commands.filter(({ name }) => name === 'notice')).toEqual([])
  })

  test.concurrent('to start rolls back the others without waiting, too', async () => {
    const it = await render(['srv-a', 'srv-b'].map((id) => service(id)))
    it.play([{ method: 'POST', path: /srv-b\/deploys$/, fault: answered(403, '{"message":"no"}') }])
    const step = await deploy(it, { 'on-failure': 'rollback', wait: 'false' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed' } })
    expect(recordsOf(step)[0]?.reason).toContain('ccccccc is live again')
    expect(it.services['srv-a']?.live?.commit).toBe(old)
  })

  test.concurrent('without it leaves the others where they are', async () => {
    const it = await render(
      ['srv-a', 'srv-b'].map((id) => service(id)),
      outcome,
    )
    const step = await deploy(it)
    expect(step.code).toBe(1)
    expect(it.services['srv-a']?.live?.commit).toBe(commit)
  })

  test.concurrent('builds the commit again where Render no longer keeps what it had built', async () => {
    const past = [{ commit: older }, { commit: old, artifactGone: 404 }] as const
    const it = await render([service('srv-a', { history: past }), service('srv-b')], outcome)
    const step = await deploy(it, { 'on-failure': 'rollback' })
    expect(recordsOf(step)[0]).toMatchObject({ status: 'rolled-back', live: { commit: old } })
    expect(it.services['srv-a']?.live).toMatchObject({ commit: old, trigger: 'api' })
  })
})

describe('faults that only Render has', () => {
  test.concurrent('a new deploy that is not found at once is waited for', async () => {
    const it = await render([service('srv-a', { stages: ['build_in_progress'] })])
    it.play([{ method: 'GET', path: /\/deploys\/dep-/, fault: notFound, first: 2 }])
    const step = await deployHere(it)
    expect(step).toMatchObject({ error: '', outputs: { status: 'succeeded' } })
    expect(created(it, 'srv-a')).toBe(1)
  })

  test.concurrent('one that lost its answer and is nowhere to be found is not sent again', async () => {
    const it = await render([service('srv-a')])
    it.play([{ method: 'POST', path: /\/deploys$/, fault: reset }])
    const step = await deployHere(it)
    expect(step).toMatchObject({ outputs: { status: 'failed', changed: 'true' } })
    expect(step.error).toContain('Not retrying, because the first request may still take effect')
    expect(it.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(leakedSecrets(step, [apiKey])).toEqual([])
  })
})

describe('wrong inputs', () => {
  const id = 'srv-a'
  test.concurrent.each<WrongInput>([
    ['service-id', 'my-service', 'Input "service-id" must be a service id, srv-…'],
    ['service-id', 'exs-1', 'Input "service-id" must be a service id, srv-…'],
    ['service-id', 'crn-1', 'Input "commit" cannot be given for the cron job crn-1'],
    ['service-id', '', 'Set "service-id" with "api-key", or "deploy-hook-url".'],
    ['service-id', `${id}\n${id}`, 'The service srv-a is listed twice'],
    ['api-key', '', 'Input "api-key" is required to deploy by "service-id"'],
    [
      'deploy-hook-url',
      'https://api.render.com/deploy/exs-1?key=MARKER',
      'Input "deploy-hook-url" must be the deploy hook of a service, https://api.render.com/deploy/srv-…?key=…, not the given value (hidden).',
    ],
    [
      'deploy-hook-url',
      'http://api.render.com/deploy/srv-1?key=MARKER',
      'must be an https:// address (http:// only for localhost), not the given value (hidden).',
    ],
    ['commit', 'main', 'Input "commit" must be a commit SHA of 7 to 40 hex digits, not "main".'],
    ['image', 'org/app:1', 'Set "commit" or "image", not both'],
    ['clear-cache', 'yes', 'Input "clear-cache" must be true or false, not "yes".'],
    ['wait-for-success', 'no', 'must be true or false, not "no".'],
    ['on-failure', 'undo', 'Input "on-failure" must be one of leave, rollback, not "undo".'],
    ['on-cancel', 'stop', 'Input "on-cancel" must be one of leave, cancel, not "stop".'],
    ['timeout', '0', 'Input "timeout" must be a duration longer than 0, not "0".'],
    ...wrongEverywhere('render-deploy'),
  ])('%s: %j', async (input, value, error) => {
    const inputs = { 'service-id': id, 'api-key': apiKey, commit, [input]: value }
    const said = await refusalOf('render-deploy', renderDeploy, inputs)
    expect(said).toContain(error)
    for (const secret of [apiKey, 'MARKER']) expect(said).not.toContain(secret)
  })

  test.concurrent('two names of one input with different values are told apart, and neither wins', async () => {
    const it = await render([service('srv-a')])
    const step = await deploy(it, { wait: 'false', 'wait-for-success': 'true' })
    expect(step).toMatchObject({ code: 1, stderr: '', outputs: {} })
    expect(step.error).toBe(
      'Inputs "wait" and "wait-for-success" are two names of one input, but their values differ. ' +
        'Keep "wait" and remove "wait-for-success".',
    )
    expect(it.requests).toEqual([])
  })

  test.concurrent.each([
    ['with the same value are one', { wait: 'false' }, ''],
    [
      'decide by the older one against the default',
      {},
      ' The value of "wait-for-success" is used.',
    ],
  ])('two names of one input %s', async (_, inputs, used) => {
    const it = await render([service('srv-a')])
    const step = await deploy(it, { ...inputs, 'wait-for-success': 'false' })
    expect(step).toMatchObject({ code: 0, outputs: { status: 'started' } })
    expect(step.commands.filter(({ name }) => name === 'notice')).toMatchObject([
      {
        message: `Input "wait-for-success" has been renamed to "wait"; both names work.${used}`,
      },
    ])
  })

  test.concurrent('end the step, red and in one line, before anything is asked', async () => {
    const it = await render([service('srv-a')])
    const step = await deploy(it, { commit: 'main' })
    expect(step).toMatchObject({ code: 1, stderr: '', outputs: {} })
    expect(step.error).toBe(
      'Input "commit" must be a commit SHA of 7 to 40 hex digits, not "main".',
    )
    expect(it.requests).toEqual([])
    expect(leakedSecrets(step, [apiKey])).toEqual([])
  })

  test.concurrent('an id that Render does not know gives its answer in words', async () => {
    const it = await render([service('srv-a')])
    const step = await deploy(it, { 'service-id': 'srv-unknown' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'failed', changed: 'false' } })
    expect(step.error).toMatch(
      /srv-unknown failed: Render \(GET \/services\/srv-unknown.*answered 404: ".+"\. Check the service id/,
    )
  })
})

test.concurrent('hostile text is text: in names, in what Render answers, in branches', async () => {
  const hostile =
    'a `b` | <img src=x> [l](http://x) @org/team\n::error::x ##[add-path]/evil <!channel>'
  const it = await render([service('srv-a', { name: hostile })], () => 'build_failed')
  it.play([
    {
      method: 'GET',
      path: /dep-/,
      nth: 2,
      fault: answered(400, JSON.stringify({ message: hostile })),
    },
  ])
  const step = await deploy(it, {}, { env: { GITHUB_REF_NAME: hostile } })
  expect(step.code).toBe(1)
  const names = step.commands.map(({ name }) => name)
  expect(names).toEqual(['add-mask', 'error'])
  const row = step.summary.split('\n').find((line) => line.includes('failed'))
  expect(row?.match(/(?<!\\)\|/g)).toHaveLength(7)
  expect(step.summary).not.toMatch(/<img|@org|\[l\]\(/)
})
