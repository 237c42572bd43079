import { triggeringRun } from '../../../packages/notify/src/triggering-run.ts'
import { someRun } from '../../support/runner.ts'

const run = { ...someRun, event: 'workflow_run', job: 'notify', workflow: 'Notify' }

const event = {
  workflow_run: {
    id: 7,
    name: 'CI',
    head_sha: 'a'.repeat(40),
    head_branch: 'feature/x',
    event: 'push',
    run_attempt: 3,
    html_url: 'https://github.com/org/app/actions/runs/7',
    display_title: 'Add a thing',
    actor: { login: 'alice' },
    triggering_actor: { login: 'bob' },
    head_commit: { message: 'Add a thing\n\nbody', author: { name: 'Alice A' } },
  },
}

const without = (key: string) => ({
  workflow_run: Object.fromEntries(
    Object.entries(event.workflow_run).filter(([name]) => name !== key),
  ),
})

describe('The run that a workflow_run event is about', () => {
  test('is reported with its own facts', () => {
    expect(triggeringRun(event, run)).toEqual({
      ...run,
      sha: 'a'.repeat(40),
      commit: 'a'.repeat(40),
      ref: 'refs/heads/feature/x',
      branch: 'feature/x',
      event: 'push',
      actor: 'bob',
      author: { name: 'Alice A', login: undefined },
      workflow: 'CI',
      job: '',
      runId: '7',
      attempt: 3,
      url: 'https://github.com/org/app/actions/runs/7',
      pullRequest: undefined,
      message: 'Add a thing\n\nbody',
    })
  })

  test.each([
    'name',
    'head_branch',
    'event',
    'run_attempt',
    'display_title',
    'actor',
    'triggering_actor',
    'head_commit',
  ])('is reported without its %s if the event has none', (key) =>
    expect(triggeringRun(without(key), run)?.runId).toBe('7'),
  )

  test.each(['id', 'head_sha', 'html_url'])('is this run if the event lacks its %s', (key) =>
    expect(triggeringRun(without(key), run)).toBeUndefined(),
  )

  test.each([undefined, null, {}, [], { workflow_run: null }])(
    'is this run of the event %j',
    (other) => {
      expect(triggeringRun(other, run)).toBeUndefined()
    },
  )

  test('is this run in every other event', () => {
    expect(triggeringRun(event, { ...run, event: 'workflow_dispatch' })).toBeUndefined()
  })
})
