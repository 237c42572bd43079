import { InputError } from '@ci-actions/kit'
import { isExempt } from './no-proxy.ts'

/** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of the environment, in upper or lower case. */
export type ProxyEnv = Readonly<Record<string, string>>

/**
 * Returns the proxy for an address; undefined if none applies.
 *
 * @throws InputError if the variable is not a usable proxy URL; without its value, which may contain a password
 */
export function proxyFor(url: URL, env: ProxyEnv = {}): URL | undefined {
  const [name, address] = variable(env, url.protocol === 'https:' ? 'https_proxy' : 'http_proxy')
  if (!address) return undefined
  const [, noProxy = ''] = variable(env, 'no_proxy')
  return isExempt(url, noProxy) ? undefined : parsed(name, address)
}

/** Lower case takes precedence, as in curl and Node. */
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
    `${name} is not a usable proxy address. Expected http://host:3128 or ` +
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
