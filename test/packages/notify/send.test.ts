import type { DeploymentRecord } from '@ci-actions/deployment'
import { ValidationError, type WorkflowRun } from '@ci-actions/kit'
import { buildNotification, type Details } from '../../../packages/notify/src/build-notification.ts'
import { fieldNames, fields } from '../../../packages/notify/src/fields.ts'
import type { JobRun } from '../../../packages/notify/src/matrix-job.ts'
import { shouldMention } from '../../../packages/notify/src/mentions.ts'
import { outcomes } from '../../../packages/notify/src/outcome.ts'
import { type Job, status } from '../../../packages/notify/src/status.ts'
import {
  characterCount,
  oneLine,
  paragraphs,
  truncateLines,
  truncateText,
} from '../../../packages/notify/src/truncate.ts'
import { someRecord } from '../../support/record.ts'
import { someRun } from '../../support/runner.ts'

const succeeded: Details = { status: { outcome: 'success', jobs: [] } }

function notification(details: Partial<Details> = {}, run: Partial<WorkflowRun> = {}) {
  return buildNotification({ ...succeeded, ...details }, { ...someRun, ...run })
}

function fact(name: (typeof fields)[number], run: Partial<WorkflowRun> = {}, details = {}) {
  return notification({ fields: [name], ...details }, run).facts[0]
}

describe('a notification', () => {
  test('contains the requested fields, in that order', () => {
    const { facts } = notification({ fields, environment: 'production', deployments: [someRecord] })
    expect(facts.map(({ name, text }) => [name, text])).toEqual([
      ['Repository', 'org/app'],
      ['Message', 'Add a thing'],
      ['Commit', '1a2b3c4'],
      ['Author', 'someone'],
      ['Started by', 'someone'],
      ['Event', 'push'],
      ['Branch', 'main'],
      ['Workflow', 'Deliver'],
      ['Action', 'Checks'],
      ['Job', 'deploy'],
      ['Took', '2 min 5 s'],
      ['Environment', 'production'],
    ])
    expect(notification({ fields: ['job', 'repo'] }).facts.map(({ name }) => name)).toEqual([
      'Job',
      'Repository',
    ])
  })

  test('leaves out fields without a value', () => {
    const silent = { message: undefined, actor: '', branch: '', commit: '', workflow: '' }
    const { facts, title } = notification({ fields }, silent)
    expect(facts.map(({ name }) => name)).toEqual(['Repository', 'Event', 'Job'])
    expect(title).toBe('deploy succeeded')
  })

  test('speaks of the pull request where there is one', () => {
    const pullRequest = { number: 12, title: 'Add login' }
    const run = { pullRequest, ref: 'refs/pull/12/merge', branch: 'fork-branch' }
    const url = 'https://github.com/org/app/pull/12'
    expect(fact('message', run)).toEqual({ name: 'Pull request', text: '#12 Add login', url })
    expect(fact('ref', run)).toEqual({ name: 'Branch', text: 'fork-branch', url: undefined })
    expect(notification({}, run).title).toBe('Deliver / deploy succeeded on #12')
    expect(notification({}, run).links).toContainEqual({ text: 'Pull request #12', url })
  })

  test.each([
    ['refs/heads/a/b #1', 'a/b #1', 'Branch', 'https://github.com/org/app/tree/a/b%20%231'],
    ['refs/tags/v1', 'v1', 'Tag', 'https://github.com/org/app/tree/v1'],
  ])('links %s', (ref, branch, name, url) => {
    expect(fact('ref', { ref, branch })).toEqual({ name, text: branch, url })
  })

  test('links no page for a bot, which has none', () => {
    expect(fact('author', { actor: 'dependabot[bot]' })?.url).toBeUndefined()
    expect(fact('author')?.url).toBe('https://github.com/someone')
  })

  test('shows the first line of the commit message alone', () => {
    expect(fact('message', { message: '\n  Fix it\r\n\r\nCo-authored-by: x' })?.text).toBe('Fix it')
  })

  test('says which attempt of the run it was', () => {
    expect(notification({}, { attempt: 3 }).links[0]?.text).toBe('Run 42, attempt 3')
  })

  test('keeps the title of the author, unless nothing in it can be seen', () => {
    expect(notification({ title: 'Nightly\nbuild' }).title).toBe('Nightly build')
    expect(notification({ title: '\u200B\u0007' }).title).toBe('Deliver / deploy succeeded on main')
  })

  test('lists every job of needs, failed ones first, and names only the workflow in the title', async () => {
    const needs = { build: 'success', test: 'failure', lint: 'skipped' }
    const json = Object.entries(needs).map(([name, result]) => [name, { result, outputs: {} }])
    const parsed = await status.parse(JSON.stringify(Object.fromEntries(json)))
    const { outcome, title, lists } = notification({ status: parsed })
    expect(outcome).toBe('failure')
    expect(title).toBe('Deliver failed on main')
    expect(lists[0]?.items.map(({ name, description }) => `${name} ${description}`)).toEqual([
      'test failed',
      'build succeeded',
      'lint was skipped',
    ])
  })

  test.each<[string, Partial<DeploymentRecord>, string]>([
    ['a deploy', {}, 'succeeded in production after 2 min 5 s, dep-2, before dep-1'],
    ['a first deploy', { previous: null }, 'succeeded in production after 2 min 5 s, dep-2'],
    [
      'a failed one',
      { status: 'failed', live: { ref: 'dep-1' }, reason: 'The build failed.' },
      'failed in production after 2 min 5 s, dep-2, live dep-1, The build failed.',
    ],
    [
      'a rollback',
      { kind: 'rollback', version: { ref: 'x', commit: 'abcdef0123' }, environment: undefined },
      'rollback succeeded after 2 min 5 s, abcdef0, before dep-1',
    ],
  ])('describes %s', (_, change, description) => {
    const deployments = [{ ...someRecord, ...change } as DeploymentRecord]
    const [list] = notification({ fields: ['deployments'], deployments }).lists
    expect(list?.items[0]).toMatchObject({ name: 'backend', description })
    expect(list?.items[0]?.links.map(({ text }) => text)).toEqual(['open', 'log'])
  })
})

