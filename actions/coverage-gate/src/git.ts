import { excerpt, Failure } from '@ci-actions/kit'

/** Git in the checkout, started without a shell and without what its configuration would start. */
export interface Git {
  /**
   * What a command prints.
   *
   * @throws Failure when git is not there or refuses; the message completes "git …"
   */
  run(...args: string[]): Promise<string>
}

/** More than the diff of any pull request that somebody reads. */
const mostOutput = 256 * 1024 * 1024

export function gitIn(folder: string, cancelled: AbortSignal): Git {
  return {
    run(...args) {
      // Loading it costs 2 ms, which a run without need for git does not pay.
      const { execFile } = process.getBuiltinModule('node:child_process')
      const options = { cwd: folder, maxBuffer: mostOutput, signal: cancelled, timeout: 60_000 }
      const safe = ['-c', 'core.fsmonitor=false', '--no-optional-locks', ...args]
      return new Promise((resolve, reject) => {
        execFile('git', safe, options, (error, stdout, stderr) => {
          if (!error) return resolve(stdout)
          if (cancelled.aborted) return reject(cancelled.reason)
          reject(new Failure(reasonOf(error, stderr)))
        })
      })
    },
  }
}

function reasonOf(error: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (error.code === 'ENOENT') return 'is not installed on this machine'
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'prints more than 256 MiB'
  if (error.killed) return 'took more than a minute'
  const [line = ''] = stderr.trim().split('\n')
  if (line === '') return 'finds nothing'
  return `says "${excerpt(line.replace(/^fatal: /, ''), 160)}"`
}
