import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { Failure } from './failure.ts'

/** A program that cannot be run. The message completes "git …". */
export class ProgramError extends Failure {
  override name = 'ProgramError'
}

export interface ProgramOptions {
  /** The folder it runs in. */
  readonly cwd: string
  /** When it aborts, the program is ended, and with it whatever it has started. */
  readonly signal: AbortSignal
  /** Bytes that it may print. */
  readonly mostOutput: number
}

/** How a program ended, and what it printed. */
export interface Exit {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Milliseconds in which a program that is ended may tidy up: git removes its locks. */
const grace = 1_000

/**
 * Runs a program without a shell, in a process group of its own: what it has started itself, as git
 * starts git-remote-https, would else outlive it and keep its connection.
 *
 * @throws ProgramError when it is not there or prints too much, and the reason of the signal when that aborts
 */
export function runProgram(
  name: string,
  args: readonly string[],
  { cwd, signal, mostOutput }: ProgramOptions,
): Promise<Exit> {
  signal.throwIfAborted()
  // Loading it costs 2 ms, which a run without programs does not pay.
  const { spawn } = process.getBuiltinModule('node:child_process')
  const child = spawn(name, args, { cwd, detached: hasGroups, stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let refusal: unknown
    const kill = (): void => {
      signalGroup(child, 'SIGKILL')
      // Who has left the group may hold them open.
      child.stdout.destroy()
      child.stderr.destroy()
    }
    const end = (reason: unknown): void => {
      if (refusal) return
      refusal = reason
      signalGroup(child, 'SIGTERM')
      setTimeout(kill, grace).unref()
    }
    const cancel = (): void => end(signal.reason)
    signal.addEventListener('abort', cancel, { once: true })
    // The step may end before the program has.
    process.once('exit', kill)

    const tooMuch = new ProgramError(`prints more than ${mostOutput / 1024 ** 2} MiB`)
    const printed = [child.stdout, child.stderr].map((stream) =>
      collect(stream, mostOutput, () => end(tooMuch)),
    )
    child.once('error', (error) => end(new ProgramError(reasonOf(error))))
    child.once('close', (code) => {
      signal.removeEventListener('abort', cancel)
      process.removeListener('exit', kill)
      if (refusal) {
        kill()
        reject(refusal)
        return
      }
      const [stdout = '', stderr = ''] = printed.map((text) => text())
      resolve({ code, stdout, stderr })
    })
  })
}

/** On Windows a cancellation reaches the programs by their console. */
const hasGroups = process.platform !== 'win32'

function signalGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid !== undefined) send(hasGroups ? -pid : pid, name)
}

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended.
  }
}

/** Ends all that this process has started, itself or by a library, and that still runs. Only Linux tells what does. */
export function endPrograms(parent: number = process.pid): void {
  for (const pid of childrenOf(parent)) {
    endPrograms(pid)
    send(pid, 'SIGKILL')
  }
}

function childrenOf(pid: number): number[] {
  try {
    return (readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? []).map(
      Number,
    )
  } catch {
    return []
  }
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