describe('a failure', () => {
  const failed = { outcome: 'failure', jobs: [] } as const
  const of = (name: string, change: Partial<DeploymentRecord>) => ({
    ...someRecord,
    name,
    ...change,
  })

  test.each<[string, DeploymentRecord[], string]>([
    ['the one that failed', [of('api', {}), of('backend', { status: 'failed' })], 'backend failed'],
    [
      'all of them',
      [of('a', { status: 'timed-out' }), of('b', { status: 'rolled-back' })],
      'a timed out, b was rolled back',
    ],
    [
      'three, and how many more there are',
      ['a', 'b', 'c', 'd', 'e'].map((name) => of(name, { status: 'failed' })),
      'a failed, b failed, c failed, 2 more',
    ],
    [
      'what was taken back because of it',
      [of('api', { kind: 'rollback' }), of('web', { kind: 'rollback' })],
      'api, web rolled back',
    ],
    [
      'a way back that failed',
      [of('api', { kind: 'rollback', status: 'failed' })],
      'api rollback failed',
    ],
  ])('names in its headline %s', (_, deployments, trouble) => {
    const { title, text } = notification({ status: failed, deployments, fields: [] })
    expect(title).toBe(`Deliver failed on main: ${trouble}`)
    expect(text).toBeUndefined()
    const own = { title: 'To production', text: 'Look.' }
    expect(notification({ status: failed, deployments, ...own })).toMatchObject({
      title: 'To production',
      text: `${trouble}\nLook.`,
    })
  })

  test('names none where all is well', () => {
    const deployments = [of('api', { status: 'failed' })]
    expect(notification({ deployments }).title).toBe('Deliver / deploy succeeded on main')
  })
})

