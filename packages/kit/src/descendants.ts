import { readFileSync } from 'node:fs'

/** Ends all that this process has started, itself or by a library, and that still runs. Only Linux tells what does. */
export function killDescendants(): void {
  for (const pid of listDescendants(process.pid)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
}

/** The ids of the processes that a process has started, and these in turn, the last ones first. Empty but on Linux. */
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
