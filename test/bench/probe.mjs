import { subscribe } from 'node:diagnostics_channel'
import { existsSync, readFileSync, writeSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Imported before a bundle: tells at its end, on file descriptor 3, what it loaded, its CPU time, how many
// requests it sent, and how much memory it had at its peak. The peak is read from /proc where that is, because
// Linux counts into `maxRSS` what the parent had before the process became node.

const loaded = []
let requests = 0

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) loaded.push(fileURLToPath(url))
    return next(url, context)
  },
})

// node:http and node:https, node:http2, fetch.
for (const sent of [
  'http.client.request.start',
  'http2.client.stream.start',
  'undici:request:create',
]) {
  subscribe(sent, () => {
    requests++
  })
}

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(3, JSON.stringify({ loaded, peak: peakMemory(), cpu: user + system, requests }))
})

/** Kibibytes. */
function peakMemory() {
  const status = '/proc/self/status'
  return existsSync(status)
    ? Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1])
    : process.resourceUsage().maxRSS
}
