import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answered, hanging, loginPage, serverError } from '../../emulators/faults.ts'
import { startGitServer } from '../../emulators/git-server.ts'
import { type GithubGiven, type GithubServer, startGithub } from '../../emulators/github.ts'
import { listen } from '../../emulators/server.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { checkout, type Files, type Repository, repository } from '../../support/repository.ts'
import { leakedSecrets } from '../../support/secrets.ts'
import { runStep } from '../../support/step.ts'

const none = '0'.repeat(40)
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

async function github(given: Partial<GithubGiven> = {}): Promise<GithubServer> {
  const reads = { login: 'github-actions[bot]', pullRequests: 'read', contents: 'read' } as const
  const server = await startGithub({ tokens: { reads }, ...given })
  open.push(server)
  return server
}

/** What the runner tells of an event, beside its payload. */
interface Event {
  readonly name: string
  readonly ref: string
  readonly sha: string
  readonly payload?: object
}

interface Asked {
  readonly inputs?: Readonly<Record<string, string>>
  readonly server?: GithubServer
  readonly env?: Start['env']
  readonly watch?: Start['watch']
}

const everything =
  'all: "**"\nadded: { added: "**" }\nmodified: { modified: "**" }\ndeleted: { deleted: "**" }'

function find(workspace: string, event: Event, asked: Asked = {}): Promise<Step> {
  const { inputs = {}, server, env = {}, watch } = asked
  return runStep('changed-paths', {
    workspace,
    inputs: { filters: everything, 'github-token': server ? 'reads' : '', ...inputs },
    env: {
      GITHUB_EVENT_NAME: event.name,
      GITHUB_REF: event.ref,
      GITHUB_SHA: event.sha,
      ...(server && { GITHUB_API_URL: server.url }),
      ...env,
    },
    event: { repository: { default_branch: 'main' }, ...event.payload },
    ...(watch && { watch }),
  })
}

const filesOf = (step: Step, filter: string): string[] =>
  JSON.parse(step.outputs[`${filter}-files`] ?? 'null')

/** The changes that a step tells, as `A path`, in the order of git. */
function told(step: Step): string[] {
  const kinds = ['added', 'modified', 'deleted'] as const
  const all = kinds.flatMap((kind) =>
    filesOf(step, kind).map((path) => [path, kind.charAt(0).toUpperCase()] as const),
  )
  const letters = new Map(all)
  return filesOf(step, 'all').map((path) => `${letters.get(path)} ${path}`)
}

/** The same as git tells it, in a clone that has everything. */
function known(it: Repository, from: string, to: string): string[] {
  const out = it.git('diff', '--no-renames', '--name-status', '-z', from, to)
  const fields = out.split('\0')
  return fields.flatMap((path, i) =>
    i % 2 === 1 ? [`${fields[i - 1]?.replace('T', 'M')} ${path}`] : [],
  )
}

const commands = (step: Step, name: string): string[] =>
  step.commands.filter((command) => command.name === name).map(({ message }) => message)

/**
 * main: first (tag v1), second, third. feature: left at second, two commits; `merge` is what GitHub
 * tests. rewritten: second again, in other words. orphan: of no kin.
 * It is made once: it is cloned and asked, never changed.
 */
function history(): History {
  made ??= makeHistory()
  return made
}

let made: History | undefined
type History = ReturnType<typeof makeHistory>

function makeHistory() {
  const it = repository()
  const first = it.commit({ 'a.txt': 'a\n', 'docs/x.md': 'x\n', 'src/old.ts': 'old\n' })
  it.git('tag', 'v1')
  const second = it.commit({ 'src/b.ts': 'b\n' })
  it.git('checkout', '--quiet', '-b', 'feature')
  const begun = it.commit({ 'docs/x.md': 'changed\n', 'docs/y.md': 'y\n' })
  const feature = it.commit({
    'src/old.ts': undefined,
    'src/new.ts': 'old\n',
    'docs/y.md': undefined,
  })
  it.git('checkout', '--quiet', 'main')
  const third = it.commit({ 'a.txt': 'meanwhile\n' })
  it.git('checkout', '--quiet', '--detach', 'main')
  it.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature')
  const merge = it.git('rev-parse', 'HEAD')
  it.git('update-ref', 'refs/pull/7/merge', merge)
  it.git('checkout', '--quiet', '-b', 'rewritten', first)
  const rewritten = it.commit({ 'src/b.ts': 'other\n', 'c.txt': 'c\n' })
  it.git('checkout', '--quiet', '--orphan', 'orphan')
  const orphan = it.commit({ 'only.txt': 'o\n' })
  it.git('checkout', '--quiet', 'main')
  return { it, first, second, third, begun, feature, merge, rewritten, orphan }
}

const pullOf = ({ third, feature }: Pick<History, 'third' | 'feature'>) => ({
  pull_request: {
    number: 7,
    title: 'A change',
    changed_files: 3,
    base: { ref: 'main', sha: third },
    head: { ref: 'feature', sha: feature },
  },
})

const pushed = (branch: string, before: string, sha: string): Event => ({
  name: 'push',
  ref: `refs/heads/${branch}`,
  sha,
  payload: { before, after: sha, ref: `refs/heads/${branch}` },
})

