import {
  answered,
  badGateway,
  cutShort,
  dropped,
  empty,
  executed,
  type Fault,
  hanging,
  loginPage,
  notFound,
  rateLimited,
  reset,
  serverError,
  slow,
  truncated,
  unavailable,
} from './faults.ts'
import { type Render, type RenderGiven, startRender } from './render.ts'

const apiKey = 'rnd_test'
const sha = { old: 'a'.repeat(40), live: 'b'.repeat(40), new: 'c'.repeat(40) }
const backend = {
  id: 'srv-backend',
  name: 'backend',
  history: [{ commit: sha.old }, { commit: sha.live }],
} as const
const shop = { id: 'srv-shop', name: 'shop', image: 'ghcr.io/org/shop:1', history: [{}] } as const

let render: Render<'srv-backend' | 'srv-shop'>

async function start(given: Partial<RenderGiven<'srv-backend' | 'srv-shop'>> = {}) {
  render = await startRender({ apiKey, services: [backend, shop], ...given })
  return render.services[backend.id]
}

afterEach(() => render.close())

interface Ask {
  readonly key?: string
  readonly signal?: AbortSignal
  readonly headers?: Record<string, string>
}

async function ask(method: string, path: string, json?: unknown, also: Ask = {}) {
  const response = await fetch(path.startsWith('http') ? path : `${render.apiUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${also.key ?? apiKey}`,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...also.headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(also.signal && { signal: also.signal }),
  })
  const text = await response.text()
  const { status, headers } = response
  return { status, headers, text, body: parseJson(text) }
}