describe('the jobs as they ran', () => {
  const jobRun = (name: string, failedStep?: string): JobRun => {
    return {
      name,
      hasFailed: failedStep !== undefined,
      failedStep,
      url: `https://x.example/${name}`,
    }
  }
  const jobs = (...names: string[]): Job[] => names.map((name) => ({ name, result: 'failure' }))
  const describeJobs = (all: readonly Job[], jobRuns: readonly JobRun[]): string[] => {
    const status = { outcome: 'failure', jobs: all } as const
    return (notification({ status, jobRuns }).lists[0]?.items ?? []).map(
      ({ name, description, links }) =>
        `${name} ${description}${links.map(({ url }) => ` ${url}`).join('')}`,
    )
  }

  test('tell at which step a job failed, and where its log is', () => {
    const all: Job[] = [...jobs('test'), { name: 'lint', result: 'success' }]
    expect(
      describeJobs(all, [jobRun('test', 'npm test'), jobRun('lint'), jobRun('deploy', 'x')]),
    ).toEqual(['test failed at "npm test" https://x.example/test', 'lint succeeded'])
  })

  test('of a matrix are grouped, and those that failed are named', () => {
    const jobRuns = [
      jobRun('test (20, windows)', 'npm test'),
      jobRun('test (22, windows)', 'npm test'),
      jobRun('test (20, linux)'),
      jobRun('test-all', 'make'),
    ]
    expect(describeJobs(jobs('test'), jobRuns)).toEqual([
      'test 2 of 3 failed at "npm test": 20/windows, 22/windows https://x.example/test (20, windows)',
    ])
  })

  test('say each its own step where these differ, and how many more there are', () => {
    const jobRuns = Array.from({ length: 8 }, (_, index) =>
      jobRun(`test (${index})`, `step ${index}`),
    )
    expect(describeJobs(jobs('test'), jobRuns)[0]).toMatch(
      /^test 8 of 8 failed: 0 at "step 0", 1 at "step 1", 2 at "step 2", 3 at "step 3", 4 at "step 4", and 3 more /,
    )
  })

  test('are also those of a workflow that was called', () => {
    expect(
      describeJobs(jobs('build'), [jobRun('build / compile', 'make'), jobRun('build / lint')]),
    ).toEqual(['build 1 of 2 failed at "make": compile https://x.example/build / compile'])
  })

  test('under a name of their own are of the only job that has none under its own', () => {
    const jobRuns = [jobRun('Unit tests (20)', 'npm test'), jobRun('Unit tests (22)')]
    const running = { ...jobRun('notify'), isCompleted: false }
    expect(describeJobs(jobs('test'), [...jobRuns, running])).toEqual([
      'test 1 of 2 failed at "npm test": Unit tests (20) https://x.example/Unit tests (20)',
    ])
    expect(describeJobs(jobs('test'), [jobRun('Unit tests', 'npm test')])).toEqual([
      'Unit tests failed at "npm test" https://x.example/Unit tests',
    ])
  })

  test('under names of their own replace the jobs they may belong to', () => {
    const jobRuns = [jobRun('Unit tests', 'npm test'), jobRun('Linter', 'eslint')]
    expect(describeJobs(jobs('unit', 'lint'), jobRuns)).toEqual([
      'Unit tests failed at "npm test" https://x.example/Unit tests',
      'Linter failed at "eslint" https://x.example/Linter',
    ])
  })

  test('of a reusable workflow are known behind the name of its caller', () => {
    const jobRuns = [
      jobRun('ci / test (20)', 'npm test'),
      jobRun('ci / test (22)'),
      jobRun('ci / lint'),
    ]
    expect(describeJobs(jobs('test'), jobRuns)).toEqual([
      'test 1 of 2 failed at "npm test": 20 https://x.example/ci / test (20)',
    ])
  })

  test.each<[string, JobRun[]]>([
    ['not known', []],
    ['none that failed', [jobRun('test')]],
  ])('are reported as in needs when they are %s', (_, jobRuns) => {
    expect(describeJobs(jobs('test'), jobRuns)).toEqual(['test failed'])
  })

  test('are only text, and stay short', () => {
    const [words = ''] = describeJobs(jobs('test'), [
      jobRun('test', `a\nb\u202Ec${'x'.repeat(500)}`),
    ])
    expect(words).toMatch(/^test failed at "a bcx{55}…" /)
  })
})

