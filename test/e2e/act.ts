import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../../scripts/actions.ts'
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
  /** A push of the commit unless it is said. */
  readonly event?: { readonly name: string; readonly payload: object }
  /** Variables of the runner, such as where the API of GitHub is. */
  readonly env?: Readonly<Record<string, string>>
  /** Folders that stand in for actions, `owner/name@ref`: what others do not have here, or other refs of ours. */
  readonly standIns?: Readonly<Record<string, string>>
}

/** What the jobs have as `github.token`. */
export const token = 'ghs_0123456789abcdef'

/**
 * Runs a workflow of the repository as an event would, on this machine and without Docker;
 * `uses: org/ci-actions/<name>@v1` is what dist/ holds. A job whose `runs-on` is not known act skips
 * with exit code 0: look at `jobs`.
 */
export async function runAct(act: string, order: Order): Promise<Run> {
  const { repository, workflow, vars = {}, secrets = {}, env = {}, standIns = {} } = order
  const { event = pushOf(repository) } = order
  const home = mkdtempSync(join(tmpdir(), 'act-'))
  const released = join(home, 'released')
  cpSync(join(root, 'dist'), released, { recursive: true })
  const payload = join(home, 'event.json')
  writeFileSync(payload, JSON.stringify(event.payload))
  const flags = [
    ...['--workflows', workflow, '--eventpath', payload, '--strict', '--json'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
    ...pairs('--local-repository', { 'org/ci-actions@v1': released, ...standIns }),
    ...pairs('--var', vars),
    // Without a token act asks the GitHub CLI for the one of this machine.
    ...pairs('--secret', { GITHUB_TOKEN: token, ...secrets }),
    ...pairs('--env', env),
  ]
  const child = spawn(act, [event.name, ...flags], {
    cwd: repository.folder,
    env: {
      // act starts the actions with whatever node is first here: the one that runs this.
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'linger.mjs')}`,
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

function pushOf({ message }: Repository): NonNullable<Order['event']> {
  return { name: 'push', payload: { head_commit: { message } } }
}

function pairs(flag: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
}
