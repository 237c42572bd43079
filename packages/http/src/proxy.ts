import { InputError } from '@ci-actions/kit'
import { isExempt } from './no-proxy.ts'

/** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` as the machine has them; also in small letters. */
export type ProxyEnv = Readonly<Record<string, string>>

/**
 * The proxy that an address is reached by; undefined when it is reached straight.
 *
 * @throws InputError when the variable that says so is no address that can be used; without its
 *   value, which may hold a password
 */
export function proxyFor(url: URL, env: ProxyEnv = {}): URL | undefined {
  const [name, address] = variable(env, url.protocol === 'https:' ? 'https_proxy' : 'http_proxy')
  if (!address) return undefined
  const [, noProxy = ''] = variable(env, 'no_proxy')
  return isExempt(url, noProxy) ? undefined : parsed(name, address)
}

/** As curl and node have it, small letters go first. */
function variable(env: ProxyEnv, name: string): [name: string, value: string | undefined] {
  return env[name] ? [name, env[name]] : [name.toUpperCase(), env[name.toUpperCase()]]
}

function parsed(name: string, address: string): URL {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`)
  const isPlain = url && `${url.pathname}${url.search}${url.hash}` === '/'
  if (isPlain && /^https?:$/.test(url.protocol) && isDecodable(url.username + url.password)) {
    return url
  }
  throw new InputError(
    `${name} is no address of a proxy that can be used. It is like http://host:3128 or ` +
      'http://user:password@host:3128, with "%23" for a "#" in the password, "%25" for a "%", and so on.',
  )
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
