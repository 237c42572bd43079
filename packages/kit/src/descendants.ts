import { readFileSync } from 'node:fs'

/** Kills all processes that this process or its libraries started and that still run. Works on Linux only. */
export function killDescendants(): void {
  for (const pid of listDescendants(process.pid)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Already exited.
    }
  }
}

/** Returns the ids of all descendants of a process, the deepest first. Empty on systems other than Linux. */
export function listDescendants(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [...listDescendants(child), child])
}

function childrenOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return (children.match(/\d+/g) ?? []).map(Number)
  } catch {
    return []
  }
}
