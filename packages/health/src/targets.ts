import querystring from 'node:querystring'
import { excerpt, type Kind, list, named, Unusable } from '@ci-actions/kit'

/** A service to look at. */
export interface Target {
  /** What a person calls it; the address unless a name is given. */
  readonly name: string
  /** The address without what may be secret in it: user, password and query. */
  readonly shown: string
  /** Of one of the `forms`, without user and password. */
  readonly url: URL
  /** The `user:password` of the address. */
  readonly login: string | undefined
}

/** The input `targets`: `address` or `name: address`, one a line; no two of one name. */
export const targets: Kind<Target[]> = {
  async parse(given) {
    const lines = await list(named(address)).parse(given)
    const all = lines.map(({ name, value }) => ({ ...value, name: excerpt(name ?? value.shown) }))
    const names = all.map((target) => target.name)
    const twin = names.find((name, index) => names.indexOf(name) !== index)
    if (twin !== undefined) {
      throw new Unusable(
        'of different names, written "name: address" one a line',
        `${twin} (twice)`,
      )
    }
    return all
  },
}

const address: Kind<Omit<Target, 'name'>> = {
  parse(given) {
    const url = URL.canParse(given) ? new URL(given) : undefined
    const form = url && forms[url.protocol]
    if (!form) {
      throw new Unusable(
        'an address such as https://host/path or tcp://host:port, which may have "name: " before it',
        discreet(given),
      )
    }
    if (!form.fits(url)) throw new Unusable(`${form.wanted} and nothing more`, discreet(given))
    const login = loginOf(url)
    url.username = ''
    url.password = ''
    return { url, login, shown: shown(url) }
  },
}

interface Form {
  /** What it looks like, in words. */
  readonly wanted: string
  readonly fits: (url: URL) => boolean
}

const http: Form = { wanted: 'http(s)://host/path', fits: ({ hostname }) => hostname !== '' }
const grpc: Form = {
  wanted: 'grpc://host:port/service',
  fits: ({ port, pathname, search, hash }) =>
    port !== '' && /^\/?[^/]*$/.test(pathname) && search + hash === '',
}

/** The addresses there are, by their scheme. */
const forms: Readonly<Record<string, Form>> = {
  'http:': http,
  'https:': http,
  'tcp:': {
    wanted: 'tcp://host:port',
    fits: ({ port, username, password, pathname, search, hash }) =>
      port !== '' && /^\/?$/.test(username + password + pathname + search + hash),
  },
  'unix:': {
    wanted: 'unix:///path/to/socket',
    fits: ({ host, pathname, search, hash }) =>
      host + search + hash === '' && /^\/[^/]/.test(pathname),
  },
  'grpc:': grpc,
  'grpcs:': grpc,
}

/** An address as it may be shown to anybody. */
export function shown({ protocol, host, pathname, search }: URL): string {
  const path = pathname === '/' ? '' : pathname
  return `${protocol}//${host}${path}${search && '?…'}`
}

function loginOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined
  // Unlike decodeURIComponent, this one takes a lone "%" for what it is.
  return `${querystring.unescape(username)}:${querystring.unescape(password)}`
}

/** What could not be read as an address, without what may be a password or a token in it. */
function discreet(given: string): string {
  return given.replace(/[^/\s]*@/g, '***@').replace(/\?.*$/, '?…')
}
