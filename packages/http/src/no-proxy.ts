import { domainToASCII } from 'node:url'

/** Whether `NO_PROXY` exempts an address from the proxy. The README of this package lists the accepted syntax. */
export function isExempt(url: URL, noProxy: string): boolean {
  const host = normalized(url.hostname)
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const entries = noProxy.split(/[\s,]+/).filter((entry) => entry !== '')
  return entries.some((entry) => covers(entry, host, port))
}

/** `host`, `host:port`, `[IPv6]`, `[IPv6]:port`. An IPv6 address without brackets has no port. */
const withPort = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/

function covers(entry: string, host: string, port: string): boolean {
  const [, name = entry, only = port] = withPort.exec(entry) ?? []
  return only === port && (coversAddress(bare(name), host) || coversName(name, host))
}

/** Matches an address, or a network such as `10.0.0.0/8`. */
function coversAddress(entry: string, host: string): boolean {
  const { BlockList, isIP } = process.getBuiltinModule('node:net')
  const [address = '', bits, ...more] = entry.split('/')
  const version = isIP(address)
  if (!version || !isIP(host) || more.length > 0) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  const whole = version === 6 ? 128 : 32
  const prefix = Number(bits ?? whole)
  if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && prefix <= whole)) return false
  const network = new BlockList()
  network.addSubnet(address, prefix, family)
  return network.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4')
}

/** Matches a domain and its subdomains; with a leading dot, only subdomains; `*` is a wildcard. */
function coversName(entry: string, host: string): boolean {
  if (entry.includes('*')) return matches(entry.toLowerCase(), host)
  const domain = normalized(entry.replace(/^\./, ''))
  if (domain === '') return false
  return host.endsWith(`.${domain}`) || (host === domain && !entry.startsWith('.'))
}

/** Matches wildcards without a regular expression, because pattern and host are untrusted. */
function matches(pattern: string, host: string): boolean {
  const [first = '', ...others] = pattern.split('*')
  const last = others.pop() ?? ''
  if (!host.startsWith(first) || host.length < first.length + last.length) return false
  let at = first.length
  for (const part of others) {
    const found = host.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return host.endsWith(last) && at <= host.length - last.length
}

function normalized(host: string): string {
  const name = bare(host).replace(/\.$/, '')
  return domainToASCII(name) || name.toLowerCase()
}

/** Removes the brackets of an IPv6 address. */
function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}
