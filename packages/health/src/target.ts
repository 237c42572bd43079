/** A service to look at. */
export interface Target {
  /** What a person calls it; the address unless a name is given. */
  readonly name: string
  /** The address without what may be secret in it: user, password and query. */
  readonly shown: string
  /** Of a scheme that is probed, without user and password. */
  readonly url: URL
  /** The `user:password` of the address, where it is sent. */
  readonly login: string | undefined
  /** What nobody should see of the address. */
  readonly secrets: readonly string[]
}

/** An address as it may be shown to anybody. */
export function shown({ protocol, host, pathname, search }: URL): string {
  const path = pathname === '/' ? '' : pathname
  return `${protocol}//${host}${path}${search && '?…'}`
}
