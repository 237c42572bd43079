import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/actions.ts'
import { answered, badGateway, dropped, type Rule, reset } from './emulators/faults.ts'
import { type ReleasesServer, startReleases } from './emulators/github-releases.ts'
import { compileCache } from './support/compile-cache.ts'
import { gitEnvironment } from './support/repository.ts'

const token = 'ghs_releases_0123456789'
let folder: string
let github: ReleasesServer

/** What each test begins with, which is made once. */
let first: string

beforeAll(() => {
  first = mkdtempSync(join(tmpdir(), 'release-'))
  folder = first
  git('.', 'init', '--quiet', '--bare', '--initial-branch', 'main', 'origin.git')
  git('.', 'clone', '--quiet', 'origin.git', 'work')
  git('work', 'remote', 'set-url', 'origin', '../origin.git')
  git('work', 'checkout', '--quiet', '-B', 'main')
  change({ version: '1.0.0', bundle: 'first' })
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'release-'))
  cpSync(first, folder, { recursive: true, preserveTimestamps: true })
  github = await startReleases(token)
})

afterEach(async () => {
  await github.close()
  rmSync(folder, { recursive: true })
})

afterAll(() => rmSync(first, { recursive: true }))

const longAgo = '2001-02-03T04:05:06Z'
const environment = { ...gitEnvironment, GIT_AUTHOR_DATE: longAgo, GIT_COMMITTER_DATE: longAgo }

function git(place: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: join(folder, place), env: environment, stdio: 'pipe' })
    .toString()
    .trim()
}

function write(file: string, text: string): void {
  const path = join(folder, 'work', file)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

/** A commit on main, pushed. */
function change({ version, bundle }: { version: string; bundle: string }): void {
  write('package.json', JSON.stringify({ version }))
  write('CHANGELOG.md', `# Changes\n\n## ${version}\n\n- ${bundle}\n\n## 0.9.0\n\n- older\n`)
  write('dist/health-check/index.js', `// ${bundle}\n`)
  write('dist/health-check/action.yml', 'name: Health check\n')
  git('work', 'add', '--all')
  git('work', 'commit', '--quiet', '--message', `${version}: ${bundle}`)
  git('work', 'push', '--quiet', 'origin', 'main')
}

interface Told {
  readonly code: number
  readonly said: string
}

function release(...args: string[]): Promise<Told> {
  const script = join(root, 'scripts/release.ts')
  const given = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'org/ci-actions',
    GITHUB_TOKEN: token,
    NODE_COMPILE_CACHE: compileCache,
  }
  const options = { cwd: join(folder, 'work'), env: { ...gitEnvironment, ...given } }
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, said: `${stdout}${stderr}` })
    })
  })
}

const at = (name: string): string => git('origin.git', 'rev-parse', name)
const refs = (): string => git('origin.git', 'show-ref')

test('The first release is dist/ of main, under a branch, the version and the moving tag', async () => {
  const told = await release()

  expect(told).toMatchObject({ code: 0 })
  expect(at('v1^{tree}')).toBe(at('main:dist'))
  expect([at('v1.0.0'), at('releases/v1')]).toEqual([at('v1'), at('v1')])
  expect(git('origin.git', 'log', '-1', '--format=%P', 'v1')).toBe(at('main'))
  expect(git('origin.git', 'ls-tree', '-r', '--name-only', 'v1')).toBe(
    'health-check/action.yml\nhealth-check/index.js',
  )
  expect(github.releases).toMatchObject([
    { tag: 'v1.0.0', commit: at('v1'), draft: false, notes: '- first' },
  ])
})

test('Of the moment and the machine nothing is in it: anybody makes the same commit', async () => {
  await release()
  const dates = (name: string): string => git('origin.git', 'log', '-1', '--format=%aI %cI', name)
  expect(dates('main')).toContain('2001-02-03')
  expect(dates('v1')).toBe(dates('main'))
})

