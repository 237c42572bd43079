import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fixtures } from './actions/coverage-gate/read.ts'
import { startAws } from './emulators/aws-server.ts'
import { startDiscord } from './emulators/discord.ts'
import { arn, emulateEcs } from './emulators/ecs.ts'
import { startGithub } from './emulators/github.ts'
import { startLambda } from './emulators/lambda.ts'
import { startRender } from './emulators/render.ts'
import { startSlack } from './emulators/slack.ts'
import { startWebService } from './emulators/web-service.ts'
import type { Start, Step } from './support/bundle.ts'
import { repository } from './support/repository.ts'
import { runStep } from './support/step.ts'

// What the README of another action shows first, with its inputs as the table "Moving" of ours says.

const open: { close(): Promise<void> }[] = []
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())))

function opened<T extends { close(): Promise<void> }>(server: T): T {
  open.push(server)
  return server
}

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(tmpdir(), 'moving-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), text)
  }
  return place
}

const sha = 'a'.repeat(40)
const token = 'ghs_writes0123456789'
const pull = {
  number: 7,
  title: 'fix(ui): show it',
  base: { ref: 'main', sha },
  head: { ref: 'x', sha },
}

/** A pull request on GitHub as it is emulated, and a step in a run of it. */
async function pullRequest(given: Partial<Parameters<typeof startGithub>[0]> = {}) {
  const server = opened(
    await startGithub({
      tokens: { [token]: { login: 'github-actions[bot]', pullRequests: 'write', issues: 'write' } },
      ...given,
    }),
  )
  const run = (name: string, inputs: Start['inputs']): Promise<Step> =>
    runStep(name, {
      inputs: { 'github-token': token, ...inputs },
      env: {
        GITHUB_API_URL: server.url,
        GITHUB_GRAPHQL_URL: `${server.url}/graphql`,
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_SHA: sha,
      },
      event: { pull_request: pull },
    })
  return { server, run }
}

