import { readdirSync, readFileSync } from 'node:fs'

/** The processes that were started with such an argument. */
export function processesOf(argument: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .map(Number)
    .filter((pid) => read(`/proc/${pid}/cmdline`).split('\0').includes(argument))
}

/** Waits until all of them have ended: a signal takes its time to arrive. */
export async function haveEnded(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Whether a process is there, and not only waits for its parent to ask how it ended. */
function isRunning(pid: number): boolean {
  return /^State:\s+[^Z]/m.test(read(`/proc/${pid}/status`))
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
