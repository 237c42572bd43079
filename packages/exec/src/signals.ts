import { listDescendants } from '@ci-actions/kit'
import type { SignalAll } from './supervisor.ts'

const isWindows = process.platform === 'win32'

/** Whether a program can have its own process group. */
export const hasGroups = !isWindows

/** Signals the process group of a program. */
export const signalGroup: SignalAll = (pid, signal) => {
  if (hasGroups) send(-pid, signal)
  else killTree(pid)
}

/**
 * Returns a function that signals a program and all its descendants so far, including those whose parent has exited.
 */
export function treeSignaller(): SignalAll {
  const seen = new Set<number>()
  return (pid, signal) => {
    if (isWindows) {
      killTree(pid)
      return
    }
    // The program comes first, so that it sees its own signal before the exit of a child.
    for (const known of [...seen.add(pid)]) {
      for (const one of descendants(known)) seen.add(one)
    }
    for (const one of seen) send(one, signal)
  }
}

function descendants(pid: number): number[] {
  return process.platform === 'linux' ? listDescendants(pid) : descendantsIn(listProcesses(), pid)
}

/** Lists all processes with their parents, using `ps`. */
function listProcesses(): string {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  return spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout
}

/** Returns the descendants of a process in a list of `pid ppid`, one pair per line. */
export function descendantsIn(list: string, pid: number): number[] {
  const pairs = [...list.matchAll(/^ *(\d+) +(\d+) *$/gm)].map(([, ...pair]) => pair.map(Number))
  const of = (parent: number): number[] =>
    pairs.flatMap(([child = 0, its]) => (its === parent ? [...of(child), child] : []))
  return of(pid)
}

/** Windows has no signals; this kills a program at once. */
function killTree(pid: number): void {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore' })
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Already exited.
  }
}
