import { ExecError, execFile } from '@ci-actions/exec'
import { ActionError, excerpt } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

/** Git in the checkout, started without a shell and without what its configuration would start. */
export interface Git {
  /**
   * What a command prints.
   *
   * @throws GitError when git is not there or refuses, TimeoutError or CancelledError when the deadline ends
   */
  run(...args: string[]): Promise<string>
}

/** The message completes "git …" or "it …". */
export class GitError extends ActionError {
  override name = 'GitError'
}

/** More than the diff of any pull request that somebody reads. */
const maxOutput = 256 * 1024 ** 2

/** For each command: no hook or monitor is started, nobody is asked, nothing is tidied up on the way. */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'credential.interactive=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // A step that was killed leaves no fetch behind that waits for ever.
  'http.lowSpeedLimit=1',
  'http.lowSpeedTime=60',
  // In a container the checkout often belongs to another user, and git would refuse to look at it.
  'safe.directory=*',
].flatMap((setting) => ['-c', setting])

/** Git in a folder, until the deadline ends. */
export function createGit(cwd: string, deadline: Deadline): Git {
  return {
    async run(...args) {
      const all = [...settings, '--no-optional-locks', ...args]
      const exit = await execFile('git', all, { cwd, deadline, maxOutput }).catch(throwGitError)
      if (exit.exitCode === 0) return exit.stdout
      throw new GitError(
        exit.exitCode === null ? 'was ended by a signal' : stderrReason(exit.stderr),
      )
    },
  }
}

/** The same, but it fetches nothing by itself: what a partial clone lacks, it lacks. */
export function withoutNetwork(git: Git): Git {
  return { run: (...args) => git.run('-c', 'protocol.allow=never', ...args) }
}

function throwGitError(error: unknown): never {
  throw error instanceof ExecError ? new GitError(error.reason) : error
}

function stderrReason(stderr: string): string {
  const lines = stderr.trim().split('\n')
  const line = lines.find((one) => /^(fatal|error):/.test(one)) ?? lines[0] ?? ''
  if (line === '') return 'finds nothing'
  return `says "${excerpt(line.replace(/^(fatal|error): /, ''), 160)}"`
}
