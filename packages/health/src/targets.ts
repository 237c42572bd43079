import querystring from 'node:querystring'
import {
  excerpt,
  type InputParser,
  list,
  loginCredentials,
  named,
  ValidationError,
} from '@ci-actions/kit'
import { authorizationHeader, findSecrets } from './credentials.ts'
import { probes } from './probes/registry.ts'
import { redactUrl, type Target } from './target.ts'

/** The input `targets`: `address` or `name: address`, one per line; names must be unique. */
export const targets: InputParser<Target[]> = {
  async parse(given) {
    const lines = await list(named(address)).parse(given)
    const all = lines.map(({ name, value }) => ({
      ...value,
      name: excerpt(name ?? value.displayUrl),
    }))
    const names = all.map((target) => target.name)
    const duplicate = names.find((name, index) => names.indexOf(name) !== index)
    if (duplicate !== undefined) {
      throw new ValidationError(
        'addresses with unique names, written "name: address" one per line',
        `${duplicate} (twice)`,
      )
    }
    return all
  },
}

const address: InputParser<Omit<Target, 'name'>> = {
  parse(given) {
    const url = URL.canParse(given) ? new URL(given) : undefined
    const probe = url && probes[url.protocol]
    if (!probe || lacksHost(given) || severalAddresses.test(given)) {
      throw new ValidationError(describeExpected(given), redactAddress(given))
    }
    if (!probe.fits(url)) {
      throw new ValidationError(
        `${url.protocol}${probe.urlForm} and nothing more`,
        redactAddress(given),
      )
    }
    const [user, password] = [decode(url.username), decode(url.password)]
    url.username = ''
    url.password = ''
    const login = user + password !== '' && probe.sendsLogin ? `${user}:${password}` : undefined
    const secrets = [
      // A user without a password is a secret only if it is sent.
      ...(login || password !== '' ? loginCredentials(user, password) : []),
      ...findSecrets([...url.searchParams, ...Object.entries(authorizationHeader(login))]),
    ]
    return { url, login, secrets, displayUrl: redactUrl(url) }
  },
}

function describeExpected(given: string): string {
  const form =
    'an address such as https://host/path or tcp://host:port, optionally preceded by "name: "'
  return severalAddresses.test(given) ? `${form}, one per line` : form
}

/** Whether the host is missing, as in `/health` or `https:///health` when a variable is not set. */
function lacksHost(given: string): boolean {
  return /^([/:]|(?!unix:)[a-z]+:\/\/(:\d+)?([/?#]|$))/i.test(given)
}

/** Several addresses on one line, or several servers of a cluster in one address. */
const severalAddresses = /^[^?#]*[|,;\s]\s*[a-z][a-z+.-]*:\/\/|^[a-z]+:\/\/[^/?#]*,/i

/** Unlike decodeURIComponent, it accepts a lone "%". */
const decode = querystring.unescape

/** Returns an invalid address without the parts that may be a password or a token. */
function redactAddress(given: string): string {
  return given.replace(/[^/\s]*@/g, '***@').replace(/\?.*$/, '?…')
}
