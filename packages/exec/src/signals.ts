import { listDescendants } from '@ci-actions/kit'
import type { SignalAll } from './supervisor.ts'

const isWindows = process.platform === 'win32'

/** Whether a program can be given a process group of its own. */
export const hasGroups = !isWindows

/** Signals the process group that a program leads. */
export const signalGroup: SignalAll = (pid, signal) => {
  if (hasGroups) send(-pid, signal)
  else killTree(pid)
}

/** Returns what signals a program and all that it has started since, also those whose parent has ended meanwhile. */
export function treeSignaller(): SignalAll {
  const seen = new Set<number>()
  return (pid, signal) => {
    if (isWindows) {
      killTree(pid)
      return
    }
    // It comes first, so that it hears of its own end before that of a child.
    for (const known of [...seen.add(pid)]) {
      for (const one of descendants(known)) seen.add(one)
    }
    for (const one of seen) send(one, signal)
  }
}

function descendants(pid: number): number[] {
  return process.platform === 'linux' ? listDescendants(pid) : descendantsIn(listProcesses(), pid)
}

/** Each process with its parent, as `ps` lists them. */
function listProcesses(): string {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  return spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout
}

/** The descendants of a process in a list of `pid ppid`, one pair per line. */
export function descendantsIn(list: string, pid: number): number[] {
  const pairs = [...list.matchAll(/^ *(\d+) +(\d+) *$/gm)].map(([, ...pair]) => pair.map(Number))
  const of = (parent: number): number[] =>
    pairs.flatMap(([child = 0, its]) => (its === parent ? [...of(child), child] : []))
  return of(pid)
}

/** Windows has no signals; this ends a program at once. */
function killTree(pid: number): void {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore' })
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended.
  }
}