test('The second one goes on from the first, and moves v1', async () => {
  await release()
  const first = at('v1')
  change({ version: '1.1.0', bundle: 'second' })

  expect(await release()).toMatchObject({ code: 0 })
  expect(git('origin.git', 'log', '-1', '--format=%P', 'v1')).toBe(`${first} ${at('main')}`)
  expect([at('v1.0.0'), at('v1.1.0'), at('releases/v1')]).toEqual([first, at('v1'), at('v1')])
  expect(at('v1^{tree}')).toBe(at('main:dist'))
  expect(github.releases.map(({ tag }) => tag)).toEqual(['v1.0.0', 'v1.1.0'])
})

test('A new major version gets a line of its own and leaves the old one where it is', async () => {
  await release()
  const first = at('v1')
  change({ version: '2.0.0', bundle: 'breaking' })

  expect(await release()).toMatchObject({ code: 0 })
  expect([at('v1'), at('v2'), at('releases/v2')]).toEqual([first, at('v2.0.0'), at('v2')])
})

test('The same version again is a no-op', async () => {
  await release()
  const before = refs()

  const told = await release()

  expect(told).toMatchObject({ code: 0 })
  expect(told.said).toContain('v1.0.0 is already released with this dist/; nothing to push.')
  expect(told.said).toContain('The release page of v1.0.0 is already published.')
  expect(refs()).toBe(before)
  expect(github.releases).toHaveLength(1)
})

describe('Refused, and nothing is written:', () => {
  const cases: [string, () => void, string][] = [
    [
      'the version is out with another dist/',
      () => change({ version: '1.0.0', bundle: 'other' }),
      'v1.0.0 is already released, with a different dist/',
    ],
    [
      'dist/ is dirty',
      () => write('dist/health-check/index.js', '// edited\n'),
      'dist/ has uncommitted changes',
    ],
    [
      'dist/ has a file that git does not know',
      () => write('dist/new.js', ''),
      'dist/ has uncommitted changes',
    ],
    [
      'the commit is not on main',
      () => git('work', 'commit', '--quiet', '--allow-empty', '--message', 'local'),
      'not on main',
    ],
    [
      'the version is not a plain one',
      () => change({ version: '1.1.0-beta', bundle: 'beta' }),
      'a release needs a version like 1.2.3',
    ],
  ]
  test.each(cases)('%s', async (_name, spoil, words) => {
    await release()
    spoil()
    const before = refs()

    const told = await release()

    expect(told).toMatchObject({ code: 1 })
    expect(told.said).toContain(words)
    expect(refs()).toBe(before)
    expect(github.releases).toHaveLength(1)
  })

  test('the version is older than one of its line that is out', async () => {
    change({ version: '1.2.0', bundle: 'newer' })
    await release()
    change({ version: '1.1.9', bundle: 'older' })
    const before = refs()

    const told = await release()

    expect(told.code).toBe(1)
    expect(told.said).toContain('v1.2.0 is already released and newer than v1.1.9')
    expect(refs()).toBe(before)
  })

  test.each<[string, () => Promise<Told>, string]>([
    [
      'CHANGELOG.md says nothing of a new version',
      () => {
        write('CHANGELOG.md', '# Changes\n')
        return release()
      },
      'CHANGELOG.md has no section "## 1.0.0"; write one.',
    ],
    ['a file to attach is not there', () => release('--asset', 'sbom.cdx.json'), 'sbom.cdx.json'],
  ])('%s', async (_name, attempt, words) => {
    const before = refs()

    const told = await attempt()

    expect(told.code).toBe(1)
    expect(told.said).toContain(words)
    expect(refs()).toBe(before)
    expect(github.requests).toEqual([])
  })
})