describe('the fields of 8398a7/action-slack', () => {
  const theirs =
    'repo,message,commit,author,action,job,took,eventName,ref,workflow,workflowRun,pullRequest'

  test('are understood by their names', async () => {
    const names = await fieldNames.parse(theirs)
    expect(names).toEqual([
      ...['repo', 'message', 'commit', 'author', 'action', 'job', 'took', 'event', 'ref'],
      ...['workflow', 'pullRequest'],
    ])
    expect(await fieldNames.parse('all')).toEqual(fields)
    expect(() => fieldNames.parse('constructor')).toThrow(ValidationError)
  })

  test('show the pull request once, the checks, and how long the run took', () => {
    const run = { pullRequest: { number: 12, title: 'Add login' } }
    const { facts } = notification(
      { fields: ['message', 'pullRequest', 'action', 'took'], duration: 65_000 },
      run,
    )
    expect(facts).toEqual([
      { name: 'Pull request', text: '#12 Add login', url: 'https://github.com/org/app/pull/12' },
      {
        name: 'Action',
        text: 'Checks',
        url: `https://github.com/org/app/commit/${someRun.commit}/checks`,
      },
      { name: 'Took', text: '1 min 5 s', url: undefined },
    ])
    expect(fact('pullRequest')).toBeUndefined()
  })

  test('tell the time of the deployments where there are some', () => {
    expect(fact('took', {}, { deployments: [someRecord], duration: 1 })?.text).toBe('2 min 5 s')
  })
})

describe('the job that a headline names', () => {
  const failed = { outcome: 'failure', jobs: [] } as const
  const run = { workflow: 'Deliver', job: 'notify' }
  const jobRuns: JobRun[] = [
    { name: 'deploy', hasFailed: true, isCompleted: true, failedStep: 'push', url: undefined },
    { name: 'build', hasFailed: false, isCompleted: true, failedStep: undefined, url: undefined },
    { name: 'notify', hasFailed: false, isCompleted: false, failedStep: undefined, url: undefined },
  ]

  test.each<[string, Partial<Details>, string]>([
    [
      'the one that failed, not the one that tells it',
      { jobRuns },
      'Deliver / deploy failed on main',
    ],
    ['none, where it is not known', {}, 'Deliver failed on main'],
    ['its own, where that is known', { isOfThisJob: true }, 'Deliver / notify failed on main'],
    [
      'its own, of which a step has failed',
      {
        jobRuns: [
          {
            ...jobRuns[2],
            name: 'notify',
            hasFailed: false,
            failedStep: 'npm test',
            url: undefined,
          },
        ],
      },
      'Deliver / notify failed on main',
    ],
  ])('is %s', (_, details, title) => {
    expect(notification({ status: failed, ...details }, run).title).toBe(title)
  })

  test('stands before what a merge queue is called', () => {
    const branch = `gh-readonly-queue/main/pr-7-${'a'.repeat(40)}`
    expect(notification({}, { ...run, branch, ref: `refs/heads/${branch}` }).title).toBe(
      'Deliver / notify succeeded on the merge queue of main, #7',
    )
  })
})

describe('a rollback that had nothing to do', () => {
  const deployed: DeploymentRecord = { ...someRecord, status: 'rolled-back', reason: 'It broke.' }
  const back: DeploymentRecord = {
    ...someRecord,
    kind: 'rollback',
    status: 'unchanged',
    changed: false,
  }
  const items = (deployments: DeploymentRecord[]) =>
    notification({ fields: ['deployments'], deployments }).lists[0]?.items.length ?? 0

  test('is left out beside its deployment, whose cause is shown', () => {
    const { title, lists } = notification({
      status: { outcome: 'failure', jobs: [] },
      fields: ['deployments'],
      deployments: [deployed, back],
    })
    expect(title).toContain('was rolled back')
    expect(lists[0]?.items.map(({ description }) => description)).toEqual([
      expect.stringContaining('It broke.'),
    ])
  })

  test.each<[string, DeploymentRecord[], number]>([
    ['alone', [back], 1],
    ['of another service', [deployed, { ...back, target: { serviceId: 'other' } }], 2],
    ['of another provider', [deployed, { ...back, provider: 'ecs' }], 2],
    ['that did something', [deployed, { ...back, status: 'succeeded', changed: true }], 2],
  ])('is listed %s', (_, deployments, count) => expect(items(deployments)).toBe(count))
})

