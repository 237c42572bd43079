import { excerpt, Failure } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'

/** Git in the checkout, started without a shell and without what its configuration would start. */
export interface Git {
  /**
   * What a command prints.
   *
   * @throws GitFailure when git is not there or refuses, TimedOut or Cancelled when the deadline ends
   */
  run(...args: string[]): Promise<string>
}

/** The message completes "git …" or "it …". */
export class GitFailure extends Failure {
  override name = 'GitFailure'
}

/** More than the diff of any pull request that somebody reads. */
const mostOutput = 256 * 1024 * 1024

/** For each command: no hook or monitor is started, nobody is asked, nothing is tidied up on the way. */
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'credential.interactive=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // In a container the checkout often belongs to another user, and git would refuse to look at it.
  'safe.directory=*',
].flatMap((setting) => ['-c', setting])

/** Git in a folder, until the deadline ends. */
export function gitIn(folder: string, { signal }: Deadline): Git {
  return {
    run(...args) {
      // Loading it costs 2 ms, which a run without need for git does not pay.
      const { execFile } = process.getBuiltinModule('node:child_process')
      const all = [...settings, '--no-optional-locks', ...args]
      return new Promise((resolve, reject) => {
        const options = { cwd: folder, maxBuffer: mostOutput, signal }
        execFile('git', all, options, (error, stdout, stderr) => {
          if (!error) return resolve(stdout)
          reject(signal.aborted ? signal.reason : new GitFailure(reasonOf(error, stderr)))
        })
      })
    },
  }
}

/** The same, but it fetches nothing by itself: what a partial clone lacks, it lacks. */
export function offline(git: Git): Git {
  return { run: (...args) => git.run('-c', 'protocol.allow=never', ...args) }
}

function reasonOf(error: Error & { code?: unknown }, stderr: string): string {
  // Node says the same when the folder is missing.
  if (error.code === 'ENOENT') return 'is not installed on this machine'
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'prints more than 256 MiB'
  const lines = stderr.trim().split('\n')
  const line = lines.find((one) => /^(fatal|error):/.test(one)) ?? lines[0] ?? ''
  if (line === '') return 'finds nothing'
  return `says "${excerpt(line.replace(/^(fatal|error): /, ''), 160)}"`
}