/** Each event: what the runner tells, what is checked out, and the two states that are compared. */
const events: [
  string,
  (h: History) => { event: Event; at?: string; base?: string; from: string; to: string },
][] = [
  [
    'a pull request, its merge commit checked out',
    (h) => ({
      event: { name: 'pull_request', ref: 'refs/pull/7/merge', sha: h.merge, payload: pullOf(h) },
      from: h.third,
      to: h.merge,
    }),
  ],
  [
    'a pull request, its head checked out',
    (h) => ({
      event: { name: 'pull_request', ref: 'refs/pull/7/merge', sha: h.merge, payload: pullOf(h) },
      at: h.feature,
      from: h.second,
      to: h.feature,
    }),
  ],
  [
    'a pull request, its base checked out',
    (h) => ({
      event: {
        name: 'pull_request_target',
        ref: 'refs/heads/main',
        sha: h.third,
        payload: pullOf(h),
      },
      from: h.second,
      to: h.feature,
    }),
  ],
  [
    'a pull request, whatever "base" says',
    (h) => ({
      event: { name: 'pull_request', ref: 'refs/pull/7/merge', sha: h.merge, payload: pullOf(h) },
      base: 'v1',
      from: h.third,
      to: h.merge,
    }),
  ],
  [
    'a merge group',
    (h) => ({
      event: {
        name: 'merge_group',
        ref: `refs/heads/gh-readonly-queue/main/pr-7-${h.third}`,
        sha: h.merge,
        payload: { merge_group: { base_sha: h.third, head_sha: h.merge, head_ref: 'x' } },
      },
      from: h.third,
      to: h.merge,
    }),
  ],
  [
    'a push to main',
    (h) => ({ event: pushed('main', h.second, h.third), from: h.second, to: h.third }),
  ],
  [
    'a push of several commits to main',
    (h) => ({ event: pushed('main', h.first, h.third), from: h.first, to: h.third }),
  ],
  [
    'a forced push to main',
    (h) => ({ event: pushed('main', h.rewritten, h.third), from: h.rewritten, to: h.third }),
  ],
  [
    'a push to another branch: all it has that main has not',
    (h) => ({ event: pushed('feature', h.begun, h.feature), from: h.second, to: h.feature }),
  ],
  [
    'a forced push to another branch',
    (h) => ({ event: pushed('feature', h.orphan, h.feature), from: h.second, to: h.feature }),
  ],
  [
    'a new branch',
    (h) => ({ event: pushed('feature', none, h.feature), from: h.second, to: h.feature }),
  ],
  [
    'a new branch without a common ancestor: all is new',
    (h) => ({ event: pushed('orphan', none, h.orphan), from: emptyTree, to: h.orphan }),
  ],
  [
    'the first push of main: all is new',
    (h) => ({ event: pushed('main', none, h.third), from: emptyTree, to: h.third }),
  ],
  [
    'a tag that was moved',
    (h) => ({
      event: { ...pushed('', h.first, h.third), ref: 'refs/tags/v1' },
      from: h.first,
      to: h.third,
    }),
  ],
  [
    'a tag, compared with a branch',
    (h) => ({
      event: { ...pushed('', none, h.third), ref: 'refs/tags/v2' },
      base: 'rewritten',
      from: h.first,
      to: h.third,
    }),
  ],
  [
    'a schedule: there is nothing to compare with, so all counts as new',
    (h) => ({
      event: { name: 'schedule', ref: 'refs/heads/main', sha: h.third },
      from: emptyTree,
      to: h.third,
    }),
  ],
  [
    'a schedule, compared with a tag',
    (h) => ({
      event: { name: 'schedule', ref: 'refs/heads/main', sha: h.third },
      base: 'v1',
      from: h.first,
      to: h.third,
    }),
  ],
  [
    'a run by hand on another branch',
    (h) => ({
      event: { name: 'workflow_dispatch', ref: 'refs/heads/feature', sha: h.feature },
      from: h.second,
      to: h.feature,
    }),
  ],
  [
    'a push to a branch that follows main, which has it already: since the push before',
    (h) => ({ event: pushed('production', h.second, h.third), from: h.second, to: h.third }),
  ],
  [
    'a forced push of an older commit of main to a branch that follows it',
    (h) => ({ event: pushed('production', h.third, h.second), from: h.third, to: h.second }),
  ],
  [
    'a new branch of a commit of main: nothing',
    (h) => ({ event: pushed('release/1', none, h.third), from: h.third, to: h.third }),
  ],
  [
    'a new branch, compared with what was there before it, which is nothing: as without',
    (h) => ({
      event: pushed('feature', none, h.feature),
      base: none,
      from: h.second,
      to: h.feature,
    }),
  ],
  [
    'a push to a branch that follows another, compared with that: nothing',
    (h) => ({
      event: pushed('production', h.second, h.third),
      base: 'main',
      from: h.third,
      to: h.third,
    }),
  ],
  [
    'a deployment of a commit of main, which has no ref: all counts as new',
    (h) => ({
      event: { name: 'deployment_status', ref: '', sha: h.third },
      from: emptyTree,
      to: h.third,
    }),
  ],
  [
    'a deployment of a commit of another branch',
    (h) => ({
      event: { name: 'deployment', ref: '', sha: h.feature },
      from: h.second,
      to: h.feature,
    }),
  ],
  [
    'a run by hand on a branch that main has already: all counts as new',
    (h) => ({
      event: { name: 'workflow_dispatch', ref: 'refs/heads/production', sha: h.second },
      from: emptyTree,
      to: h.second,
    }),
  ],
  [
    'a push, compared with a commit',
    (h) => ({
      event: pushed('main', h.second, h.third),
      base: h.first,
      from: h.first,
      to: h.third,
    }),
  ],
  [
    'a push, compared with another branch',
    (h) => ({
      event: pushed('main', h.second, h.third),
      base: 'refs/heads/rewritten',
      from: h.first,
      to: h.third,
    }),
  ],
]

/** What actions/checkout fetches. */
const clones: [string, (h: History, at: string) => Repository][] = [
  // Nothing is fetched into it, so one serves all.
  ['with all history', (h, at) => fullAt.get(at) ?? full(h.it, at)],
  ['of one commit', (h, at) => checkout(h.it, at, '--depth=1')],
  ['of one commit, blobless', (h, at) => checkout(h.it, at, '--depth=1', '--filter=blob:none')],
]

