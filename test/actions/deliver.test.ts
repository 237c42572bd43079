import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliver } from '../../actions/deliver/src/main.ts'
import {
  type Defect,
  firstCommit,
  type PhantomPower,
  parts,
  startPhantomPower,
} from '../demo/phantom-power.ts'
import { startAws } from '../emulators/aws-server.ts'
import { emulateEcs } from '../emulators/ecs.ts'
import { startLambda } from '../emulators/lambda.ts'
import { type Slack, textsOf } from '../emulators/slack.ts'
import { startWebService, type WebService } from '../emulators/web-service.ts'
import { type Start, type Step, startBundle } from '../support/bundle.ts'
import { expectNoSecret, recordsOf } from '../support/deploy-trials.ts'
import { refusalOf, type WrongInput, wrongEverywhere } from '../support/wrong-inputs.ts'

const commit = 'a'.repeat(40)

const open: { close(): Promise<void> }[] = []

async function opened<T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const it = await starting
  open.push(it)
  return it
}

afterAll(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** Phantom Power in production; of the new commit the backend may have a defect. */
async function phantomPower(defect?: Defect): Promise<PhantomPower> {
  const it = await opened(startPhantomPower())
  if (defect) it.breakBackend(commit, defect)
  return it
}

/** Delivers all three services of it. */
async function deliverAll(
  it: PhantomPower,
  inputs: Record<string, string> = {},
  start: Start = {},
): Promise<Step> {
  const lines = (line: (part: (typeof parts)[number]) => string): string =>
    parts.map(line).join('\n')
  const step = await startBundle('deliver', {
    ...start,
    inputs: {
      provider: 'render',
      'service-id': lines(({ name, id }) => `${name}: ${id}`),
      'api-key': it.secrets.RENDER_API_KEY ?? '',
      'api-url': it.render.apiUrl,
      commit,
      environment: 'production',
      'health-check': lines(({ name, health }) => `${name}: ${it.sites[name].url}${health}`),
      'health-timeout': '1s',
      'slack-webhook-url': it.slack.webhookUrl,
      'discord-webhook-url': it.discord.webhookUrl,
      ...inputs,
    },
  })
  expectNoSecret(step, Object.values(it.secrets))
  return step
}

/** The commit that serves, by service. */
function live({ render }: PhantomPower): Record<string, string | undefined> {
  return Object.fromEntries(parts.map(({ name, id }) => [name, render.services[id].live?.commit]))
}

const everywhere = (commit: string) => ({ backend: commit, audio: commit, frontend: commit })

/** The words of the one message that Slack has got. */
function told({ messages, refusals }: Slack): string {
  expect({ sent: messages.length, refusals }).toEqual({ sent: 1, refusals: [] })
  return messages
    .flatMap(textsOf)
    .map(({ text }) => text)
    .join('\n')
}

describe('a good delivery', () => {
  test.concurrent('is deployed, found healthy and told in both channels', async () => {
    const it = await phantomPower()
    const step = await deliverAll(it)

    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(step.outputs).toMatchObject({
      status: 'succeeded',
      changed: 'true',
      healthy: 'true',
      failed: '[]',
      sent: 'true',
    })
    expect(live(it)).toEqual(everywhere(commit))
    expect(
      recordsOf(step).map(({ name, status, environment }) => [name, status, environment]),
    ).toEqual(parts.map(({ name }) => [name, 'succeeded', 'production']))
    expect(told(it.slack)).toContain('succeeded')
    expect(it.discord.messages).toHaveLength(1)
    expect(step.summary).toMatch(/### Delivery[\s\S]*### Health check[\s\S]*3 of 3 targets healthy/)
    expect(step.stdout).toContain('3 of 3 targets healthy')
  })

  test.concurrent('asks for the health only once everything is live', async () => {
    const it = await phantomPower()
    for (const site of Object.values(it.sites)) site.set({ healthy: false })
    expect(await deliverAll(it)).toMatchObject({ code: 0, outputs: { healthy: 'true' } })
  })

  test.concurrent('needs neither a health check nor a channel', async () => {
    const it = await phantomPower('not healthy')
    const step = await deliverAll(it, {
      'health-check': '',
      'slack-webhook-url': '',
      'discord-webhook-url': '',
    })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.outputs).toMatchObject({ status: 'succeeded', healthy: '', results: '', sent: '' })
    expect(it.sites.backend.requests).toEqual([])
  })

  test.concurrent('of what is live already writes nothing, and still looks whether it is healthy', async () => {
    const it = await phantomPower()
    const step = await deliverAll(it, { commit: firstCommit })
    expect(step).toMatchObject({
      code: 0,
      outputs: { status: 'unchanged', changed: 'false', healthy: 'true' },
    })
  })

  test.concurrent('is told to a bot of Slack, in its channel', async () => {
    const it = await phantomPower()
    const step = await deliverAll(it, {
      'slack-webhook-url': '',
      'slack-token': it.slack.token,
      'slack-channel': it.slack.channel,
      'slack-api-url': it.slack.apiUrl,
      title: 'New on stage',
    })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'true' } })
    expect(told(it.slack)).toContain('New on stage')
    expectNoSecret(step, [it.slack.token])
  })

  test.concurrent('as a dry run says what it would do, looks at nothing and tells nobody', async () => {
    const it = await phantomPower('not healthy')
    const step = await deliverAll(it, { 'dry-run': 'true' })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(step.outputs).toMatchObject({
      status: 'dry-run',
      changed: 'false',
      healthy: '',
      sent: 'false',
    })
    expect(live(it)).toEqual(everywhere(firstCommit))
    expect([it.slack.requests, it.discord.requests, it.sites.backend.requests.length]).toEqual([
      0, 0, 0,
    ])
    expect(step.summary).toContain('Would POST')
  })
})

