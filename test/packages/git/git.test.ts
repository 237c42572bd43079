import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createGit,
  emptyTree,
  fetchMissing,
  type Git,
  GitError,
  hasCommits,
  isRefName,
  listChanges,
  mergeCommitBase,
  resolveRef,
  tagBefore,
} from '@ci-actions/git'
import { CancelledError } from '@ci-actions/kit'
import { Deadline, TimeoutError } from '@ci-actions/wait'
import { testClock } from '../../support/clock.ts'
import { haveEnded, processesOf } from '../../support/processes.ts'
import { seeded } from '../../support/random.ts'
import { checkout, repository } from '../../support/repository.ts'

const never = new AbortController().signal
const at = (folder: string): Git => createGit(folder, new Deadline(30_000, never))

describe('Git', () => {
  test('says in its own words why it refuses', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'empty-'))
    const refused = at(empty).run('status')
    await expect(refused).rejects.toThrow(GitError)
    await expect(refused).rejects.toThrow(/^says "not a git repository/)
    const { folder } = repository()
    await expect(at(folder).run('merge-base', 'a', 'b')).rejects.toThrow(
      /^says "Not a valid object/,
    )
    await expect(at(folder).run('config', 'no.such')).rejects.toThrow(/^found nothing$/)
    await expect(at(join(folder, 'gone')).run('status')).rejects.toThrow(/^is not installed/)
  })

  test('ends with the deadline, and says which end that was', async () => {
    const { folder } = repository()
    const waiting = ['-c', 'alias.wait=!sleep 1000', 'wait']
    const cancellation = new AbortController()
    const cancelled = createGit(folder, new Deadline(30_000, cancellation.signal)).run(...waiting)
    cancellation.abort(new CancelledError())
    await expect(cancelled).rejects.toThrow(CancelledError)
    const clock = testClock()
    const late = createGit(folder, new Deadline(1_000, never, clock)).run(...waiting)
    clock.pass(2_000)
    await expect(late).rejects.toThrow(TimeoutError)
  })

  test('ends with what it has started, where a server takes the connection and never answers', async () => {
    const server = createServer()
    const asked = new Promise((resolve) => server.once('connection', resolve))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/org/app`
    const cancellation = new AbortController()
    const git = createGit(repository().folder, new Deadline(30_000, cancellation.signal))
    const fetched = git.run('fetch', url)
    await asked
    const started = processesOf(url)
    cancellation.abort(new CancelledError())
    await expect(fetched).rejects.toThrow(CancelledError)
    await haveEnded(started)
    expect(started.length).toBeGreaterThan(1)
    server.close()
  })

  test('starts nothing that the repository is configured to start', async () => {
    const it = repository()
    const first = it.commit({ a: 'a\n' })
    it.commit({ a: 'b\n', '.gitattributes': '* diff=evil\n' })
    const marker = join(it.folder, '.git/marker')
    const script = join(it.folder, '.git/evil')
    writeFileSync(script, `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 })
    for (const name of ['core.fsmonitor', 'diff.external', 'diff.evil.textconv', 'core.pager']) {
      it.git('config', name, script)
    }
    writeFileSync(join(it.folder, '.git/hooks/reference-transaction'), `#!/bin/sh\n${script}\n`, {
      mode: 0o755,
    })
    const clone = checkout(it, first, '--depth=1')
    const git = at(it.folder)
    expect(await listChanges(git, first, 'HEAD')).toHaveLength(2)
    await git.run('ls-files', '-z')
    await fetchMissing(at(clone.folder), it.git('rev-parse', 'HEAD'))
    expect(spawnSync('ls', [marker]).status).not.toBe(0)
  })

  test('tells added, modified, deleted, renamed and copied files apart', async () => {
    const it = repository()
    const text = 'line\n'.repeat(50)
    const first = it.commit({
      gone: 'x\n',
      changed: 'x\n',
      'old name': text,
      kept: `${text}kept\n`,
    })
    const next = { gone: undefined, changed: 'y\n', 'new\nname': text, 'old name': undefined }
    it.commit({ ...next, kept: `${text}more\n`, copy: `${text}kept\n`, added: 'z\n' })
    const changes = await listChanges(at(it.folder), first, 'HEAD', '--find-copies')
    expect(changes).toEqual([
      { status: 'A', path: 'added', before: undefined, type: 'file' },
      { status: 'M', path: 'changed', before: undefined, type: 'file' },
      { status: 'C', path: 'copy', before: 'kept', type: 'file' },
      { status: 'D', path: 'gone', before: undefined, type: 'file' },
      { status: 'M', path: 'kept', before: undefined, type: 'file' },
      { status: 'R', path: 'new\nname', before: 'old name', type: 'file' },
    ])
  })

  test('tells files, links and submodules apart', async () => {
    const it = repository()
    const first = it.commit({ gone: 'x\n', turned: 'x\n' })
    const blob = it.git('rev-parse', 'HEAD:gone')
    const stage = (mode: string, id: string, path: string) =>
      it.git('update-index', '--add', '--cacheinfo', `${mode},${id},${path}`)
    stage('160000', first, 'sub')
    stage('120000', blob, 'turned')
    it.git('rm', '--quiet', '--cached', 'gone')
    it.git('commit', '--quiet', '--message', 'x')
    const second = it.git('rev-parse', 'HEAD')
    it.git('rm', '--quiet', '--cached', 'sub')
    stage('120000', blob, 'link')
    it.git('commit', '--quiet', '--message', 'y')
    const between = async (from: string, to: string) =>
      (await listChanges(at(it.folder), from, to)).map(({ status, path, type }) => [
        status,
        path,
        type,
      ])
    expect(await between(first, second)).toEqual([
      ['D', 'gone', 'file'],
      ['A', 'sub', 'submodule'],
      ['T', 'turned', 'link'],
    ])
    expect(await between(second, 'HEAD')).toEqual([
      ['A', 'link', 'link'],
      ['D', 'sub', 'submodule'],
    ])
  })

  test.each(['sha1', 'sha256'])('compares with nothing, in a repository of %s', async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'format-'))
    spawnSync('git', ['init', '--quiet', `--object-format=${format}`, folder])
    const author = ['-c', 'user.name=x', '-c', 'user.email=x@example.com']
    writeFileSync(join(folder, 'a'), 'a')
    spawnSync('git', ['add', 'a'], { cwd: folder })
    spawnSync('git', [...author, 'commit', '--quiet', '--message', 'x'], { cwd: folder })
    const head = (await at(folder).run('rev-parse', 'HEAD')).trim()
    const changes = await listChanges(at(folder), emptyTree(head), head)
    expect(changes).toEqual([{ status: 'A', path: 'a', before: undefined, type: 'file' }])
  })

  test('knows what it has, where branches and tags are, and what was merged', async () => {
    const it = repository()
    const first = it.commit({ a: 'a\n' })
    it.git('tag', '--annotate', '--message', 'x', 'v1')
    it.git('checkout', '--quiet', '-b', 'feature/a')
    const feature = it.commit({ b: 'b\n' })
    it.git('checkout', '--quiet', 'main')
    const main = it.commit({ c: 'c\n' })
    it.git('merge', '--quiet', '--no-ff', '--message', 'merge', feature)
    const merge = it.git('rev-parse', 'HEAD')
    const clone = checkout(it, merge, '--depth=1')
    const git = at(clone.folder)
    expect(await mergeCommitBase(git, feature)).toBe(main)
    expect(await mergeCommitBase(git, main)).toBeUndefined()
    expect(await hasCommits(git, merge)).toBe(true)
    expect(await hasCommits(git, merge, main)).toBe(false)
    await fetchMissing(git, merge, main)
    expect(await hasCommits(git, merge, main)).toBe(true)
    expect(await resolveRef(git, 'feature/a')).toBe(feature)
    expect(await resolveRef(git, 'v1')).toBe(first)
    await expect(resolveRef(git, 'none')).rejects.toThrow(GitError)
    await expect(fetchMissing(git, 'f'.repeat(40))).rejects.toThrow(GitError)
    expect(await tagBefore(at(it.folder), merge)).toBe('refs/tags/v1')
    expect(await tagBefore(git, merge)).toBeUndefined()
  })

  test('takes for names of branches what git does, but no options', () => {
    const random = seeded(11)
    const pieces = [
      'a',
      'b/',
      '/',
      '.',
      '..',
      '@',
      '@{',
      '-',
      '.lock',
      ' ',
      '~',
      '^',
      ':',
      '?',
      '*',
    ] as const
    const more = ['[', '\\', '\x7f', '\n', '\u00a0', 'é', '{', '}', '$', ';'] as const
    const draw = () => random.text([...pieces, ...more], 4)
    for (const name of new Set(Array.from({ length: 300 }, draw))) {
      const { status } = spawnSync('git', ['check-ref-format', `refs/heads/${name}`])
      const isBranch = status === 0 && !name.startsWith('-')
      expect([name, isRefName(name)]).toEqual([name, isBranch])
    }
  })
})