const fullAt = new Map<string, Repository>()

function full(of: Repository, at: string): Repository {
  const it = checkout(of, at)
  fullAt.set(at, it)
  it.git('fetch', '--quiet', '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*')
  return it
}

describe.each(clones)('In a checkout %s', (_, cloned) => {
  const past = history()

  test.each(events)('%s: as git diff --name-status', async (_, described) => {
    const { event, at = event.sha, base, from, to } = described(past)
    const server = await github()
    const inputs = base === undefined ? {} : { base }
    const step = await find(cloned(past, at).folder, event, { server, inputs })
    expect(step).toMatchObject({ code: 0, error: '', stderr: '' })
    expect(told(step)).toEqual(known(past.it, from, to))
    expect(step.outputs).toMatchObject({ any: String(from !== to), truncated: 'false' })
    expect(server.requests).toEqual([])
  })
})

describe('A tag', () => {
  const event = (sha: string): Event => ({ ...pushed('', none, sha), ref: 'refs/tags/v2' })

  test('is compared with the tag before, where the checkout has it', async () => {
    const { it, first, third } = history()
    expect(told(await find(full(it, third).folder, event(third)))).toEqual(known(it, first, third))
  })

  test('is all new, where it has not', async () => {
    const { it, third } = history()
    const { folder } = checkout(it, third, '--depth=1')
    expect(told(await find(folder, event(third)))).toEqual(known(it, emptyTree, third))
  })
})

describe('A shallow checkout', () => {
  /** Adds commits to main; yields the last one. */
  function grow(it: Repository, count: number): string {
    const [one] = newCommit
    return it.import(...newCommit, ...Array.from({ length: count - 1 }, () => one))
  }
  /** A main of over 400 commits, and a branch that left it 100 commits ago. */
  function long() {
    const it = repository()
    it.commit({ 'a.txt': 'a\n' })
    grow(it, 300)
    it.git('checkout', '--quiet', '-b', 'late', 'main')
    const feature = it.commit({ 'late.txt': 'x\n' })
    return { it, third: grow(it, 100), feature }
  }
  const count = (it: Repository, kind: string): number =>
    it
      .git('cat-file', '--batch-all-objects', '--batch-check=%(objecttype)')
      .split('\n')
      .filter((one) => one === kind).length

  test.each([[['--depth=1']], [['--depth=1', '--filter=blob:none']]])(
    'gets one commit more, and no contents, for the merge commit of a pull request: %j',
    async (options) => {
      const past = history()
      const clone = checkout(past.it, past.merge, ...options)
      const blobs = count(clone, 'blob')
      const event = { name: 'pull_request', ref: 'refs/pull/7/merge', sha: past.merge }
      const step = await find(clone.folder, { ...event, payload: pullOf(past) })
      expect(told(step)).toEqual(known(past.it, past.third, past.merge))
      expect([count(clone, 'commit'), count(clone, 'blob')]).toEqual([2, blobs])
    },
  )

  test('is deepened as far as the common ancestor asks for, and no further', async () => {
    const past = long()
    const clone = checkout(past.it, past.third, '--depth=1')
    const event = { name: 'pull_request_target', ref: 'refs/heads/main', sha: past.third }
    const step = await find(clone.folder, { ...event, payload: pullOf(past) })
    expect(told(step)).toEqual(['A late.txt'])
    expect(count(clone, 'commit')).toBeGreaterThan(100)
    expect(count(clone, 'commit')).toBeLessThan(390)
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('true')
  })

  test('does not take an older common ancestor for the best one', async () => {
    // From main the old one is near, by a side branch that was merged; the best one is far.
    const it = repository()
    const old = it.commit({ 'old.txt': 'x\n' })
    it.commit({ 'best.txt': 'x\n' })
    it.git('checkout', '--quiet', '-b', 'feature')
    const feature = it.commit({ 'feature.txt': 'x\n' })
    it.git('checkout', '--quiet', '-b', 'side', old)
    it.commit({ 'side.txt': 'x\n' })
    grow(it, 80)
    it.git('checkout', '--quiet', 'main')
    it.git('merge', '--quiet', '--no-ff', '--message', 'side', 'side')
    const third = it.git('rev-parse', 'HEAD')
    const clone = checkout(it, third, '--depth=1')
    const event = { name: 'pull_request_target', ref: 'refs/heads/main', sha: third }
    const step = await find(clone.folder, { ...event, payload: pullOf({ third, feature }) })
    expect(told(step)).toEqual(['A feature.txt'])
  })

  test('of a private repository, without credentials, is fetched into with the token', async () => {
    const past = history()
    const token = 'ghs_PrivateToken0123456789'
    const server = await startGitServer(past.it.folder, token)
    open.push(server)
    const clone = checkout(past.it, past.merge, '--depth=1')
    clone.git('remote', 'set-url', 'origin', server.remote)
    const temporary = mkdtempSync(join(tmpdir(), 'runner-'))
    const event = { name: 'pull_request', ref: 'refs/pull/7/merge', sha: past.merge }
    const step = await find(
      clone.folder,
      { ...event, payload: pullOf(past) },
      {
        inputs: { 'github-token': token },
        env: {
          GITHUB_SERVER_URL: server.url,
          GITHUB_API_URL: 'http://127.0.0.1:9',
          RUNNER_TEMP: temporary,
        },
      },
    )
    expect(step).toMatchObject({ code: 0, error: '' })
    expect(told(step)).toEqual(known(past.it, past.third, past.merge))
    expect(readdirSync(temporary)).toEqual([])
    expect(clone.git('config', '--list')).not.toContain('authorization')
    expect(
      leakedSecrets(step, [token, Buffer.from(`x-access-token:${token}`).toString('base64')]),
    ).toEqual([])
  })

  test('of another repository is no use, and what the API says is taken', async () => {
    const past = history()
    const other = repository()
    other.commit({ x: 'x' })
    const files = [{ filename: 'a.ts', additions: 1 }]
    const server = await github({ files })
    const event = { name: 'pull_request', ref: 'refs/pull/7/merge', sha: past.merge }
    const pull = { pull_request: { ...pullOf(past).pull_request, changed_files: 1 } }
    const step = await find(other.folder, { ...event, payload: pull }, { server })
    expect(step).toMatchObject({ code: 0 })
    expect(told(step)).toEqual(['M a.ts'])
    expect(commands(step, 'notice').join()).toMatch(
      /^Git could not list the changes: it says "'origin'/,
    )
  })
})