describe('a delivery that is not healthy', () => {
  test.concurrent('is put back whole, is red, and tells what was seen', async () => {
    const it = await phantomPower('not healthy')
    const step = await deliverAll(it, { 'slack-mention': 'U012AB3CD' })

    expect(step).toMatchObject({ code: 1, stderr: '' })
    expect(live(it)).toEqual(everywhere(firstCommit))
    expect(step.outputs).toMatchObject({
      status: 'rolled-back',
      changed: 'true',
      healthy: 'false',
      failed: '["backend"]',
      sent: 'true',
    })
    expect(step.error).toMatch(/backend \(http\S+\) is not healthy after .*: answered 503/)
    expect(step.error).toContain(
      'backend was put back: 0f1e2d3 is live again. audio was put back: 0f1e2d3 is live again.',
    )
    expect(step.error).not.toContain('\n')
    for (const record of recordsOf(step)) {
      expect(record).toMatchObject({ status: 'rolled-back', live: { commit: firstCommit } })
    }
    const words = told(it.slack)
    expect(words).toContain('was rolled back')
    expect(words).toContain('is not healthy')
    expect(words).toContain('<@U012AB3CD>')
    expect(step.summary).toContain('It is put back because the health check failed')
  })

  test.concurrent('stays with "on-failure: leave", and is red all the same', async () => {
    const it = await phantomPower('not healthy')
    const step = await deliverAll(it, { 'on-failure': 'leave' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'succeeded', healthy: 'false' } })
    expect(live(it)).toEqual(everywhere(commit))
    expect(step.error).toContain('backend was not put back: the new version serves.')
    expect(told(it.slack)).toContain('failed')
  })

  test.concurrent('has nothing to put back when this run has changed nothing', async () => {
    const it = await phantomPower()
    it.sites.audio.set({ healthy: false })
    const step = await deliverAll(it, { commit: firstCommit })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'unchanged', healthy: 'false' } })
    expect(step.error).toContain('audio was not put back: this run has changed nothing.')
  })

  test.concurrent('must stay healthy for as long as "stable-for" asks', async () => {
    const it = await phantomPower()
    const watched = deliverAll(it, { 'stable-for': '2s', 'health-timeout': '5s' })
    const falls = setInterval(() => {
      if (it.sites.frontend.requests.length > 1) it.sites.frontend.set({ healthy: false })
    }, 20)
    const step = await watched
    clearInterval(falls)
    expect(step).toMatchObject({
      code: 1,
      outputs: { status: 'rolled-back', failed: '["frontend"]' },
    })
    expect(live(it)).toEqual(everywhere(firstCommit))
  })
})

