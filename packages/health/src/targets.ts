import querystring from 'node:querystring'
import {
  excerpt,
  type InputParser,
  list,
  loginCredentials,
  named,
  ValidationError,
} from '@ci-actions/kit'
import { authorization, secretsIn } from './credentials.ts'
import { probes } from './probes/registry.ts'
import { shown, type Target } from './target.ts'

/** The input `targets`: `address` or `name: address`, one a line; no two of one name. */
export const targets: InputParser<Target[]> = {
  async parse(given) {
    const lines = await list(named(address)).parse(given)
    const all = lines.map(({ name, value }) => ({ ...value, name: excerpt(name ?? value.shown) }))
    const names = all.map((target) => target.name)
    const twin = names.find((name, index) => names.indexOf(name) !== index)
    if (twin !== undefined) {
      throw new ValidationError(
        'of different names, written "name: address" one a line',
        `${twin} (twice)`,
      )
    }
    return all
  },
}

const address: InputParser<Omit<Target, 'name'>> = {
  parse(given) {
    const url = URL.canParse(given) ? new URL(given) : undefined
    const probe = url && probes[url.protocol]
    if (!probe || lacksHost(given) || several.test(given)) {
      throw new ValidationError(expected(given), discreet(given))
    }
    if (!probe.fits(url)) {
      throw new ValidationError(`${url.protocol}${probe.form} and nothing more`, discreet(given))
    }
    const [user, password] = [decode(url.username), decode(url.password)]
    url.username = ''
    url.password = ''
    const login = user + password !== '' && probe.sendsLogin ? `${user}:${password}` : undefined
    const secrets = [
      // A user alone is a token only where it is sent as one.
      ...(login || password !== '' ? loginCredentials(user, password) : []),
      ...secretsIn([...url.searchParams, ...Object.entries(authorization(login))]),
    ]
    return { url, login, secrets, shown: shown(url) }
  },
}

function expected(given: string): string {
  const form =
    'an address such as https://host/path or tcp://host:port, which may have "name: " before it'
  return several.test(given) ? `${form}, one a line` : form
}

/** `/health` and `https:///health` are what is left where the variable of the host is not set. */
function lacksHost(given: string): boolean {
  return /^([/:]|(?!unix:)[a-z]+:\/\/(:\d+)?([/?#]|$))/i.test(given)
}

/** Several addresses on a line, or the servers of a cluster in one, as drivers take them. */
const several = /^[^?#]*[|,;\s]\s*[a-z][a-z+.-]*:\/\/|^[a-z]+:\/\/[^/?#]*,/i

/** Unlike decodeURIComponent, this one takes a lone "%" for what it is. */
const decode = querystring.unescape

/** What could not be read as an address, without what may be a password or a token in it. */
function discreet(given: string): string {
  return given.replace(/[^/\s]*@/g, '***@').replace(/\?.*$/, '?…')
}