/** A commit on top of main, for git fast-import. */
const newCommit = [
  'commit refs/heads/main\ncommitter x <x@example.com> 0 +0000\ndata 1\nx',
  'from refs/heads/main^0',
] as const

/** A repository with one commit before and one after, as a push to main. */
function push(before: Files, after: Files) {
  const it = repository()
  const from = it.commit(before)
  const to = it.commit(after)
  return { it, from, to, event: pushed('main', from, to) }
}

describe('What changed', () => {
  const names = [
    'with blanks.txt',
    ' blanks around ',
    `quotes"and'.txt`,
    'two\nlines.txt',
    'carriage\rreturn',
    'tab\t.txt',
    'dir\\windows\\style.txt',
    'ünïcode/日本語/🎉.txt',
    'e\u0301.txt',
    '-dash',
    '--output=x',
    '::error::told',
    '##[add-path]evil',
    '::set-output name=all::false',
    'a%0A::warning::x',
    '@org/team.md',
    '#1 closes #2.md',
    '</details><img src=x>.md',
    '| a | b |.md',
    '`code`.md',
    '<!-- ci-actions: x -->',
    '\u202Egpj.exe',
    'END',
    '{a,b}.txt',
    '[a].txt',
    '*.txt',
    '__proto__',
    'x'.repeat(250),
  ]
  const files = Object.fromEntries(names.map((name) => [name, 'x\n']))

  test('is named as it is, whatever is in the names, and told without harm', async () => {
    const { it, from, to, event } = push({ 'a.txt': 'a\n' }, files)
    const step = await find(it.folder, event)
    expect(step).toMatchObject({ code: 0, commands: [], stderr: '' })
    expect(filesOf(step, 'all').toSorted()).toEqual(names.toSorted())
    expect(told(step)).toEqual(known(it, from, to))
    const rows = step.summary.split('\n').filter((line) => line.startsWith('|'))
    expect(rows).toHaveLength(2 + 4)
    expect(step.summary).not.toMatch(/<img|@org|(?<!&)#1|<\/details>|<!--/)
  })

  test('is found by its own name', async () => {
    const hidden = (name: string): string => name.replace(/[\\*?[{}!#]|^ | $/g, '\\$&')
    const filters = Object.fromEntries(names.map((name, i) => [`n${i}`, `/${hidden(name)}`]))
    const { it, event } = push({ 'a.txt': 'a\n' }, files)
    const step = await find(it.folder, event, { inputs: { filters: JSON.stringify(filters) } })
    expect(names.map((_, i) => filesOf(step, `n${i}`))).toEqual(names.map((name) => [name]))
  })

  test('has both names of a renamed file', async () => {
    const text = 'line\n'.repeat(100)
    const { it, event } = push({ 'old/a.ts': text }, { 'old/a.ts': undefined, 'new/a.ts': text })
    const filters = 'old: old/**\nnew: new/**\nboth: [old/**, new/**]'
    const step = await find(it.folder, event, { inputs: { filters, only: 'new\nboth' } })
    expect(step.outputs).toMatchObject({ old: 'true', new: 'true', 'only-new': 'false' })
    expect(step.outputs['only-both']).toBe('true')
    expect(filesOf(step, 'both')).toEqual(['new/a.ts', 'old/a.ts'])
  })

  test('has submodules, modes and types', async () => {
    const it = repository()
    const from = it.commit({ 'run.sh': 'x\n', link: 'a\n', sub: 'x\n' })
    chmodSync(join(it.folder, 'run.sh'), 0o755)
    it.git('add', '--all')
    it.git('update-index', '--cacheinfo', `160000,${from},sub`)
    it.git('update-index', '--add', '--cacheinfo', `160000,${from},other`)
    it.git('update-index', '--cacheinfo', `120000,${it.git('rev-parse', 'HEAD:link')},link`)
    writeFileSync(join(it.folder, '.gitmodules'), '[submodule "sub"]\npath = sub\nignore = all\n')
    it.git('add', '.gitmodules')
    it.git('commit', '--quiet', '--message', 'x')
    const middle = it.git('rev-parse', 'HEAD')
    it.git('update-index', '--cacheinfo', `160000,${middle},sub`)
    it.git('commit', '--quiet', '--message', 'x')
    const to = it.git('rev-parse', 'HEAD')
    const step = await find(it.folder, pushed('main', from, middle))
    expect(told(step)).toEqual(['A .gitmodules', 'M link', 'A other', 'M run.sh', 'M sub'])
    expect(told(await find(it.folder, pushed('main', middle, to)))).toEqual(['M sub'])
  })

  test('is found in 10,000 files, and told whole', async () => {
    const it = repository()
    const from = it.commit({ 'a.txt': 'a\n' })
    const files = Array.from({ length: 10_000 }, (_, i) => `src/d${i % 100}/file${i}.ts`)
    const to = it.import(
      ...newCommit,
      ...files.map((path, i) => `M 644 inline ${path}\ndata ${`${i}`.length}\n${i}`),
    )
    const step = await find(it.folder, pushed('main', from, to))
    expect(told(step)).toEqual(known(it, from, to))
    expect(filesOf(step, 'all')).toHaveLength(10_000)
    expect(step.summary).toContain('and 9995 more')
    expect(commands(step, 'notice').join()).toMatch(
      /^The lists of files have \d{6} bytes\. An input or variable .* 128 KiB/,
    )
    expect(step.took).toBeLessThan(10_000)
  })

  test('is nothing when nothing did', async () => {
    const { it, event } = push({ 'a.txt': 'a\n' }, {})
    const step = await find(it.folder, event, { inputs: { only: 'all' } })
    expect(step.outputs).toMatchObject({
      all: 'false',
      'all-files': '[]',
      'only-all': 'false',
      changes: '[]',
      any: 'false',
      matrix: '{"filter":[]}',
      truncated: 'false',
    })
  })

  test('is what git says whatever the checkout is configured to', async () => {
    const { it, from, to, event } = push({ 'a/b.txt': 'a\n' }, { 'a/b.txt': 'b\n', 'ü.txt': 'x\n' })
    const marker = join(it.folder, '.git/marker')
    writeFileSync(join(it.folder, '.git/monitor'), `#!/bin/sh\ntouch '${marker}'\n`, {
      mode: 0o755,
    })
    for (const [name, value] of [
      ['core.quotePath', 'true'],
      ['core.fsmonitor', '.git/monitor'],
      ['core.pager', '.git/monitor'],
      ['diff.external', '.git/monitor'],
      ['diff.relative', 'true'],
      ['diff.noprefix', 'true'],
      ['diff.renames', 'copies'],
      ['diff.orderFile', '.git/none'],
      ['color.ui', 'always'],
    ] as const) {
      if (name !== 'diff.orderFile') it.git('config', name, value)
    }
    const step = await find(it.folder, event)
    expect(told(step)).toEqual(known(it, from, to))
    expect(existsSync(marker)).toBe(false)
  })

  const asRoot = process.getuid?.() === 0 ? test : test.skip
  asRoot('is found in a checkout that belongs to somebody else, as in a container', async () => {
    const { it, from, to, event } = push({ 'a.txt': 'a\n' }, { 'a.txt': 'b\n' })
    const expected = known(it, from, to)
    for (const path of [it.folder, join(it.folder, '.git')]) chownSync(path, 1234, 1234)
    expect(told(await find(it.folder, event))).toEqual(expected)
  })
})

describe('Filters', () => {
  const before = { 'src/a.ts': 'a\n', 'docs/x.md': 'x\n', 'gone.md': 'x\n' }
  const after = {
    'src/a.ts': 'b\n',
    'src/docs/y.md': 'y\n',
    'docs/x.md': 'y\n',
    'gone.md': undefined,
  }
  const changed = push(before, after)

  test.each<[string, string, string[]]>([
    ['one pattern', 'f: docs/**', ['docs/x.md']],
    ['a list', 'f:\n  - src/*.ts\n  - /docs', ['docs/x.md', 'src/a.ts']],
    ['all but something', 'f: ["**", "!*.md"]', ['src/a.ts']],
    ['all but a folder', 'f: ["**", "!docs/**"]', ['gone.md', 'src/a.ts', 'src/docs/y.md']],
    ['what is put in again', 'f: [src, "!*.md", "src/docs/y*"]', ['src/a.ts', 'src/docs/y.md']],
    ['braces', 'f: "{src,docs}/*.{ts,md}"', ['docs/x.md', 'src/a.ts']],
    ['a kind of change', 'f: { added: "**" }', ['src/docs/y.md']],
    ['kinds of change', 'f: [{ "added|deleted": "**" }]', ['gone.md', 'src/docs/y.md']],
    ['a list for a kind', 'f: [{ modified: [src/**, docs/**] }]', ['docs/x.md', 'src/a.ts']],
    ['kinds side by side', 'f: [{ added: "**" }, { deleted: "**" }]', ['gone.md', 'src/docs/y.md']],
    ['taken out for a kind', 'f: ["**", { modified: "!**" }]', ['gone.md', 'src/docs/y.md']],
    ['a shared list', 's: &s [docs/**]\nf: [*s, gone.md]', ['docs/x.md', 'gone.md']],
    ['nothing', 'f: other/**', []],
    ['JSON', '{"f":["docs/**"]}', ['docs/x.md']],
  ])('of %s', async (_, filters, expected) => {
    const { it, event } = changed
    const step = await find(it.folder, event, { inputs: { filters } })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect([filesOf(step, 'f'), step.outputs.f]).toEqual([expected, `${expected.length > 0}`])
  })

  describe('of a folder find the folder itself', () => {
    const it = repository()
    const from = it.commit({ 'vendor/x.txt': 'x\n' })
    const blob = it.git('rev-parse', 'HEAD:vendor/x.txt')
    it.git('update-index', '--add', '--cacheinfo', `160000,${from},vendor/lib`)
    it.git('update-index', '--add', '--cacheinfo', `120000,${blob},current`)
    it.git('commit', '--quiet', '--message', 'x')
    const event = pushed('main', from, it.git('rev-parse', 'HEAD'))

    test.each<[string, string[]]>([
      ['vendor/lib/**', ['vendor/lib']],
      ['vendor/lib/', ['vendor/lib']],
      ['vendor/lib', ['vendor/lib']],
      ['vendor/', ['vendor/lib']],
      ['lib/', ['vendor/lib']],
      ['current/**', ['current']],
      ['["**", "!vendor/lib/**"]', ['current']],
      ['["**", "!current/**"]', ['vendor/lib']],
      ['vendor/lib/**/*.c', []],
      ['added: vendor/lib/**', ['vendor/lib']],
      ['deleted: vendor/lib/**', []],
    ])('%s', async (pattern, expected) => {
      const filters = /^\w+: /.test(pattern) ? `f: { ${pattern} }` : `f: ${pattern}`
      const step = await find(it.folder, event, { inputs: { filters } })
      expect([step.code, filesOf(step, 'f')]).toEqual([0, expected])
    })
  })

  test('may stand in a file of the checkout', async () => {
    const filters = 'docs: docs/**\ncode: ["**", "!docs/**"]\n'
    const { it, event } = push(
      { ...before, '.github/filters.yml': filters },
      { 'docs/x.md': 'z\n' },
    )
    const step = await find(it.folder, event, { inputs: { filters: '.github/filters.yml' } })
    expect(step.outputs).toMatchObject({ docs: 'true', code: 'false', changes: '["docs"]' })
  })

  test('tell which of them alone have changed', async () => {
    const filters = 'docs: "*.md"\nsrc: src/**\nall: "**"'
    const { it, event } = push(before, { 'docs/x.md': 'z\n', 'src/n.md': 'n\n' })
    const step = await find(it.folder, event, { inputs: { filters, only: '# those\ndocs\nsrc' } })
    expect(step.outputs).toEqual({
      docs: 'true',
      'docs-files': '["docs/x.md","src/n.md"]',
      'only-docs': 'true',
      src: 'true',
      'src-files': '["src/n.md"]',
      'only-src': 'false',
      all: 'true',
      'all-files': '["docs/x.md","src/n.md"]',
      changes: '["docs","src","all"]',
      any: 'true',
      matrix: '{"filter":["docs","src","all"]}',
      truncated: 'false',
    })
  })

  test('look into the folder where the checkout is', async () => {
    const { it, event } = push(before, after)
    const outer = repository().folder
    renameSync(it.folder, join(outer, 'app'))
    const step = await find(outer, event, { inputs: { 'working-directory': 'app' } })
    expect(told(step)).toEqual(['M docs/x.md', 'D gone.md', 'M src/a.ts', 'A src/docs/y.md'])
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['no filters', { filters: '' }, /^Input "filters" is required/],
    ['a list', { filters: '- a: b' }, /must be YAML that maps names to patterns/],
    ['no YAML', { filters: 'a: [b' }, /it is not valid YAML/],
    ['a name twice', { filters: 'a: b\na: c' }, /it is not valid YAML: Map keys must be unique/],
    ['an empty map', { filters: '{}' }, /must be YAML that maps names/],
    ['an empty filter', { filters: 'docs:' }, /a pattern must be text\. Got "docs: null"/],
    ['an empty list', { filters: 'docs: []' }, /a pattern must be text\. Got "docs: \[\]"/],
    ['a number', { filters: 'docs: [1]' }, /a pattern must be text\. Got "docs: 1"/],
    [
      'a name with blanks',
      { filters: 'my docs: a' },
      /letters, digits, "-" and "_"\. Got "my docs"/,
    ],
    [
      'a hostile name',
      { filters: '"x\\n::error::y": a' },
      /letters, digits, .* Got "x ::error::y"/,
    ],
    [
      'a kind of change that is none',
      { filters: 'a: { renamed: b }' },
      /added, modified, deleted .* Got "renamed"/,
    ],
    ['a kind in a kind', { filters: 'a: { added: { deleted: b } }' }, /a pattern must be text/],
    [
      'only what is taken out',
      { filters: 'a: "!docs/**"' },
      /cannot start with "!"\. .* such as "\*\*"\. Got "a: !docs\/\*\*"/,
    ],
    ['a comment', { filters: 'a: "# b"' }, /cannot be empty or a comment\. Got "# b"/],
    ['an empty pattern', { filters: 'a: ""' }, /cannot be empty or a comment/],
    ['Windows separators', { filters: 'a: src\\app\\**' }, /separate names with "\/"/],
    [
      'extended globs',
      { filters: 'a: "*.+(js|ts)"' },
      /"\?\(…\)".* are not supported\. Write alternatives/,
    ],
    ['a range', { filters: 'a: "file{1..3}"' }, /Write \{1,2,3\}\. Got "file\{1\.\.3\}"/],
    ['too many braces', { filters: `a: "${'{a,b}'.repeat(30)}"` }, /at most 100 patterns/],
    ['an open class', { filters: 'a: "[b"' }, /a "\[" has no matching "\]"\. Got "\[b"\./],
    ['a dot at the begin', { filters: 'a: ./b' }, /cannot start with "\.\/"/],
    ['an output twice', { filters: 'any: a' }, /would set the output "any"/],
    [
      'an output twice, in capitals',
      { filters: 'docs: a\nDocs: b' },
      /would set the output "Docs"/,
    ],
    ['files twice', { filters: 'a: a\na-files: b' }, /would set the output "a-files"/],
    [
      'only what is no filter',
      { filters: 'a: b', only: 'docs' },
      /"only" contains "docs", which is not a filter\. The filters are a\./,
    ],
    [
      'a file that is not there',
      { filters: 'none.yml' },
      /names the file "none.yml", which does not exist. Does actions\/checkout run before/,
    ],
    [
      'a pattern without a name',
      { filters: '**/*.ts' },
      /^Input "filters" must be YAML .*, not "\*\*\/\*\.ts": write "name: '\*\*\/\*\.ts'"\.$/,
    ],
    [
      'several names on one line',
      { filters: 'a: b', only: 'docs, api' },
      /"only": filter names consist of .* Put each item on its own line \("docs", then "api"\)\. Got/,
    ],
    [
      'a file without filters',
      { filters: 'src/a.ts' },
      /^The file "src\/a.ts" of input "filters" must be YAML that maps/,
    ],
    [
      'a base that is an option',
      { base: '--upload-pack=x' },
      /Input "base" must be a branch or tag name/,
    ],
    [
      'a base that is several',
      { base: 'a:refs/heads/b' },
      /Input "base" must be a branch or tag name/,
    ],
    ['a base that is a range', { base: 'a..b' }, /Input "base" must be a branch or tag name/],
    ['a timeout that is none', { timeout: 'soon' }, /Input "timeout" must be a duration/],
    ['a timeout of 0', { timeout: '0' }, /Input "timeout" must be a duration longer than 0/],
  ])('and other inputs that are wrong: %s', async (_, inputs, error) => {
    const { it, event } = changed
    const step = await find(it.folder, event, { inputs })
    expect([step.code, step.commands.length]).toEqual([1, 1])
    expect(step.error).toMatch(error)
  })
})

describe('Without a checkout', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'empty-'))
  const sha = 'a'.repeat(40)
  const before = 'b'.repeat(40)
  const pull = (changed_files?: number): Event => ({
    name: 'pull_request',
    ref: 'refs/pull/7/merge',
    sha,
    payload: {
      pull_request: {
        number: 7,
        title: 'x',
        changed_files,
        base: { ref: 'main', sha: before },
        head: { ref: 'feature', sha },
      },
    },
  })
  const some = [
    { filename: 'a.ts', status: 'added', additions: 1 },
    { filename: 'b.ts', status: 'modified', additions: 1 },
    { filename: 'c.ts', status: 'removed', additions: 0 },
    { filename: 'new.ts', previous_filename: 'old.ts', status: 'renamed', additions: 0 },
  ] as const
  const listed = ['A a.ts', 'M b.ts', 'D c.ts', 'D old.ts', 'A new.ts']
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ filename: `f${i}.ts`, additions: 1 }))

  test('the API lists what a pull request changes, in one request', async () => {
    const server = await github({ files: some })
    const step = await find(folder(), pull(4), { server })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect([told(step), server.requests.length]).toEqual([listed, 1])
  })

  test('all pages are read', async () => {
    const server = await github({ files: many(250) })
    const step = await find(folder(), pull(250), { server })
    expect([filesOf(step, 'all').length, server.requests.length]).toEqual([250, 3])
    expect(step.outputs.truncated).toBe('false')
  })

  test.each<[string, Event, Partial<GithubGiven>, string[]]>([
    [
      'a push',
      pushed('main', before, sha),
      { comparisons: { [`${before}...${sha}`]: some } },
      listed,
    ],
    [
      'a new branch',
      pushed('feature', none, sha),
      { comparisons: { [`main...${sha}`]: some } },
      listed,
    ],
    [
      'a merge group',
      {
        name: 'merge_group',
        ref: 'refs/heads/gh-readonly-queue/main/x',
        sha,
        payload: { merge_group: { base_sha: before, head_sha: sha } },
      },
      { comparisons: { [`${before}...${sha}`]: some } },
      listed,
    ],
  ])('the API compares the commits of %s', async (_, event, given, expected) => {
    const server = await github(given)
    const step = await find(folder(), event, { server })
    expect(step).toMatchObject({ code: 0, error: '' })
    expect([told(step), server.requests.length]).toEqual([expected, 1])
  })

  const listedAs = (status: string, files: readonly object[] = []) => ({
    fault: answered(200, JSON.stringify({ status, files }), { 'content-type': 'application/json' }),
  })
  test.each<[string, Event, string, RegExp, boolean]>([
    [
      'a push to a branch that follows main, which has it already: since the push before',
      pushed('production', before, sha),
      'behind',
      /"main" already has aaaaaaa\. Changes from bbbbbbb to aaaaaaa\./,
      false,
    ],
    [
      'a deployment of a commit of main, which has no ref: all counts as changed',
      { name: 'deployment_status', ref: '', sha },
      'identical',
      /"main" already has aaaaaaa\. All files count as added/,
      true,
    ],
  ])('the API is asked of %s', async (_, event, status, note, truncated) => {
    const server = await github({ comparisons: { [`${before}...${sha}`]: some } })
    server.play([{ path: /compare\/main/, ...listedAs(status) }])
    const step = await find(folder(), event, { server })
    expect(step).toMatchObject({ code: 0, outputs: { truncated: String(truncated) } })
    expect(commands(step, 'notice').join()).toMatch(note)
    if (!truncated) expect(told(step)).toEqual(listed)
  })

  test('a submodule is a folder', async () => {
    const patch = `@@ -1 +1 @@\n-Subproject commit ${before}\n+Subproject commit ${sha}`
    const server = await github({
      files: [{ filename: 'vendor/lib', additions: 1, deletions: 1, patch }],
    })
    const inputs = { filters: 'lib: vendor/lib/**\nother: ["**", "!vendor/lib/"]' }
    const step = await find(folder(), pull(1), { server, inputs })
    expect(step.outputs).toMatchObject({ lib: 'true', other: 'false' })
  })

  const diverged = answered(200, JSON.stringify({ status: 'diverged', files: [] }), {
    'content-type': 'application/json',
  })
  const filters = 'docs: docs/**\ncode: "**"'
  test.each<[string, Event, Partial<GithubGiven>, RegExp, Parameters<GithubServer['play']>[0]?]>([
    [
      '3,000 files of a pull request',
      pull(3001),
      { files: many(3001) },
      /the API lists 3000 of 3001/,
    ],
    [
      '3,000 files, and nobody knows of how many',
      pull(),
      { files: many(3000) },
      /the API lists 3000 of 3000 or more/,
    ],
    [
      'fewer files than the pull request has',
      pull(300),
      { files: many(200) },
      /not all: the API lists 200 of 300/,
    ],
    [
      '300 files of a push',
      pushed('main', before, sha),
      { comparisons: { [`${before}...${sha}`]: many(301) } },
      /only the first 300/,
    ],
    [
      'a forced push',
      pushed('main', before, sha),
      {},
      /history was rewritten/,
      [{ fault: diverged }],
    ],
    ['a commit that is gone', pushed('main', before, sha), {}, /no longer exists/],
    ['a tag', { ...pushed('', none, sha), ref: 'refs/tags/v1' }, {}, /the previous tag is unknown/],
    [
      'a schedule',
      { name: 'schedule', ref: 'refs/heads/main', sha },
      {},
      /nothing to compare with/,
    ],
  ])('nothing is left out where not all is known: %s', async (_, event, given, why, rules = []) => {
    const server = await github(given)
    server.play(rules)
    const step = await find(folder(), event, { server, inputs: { filters, only: 'docs\ncode' } })
    expect(step).toMatchObject({ code: 0 })
    expect(commands(step, 'warning').join()).toMatch(why)
    expect(step.outputs).toMatchObject({
      docs: 'true',
      code: 'true',
      'only-docs': 'false',
      'only-code': 'false',
      changes: '["docs","code"]',
      any: 'true',
      truncated: 'true',
    })
  })

  test.each<
    [string, Asked & { rules?: Parameters<GithubServer['play']>[0]; token?: string }, RegExp]
  >([
    [
      'no token',
      { token: '' },
      /^There is no checkout, and "github-token" is empty.*actions\/checkout/,
    ],
    ['a token that is not known', { token: 'wrong' }, /^There is no checkout\. .*401/],
    [
      'a token that may not',
      { token: 'nothing' },
      /^There is no checkout\. .*403.*pull-requests: read/,
    ],
    ['an error page', { rules: [{ fault: loginPage }] }, /^There is no checkout\. .*text\/html/],
    [
      'a server that fails',
      { rules: [{ fault: serverError }], inputs: { timeout: '1s' } },
      /time limit of 1 s was reached|500/,
    ],
    ['a server that hangs', { rules: [{ fault: hanging }], inputs: { timeout: '1s' } }, /1 s/],
  ])(
    'fails, and still leaves nothing out: %s',
    async (_, { rules = [], inputs = {}, token }, why) => {
      const reads = { login: 'x', pullRequests: 'read' } as const
      const nothing = { login: 'x', pullRequests: 'none' } as const
      const server = await github({ files: some, tokens: { reads, nothing } })
      server.play(rules)
      const given = {
        'github-token': token ?? 'reads',
        filters,
        only: 'docs',
        ...inputs,
      }
      const step = await find(folder(), pull(4), { server, inputs: given })
      expect([step.code, commands(step, 'error').length]).toEqual([1, 1])
      expect(step.error).toMatch(why)
      expect(step.outputs).toMatchObject({ docs: 'true', 'only-docs': 'false', truncated: 'true' })
      expect(step.took).toBeLessThan(10_000)
    },
  )
})