describe('The first example of', () => {
  test.each([
    // filters: { backend: ['backend/**'], frontend: ['frontend/**'] }
    [
      'dorny/paths-filter',
      'backend:\n  - backend/**\nfrontend:\n  - frontend/**',
      '',
      { backend: 'true', frontend: 'false' },
    ],
    // files: docs/**, in place of any_changed and only_changed
    [
      'tj-actions/changed-files',
      'docs: docs/**\nothers: ["**", "!docs/**"]',
      'docs',
      { docs: 'false', 'only-docs': 'false', others: 'true' },
    ],
  ])('%s finds what has changed', async (_, filters, only, outputs) => {
    const it = repository()
    const before = it.commit({ 'backend/a.ts': '1', 'frontend/a.ts': '1', 'docs/a.md': '1' })
    const after = it.commit({ 'backend/a.ts': '2' })
    const step = await runStep('changed-paths', {
      workspace: it.folder,
      inputs: { filters, only, 'github-token': '' },
      env: { GITHUB_REF: 'refs/heads/main', GITHUB_SHA: after },
      event: { before, after, repository: { default_branch: 'main' } },
    })
    expect(step).toMatchObject({ code: 0, error: '', outputs })
  })

  test.each([
    // path: src/coverage.xml, minimum_coverage: 75
    ['5monkeys/cobertura-action', 'pytest-cov/branch.xml', '75', 'coverage.xml'],
    // filename: coverage.cobertura.xml, thresholds: '60 80', fail_below_min: true
    ['irongut/CodeCoverageSummary', 'jest/cobertura-coverage.xml', '60', 'coverage.cobertura.xml'],
    // paths: **/build/reports/jacoco/**/*.xml, min-coverage-overall: 40
    [
      'Madrapps/jacoco-report',
      'jacoco/core.xml',
      'instructions: 40',
      'app/build/reports/jacoco/test/report.xml',
    ],
    // json-final-path: coverage/coverage-final.json
    [
      'davelosert/vitest-coverage-report-action',
      'jest/coverage-final.json',
      '60',
      'coverage/coverage-final.json',
    ],
  ])('%s gates', async (_, fixture, thresholds, path) => {
    const text = readFileSync(join(fixtures, fixture), 'utf8')
    const step = await runStep('coverage-gate', {
      workspace: folder({ [path]: text }),
      inputs: {
        reports: path.replace(
          /^app\/build\/reports\/jacoco\/.*/,
          '**/build/reports/jacoco/**/*.xml',
        ),
        thresholds,
        comment: 'false',
        'github-token': '',
      },
    })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { passed: 'true' } })
  })

  test('amannn/action-semantic-pull-request, with all of its options, judges a title', async () => {
    // types, scopes (expressions, one per line), requireScope, disallowScopes, subjectPattern
    const inputs = {
      types: 'fix\nfeat',
      scopes: '(?!release$)(core|ui|JIRA-\\d+)',
      'require-scope': 'true',
      'subject-pattern': '^(?![A-Z]).+$',
    }
    const good = await pullRequest({ pull: { title: 'fix(JIRA-12): show it' } })
    expect(await good.run('pr-check', inputs)).toMatchObject({ code: 0, error: '' })
    const bad = await pullRequest({ pull: { title: 'fix(release): Show it' } })
    const step = await bad.run('pr-check', inputs)
    expect(step.code).toBe(1)
    expect(step.outputs.errors).toMatch(/release.*Show it/)
  })

  test.each([
    // header: test, message: |
    [
      'marocchino/sticky-pull-request-comment',
      { id: 'test', body: 'Hello world :sparkles:\nfrom a step' },
    ],
    // issue-number, body, and body-includes of peter-evans/find-comment
    [
      'peter-evans/create-or-update-comment',
      { pr: '7', id: 'build-output', body: 'This is **the** output' },
    ],
    // message, comment-tag
    ['thollander/actions-comment-pull-request', { id: 'execution', body: 'Hello world ! :wave:' }],
  ])('%s writes one comment, and updates it', async (_, inputs) => {
    const { server, run } = await pullRequest({ pull: { title: 'x' } })
    expect(await run('pr-comment', inputs)).toMatchObject({ code: 0, error: '' })
    expect(await run('pr-comment', { ...inputs, body: `${inputs.body}, again` })).toMatchObject({
      code: 0,
    })
    expect(server.comments).toHaveLength(1)
    expect(server.comments[0]?.body).toContain(`${inputs.body}, again`)
  })

  test.each([
    // sizes: { "0": "XS", "20": "S", … }
    [
      'pascalgn/size-label-action',
      { sizes: '{"0": "XS", "20": "S", "50": "M", "200": "Too Large"}' },
      'size/M',
    ],
    // xs_label, xs_max_size: 10 and so on; files_to_ignore: package-lock.json *.lock
    [
      'CodelyTV/pr-size-labeler',
      { sizes: '{"0": "xs", "11": "s", "101": "m"}', exclude: 'package-lock.json\n*.lock' },
      'size/s',
    ],
  ])('%s sets a label', async (_, inputs, label) => {
    const files = [
      { filename: 'src/a.ts', additions: 60, deletions: 10 },
      { filename: 'yarn.lock', additions: 900 },
    ]
    const { server, run } = await pullRequest({ pull: { title: 'x', files } })
    expect(await run('pr-size-label', inputs)).toMatchObject({ code: 0, error: '' })
    expect(server.pull.labels).toEqual([label])
  })

  test.each([
    // url: a|b, max-attempts: 3, retry-delay: 5s
    [
      'Jtalk/url-health-check-action',
      (url: string) => ({ targets: `${url}/health\n${url}/`, timeout: '15s', interval: '5s' }),
    ],
    // resource: http-get://…, timeout: 30000, interval: 250
    ['iFaxity/wait-on-action', (url: string) => ({ targets: url, timeout: '30s', interval: '1s' })],
    // url, responseCode: 200, timeout: 2000, interval: 500
    [
      'nev7n/wait_for_response',
      (url: string) => ({ targets: url, 'expect-status': '200', timeout: '2s', interval: '1s' }),
    ],
  ])('%s waits for what is up', async (_, inputs) => {
    const { url } = opened(await startWebService())
    const step = await runStep('health-check', { inputs: inputs(url) })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { healthy: 'true' } })
  })

  test.each([
    // status, fields; in place of author_name nothing
    [
      '8398a7/action-slack',
      {
        status: 'success',
        fields: 'repo,message,commit,author,action,eventName,ref,workflow,job,took',
      },
      /succeeded on main/,
    ],
    // payload, by a webhook of type incoming-webhook
    [
      'slackapi/slack-github-action',
      { payload: '{"text": "*GitHub Action build result*: success"}' },
      /GitHub Action build result/,
    ],
    // SLACK_TITLE, SLACK_MESSAGE
    [
      'rtCamp/action-slack-notify',
      { title: 'Post Title', text: 'Post Content' },
      /Post Title[\s\S]*Post Content/,
    ],
    // status: ${{ job.status }}, steps, channel
    ['act10ns/slack', { status: 'failure' }, /failed on main/],
    // status, notify_when: failure
    ['ravsamhq/notify-slack-action', { status: 'failure', when: 'failure' }, /failed on main/],
  ])('%s tells Slack', async (_, inputs, told) => {
    const slack = opened(await startSlack())
    const step = await runStep('slack-notify', {
      inputs: { 'webhook-url': slack.webhookUrl, 'github-token': '', ...inputs },
    })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { sent: 'true' } })
    expect(JSON.stringify(slack.messages)).toMatch(told)
  })

  test.each([
    // args, a template there
    [
      'Ilshidur/action-discord',
      { text: 'The project org/app has been deployed.' },
      /has been deployed/,
    ],
    // webhook, status: ${{ job.status }}, title: deploy
    ['sarisia/actions-status-discord', { status: 'Success', title: 'deploy' }, /deploy/],
    // content: Test
    ['tsickert/discord-webhook', { text: 'Test' }, /Test/],
  ])('%s tells Discord', async (_, inputs, told) => {
    const discord = opened(await startDiscord())
    const step = await runStep('discord-notify', {
      inputs: { 'webhook-url': discord.webhookUrl, 'github-token': '', ...inputs },
    })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { sent: 'true' } })
    expect(JSON.stringify(discord.messages)).toMatch(told)
  })

  test('amazon-ecs-render-task-definition and amazon-ecs-deploy-task-definition deploys', async () => {
    // task-definition: task-definition.json, container-name: web, image; service, cluster, wait-for-service-stability
    const ecs = emulateEcs({ services: [{ name: 'my-service', stages: [] }] })
    const aws = opened(await startAws([ecs.emulated]))
    const definition = {
      family: 'app',
      containerDefinitions: [{ name: 'web', image: 'repo/web:1' }],
    }
    const step = await runStep('ecs-deploy', {
      workspace: folder({ 'task-definition.json': JSON.stringify(definition) }),
      inputs: {
        cluster: 'prod',
        service: 'my-service',
        'task-definition': 'task-definition.json',
        images: 'web: repo/web:2',
      },
      env: aws.env,
    })
    ecs.stop()
    expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
    expect(step.outputs['task-definition-arn']).toContain(arn('task-definition/app:').slice(0, -1))
  })

  test('aws-actions/aws-lambda-deploy deploys', async () => {
    // function-name: my-function, code-artifacts-dir: dist
    const lambda = opened(
      await startLambda([
        { name: 'my-function', versions: [{ code: 'first' }], aliases: { live: '1' } },
      ]),
    )
    const step = await runStep('lambda-deploy', {
      workspace: folder({ 'dist/index.mjs': 'export const handler = async () => "new"' }),
      inputs: { functions: 'my-function: dist' },
      env: lambda.env,
    })
    expect(step).toMatchObject({
      code: 0,
      error: '',
      outputs: { status: 'succeeded', version: '2' },
    })
  })

  test('johnbeynon/render-deploy-action deploys', async () => {
    // service-id, api-key, wait-for-success: true
    const apiKey = 'rnd_MARKER0123456789abcdef'
    const render = opened(
      await startRender({
        apiKey,
        services: [{ id: 'srv-a', name: 'a', history: [{ commit: 'b'.repeat(40) }], stages: [] }],
      }),
    )
    const step = await runStep('render-deploy', {
      inputs: { 'service-id': 'srv-a', 'api-key': apiKey, 'api-url': render.apiUrl },
      env: { GITHUB_SHA: sha },
    })
    expect(step).toMatchObject({ code: 0, error: '', outputs: { status: 'succeeded' } })
  })
})