test.concurrent('A deployment that fails is put back by itself, and nobody looks for its health', async () => {
  const it = await phantomPower('not built')
  const step = await deliverAll(it)
  expect(step).toMatchObject({ code: 1, stderr: '' })
  expect(step.outputs).toMatchObject({ status: 'failed', healthy: '', sent: 'true' })
  expect(live(it)).toEqual(everywhere(firstCommit))
  expect(step.error).toContain('backend failed:')
  expect(it.sites.audio.requests).toEqual([])
  expect(told(it.slack)).toContain('backend failed')
})

describe('a job that is cancelled while its health is looked for', () => {
  const cancelled = async (inputs: Record<string, string>) => {
    const it = await phantomPower('not healthy')
    let asked = 0
    const step = await deliverAll(
      it,
      { 'health-timeout': '30s', ...inputs },
      {
        watch(stdout, kill) {
          if (asked === 0 && stdout.includes('backend is not healthy')) {
            asked = performance.now()
            kill('SIGINT')
          }
        },
      },
    )
    return { it, step, took: performance.now() - asked }
  }

  test.concurrent('goes back, and is gone within 5 s', async () => {
    const { it, step, took } = await cancelled({})
    expect(took).toBeLessThan(5_000)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled', sent: '' } })
    expect(step.error).toContain('The job was cancelled.')
    const started = parts.map(({ id }) => it.render.services[id].deploys.at(-1)?.trigger)
    expect(started).toEqual(['rollback', 'rollback', 'rollback'])
    expect(it.slack.requests).toBe(0)
    expect(step.stdout).toContain('Slack is not told')
  })

  test.concurrent('stays as it is with "on-cancel: leave"', async () => {
    const { it, step } = await cancelled({ 'on-cancel': 'leave' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'succeeded', healthy: 'false' } })
    expect(live(it)).toEqual(everywhere(commit))
  })
})

describe('a message that does not arrive', () => {
  const gone = (it: PhantomPower) => ({ 'slack-webhook-url': `${it.slack.webhookUrl}x` })

  test.concurrent('is a warning, and the other channel is told', async () => {
    const it = await phantomPower()
    const step = await deliverAll(it, gone(it))
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'false' } })
    expect(step.commands.filter(({ name }) => name === 'warning')).toHaveLength(1)
    expect(it.discord.messages).toHaveLength(1)
  })

  test.concurrent('fails the step with "notify-on-error: fail"', async () => {
    const it = await phantomPower()
    const step = await deliverAll(it, { ...gone(it), 'notify-on-error': 'fail' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'succeeded', sent: 'false' } })
    expect(step.error).toContain('The message was not sent to Slack.')
  })

  test.concurrent('does not hide why the delivery failed', async () => {
    const it = await phantomPower('not healthy')
    const step = await deliverAll(it, { ...gone(it), 'notify-on-error': 'fail' })
    expect(step.error).toContain('is not healthy')
    expect(live(it)).toEqual(everywhere(firstCommit))
  })
})

