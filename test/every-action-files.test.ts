import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBundle } from './support/bundle.ts'
import { gitEnvironment } from './support/repository.ts'

/*
 * A named pipe in place of a file that an action reads: to open it as a file is opened would hold the step up for ever,
 * deaf to its timeout and to a cancellation. Only a process can show that it ends.
 */

const workspace = mkdtempSync(join(tmpdir(), 'pipes-'))
const report = 'SF:a.js\nDA:1,1\nend_of_record\n'

beforeAll(() => {
  mkdirSync(join(workspace, 'folder'))
  writeFileSync(join(workspace, 'lcov.info'), report)
  for (const place of ['pipe', 'folder/pipe']) execFileSync('mkfifo', [join(workspace, place)])
})

afterAll(() => rmSync(workspace, { recursive: true }))

const aws = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'not-a-secret-1',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
}
const pull = { number: 1, title: 't', head: { sha: 'a'.repeat(40), ref: 'x' } }
const codeDeploy = {
  cluster: 'prod',
  service: 'api',
  'codedeploy-application': 'app',
  'codedeploy-deployment-group': 'group',
}
const deploy = { provider: 'ecs', ...codeDeploy }

test.concurrent.each<[string, Record<string, string>, string]>([
  ['pr-comment', { 'body-path': 'pipe', 'github-token': 'ghs_token' }, '"pipe" is a named pipe'],
  [
    'changed-paths',
    { filters: 'pipe' },
    'Input "filters" names the file "pipe", which is a named pipe',
  ],
  ['coverage-gate', { reports: 'pipe' }, 'No file matches "pipe"'],
  [
    'coverage-gate',
    { reports: 'lcov.info', baseline: 'pipe' },
    'The baseline "pipe" is a named pipe',
  ],
  [
    'health-check',
    { targets: 'https://127.0.0.1:9', 'ca-file': 'pipe' },
    'Input "ca-file" names the file "pipe"',
  ],
  [
    'ecs-deploy',
    { cluster: 'prod', service: 'api', 'task-definition': './pipe' },
    'which is neither a file',
  ],
  [
    'ecs-deploy',
    { ...codeDeploy, 'codedeploy-appspec': 'pipe' },
    'Input "codedeploy-appspec" names the file',
  ],
  [
    'deliver',
    { ...deploy, 'codedeploy-appspec': 'pipe' },
    'Input "codedeploy-appspec" names the file',
  ],
  ['lambda-deploy', { functions: 'api: pipe' }, 'Package "pipe" is a named pipe, not a file'],
  ['lambda-deploy', { functions: 'api', package: 'folder' }, '"pipe", which is not a regular file'],
])('%s %j', async (action, inputs, words) => {
  const event = { pull_request: pull }
  const step = await startBundle(action, { inputs, workspace, event, env: aws })
  expect(step).toMatchObject({ code: 1, stderr: '' })
  expect(step.error).toContain(words)
})

test('coverage-gate, where it writes its report', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'pipes-'))
  mkdirSync(join(temp, 'coverage-gate'))
  execFileSync('mkfifo', [join(temp, 'coverage-gate/coverage.json')])
  const inputs = { reports: 'lcov.info', name: 'coverage' }
  const step = await startBundle('coverage-gate', { inputs, workspace, env: { RUNNER_TEMP: temp } })
  expect(step).toMatchObject({ code: 0, outputs: { passed: 'true', 'report-path': '' } })
  expect(step.stdout).toMatch(
    /::notice.*The report cannot be written to .*: is a pipe, a socket or a device, not a file/,
  )
  rmSync(temp, { recursive: true })
})

test('coverage-gate, where a build has put one in place of a file that git knows', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: checkout, env: gitEnvironment, stdio: 'pipe' })
  const checkout = mkdtempSync(join(tmpdir(), 'pipes-'))
  for (const [name, text] of [
    ['lcov.info', report],
    ['a.js', ''],
    ['go.mod', 'module a\n'],
  ] as const) {
    writeFileSync(join(checkout, name), text)
  }
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'first')
  rmSync(join(checkout, 'go.mod'))
  execFileSync('mkfifo', [join(checkout, 'go.mod')])
  const inputs = { reports: 'lcov.info', thresholds: 'lines: 80\n./: 80' }
  const step = await startBundle('coverage-gate', { inputs, workspace: checkout })
  expect(step).toMatchObject({ code: 0, error: '', outputs: { passed: 'true' } })
  rmSync(checkout, { recursive: true })
})
