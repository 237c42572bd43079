import { ExecError, execFile } from '@ci-actions/exec'
import { ActionError, excerpt } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

/** Git in the checkout, run without a shell and without programs that its configuration would start. */
export interface Git {
  /**
   * Returns the output of a command.
   *
   * @throws GitError if git is missing or fails; TimeoutError or CancelledError when the deadline ends
   */
  run(...args: string[]): Promise<string>
}

/** A failure of git. The message completes "git …" or "it …". */
export class GitError extends ActionError {
  override name = 'GitError'
}

/** More than the diff of any pull request that a person would read. */
const maxOutput = 256 * 1024 ** 2

/** Settings for all commands: no hooks, no monitor, no prompts, no maintenance. */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'credential.interactive=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // So that a fetch left behind by a killed step does not wait forever.
  'http.lowSpeedLimit=1',
  'http.lowSpeedTime=60',
  // In a container the checkout often belongs to another user, and git would refuse to read it.
  'safe.directory=*',
].flatMap((setting) => ['-c', setting])

/** Returns git in a folder, limited by the deadline. */
export function createGit(cwd: string, deadline: Deadline): Git {
  return {
    async run(...args) {
      const all = [...settings, '--no-optional-locks', ...args]
      const exit = await execFile('git', all, { cwd, deadline, maxOutput }).catch(throwGitError)
      if (exit.exitCode === 0) return exit.stdout
      throw new GitError(
        exit.exitCode === null ? 'was killed by a signal' : stderrReason(exit.stderr),
      )
    },
  }
}

/** Returns git without network access: it does not fetch what a partial clone lacks. */
export function withoutNetwork(git: Git): Git {
  return { run: (...args) => git.run('-c', 'protocol.allow=never', ...args) }
}

function throwGitError(error: unknown): never {
  throw error instanceof ExecError ? new GitError(error.reason) : error
}

function stderrReason(stderr: string): string {
  const lines = stderr.trim().split('\n')
  const line = lines.find((one) => /^(fatal|error):/.test(one)) ?? lines[0] ?? ''
  if (line === '') return 'found nothing'
  return `says "${excerpt(line.replace(/^(fatal|error): /, ''), 160)}"`
}
