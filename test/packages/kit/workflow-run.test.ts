import { readWorkflowRun } from '../../../packages/kit/src/workflow-run.ts'
import { seeded } from '../../support/random.ts'

const env: Readonly<Record<string, string>> = {
  GITHUB_REPOSITORY: 'org/app',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_NAME: 'main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_ACTOR: 'someone',
  GITHUB_WORKFLOW: 'Deliver',
  GITHUB_JOB: 'deploy',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SERVER_URL: 'https://ghe.example',
}

const readRun = (event: unknown) => readWorkflowRun((name) => env[name], event)

const pull = { number: 7, title: 'Add a thing', head: { sha: 'b'.repeat(40), ref: 'feature' } }

describe('The run of a workflow', () => {
  test('on a push is of its branch and head commit', () => {
    expect(readRun({ head_commit: { message: 'Fix it\n\nbody' } })).toEqual({
      repository: 'org/app',
      sha: 'a'.repeat(40),
      commit: 'a'.repeat(40),
      ref: 'refs/heads/main',
      branch: 'main',
      event: 'push',
      actor: 'someone',
      workflow: 'Deliver',
      job: 'deploy',
      runId: '42',
      attempt: 2,
      server: 'https://ghe.example',
      url: 'https://ghe.example/org/app/actions/runs/42',
      pullRequest: undefined,
      message: 'Fix it\n\nbody',
    })
  })

  test('on a pull request is of the head that a person means, not of the merge commit', () => {
    expect(readRun({ pull_request: pull })).toMatchObject({
      sha: 'a'.repeat(40),
      commit: 'b'.repeat(40),
      branch: 'feature',
      pullRequest: { number: 7, title: 'Add a thing' },
      message: 'Add a thing',
    })
  })

  test('is known without any environment', () => {
    expect(readWorkflowRun(() => undefined, undefined)).toMatchObject({
      repository: '',
      attempt: 1,
      server: 'https://github.com',
      pullRequest: undefined,
      message: undefined,
    })
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', [pull]],
    ['a pull request that is null', { pull_request: null }],
    ['a pull request without head', { pull_request: { number: 1, title: 'x' } }],
    ['a number as text', { pull_request: { ...pull, number: '7' } }],
    ['a deleted fork', { pull_request: { ...pull, head: null } }],
    ['a head commit that is null, as of a deleted branch', { head_commit: null }],
    ['a message that is none', { head_commit: { message: 5 } }],
  ])('is read from an event that holds %s', (_what, event) => {
    expect(readRun(event)).toMatchObject({
      commit: 'a'.repeat(40),
      branch: 'main',
      pullRequest: undefined,
      message: undefined,
    })
  })

  test('keeps what is right beside what is wrong', () => {
    const event = { pull_request: 5, head_commit: { message: 'Fix it' } }
    expect(readRun(event).message).toBe('Fix it')
  })

  test('is read from any JSON, drawn by chance 2,000 times', () => {
    const { integer, one } = seeded(2)
    const keys = [
      'pull_request',
      'head_commit',
      'head',
      'sha',
      'ref',
      'title',
      'number',
      'message',
      '__proto__',
      'toString',
    ] as const
    const draw = (depth: number): unknown => {
      const kind = integer(depth > 4 ? 5 : 8)
      if (kind < 5) return [null, true, 7, 'text', -0.5][kind]
      if (kind === 5) return Array.from({ length: integer(3) }, () => draw(depth + 1))
      const entries = Array.from({ length: integer(5) }, () => [one([...keys]), draw(depth + 1)])
      return JSON.parse(JSON.stringify(Object.fromEntries(entries)))
    }
    for (let i = 0; i < 2000; i++) {
      const run = readRun(draw(0))
      expect(['string', 'undefined']).toContain(typeof run.message)
      expect(typeof run.commit).toBe('string')
      expect(typeof run.branch).toBe('string')
    }
  })
})