describe('with a provider of AWS', () => {
  const notify = async () => {
    const slack = await opened(import('../emulators/slack.ts').then((it) => it.startSlack()))
    const site: WebService = await opened(startWebService())
    const inputs = {
      'health-check': `api: ${site.url}`,
      'health-timeout': '500ms',
      'slack-webhook-url': slack.webhookUrl,
    }
    return { slack, site, inputs }
  }

  const functionsOf = async () => {
    const it = await opened(
      startLambda([{ name: 'api', versions: [{ code: 'first' }], aliases: { live: '1' } }]),
    )
    const code = mkdtempSync(join(tmpdir(), 'package-'))
    writeFileSync(join(code, 'index.mjs'), 'export const handler = async () => "new"')
    return { it, inputs: { provider: 'lambda', functions: `api: ${code}` } }
  }

  test.concurrent.each([
    [true, 0, '2', 'succeeded'],
    [false, 1, '1', 'rolled-back'],
  ])('leads an alias of Lambda: healthy is %s', async (healthy, code, version, status) => {
    const { it, inputs } = await functionsOf()
    const told = await notify()
    told.site.set({ healthy })
    const step = await startBundle('deliver', {
      env: it.env,
      inputs: { ...inputs, ...told.inputs },
    })
    expect(step).toMatchObject({
      code,
      stderr: '',
      outputs: { status, healthy: String(healthy), sent: 'true' },
    })
    expect(it.functions.api?.aliases.get('live')).toMatchObject({ version })
  })

  test.concurrent.each([
    [true, 0, 'repo/app:3', 'succeeded'],
    [false, 1, 'repo/app:2', 'rolled-back'],
  ])('replaces the tasks of ECS: healthy is %s', async (healthy, code, image, status) => {
    const ecs = emulateEcs({
      services: [
        { name: 'api', stages: [], history: [{ image: 'repo/app:1' }, { image: 'repo/app:2' }] },
      ],
    })
    const aws = await opened(startAws([ecs.emulated]))
    const told = await notify()
    told.site.set({ healthy })
    const step = await startBundle('deliver', {
      env: aws.env,
      inputs: {
        provider: 'ecs',
        cluster: 'prod',
        service: 'api',
        images: 'repo/app:3',
        ...told.inputs,
      },
    })
    ecs.stop()
    expect(step).toMatchObject({
      code,
      stderr: '',
      outputs: { status, healthy: String(healthy), sent: 'true' },
    })
    expect(ecs.services.api?.image).toBe(image)
  })
})

describe('wrong inputs', () => {
  const right = { provider: 'render', 'service-id': 'srv-a', 'api-key': 'rnd_MARKER0123456789' }
  const wrong: readonly WrongInput[] = [
    ...wrongEverywhere('deliver'),
    ['provider', 'heroku', 'one of render, ecs, lambda'],
    ['service-id', 'backend', 'the id of a service, srv-…'],
    ['on-cancel', 'cancel', 'one of rollback, leave'],
    ['notify-when', 'change', 'one of always, failure, success'],
    ['health-timeout', '0', 'a duration longer than 0'],
    ['slack-mention', 'somebody', '@here, @channel, @everyone, a member id'],
  ]

  test.concurrent.each(wrong)('%s: "%s"', async (input, value, must) => {
    const refusal = await refusalOf('deliver', deliver, { ...right, [input]: value })
    expect(refusal).toContain(`Input "${input}" must be ${must}`)
  })

  test.concurrent.each<[Record<string, string>, string]>([
    [{ provider: '' }, 'Input "provider" is required and was not given.'],
    [
      { provider: 'ecs', 'service-id': '', 'api-key': '' },
      'Input "cluster" is required and was not given.',
    ],
    [{ 'service-id': '' }, 'Input "service-id" is required and was not given.'],
    [
      { images: 'app: repo/app:1' },
      'Input "images" is not one for "provider: render": leave it out, or choose another.',
    ],
    [
      { 'slack-token': 'xoxb-1-MARKER' },
      'Give "slack-token" and "slack-channel" together, or neither of them.',
    ],
    [
      { 'slack-channel': '#a' },
      'Give "slack-token" and "slack-channel" together, or neither of them.',
    ],
    [
      { 'health-check': 'https://a.example', 'stable-for': '10m' },
      'Inputs "initial-delay" and "stable-for" together must be shorter than the 5 min of the check',
    ],
  ])('%j', async (inputs, error) => {
    expect(await refusalOf('deliver', deliver, { ...right, ...inputs })).toContain(error)
  })
})
