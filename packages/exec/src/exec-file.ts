import type { Readable } from 'node:stream'
import { ExecError, type ExecOptions, type ExecResult, tooMuchOutput } from './result.ts'
import { hasGroups, signalGroup } from './signals.ts'
import { Supervisor } from './supervisor.ts'

/**
 * Runs a program without a shell, in its own process group, because its children, such as git-remote-https, would
 * otherwise outlive it and keep their connections. Used for git only, whose output takes too long to read with `exec`.
 *
 * @throws ExecError if it is missing or prints too much; TimeoutError or CancelledError when the deadline ends
 */
export function execFile(
  program: string,
  args: readonly string[],
  { cwd, deadline: { signal }, maxOutput }: ExecOptions,
): Promise<ExecResult> {
  signal.throwIfAborted()
  // Loading it takes 2 ms, which steps without programs avoid.
  const { spawn } = process.getBuiltinModule('node:child_process')
  const child = spawn(program, args, {
    cwd,
    detached: hasGroups,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const supervisor = new Supervisor(signal, signalGroup)
  supervisor.watch(child)
  const tooMuch = (): void => supervisor.end(tooMuchOutput(program, maxOutput))
  const stdout = collect(child.stdout, maxOutput, tooMuch)
  const stderr = collect(child.stderr, maxOutput, tooMuch)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => supervisor.end(new ExecError(program, reasonOf(error))))
    child.once('close', (exitCode) => {
      try {
        supervisor.settle()
        resolve({ exitCode, stdout: stdout(), stderr: stderr() })
      } catch (error) {
        reject(error)
      }
    })
  })
}

/** Collects a stream; the returned function yields its text once it has ended. */
function collect(stream: Readable, maxBytes: number, tooMuch: () => void): () => string {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > maxBytes) tooMuch()
    else chunks.push(chunk)
  })
  return () => Buffer.concat(chunks).toString()
}

function reasonOf(error: Error & { readonly code?: unknown }): string {
  // Node reports the same error if the folder is missing.
  return error.code === 'ENOENT'
    ? 'is not installed on this machine'
    : `cannot be started (${error.message})`
}
