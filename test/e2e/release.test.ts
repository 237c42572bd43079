import { execFile, execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { object, parse, string } from 'valibot'
import { parse as parseYaml, stringify } from 'yaml'
import { actionNames, root } from '../../scripts/actions.ts'
import { type ReleasesServer, startReleases } from '../emulators/github-releases.ts'
import { startWebService, type WebService } from '../emulators/web-service.ts'
import { read, stepsOf } from '../support/documents.ts'
import { gitEnvironment } from '../support/repository.ts'
import { type Run, runAct } from './act.ts'
import { installAct } from './install-act.ts'
import { makeRepository } from './repository.ts'

/*
 * A rehearsal: this repository is released by the scripts of release.yml, from a clone to an origin next
 * to it and to the releases of an emulated GitHub. Then a repository of somebody else uses what the tags
 * hold.
 */

const token = 'ghs_releases_0123456789'
const { version } = parse(object({ version: string() }), JSON.parse(read('package.json')))
const [major = '', minor = ''] = version.split('.')
const raised = `${major}.${Number(minor) + 1}.0`
const moving = `v${major}`
/** What the other health-check says. */
const news = 'I am another one.'

let act: string
let folder: string
let github: ReleasesServer
let site: WebService

beforeAll(() => {
  act = installAct()
}, 300_000)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  github = await startReleases(token)
  site = await startWebService()
  git('.', 'init', '--quiet', '--bare', '--initial-branch', 'main', 'origin.git')
  git('.', 'clone', '--quiet', 'origin.git', 'work')
  git('work', 'checkout', '--quiet', '-B', 'main')
  // What lies here, committed or not: a checkout of CI has no history, and perhaps no branch.
  git(root, '--git-dir', join(folder, 'work/.git'), 'add', '--all')
  git('work', 'commit', '--quiet', '--message', version)
  git('work', 'reset', '--quiet', '--hard')
  git('work', 'push', '--quiet', 'origin', 'main')
})

afterEach(async () => {
  await Promise.all([github.close(), site.close()])
  rmSync(folder, { recursive: true })
})

function git(place: string, ...args: string[]): string {
  const options = { cwd: resolve(folder, place), env: gitEnvironment, stdio: 'pipe' } as const
  return execFileSync('git', args, options).toString().trim()
}

const at = (name: string): string => git('origin.git', 'rev-parse', name)

/** Runs the script of a step of release.yml as the runner does: in a checkout, with its bash. */
async function step(id: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const file = '.github/workflows/release.yml'
  const steps = stepsOf({ place: file, yaml: read(file) })
  const script = String(steps.find((step) => step.id === id)?.run)
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter)
  const { stdout } = await promisify(execFile)('bash', ['-e', '-c', script], {
    cwd: join(folder, 'work'),
    env: { ...gitEnvironment, CI: 'true', HOME: folder, PATH: path, ...env },
  })
  return stdout
}

/** The jobs of release.yml one after the other, but for `prove`, which runs all tests; what they say. */
async function release(): Promise<string> {
  const assets = join(folder, 'work/assets')
  // Each job has a checkout of its own.
  git('work', 'clean', '--quiet', '-d', '--force')
  await step('pack')
  // What signs it is a service of GitHub.
  writeFileSync(join(assets, 'provenance.intoto.jsonl'), '{}\n')
  return step('publish', {
    ASSETS: assets,
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'org/ci-actions',
    GITHUB_TOKEN: token,
  })
}

/** What the first job hands on: the tag of the version, if that is out. */
async function look(): Promise<string> {
  const output = join(mkdtempSync(join(folder, 'look-')), 'output')
  await step('look', { GITHUB_OUTPUT: output })
  return readFileSync(output, 'utf8').trim()
}

/** Main with another health-check in dist/. */
function change(): void {
  edit('dist/health-check/index.js', (text) => `console.log('${news}')\n${text}`)
  git('work', 'commit', '--quiet', '--all', '--message', 'Change')
  git('work', 'push', '--quiet', 'origin', 'main')
}

