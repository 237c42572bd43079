/** A service to check. */
export interface Target {
  /** Display name; the address if the input has no name. */
  readonly name: string
  /** The address without the parts that may be secret: user, password and query. */
  readonly displayUrl: string
  /** The address without user and password; its scheme has a probe. */
  readonly url: URL
  /** The `user:password` of the address, if the probe sends it. */
  readonly login: string | undefined
  /** The secrets in the address. */
  readonly secrets: readonly string[]
}

/** Returns an address without the parts that may be secret. */
export function redactUrl({ protocol, host, pathname, search }: URL): string {
  const path = pathname === '/' ? '' : pathname
  return `${protocol}//${host}${path}${search && '?…'}`
}