describe('A push', () => {
  function hook(path: string, script: string): void {
    writeFileSync(join(folder, path), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  }
  const remote = (name: string): string => `origin.git/hooks/${name}`

  test('that is refused leaves no half of a release', async () => {
    hook(remote('update'), 'case "$1" in refs/tags/v1) echo "v1 is protected" >&2; exit 1;; esac')
    const before = refs()

    const told = await release()

    expect(told.code).toBe(1)
    expect(told.said).toContain('v1 is protected')
    expect(refs()).toBe(before)
    expect(github.releases).toEqual([])
  })

  test('whose answer is lost is looked up, not repeated', async () => {
    hook(remote('post-receive'), 'kill -9 $PPID')

    const told = await release()

    expect(told).toMatchObject({ code: 0 })
    expect(told.said).toContain('The response to the push was lost, but the release was pushed.')
    expect(at('v1')).toBe(at('v1.0.0'))
  })

  test('does not overwrite what somebody has released in between', async () => {
    await release()
    change({ version: '1.1.0', bundle: 'mine' })
    const theirs = at('main')
    // Between the look at the remote and the push, v1 moves.
    hook(
      'work/.git/hooks/pre-push',
      `git --git-dir=../origin.git update-ref refs/tags/v1 ${theirs}`,
    )

    expect(await release()).toMatchObject({ code: 1 })
    expect(at('v1')).toBe(theirs)
    expect(refs()).not.toContain('v1.1.0')
  })
})

describe('The release page', () => {
  const asset = (): string => {
    write('sbom.cdx.json', '{"bomFormat":"CycloneDX"}')
    return join(folder, 'work/sbom.cdx.json')
  }

  test('is a draft until everything is attached, for then it is locked', async () => {
    expect(await release('--asset', asset())).toMatchObject({ code: 0 })

    expect(github.releases).toMatchObject([{ draft: false, assets: { 'sbom.cdx.json': 25 } }])
    expect(github.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST', 'PATCH'])
  })

  const post: Partial<Rule> = { method: 'POST', path: /releases$/, first: 1 }
  const faults: [string, Rule][] = [
    ['the list is not to be had at once', { method: 'GET', first: 2, fault: badGateway }],
    ['the answer to the draft is lost', { ...post, fault: dropped }],
    ['publishing is cut off', { method: 'PATCH', first: 1, fault: dropped }],
  ]
  test.each(faults)('is made once when %s', async (name, rule) => {
    github.play([rule])

    const told = await release()
    // What was published by a request whose answer was lost is locked; then a second run sees it.
    const last = name === 'publishing is cut off' ? await release() : told

    expect(last).toMatchObject({ code: 0 })
    expect(github.releases).toMatchObject([{ tag: 'v1.0.0', draft: false }])
  })

  test.each<[string, Rule]>([
    ['an asset does not arrive', { method: 'POST', path: /assets$/, first: 1, fault: reset }],
    ['the answer to an asset is lost', { path: /assets$/, first: 1, fault: dropped }],
    ['GitHub is down', { path: /releases/, first: 3, fault: badGateway }],
    ['the token may not write', { method: 'POST', first: 1, fault: answered(403, '{}') }],
  ])('is finished by a second run when %s', async (_name, rule) => {
    github.play([rule])
    const file = asset()

    const first = await release('--asset', file)
    expect(first).toMatchObject({ code: 1 })
    expect(first.said).not.toContain(token)
    expect(github.releases.filter(({ draft }) => !draft)).toEqual([])

    expect(await release('--asset', file)).toMatchObject({ code: 0 })
    expect(github.releases).toMatchObject([{ draft: false, assets: { 'sbom.cdx.json': 25 } }])
  })
})

test('The job that may write runs nothing from npm: the script imports node and itself alone', () => {
  const files = ['release.ts', 'release-push.ts', 'release-page.ts']
  const imports = files.flatMap((file) => {
    const text = readFileSync(join(root, 'scripts', file), 'utf8')
    return [...text.matchAll(/ from '([^']+)'/g)].map(([, from]) => from ?? '')
  })
  expect(imports.length).toBeGreaterThan(4)
  expect(imports.filter((from) => !/^node:|^\.\/release-/.test(from))).toEqual([])
})