/** The next version, to be committed with a change. */
function raise(): void {
  edit('package.json', (text) => text.replace(`"version": "${version}"`, `"version": "${raised}"`))
  edit('CHANGELOG.md', (text) => text.replace(`## ${version}`, `## ${raised}\n\nNew.\n\n$&`))
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, 'work', file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

/** The tree of a tag as a folder, as the runner fetches it. */
function fetched(tag: string): string {
  git('origin.git', 'archive', '--output', join(folder, `${tag}.tar`), tag)
  return unpacked(join(folder, `${tag}.tar`))
}

function unpacked(archive: string): string {
  const to = mkdtempSync(join(folder, 'tree-'))
  execFileSync('tar', ['--extract', '--file', archive, '--directory', to])
  return to
}

type Step = Readonly<Record<string, unknown>>

/** Runs steps in a repository of somebody else; `org/ci-actions@<tag>` is what the origin has there. */
function use(...steps: readonly Step[]): Promise<Run> {
  const job = { 'runs-on': 'ubuntu-latest', steps }
  const tags = git('origin.git', 'tag').split('\n')
  return runAct(act, {
    repository: makeRepository({
      message: 'Deliver',
      texts: {
        'deliver.yml': stringify({ on: 'push', jobs: { deliver: job } }),
        'coverage/lcov.info': 'SF:a.js\nDA:1,1\nend_of_record\n',
      },
    }),
    workflow: 'deliver.yml',
    standIns: Object.fromEntries(tags.map((tag) => [`org/ci-actions@${tag}`, fetched(tag)])),
    env: { GITHUB_API_URL: github.url },
  })
}

test('A release is dist/ of main: as the tags, as the archive, and on its page', async () => {
  expect(await look()).toBe('out=')

  expect(await release()).toContain(`Released v${version}: ${at(moving)}`)

  expect(at(`${moving}^{tree}`)).toBe(at('main:dist'))
  expect([at(`v${version}`), at(`releases/${moving}`)]).toEqual([at(moving), at(moving)])
  const packed = join(folder, 'work/assets/ci-actions.tar.gz')
  // As the runner downloads it for each job.
  expect(statSync(packed).size).toBeLessThan(6_000_000)
  expect(git('.', 'diff', '--no-index', unpacked(packed), fetched(moving))).toBe('')
  const [page] = github.releases
  expect(page).toMatchObject({ tag: `v${version}`, commit: at(moving), draft: false })
  const files = ['ci-actions.tar.gz', 'provenance.intoto.jsonl', 'sbom.cdx.json']
  expect(Object.keys(page?.assets ?? {}).sort()).toEqual(files)
  expect(await look()).toBe(`out=${at(moving)}\trefs/tags/v${version}`)
})

test('Where the tag is used every action starts, and does what it is for', async () => {
  await release()
  const tree = fetched(moving)
  const paths = globSync('{,*/}action.yml', { cwd: tree }).map((file) => dirname(file))
  expect(paths.sort()).toEqual(['.', ...actionNames()])

  const run = await use(
    // Each is given nothing, and says under its own name what it misses, or that nothing is to be done.
    ...paths.map((path) => ({
      name: path,
      uses: `${join('org/ci-actions', path)}@${moving}`,
      'continue-on-error': true,
    })),
    { uses: 'actions/checkout@v7' },
    {
      name: 'gate',
      uses: `org/ci-actions/coverage-gate@${moving}`,
      with: { reports: 'coverage/lcov.info', thresholds: 80 },
    },
    {
      name: 'healthy',
      uses: `org/ci-actions/health-check@${moving}`,
      with: { targets: site.url },
    },
    {
      name: 'tell',
      uses: `org/ci-actions/slack-notify@v${version}`,
      with: { status: 'success', 'dry-run': true },
    },
  )

  for (const path of paths) {
    const { name } = parseYaml(readFileSync(join(tree, path, 'action.yml'), 'utf8'))
    const said = expect.stringMatching(`::(error|warning|notice) title=${name}::`)
    expect([path, run.steps[path]?.said]).toEqual([path, said])
  }
  expect(run).toMatchObject({
    code: 0,
    jobs: { deliver: 'success' },
    steps: {
      gate: { outputs: { passed: 'true', lines: '100.00' } },
      healthy: { outputs: { healthy: 'true' } },
      tell: { outputs: { sent: 'false' } },
    },
  })
})

test('Refused, and nothing is written: another dist/ under a version that is out', async () => {
  await release()
  const tags = git('origin.git', 'show-ref', '--tags')
  change()

  await expect(release()).rejects.toThrow(`v${version} is already released, with a different dist/`)

  expect(git('origin.git', 'show-ref', '--tags')).toBe(tags)
  expect(github.releases).toHaveLength(1)
})

test('The next release moves the major tag and leaves the old version where it is', async () => {
  const health = (tag: string): Step => ({
    name: tag,
    uses: `org/ci-actions/health-check@${tag}`,
    with: { targets: site.url },
  })
  await release()
  const first = at(moving)
  raise()
  change()
  expect(await look()).toBe('out=')

  expect(await release()).toContain(`Released v${raised}: ${at(moving)}`)

  expect([at(`v${version}`), at(`v${raised}`)]).toEqual([first, at(moving)])
  expect(at(`${moving}^{tree}`)).toBe(at('main:dist'))
  expect(git('origin.git', 'log', '-1', '--format=%P', moving)).toBe(`${first} ${at('main')}`)
  const run = await use(health(moving), health(`v${version}`), health(`v${raised}`))
  const outputs = { healthy: 'true' }
  expect(run).toMatchObject({
    code: 0,
    steps: {
      [moving]: { outputs, said: expect.stringContaining(news) },
      [`v${version}`]: { outputs, said: expect.not.stringContaining(news) },
      [`v${raised}`]: { outputs, said: expect.stringContaining(news) },
    },
  })
})
