import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../scripts/actions.ts'
import { gitEnvironment } from '../support/repository.ts'

/** A Git repository of somebody who uses the actions, with one commit on main. */
export interface Repository {
  readonly folder: string
  readonly commit: string
  /** Of the commit. */
  readonly message: string
}

export interface Content {
  readonly message: string
  /** Where in the repository a file of ours is put. */
  readonly copies?: Readonly<Record<string, string>>
  /** What a file says. */
  readonly texts?: Readonly<Record<string, string>>
}

export function makeRepository({ message, copies = {}, texts = {} }: Content): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'))
  for (const [path, source] of Object.entries(copies)) {
    cpSync(join(root, source), join(folder, path), { recursive: true })
  }
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, env: gitEnvironment }).toString()
  git('init', '--quiet', '--initial-branch', 'main')
  git('remote', 'add', 'origin', 'https://github.com/org/phantom-power.git')
  git('add', '--all')
  git('commit', '--quiet', '--message', message)
  return { folder, message, commit: git('rev-parse', 'HEAD').trim() }
}