describe('What comes from outside cannot give git orders', () => {
  const marker = (): string => join(mkdtempSync(join(tmpdir(), 'marker-')), 'it')

  test.each([
    '--upload-pack=touch MARKER',
    '-oProxyCommand=touch MARKER',
    'x; touch MARKER',
    '$(touch MARKER)',
    'ext::sh -c "touch MARKER"',
    'main:refs/heads/evil',
    '+*:*',
    '../../../evil',
    '@{-1}',
  ])('a default branch called %s', async (name) => {
    const file = marker()
    const { it, feature } = history()
    const clone = checkout(it, feature, '--depth=1')
    const event = pushed('feature', none, feature)
    const repository = { default_branch: name.replace('MARKER', file) }
    const step = await find(clone.folder, { ...event, payload: { ...event.payload, repository } })
    expect([step.code, commands(step, 'error').length, step.commands.length]).toEqual([1, 1, 1])
    expect(existsSync(file)).toBe(false)
    expect(clone.git('for-each-ref')).toBe('')
  })

  test.each(['--output=x', 'HEAD', 'main', '$(x)', `${'a'.repeat(40)}\n::error::x`])(
    'a commit that is %j',
    async (text) => {
      const { it, merge, third, feature } = history()
      const event = { name: 'pull_request', ref: 'refs/pull/7/merge', sha: merge }
      const pull = pullOf({ third, feature })
      const payload = { pull_request: { ...pull.pull_request, head: { ref: 'x', sha: text } } }
      const step = await find(it.folder, { ...event, payload })
      expect([step.code, step.commands.length]).toEqual([1, 1])
      expect(step.error).toMatch(/^The event of this run contains ".*" instead of a commit hash/)
    },
  )
})

