import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliver } from '../../../actions/deliver/src/main.ts'
import {
  type Defect,
  firstCommit,
  type PhantomPower,
  parts,
  startPhantomPower,
} from '../../demo/sample-project.ts'
import { startAws } from '../../emulators/aws-server.ts'
import { emulateEcs } from '../../emulators/ecs.ts'
import { answered, hanging, type Rule } from '../../emulators/faults.ts'
import { startLambda } from '../../emulators/lambda.ts'
import { marksOf, type Slack, textsOf } from '../../emulators/slack.ts'
import { startWebService, type WebService } from '../../emulators/web-service.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { recordsOf } from '../../support/record.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'
import { refusalOf, type WrongInput, wrongEverywhere } from '../../support/wrong-inputs.ts'

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
async function phantomPower(
  defect?: Defect,
  stages?: Parameters<typeof startPhantomPower>[0],
): Promise<PhantomPower> {
  const it = await opened(startPhantomPower(stages))
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
  const step = await runStep('deliver', {
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
  expect(leakedSecrets(step, Object.values(it.secrets))).toEqual([])
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
    expect(step.summary.match(/Deliver \/ deploy succeeded on main/g)).toHaveLength(1)
    expect(step.summary).toMatch(/Slack accepted the message\.\s+Discord accepted the message\./)
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
    expect(step.stdout).toContain('Skipping the health check: "health-check" is empty.')
    expect(step.stdout).toContain('No message will be sent: Slack and Discord are not configured.')
  })

  test.concurrent('of what is already live writes nothing, and still looks whether it is healthy', async () => {
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
    expect(leakedSecrets(step, [it.slack.token])).toEqual([])
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
      'backend was rolled back: 0f1e2d3 is live again. audio was rolled back: 0f1e2d3 is live again.',
    )
    expect(step.error).not.toContain('\n')
    for (const record of recordsOf(step)) {
      expect(record).toMatchObject({ status: 'rolled-back', live: { commit: firstCommit } })
    }
    const words = told(it.slack)
    expect(words).toContain('was rolled back')
    expect(words).toContain('is not healthy')
    expect(words).toContain('<@U012AB3CD>')
    expect(step.summary).toContain('Rolled back because the health check failed')
  })

  test.concurrent('stays with "on-failure: leave", and is red all the same', async () => {
    const it = await phantomPower('not healthy')
    const step = await deliverAll(it, { 'on-failure': 'leave' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'succeeded', healthy: 'false' } })
    expect(live(it)).toEqual(everywhere(commit))
    expect(step.error).toContain('backend was not rolled back: the new version is live.')
    expect(told(it.slack)).toContain('failed')
  })

  test.concurrent('has nothing to put back when this run has changed nothing', async () => {
    const it = await phantomPower()
    it.sites.audio.set({ healthy: false })
    const step = await deliverAll(it, { commit: firstCommit })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'unchanged', healthy: 'false' } })
    expect(step.error).toContain('audio was not rolled back: this run changed nothing.')
  })

  test.concurrent('puts back what this run has changed, and no other', async () => {
    const it = await phantomPower('not healthy')
    await deliverAll(it, { 'service-id': 'audio: srv-audio', 'health-check': '' })
    const before = it.slack.messages.length
    const step = await deliverAll(it)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back' } })
    expect(live(it)).toEqual({ ...everywhere(firstCommit), audio: commit })
    expect(step.error).toContain('audio was not rolled back: this run changed nothing.')
    expect(recordsOf(step).map(({ status }) => status)).toEqual([
      'rolled-back',
      'unchanged',
      'rolled-back',
    ])
    expect(it.slack.messages).toHaveLength(before + 1)
  })

  test.concurrent('says which services it could not put back', async () => {
    const it = await phantomPower('not healthy')
    it.render.play([{ method: 'POST', path: /srv-audio\/rollback/, fault: answered(403) }])
    const step = await deliverAll(it)
    expect(step).toMatchObject({ code: 1, stderr: '', outputs: { status: 'failed', sent: 'true' } })
    expect(live(it)).toEqual({ ...everywhere(firstCommit), audio: commit })
    expect(step.error).toMatch(/audio failed: Rolled back because .* answered 403/)
    expect(step.error).toContain('frontend was rolled back: 0f1e2d3 is live again.')
    expect(told(it.slack)).toMatch(/failed on main: .*audio failed/)
  })

  test.concurrent('is put back also where the deployment had left the check too little time', async () => {
    const it = await phantomPower('not healthy')
    const times = { timeout: '8s', 'stable-for': '7800ms', 'health-timeout': '5m' }
    const step = await deliverAll(it, times)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back', healthy: 'false' } })
    expect(step.error).toMatch(/The deployment left the check only \d(\.\d)? s of "timeout"\./)
    expect(live(it)).toEqual(everywhere(firstCommit))
  })

  test.concurrent('answers with hostile text, which calls nobody and commands nothing', async () => {
    const it = await phantomPower()
    const body =
      '<!channel> @everyone <@U012AB3CD> `x` | [a](http://evil)\n::warning::x\n<img src=x>'
    it.sites.backend.set({ healthy: false, body })
    const step = await deliverAll(it, { commit: firstCommit })
    expect(step.commands.map(({ name }) => name).filter((name) => name !== 'add-mask')).toEqual([
      'error',
    ])
    told(it.slack)
    expect(it.slack.messages.flatMap((message) => marksOf(message).mentions)).toEqual([])
    expect(it.discord).toMatchObject({
      refusals: [],
      messages: [{ allowed_mentions: { parse: [], users: [], roles: [] } }],
    })
    expect(step.summary).not.toMatch(/<img|@everyone|<!channel|\[a\]\(/)
  })

  test.concurrent('tells nobody the secret that is in its answer, or in that of the provider', async () => {
    const [site, api] = await Promise.all([phantomPower(), phantomPower()])
    const key = site.secrets.RENDER_API_KEY ?? ''
    site.sites.backend.set({ healthy: false, body: `RENDER_API_KEY=${key}` })
    api.render.play([{ fault: answered(401, `{"message":"no such key: ${key}"}`) }])
    for (const it of [site, api]) {
      expect(await deliverAll(it, { commit: firstCommit })).toMatchObject({ code: 1 })
      expect(told(it.slack)).toContain('***')
      expect(JSON.stringify([it.slack.messages, it.discord.messages])).not.toContain(key)
    }
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

describe('a delivery whose time is over before its health is certain', () => {
  test.concurrent.each<Record<string, string>>([
    { 'stable-for': '7800ms' },
    { successes: '36' },
    { successes: '3', 'initial-delay': '7700ms' },
    { 'initial-delay': '7900ms' },
    { 'initial-delay': '3s', 'stable-for': '4800ms' },
  ])('stays, because it was never seen to be unhealthy: %j', async (asked) => {
    const it = await phantomPower()
    const step = await deliverAll(it, { timeout: '8s', 'health-timeout': '5m', ...asked })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'timed-out', healthy: 'false' } })
    expect(live(it)).toEqual(everywhere(commit))
    expect(step.stdout).toMatch(
      /The deployment left \d(\.\d)? s of "timeout", but the health check takes at least [78](\.\d)? s/,
    )
    expect(step.error).toContain(
      'backend timed-out: the new version is live and was not rolled back',
    )
    expect(told(it.slack)).toContain('timed out')
  })

  test.concurrent('goes back when it did not answer in all of the time that the check was to have', async () => {
    const it = await phantomPower()
    const hangs = setInterval(() => {
      if (live(it).backend === commit) it.sites.backend.set({ healthy: true, delay: 60_000 })
    }, 5)
    const step = await deliverAll(it, { 'health-timeout': '1500ms', 'initial-delay': '500ms' })
    clearInterval(hangs)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back' } })
    expect(live(it)).toEqual(everywhere(firstCommit))
  })

  test.concurrent('goes back when it was healthy and then was not', async () => {
    const it = await phantomPower()
    const watched = deliverAll(it, {
      timeout: '8s',
      'health-timeout': '5m',
      'stable-for': '7800ms',
    })
    const falls = setInterval(() => {
      if (it.sites.frontend.requests.length === 2) it.sites.frontend.set({ healthy: false })
      if (it.sites.frontend.requests.length > 2) it.sites.frontend.set({ healthy: true })
    }, 10)
    const step = await watched
    clearInterval(falls)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back' } })
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

test.concurrent('A deployment that somebody cancels is a failure of the delivery, and told as one', async () => {
  const it = await phantomPower()
  let asked: Promise<Response> | undefined
  const step = await deliverAll(
    it,
    { 'notify-when': 'failure', 'slack-mention': '@here' },
    {
      watch(stdout) {
        const [, id] = /backend: started (\S+)/.exec(stdout) ?? []
        if (!id || asked) return
        const headers = { authorization: `Bearer ${it.secrets.RENDER_API_KEY}` }
        const address = `${it.render.apiUrl}/services/srv-backend/deploys/${id}/cancel`
        asked = fetch(address, { method: 'POST', headers })
      },
    },
  )
  expect((await asked)?.ok).toBe(true)
  expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled', sent: 'true' } })
  expect(live(it)).toEqual(everywhere(firstCommit))
  const words = told(it.slack)
  expect(words).toContain('failed on main')
  expect(words).toContain('was cancelled on Render')
  expect(words).toContain('<!here>')
})

describe('a job that is cancelled while some of it is already live', () => {
  const stages = {
    backend: [['build_in_progress', Number.POSITIVE_INFINITY]],
    audio: ['created'],
    frontend: ['created'],
  } as const

  const cancelled = async (inputs: Record<string, string>, rules: readonly Rule[] = []) => {
    const it = await phantomPower(undefined, stages)
    let asked = 0
    const step = await deliverAll(it, inputs, {
      watch(stdout, kill) {
        if (asked || !/audio: live/.test(stdout) || !/frontend: live/.test(stdout)) return
        asked = performance.now()
        it.render.play(rules)
        kill('SIGINT')
      },
    })
    expect(performance.now() - asked).toBeLessThan(5_000)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled', healthy: '', sent: '' } })
    expect([it.slack.requests, it.sites.audio.requests.length]).toEqual([0, 0])
    const ways = parts.map(({ id }) => it.render.services[id].deploys.at(-1)?.trigger)
    return { it, step, ways }
  }

  test.concurrent('stops what is on its way, and goes back with the others', async () => {
    const { it, step, ways } = await cancelled({})
    expect(it.render.services['srv-backend'].deploys.at(-1)?.status).toBe('canceled')
    expect(ways).toEqual(['api', 'rollback', 'rollback'])
    expect(step.error).toMatch(
      /audio cancelled: Rolled back .* The rollback to 0f1e2d3 was started as dep-/,
    )
    expect(recordsOf(step).map(({ status }) => status)).toEqual(Array(3).fill('cancelled'))
  })

  test.concurrent('leaves it with "on-cancel: leave"', async () => {
    const { it, ways } = await cancelled({ 'on-cancel': 'leave' })
    expect(it.render.services['srv-backend'].deploys.at(-1)?.status).toBe('build_in_progress')
    expect(ways).toEqual(['api', 'api', 'api'])
  })

  test.concurrent.each<[string, Rule]>([
    ['nothing', { fault: hanging }],
    ['what writes', { method: 'POST', fault: hanging }],
  ])('is gone in time when Render does not answer to %s any more', async (_, rule) => {
    const { step } = await cancelled({}, [rule])
    expect(step.error).toContain('backend cancelled: ')
    expect(step.error).toContain('could not be cancelled and may still be running')
  })
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
    expect(step.stdout).toContain('No message is sent to Slack')
  })

  test.concurrent('stays as it is with "on-cancel: leave"', async () => {
    const { it, step } = await cancelled({ 'on-cancel': 'leave' })
    expect(step).toMatchObject({ code: 1, outputs: { status: 'succeeded', healthy: 'false' } })
    expect(live(it)).toEqual(everywhere(commit))
  })
})

test.concurrent('A job that is cancelled while all is put back leaves the way back to go on, and names it', async () => {
  const it = await phantomPower('not healthy')
  let asked = 0
  const step = await deliverAll(
    it,
    {},
    {
      watch(stdout, kill) {
        if (asked || stdout.match(/rolling back to/g)?.length !== 3) return
        asked = performance.now()
        kill('SIGINT')
      },
    },
  )
  expect(performance.now() - asked).toBeLessThan(5_000)
  expect(step).toMatchObject({ code: 1, outputs: { status: 'cancelled', sent: '' } })
  expect(parts.map(({ id }) => it.render.services[id].deploys.length)).toEqual([3, 3, 3])
  for (const { reason } of recordsOf(step)) {
    expect(reason).toMatch(/The rollback: The job was cancelled; dep-\S+ was started/)
  }
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

  test.concurrent('fails the step with all there is to say of both channels', async () => {
    const it = await phantomPower()
    const both = { ...gone(it), 'discord-webhook-url': `${it.discord.webhookUrl}x` }
    const step = await deliverAll(it, { ...both, 'notify-on-error': 'fail' })
    for (const name of ['Slack', 'Discord']) {
      expect(step.error).toContain(`The message was not sent to ${name}.`)
      expect(step.summary).toContain(`The message was not sent to ${name}.`)
    }
    expect(step.error).not.toContain('\n')
  })

  test.concurrent('for there is no secret, is said where somebody is to be called', async () => {
    const it = await phantomPower()
    const step = await deliverAll(it, { 'slack-webhook-url': '', 'slack-mention': '@here' })
    expect(step).toMatchObject({ code: 0, outputs: { sent: 'false' } })
    expect(step.commands).toContainEqual(
      expect.objectContaining({
        name: 'warning',
        message: expect.stringContaining(
          '"slack-webhook-url" is empty, so nothing was sent to Slack.',
        ),
      }),
    )
    expect(it.discord.messages).toHaveLength(1)
  })

  test.concurrent('for the job was cancelled, does not hide why the delivery failed', async () => {
    const it = await phantomPower('not healthy')
    let asked = 0
    const timer = { stop: (): void => {} }
    it.slack.playAlways(hanging)
    const step = await deliverAll(
      it,
      {},
      {
        watch(stdout, kill) {
          if (asked || !/frontend: live \(\S+0009/.test(stdout)) return
          asked = 1
          const looks = setInterval(() => {
            if (it.slack.requests === 0) return
            timer.stop()
            asked = performance.now()
            kill('SIGINT')
          }, 20)
          timer.stop = () => clearInterval(looks)
        },
      },
    )
    timer.stop()
    expect(performance.now() - asked).toBeLessThan(5_000)
    expect(step).toMatchObject({ code: 1, outputs: { status: 'rolled-back', sent: 'unknown' } })
    expect(step.error).toContain('is not healthy')
    expect(step.summary).toContain('The message may have been sent to Slack')
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
    const slack = await opened(import('../../emulators/slack.ts').then((it) => it.startSlack()))
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
    const step = await runStep('deliver', {
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

  test.concurrent('has nothing to go back to after its first deploy, and says so', async () => {
    const fresh = await opened(startLambda([{ name: 'api', aliases: {} }]))
    const { inputs } = await functionsOf()
    const told = await notify()
    told.site.set({ healthy: false })
    const step = await runStep('deliver', {
      env: fresh.env,
      inputs: { ...inputs, ...told.inputs },
    })
    expect(step).toMatchObject({ code: 1, stderr: '', outputs: { status: 'failed', sent: 'true' } })
    expect(step.error).toContain(
      'api failed: Not rolled back, although the health check failed. Nothing to roll back to',
    )
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
    const step = await runStep('deliver', {
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
    ['timeout', '0', 'a duration longer than 0'],
    ['provider', 'heroku', 'one of render, ecs, lambda'],
    ['service-id', 'backend', 'a service id, srv-…'],
    ['on-cancel', 'cancel', 'one of leave, rollback'],
    ['notify-when', 'change', 'one of always, failure, success'],
    ['health-timeout', '0', 'a duration longer than 0'],
    ['slack-mention', 'somebody', '@here, @channel, @everyone, a member id'],
  ]

  test.concurrent.each(wrong)('%s: "%s"', async (input, value, must) => {
    const refusal = await refusalOf('deliver', deliver, { ...right, [input]: value })
    expect(refusal).toContain(`Input "${input}" must be ${must}`)
  })

  test.concurrent.each<[Record<string, string>, string]>([
    [{ provider: '' }, 'Input "provider" is required but was not given.'],
    [
      { provider: 'ecs', 'service-id': '', 'api-key': '' },
      'Inputs "cluster", "service" are required but were not given.',
    ],
    [{ 'service-id': '' }, 'Input "service-id" is required but was not given.'],
    [
      { images: 'app: repo/app:1' },
      'Input "images" does not apply to "provider: render". Remove it, or change "provider".',
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
      'The health check takes at least 10 min ("stable-for"), but has only 5 min',
    ],
    [
      { 'health-check': 'https://a.example', 'stable-for': '2m', timeout: '1m' },
      'The health check takes at least 2 min ("stable-for"), but has only 1 min',
    ],
    [
      { 'health-check': '', 'expect-body': 'ok' },
      'Input "expect-body" belongs to the health check, but "health-check" is empty',
    ],
  ])('%j', async (inputs, error) => {
    expect(await refusalOf('deliver', deliver, { ...right, ...inputs })).toContain(error)
  })
})
