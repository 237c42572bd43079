import { existsSync, readFileSync, writeSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Imported before a bundle: tells at its end, on file descriptor 3, what it loaded, its CPU time, and how
// much memory it had at its peak. The peak is read from /proc where that is, because Linux counts into `maxRSS`
// what the parent had before the process became node.

const loaded = []

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) loaded.push(fileURLToPath(url))
    return next(url, context)
  },
})

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(3, JSON.stringify({ loaded, peak: peakMemory(), cpu: (user + system) / 1e6 }))
})

/** Kibibytes. */
function peakMemory() {
  const status = '/proc/self/status'
  return existsSync(status)
    ? Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1])
    : process.resourceUsage().maxRSS
}
