/*
 * What the toolkit takes of undici. `fetch` is Node's own. A `ProxyAgent` is only made, never used: requests go through
 * `packages/http`, which knows proxies itself, and the cache client goes through `tunnel`.
 */

export const fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request)

export class ProxyAgent {
  /** @throws Error always */
  dispatch(): never {
    throw new Error('undici is not bundled: send the request through packages/http.')
  }
}
