import type { LookupFunction } from 'node:net'

/**
 * Resolves `localhost` to both loopback addresses, whatever the hosts file contains (RFC 6761 §6.3), as curl does.
 * Other names are resolved as usual.
 */
export function loopback(hostname: string): { lookup?: LookupFunction } {
  if (!/^(.+\.)?localhost$/.test(hostname)) return {}
  return {
    lookup: (_hostname, _options, found) => {
      found(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 },
      ])
    },
  }
}