function parseJson(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const deploys = `/services/${backend.id}/deploys`

/** The statuses a deploy shows when it is asked for until it has ended. */
async function follow(path: string): Promise<string[]> {
  const seen: string[] = []
  for (let deploy = { status: '', finishedAt: null }; deploy.finishedAt === null; ) {
    deploy = (await ask('GET', path)).body
    if (deploy.status !== seen.at(-1)) seen.push(deploy.status)
  }
  return seen
}

describe('the life of a deploy', () => {
  test('is created, built, put in place of the former one, and serves', async () => {
    const lived: string[] = []
    const service = await start({
      onLive: ({ name }, { commit }) => lived.push(`${name} ${commit}`),
    })
    const created = await ask('POST', deploys, { commitId: sha.new })
    expect(created).toMatchObject({
      status: 201,
      body: { status: 'created', trigger: 'api', commit: { id: sha.new }, finishedAt: null },
    })
    expect(service.live?.commit).toBe(sha.live)
    const seen = await follow(`${deploys}/${created.body.id}`)
    expect(seen).toEqual(['build_in_progress', 'update_in_progress', 'live'])
    expect(service.live?.id).toBe(created.body.id)
    expect(service.deploys.map(({ trigger, status }) => [trigger, status])).toEqual([
      ['new_commit', 'deactivated'],
      ['new_commit', 'deactivated'],
      ['api', 'live'],
    ])
    expect(service.deploys.at(-1)?.request).toBe(render.requests[0])
    expect(lived).toEqual([`backend ${sha.new}`])
  })

  test.each([
    ['build_failed', ['build_in_progress', 'build_failed']],
    ['pre_deploy_failed', ['build_in_progress', 'pre_deploy_in_progress', 'pre_deploy_failed']],
    [
      'update_failed',
      ['build_in_progress', 'pre_deploy_in_progress', 'update_in_progress', 'update_failed'],
    ],
    [
      'paused_for_review',
      ['build_in_progress', 'pre_deploy_in_progress', 'update_in_progress', 'paused_for_review'],
    ],
  ])('ends as %s where it would', async (outcome, expected) => {
    const service = await start({ outcome: () => outcome })
    service.stages = [
      'created',
      'build_in_progress',
      'pre_deploy_in_progress',
      'update_in_progress',
    ]
    const { body } = await ask('POST', deploys, {})
    expect(await follow(`${deploys}/${body.id}`)).toEqual(expected)
    expect(service.live?.commit).toBe(sha.live)
  })

  test('takes the time it is given, and for ever when it is given that', async () => {
    const service = await start()
    service.stages = [
      ['build_in_progress', 20],
      ['update_in_progress', Number.POSITIVE_INFINITY],
    ]
    const began = performance.now()
    const { body } = await ask('POST', deploys, {})
    expect(body.status).toBe('build_in_progress')
    while (service.deploys.at(-1)?.status === 'build_in_progress') await ask('GET', deploys)
    expect(performance.now() - began).toBeGreaterThan(18)
    for (let tries = 0; tries < 5; tries++) await ask('GET', deploys)
    expect(service.deploys.at(-1)?.status).toBe('update_in_progress')
  })

  test('a newer deploy overrides one in flight', async () => {
    const service = await start()
    await ask('POST', deploys, { commitId: sha.old })
    render.deploy(backend.id, { trigger: 'new_commit', commit: sha.new })
    expect(service.deploys.slice(-2).map(({ status }) => status)).toEqual(['canceled', 'created'])
  })

  test('or waits until it is over, and skips those between', async () => {
    const service = await start()
    service.overlap = 'wait'
    const first = await ask('POST', deploys, {})
    await ask('POST', deploys, {})
    await ask('POST', deploys, {})
    const now = () => service.deploys.slice(-3).map(({ status }) => status)
    expect(now()).toEqual(['created', 'canceled', 'queued'])
    await follow(`${deploys}/${first.body.id}`)
    expect(now()).toEqual(['live', 'canceled', 'created'])
  })
})

describe('the API', () => {
  test('answers a deploy that is only queued with 202 and no body', async () => {
    const service = await start()
    service.queues = true
    expect(await ask('POST', deploys, {})).toMatchObject({ status: 202, text: '' })
    expect(service.deploys.at(-1)?.status).toBe('queued')
    expect(await follow(`${deploys}/${service.deploys.at(-1)?.id}`)).toContain('live')
  })

  test('lists deploys from the newest, filtered and in pages', async () => {
    const service = await start()
    service.stages = [['created', Number.POSITIVE_INFINITY]]
    for (let count = 0; count < 23; count++) {
      render.deploy(backend.id, { trigger: 'manual', commit: sha.new })
    }
    const ids = service.deploys.map(({ id }) => id).reverse()
    const list = async (query: string) => (await ask('GET', `${deploys}?${query}`)).body
    const idsOf = (items: { deploy: { id: string } }[]) => items.map(({ deploy }) => deploy.id)
    const page = await list('')
    expect(idsOf(page)).toEqual(ids.slice(0, 20))
    expect(idsOf(await list(`cursor=${page[19].cursor}&limit=3`))).toEqual(ids.slice(20, 23))
    expect(idsOf(await list('status=live&status=deactivated&limit=100'))).toEqual(ids.slice(23))
    const [, live] = service.deploys
    const at = live?.createdAt.toISOString()
    expect(idsOf(await list(`createdAfter=${at}&limit=100`))).toEqual(ids.slice(0, 23))
    expect(idsOf(await list(`createdBefore=${at}`))).toEqual(ids.slice(24))
  })

  test('cancels what is in flight, and nothing else', async () => {
    const service = await start()
    const { body } = await ask('POST', deploys, {})
    const cancelled = await ask('POST', `${deploys}/${body.id}/cancel`)
    expect(cancelled).toMatchObject({ status: 200, body: { id: body.id, status: 'canceled' } })
    expect((await ask('POST', `${deploys}/${body.id}/cancel`)).status).toBe(400)
    expect((await ask('POST', `${deploys}/${service.live?.id}/cancel`)).status).toBe(400)
  })

  test('rolls back by a new deploy of what an earlier one was made from', async () => {
    const service = await start()
    const [earlier] = service.deploys
    const { status, body } = await ask('POST', `/services/${backend.id}/rollback`, {
      deployId: earlier?.id,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ trigger: 'rollback', commit: { id: sha.old } })
    expect(body.id).not.toBe(earlier?.id)
    await follow(`${deploys}/${body.id}`)
    expect(service.live?.id).toBe(body.id)
  })

  test.each([400, 404] as const)(
    'refuses to roll back to a build that is gone with %d',
    async (status) => {
      const service = await start()
      const [earlier] = service.deploys
      if (earlier) earlier.artifactGone = status
      const answer = await ask('POST', `/services/${backend.id}/rollback`, {
        deployId: earlier?.id,
      })
      expect(answer.status).toBe(status)
      expect(service.deploys).toHaveLength(2)
    },
  )

  test('deploys images of the one repository, each under a digest', async () => {
    await start()
    const path = `/services/${shop.id}/deploys`
    const tag = await ask('POST', path, { imageUrl: 'ghcr.io/org/shop:2' })
    expect(tag.body).toMatchObject({
      commit: null,
      image: { ref: 'ghcr.io/org/shop:2', sha: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    })
    const pinned = `ghcr.io/org/shop@sha256:${'1'.repeat(64)}`
    const { body } = await ask('POST', path, { imageUrl: pinned })
    expect(body.image).toEqual({ ref: pinned, sha: `sha256:${'1'.repeat(64)}` })
    expect(render.services[shop.id].deploys.map(({ image }) => image)).toEqual([
      'ghcr.io/org/shop:1',
      'ghcr.io/org/shop:2',
      pinned,
    ])
  })

  test('redeploys the last build on deploy_only', async () => {
    await start()
    const { body } = await ask('POST', deploys, { deployMode: 'deploy_only' })
    expect(body.commit.id).toBe(sha.live)
  })

  test.each(['GET', 'POST'])('is reached by %s to the deploy hook as well', async (method) => {
    const service = await start()
    const answer = await ask(method, `${render.hookUrl(backend.id)}&ref=${sha.new}`)
    expect(answer.body).toEqual({ deploy: { id: service.deploys.at(-1)?.id } })
    expect(service.deploys.at(-1)).toMatchObject({ trigger: 'deploy_hook', commit: sha.new })
  })

  test('shows a service, and switches its deploys of new commits off', async () => {
    const service = await start()
    expect((await ask('GET', `/services/${backend.id}`)).body).toMatchObject({
      name: 'backend',
      autoDeploy: 'yes',
      serviceDetails: { url: 'https://backend.onrender.com' },
    })
    const path = `/services/${backend.id}`
    expect((await ask('PATCH', path, { autoDeploy: 'no' })).body.autoDeploy).toBe('no')
    expect(service.autoDeploy).toBe('no')
  })

  const images = `/services/${shop.id}/deploys`
  test.each([
    ['an unknown service', 'GET', '/services/srv-9', undefined, 404, 'not found: srv-9'],
    ['an unknown deploy', 'GET', `${deploys}/dep-9`, undefined, 404, 'not found: dep-9'],
    ['an unknown path', 'GET', '/owners', undefined, 404, 'not found: GET /v1/owners'],
    ['no body', 'POST', deploys, undefined, 400, 'content type'],
    ['an unknown field', 'POST', deploys, { commit: sha.new }, 400, 'commit: Invalid key'],
    ['a wrong type', 'POST', deploys, { commitId: 1 }, 400, 'commitId: Invalid type'],
    ['a null', 'POST', deploys, { commitId: null }, 400, 'commitId: Invalid type'],
    ['a boolean clearCache', 'POST', deploys, { clearCache: true }, 400, 'clearCache'],
    [
      'deploy_only with a commit',
      'POST',
      deploys,
      { deployMode: 'deploy_only', commitId: sha.new },
      400,
      'deploy_only',
    ],
    ['an image for a Git service', 'POST', deploys, { imageUrl: shop.image }, 400, 'imageUrl'],
    ['a commit for an image service', 'POST', images, { commitId: sha.new }, 400, 'commitId'],
    [
      'an image of another repository',
      'POST',
      images,
      { imageUrl: 'ghcr.io/evil/shop:1' },
      400,
      'ghcr.io/org/shop',
    ],
    ['a limit over 100', 'GET', `${deploys}?limit=101`, undefined, 400, 'limit'],
    ['an unknown filter', 'GET', `${deploys}?since=1`, undefined, 400, 'since'],
    ['an unknown status', 'GET', `${deploys}?status=live,created`, undefined, 400, 'status'],
    ['a rollback to nothing', 'POST', `/services/${backend.id}/rollback`, {}, 400, 'deployId'],
    ['a wrong hook', 'GET', '/../deploy/srv-backend?key=1', undefined, 401, 'Unauthorized'],
  ])('refuses %s', async (_what, method, path, json, status, message) => {
    const service = await start()
    const answer = await ask(method, path, json)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({ message: expect.stringContaining(message) })
    expect(service.deploys).toHaveLength(2)
  })

  test('refuses another key', async () => {
    await start()
    const answer = await ask('GET', deploys, undefined, { key: 'rnd_other' })
    expect(answer).toMatchObject({ status: 401, body: { message: 'Unauthorized' } })
  })

  test('allows ten deploys and changes of a service a minute, and says so', async () => {
    let time = Date.parse('2026-11-21T12:00:27Z')
    const service = await start({ now: () => new Date(time) })
    const limits = async () => {
      const { status, headers } = await ask('POST', deploys, {})
      const names = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after']
      return [status, ...names.map((name) => headers.get(name))]
    }
    expect(await limits()).toEqual([201, '10', '9', '33', null])
    for (let count = 0; count < 8; count++) await ask('POST', deploys, {})
    await ask('PATCH', `/services/${backend.id}`, {})
    expect(await limits()).toEqual([429, '10', '0', '33', '33'])
    expect(service.deploys).toHaveLength(2 + 9)
    time += 33_000
    expect(await limits()).toEqual([201, '10', '9', '60', null])
  })
})

describe('faults', () => {
  const date = 'Sat, 21 Nov 2026 12:00:00 GMT'
  test.each<[string, Fault, boolean, object]>([
    ['429', rateLimited('2'), false, { status: 429, retry: '2' }],
    ['429 until a date', rateLimited(date), false, { status: 429, retry: date }],
    ['429 without a time', rateLimited(), false, { status: 429, retry: null }],
    ['429 with garbage', rateLimited('soon'), false, { status: 429, retry: 'soon' }],
    ['429 for years', rateLimited('99999999'), false, { status: 429, retry: '99999999' }],
    ['500', serverError, false, { status: 500 }],
    ['502', badGateway, false, { status: 502, text: expect.stringContaining('<html>') }],
    ['502 once it is done', executed(badGateway), true, { status: 502 }],
    ['503', unavailable, false, { status: 503 }],
    ['any status', answered(409, '{"message":"conflict"}'), false, { status: 409 }],
    ['a login page', loginPage, false, { status: 200, text: expect.stringContaining('<form>') }],
    ['a reset', reset, false, { error: 'ECONNRESET' }],
    ['a lost answer', dropped, true, { error: 'ECONNRESET' }],
    ['no answer', hanging, false, { error: 'TimeoutError' }],
    ['a slow answer', slow, true, { error: 'TimeoutError' }],
    ['a body that is cut off', cutShort, true, { error: 'UND_ERR_SOCKET' }],
    [
      'half a JSON',
      truncated,
      true,
      { status: 201, text: expect.stringMatching(/^\{"id".*[^}]$/) },
    ],
    ['an empty 200', empty(), true, { status: 200, text: '' }],
    ['an empty 202', empty(202), true, { status: 202, text: '' }],
  ])('plays %s', async (_name, fault, isExecuted, expected) => {
    const service = await start()
    render.play([{ fault, method: 'POST' }])
    const signal = AbortSignal.timeout(2_000)
    const seen = await ask('POST', deploys, {}, { signal }).then(
      ({ status, text, headers }) => ({ status, text, retry: headers.get('retry-after') }),
      (error) => ({ error: error.cause?.code ?? error.name }),
    )
    expect(seen).toMatchObject(expected)
    expect(service.deploys).toHaveLength(isExecuted ? 3 : 2)
    expect((await ask('GET', deploys)).status).toBe(200)
  })

  test('hit the first so many, the nth, or every nth of the calls they match', async () => {
    await start()
    const play = async (rule: { first?: number; nth?: number; every?: number }) => {
      render.play([{ fault: unavailable, method: 'GET', path: /\/deploys$/, ...rule }])
      const hits: number[] = []
      for (let call = 1; call <= 6; call++) {
        await ask('GET', `/services/${backend.id}`)
        if ((await ask('GET', deploys)).status === 503) hits.push(call)
      }
      return hits
    }
    expect(await play({ first: 2 })).toEqual([1, 2])
    expect(await play({ nth: 3 })).toEqual([3])
    expect(await play({ every: 2 })).toEqual([2, 4, 6])
    expect(await play({})).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('stand side by side: each counts for itself, the first that is due is played', async () => {
    await start({ limits: { deploys: 100 } })
    render.play([
      { fault: rateLimited('1'), every: 5 },
      { fault: badGateway, every: 7 },
      { fault: empty(), every: 11 },
    ])
    const seen: string[] = []
    for (let call = 1; call <= 35; call++) {
      const { status, text } = await ask('GET', deploys)
      if (status !== 200 || text === '') seen.push(`${call}: ${text === '' ? 'empty' : status}`)
    }
    expect(seen).toEqual([
      ...['5: 429', '7: 502', '10: 429', '11: empty', '14: 502', '15: 429', '20: 429', '21: 502'],
      ...['22: empty', '25: 429', '28: 502', '30: 429', '33: empty', '35: 429'],
    ])
  })

  test('hide a new deploy at first', async () => {
    await start()
    render.play([{ fault: notFound, method: 'GET', path: /\/deploys\/dep-/, first: 2 }])
    const { body } = await ask('POST', deploys, {})
    const seen: number[] = []
    for (let tries = 0; tries < 3; tries++) {
      seen.push((await ask('GET', `${deploys}/${body.id}`)).status)
    }
    expect(seen).toEqual([404, 404, 200])
  })

  test('wait for a phase of the newest deploy', async () => {
    await start()
    render.play([{ fault: unavailable, phase: 'update_in_progress', first: 1 }])
    const { body } = await ask('POST', deploys, {})
    const seen: (string | number)[] = []
    for (let tries = 0; tries < 4; tries++) {
      const answer = await ask('GET', `${deploys}/${body.id}`)
      seen.push(answer.status === 200 ? answer.body.status : answer.status)
    }
    expect(seen).toEqual(['build_in_progress', 'update_in_progress', 503, 'live'])
  })
})