describe('A cancelled job', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('ends a fetch that hangs: %s', async (signal) => {
    const silent = await listen(() => {})
    open.push(silent)
    const { it, third, second } = history()
    const clone = checkout(it, third, '--depth=1')
    clone.git('remote', 'set-url', 'origin', `${silent.url}/app.git`)
    let sent = 0
    const step = await find(clone.folder, pushed('main', second, third), {
      watch: (stdout, kill) => {
        if (sent > 0 || !stdout.includes('Changes from')) return
        sent = performance.now()
        setTimeout(() => kill(signal), 300)
      },
    })
    expect(step).toMatchObject({ code: 1, error: 'The job was cancelled.' })
    expect(performance.now() - sent).toBeLessThan(5_000)
    expect(step.outputs).toMatchObject({ all: 'true', truncated: 'true' })
  })

  test('is not needed: "timeout" ends it too', async () => {
    const silent = await listen(() => {})
    open.push(silent)
    const { it, third, second } = history()
    const clone = checkout(it, third, '--depth=1')
    clone.git('remote', 'set-url', 'origin', `${silent.url}/app.git`)
    const inputs = { timeout: '1s' }
    const step = await find(clone.folder, pushed('main', second, third), { inputs })
    expect(step).toMatchObject({ code: 1, error: 'The time limit given, 1 s, was reached.' })
    expect(step.took).toBeLessThan(10_000)
  })
})
