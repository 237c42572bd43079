import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../../packages/tooling/src/actions.ts'
import { readLog, type Told } from './act-log.ts'
import type { Repository } from './repository.ts'

export interface Run extends Told {
  readonly code: number
}

export interface Order {
  readonly repository: Repository
  /** The path of its file in the repository. */
  readonly workflow: string
  readonly vars?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
}

/**
 * Runs a workflow of the repository as a push would, on this machine and without Docker;
 * `uses: org/ci-actions/<name>@v1` is what dist/ holds. A job whose `runs-on` is not known act skips
 * with exit code 0: look at `jobs`.
 */
export async function runAct(
  act: string,
  { repository, workflow, vars = {}, secrets = {} }: Order,
): Promise<Run> {
  const home = mkdtempSync(join(tmpdir(), 'act-'))
  const released = join(home, 'released')
  cpSync(join(root, 'dist'), released, { recursive: true })
  const event = join(home, 'event.json')
  writeFileSync(event, JSON.stringify({ head_commit: { message: repository.message } }))
  const flags = [
    ...['--workflows', workflow, '--eventpath', event, '--strict', '--json'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
    ...['--local-repository', `org/ci-actions@v1=${released}`],
    ...pairs('--var', vars),
    // Without a token act asks the GitHub CLI for the one of this machine.
    ...pairs('--secret', { GITHUB_TOKEN: 'ghs_0123456789abcdef', ...secrets }),
  ]
  const child = spawn(act, ['push', ...flags], {
    cwd: repository.folder,
    env: {
      // act starts the actions with whatever node is first here: the one that runs this.
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 50_000,
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? -1))
  })
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const [unreadable] = /^Error: Line: .*$/m.exec(err) ?? []
  if (unreadable) {
    throw new Error(`${workflow}, or the action.yml of what it uses, is not valid. ${unreadable}`)
  }
  return { code, ...readLog(`${out}\n${err}`) }
}

function pairs(flag: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
}
