import type { Readable } from 'node:stream'
import { ExecError, type ExecOptions, type ExecResult, tooMuchOutput } from './result.ts'
import { hasGroups, signalGroup } from './signals.ts'
import { Supervisor } from './supervisor.ts'

/**
 * Runs a program without a shell, in a process group of its own: what it has started itself, as git
 * starts git-remote-https, would else outlive it and keep its connection. For git alone, whose output `exec` takes
 * too long to read.
 *
 * @throws ExecError when it is not there or prints too much, TimeoutError or CancelledError when the deadline ends
 */
export function execFile(
  program: string,
  args: readonly string[],
  { cwd, deadline: { signal }, maxOutput }: ExecOptions,
): Promise<ExecResult> {
  signal.throwIfAborted()
  // Loading it costs 2 ms, which a run without programs does not pay.
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

/** What a stream yields as text, once it has ended. */
function collect(stream: Readable, most: number, tooMuch: () => void): () => string {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > most) tooMuch()
    else chunks.push(chunk)
  })
  return () => Buffer.concat(chunks).toString()
}

function reasonOf(error: Error & { readonly code?: unknown }): string {
  // Node says the same when the folder is missing.
  return error.code === 'ENOENT'
    ? 'is not installed on this machine'
    : `cannot be started (${error.message})`
}