describe('the status', () => {
  test.each(outcomes.map((outcome) => [outcome]))('may be %s', async (outcome) => {
    expect(await status.parse(outcome)).toEqual({ outcome, jobs: [] })
  })

  test.each([
    [['success', 'skipped'], 'success'],
    [['skipped', 'skipped'], 'skipped'],
    [['success', 'cancelled'], 'cancelled'],
    [['cancelled', 'failure', 'success'], 'failure'],
  ])('of the jobs %j together is %s', async (results, outcome) => {
    const needs = Object.fromEntries(results.map((result, index) => [`job-${index}`, { result }]))
    expect((await status.parse(JSON.stringify(needs))).outcome).toBe(outcome)
  })

  test.each(['{}', '[]', '{"a":{}}', '{"a":{"result":"ok"}}', 'build=ok', 'a: b', 'x'.repeat(51)])(
    'cannot be %s',
    (given) => {
      expect(() => status.parse(given)).toThrow(ValidationError)
    },
  )

  test.each([
    ['Success', 'success'],
    ['FAILURE', 'failure'],
    ['timed_out', 'timed-out'],
    ['startup_failure', 'failure'],
    ['canceled', 'cancelled'],
    ['stale', 'cancelled'],
    ['neutral', 'skipped'],
    ['action_required', 'skipped'],
  ])('may be %s, as runs and other actions have it', async (given, outcome) => {
    expect(await status.parse(given)).toEqual({ outcome, jobs: [] })
  })

  test.each(['constructor', 'null', 'in_progress', 'half done', '__proto__'])(
    'may be an unknown word, with a warning: %s',
    async (given) => {
      const { outcome, jobs, warning } = await status.parse(given)
      expect([outcome, jobs]).toEqual(['unknown', []])
      expect(warning).toContain(`The status "${given}" is unknown`)
    },
  )

  test('may be lines, for jobs whose outputs are too large for an input', async () => {
    expect(await status.parse('build=success\n test-it = failure \n\nprototype=skipped')).toEqual({
      outcome: 'failure',
      jobs: [
        { name: 'build', result: 'success' },
        { name: 'test-it', result: 'failure' },
        { name: 'prototype', result: 'skipped' },
      ],
    })
  })

  test.each([
    ['failure', 'bad', ['failure', 'failed', 'timed-out', 'rolled-back']],
    ['success', 'good', ['success', 'succeeded', 'unchanged']],
    ['always', 'any', outcomes],
  ] as const)('calls on %s for what is %s', (on, _, expected) => {
    expect(new Set(outcomes.filter((one) => shouldMention(on, one)))).toEqual(new Set(expected))
  })
})

describe('truncating', () => {
  const entity = (character: string): number => (character === '&' ? 5 : 1)

  test.each([
    ['nothing', '', 3, ''],
    ['what just fits', 'abc', 3, 'abc'],
    ['what is too long', 'abcd', 3, 'ab…'],
    ['emoji as one character each', '🙂🙂🙂', 3, '🙂🙂🙂'],
    ['emoji never in half', '🙂🙂🙂🙂', 3, '🙂🙂…'],
    ['no blank before the cut', 'ab cd', 4, 'ab…'],
    ['nothing into no room', 'abc', 0, '…'],
  ])('cuts %s', (_, text, room, expected) => {
    expect(truncateText(text, room)).toBe(expected)
  })

  test.each([
    ['a&&', 11, 'a&&'],
    ['a&&', 10, 'a&…'],
    ['a&&', 7, 'a&…'],
    ['a&&', 6, 'a…'],
  ])('weighs %j in %i', (text, room, expected) => {
    expect(truncateText(text, room, entity)).toBe(expected)
  })

  test('says how many lines there is no room for', () => {
    const all = Array.from({ length: 30 }, (_, index) => `line ${index}`)
    const fitted = truncateLines(all, 60)
    expect(fitted).toBe('line 0\nline 1\nline 2\nline 3\nline 4\nline 5\n…and 24 more')
    expect(characterCount(fitted)).toBeLessThanOrEqual(60)
    expect(truncateLines(all, 1000)).toBe(all.join('\n'))
    expect(truncateLines(all, 0)).toBe('…and 30 more')
  })

  test('keeps text on its lines, and only what can be seen', () => {
    expect(oneLine(' a\r\n\u2028b\u0000\u202Ec\ud800 ')).toBe('a bc\uFFFD')
    expect(paragraphs('\n a  \r\n\r\n\r\n\r\nb\u0007\t!\r')).toBe('a\n\nb\t!')
    expect(oneLine('\u200B \u00A0')).toBe('')
  })
})
