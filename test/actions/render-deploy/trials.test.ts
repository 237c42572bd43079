import { readInputs } from '@ci-actions/kit'
import { renderDeploy } from '../../../actions/render-deploy/src/main.ts'
import { createTargets } from '../../../packages/deployment/src/render/targets.ts'
import { answered } from '../../emulators/faults.ts'
import { startRender } from '../../emulators/render.ts'
import { testDeployContract } from '../../support/deploy-contract.ts'

const apiKey = 'rnd_MARKER0123456789abcdef'
const [older, old, commit] = ['b', 'c', 'a'].map((digit) => digit.repeat(40)) as [
  string,
  string,
  string,
]
const history = [{ commit: older }, { commit: old }]
const post = { method: 'POST', path: /\/deploys$/ }

const paces = {
  'at once': [],
  steps: ['build_in_progress'],
  slow: [['build_in_progress', 60_000]],
  stuck: [['build_in_progress', 60_000]],
} as const

testDeployContract({
  action: 'render-deploy',
  secrets: [apiKey],
  async start(names, { pace, fails }) {
    const render = await startRender<string>({
      apiKey,
      services: names.map((name) => ({
        id: `srv-${name}`,
        name,
        history,
        stages: paces[pace],
      })),
      outcome: ({ name }, deploy) =>
        name === fails && deploy.commit === commit ? 'update_failed' : 'live',
      limits: { deploys: 1000, writes: 1000, reads: 10_000 },
    })
    const at = (name: string) => {
      const service = render.services[`srv-${name}`]
      if (!service) throw new Error(`There is no service ${name}.`)
      return service
    }
    return {
      inputs: {
        'service-id': names.map((name) => `${name}: srv-${name}`).join('\n'),
        'api-key': apiKey,
        'api-url': render.apiUrl,
        commit,
      },
      play: render.play,
      begun: (name) => at(name).deploys.length - history.length,
      serves: (name) => {
        const { live } = at(name)
        if (live?.commit === commit) return 'new'
        return live?.commit === old ? 'old' : 'other'
      },
      state: (name) => {
        const status = at(name).deploys.at(-1)?.status ?? ''
        if (status === 'canceled') return 'stopped'
        return status.endsWith('in_progress') ? 'running' : 'ended'
      },
      close: () => render.close(),
    }
  },
  async read(runner) {
    const order = await readInputs(renderDeploy.inputs, runner)
    return { targets: createTargets(order, runner), order }
  },
  calls: {
    read: { method: 'GET', path: /\/deploys$/ },
    write: post,
    look: { method: 'GET', path: /\/deploys\/dep-/ },
    back: { method: 'POST', path: /srv-a\/rollback$/ },
  },
  failed: 'failed',
  following: 'a: build_in_progress',
  onCancel: { stops: 'cancel', said: 'was cancelled on Render' },
  nowhere: { inputs: { 'api-url': 'http://127.0.0.1:9' } },
  refusals: [
    [
      'a wrong key',
      {},
      answered(401, '{"message":"Unauthorized"}'),
      /answered 401: "Unauthorized"\. Check the API key/,
    ],
    ['no rights', post, answered(403, '{"message":"forbidden"}'), /answered 403: "forbidden"/],
    [
      'a bad request',
      post,
      answered(400, '{"message":"commit not found"}'),
      /answered 400: "commit not found"/,
    ],
    ['a conflict', post, answered(409, ''), /answered 409/],
    ['a service that is gone', post, answered(410, '{"message":"gone"}'), /answered 410: "gone"/],
    [
      'an API moved elsewhere',
      {},
      answered(301, '', { location: 'https://elsewhere.example/' }),
      /answered 301/,
    ],
  ],
  refusal: (message) => answered(400, JSON.stringify({ message })),
})
